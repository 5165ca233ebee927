/**
 * Where a window stands: where it stood last time, as far as that is still on a screen; the wall first goes to the second screen. A
 * place counts as on a screen when the window's upper edge can be reached with the mouse.
 */
import type { WindowKind } from './doorway.ts';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Display {
  readonly id: number;
  readonly bounds: Bounds;
}

/** So much of a window must be seen sideways, and so much below its upper edge. */
const SIDEWAYS = 80;
const BELOW = 40;

/** Bounds for a window; undefined where the desktop may choose. */
export function boundsFor(
  window: WindowKind,
  place: Bounds | undefined,
  displays: readonly Display[],
  primary: number,
): Bounds | undefined {
  if (place !== undefined && displays.some((display) => isReached(place, display.bounds))) {
    const { x, y, width, height } = place;
    return { x, y, width, height };
  }
  return window === 'wall' ? displays.find(({ id }) => id !== primary)?.bounds : undefined;
}

function isReached({ x, y, width }: Bounds, screen: Bounds): boolean {
  const isBeside = x + width <= screen.x + SIDEWAYS || x >= screen.x + screen.width - SIDEWAYS;
  return !isBeside && y >= screen.y && y < screen.y + screen.height - BELOW;
}
