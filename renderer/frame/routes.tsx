/** Which room stands at which place of the address. */
import type { ComponentType } from 'react';
import type { Frame } from '../../core/contract/frame.ts';
import { EntryRoom } from '../entry/EntryRoom.tsx';

export interface RoomProps {
  readonly frame: Frame;
  readonly parameters: Readonly<Record<string, string>>;
}
interface RoomRoute {
  readonly path: string;
  readonly Room: ComponentType<RoomProps>;
  readonly needsCentre: boolean;
}

export const ROUTES: readonly RoomRoute[] = [{ path: '/entry/:form?', Room: EntryRoom, needsCentre: true }];
