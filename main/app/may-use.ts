/**
 * What a window may use of the machine: the rooms the camera, to photograph a paper, without a microphone; the wall the whole screen.
 * Everything else that a page could ask for is refused, and so is everything to a page that is not ours.
 */
import { ORIGIN, type WindowKind } from './doorway.ts';

export interface Wanted {
  readonly permission: string;
  /** For the camera and the microphone: which of them; none said where the page only looks what there is. */
  readonly media?: readonly string[];
  /** The page's address, or only its origin. */
  readonly address: string;
}

export function mayUse(window: WindowKind | undefined, { permission, media, address }: Wanted): boolean {
  if (address !== ORIGIN && !address.startsWith(`${ORIGIN}/`)) return false;
  if (permission === 'fullscreen') return window === 'wall';
  return permission === 'media' && window === 'rooms' && media?.length !== 0 && (media ?? []).every((kind) => kind === 'video');
}
