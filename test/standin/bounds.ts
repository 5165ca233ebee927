/**
 * Where a window stands and how large it is. On a desktop Chromium is asked now and then, since a person may move it; without one a
 * window is exactly as large as it was made.
 */
import { headed } from './chromium.ts';
import type { Connection } from './connection.ts';
import { inner, number, type Payload, text } from './payload.ts';
import type { Target } from './targets.ts';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type WindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

export interface Place {
  readonly bounds: Bounds;
  readonly state: WindowState;
}

const STATES: readonly WindowState[] = ['normal', 'minimized', 'maximized', 'fullscreen'];

export async function placeOf(connection: Connection, target: Target): Promise<Place> {
  const bounds = inner(await connection.send('Browser.getWindowForTarget', { targetId: target.id }), 'bounds');
  return { bounds: boundsOf(bounds), state: STATES.find((state) => state === text(bounds, 'windowState')) ?? 'normal' };
}

function boundsOf(bounds: Payload): Bounds {
  return { x: number(bounds, 'left'), y: number(bounds, 'top'), width: number(bounds, 'width'), height: number(bounds, 'height') };
}

/**
 * Without a desktop there is no frame to draw: the page gets the whole size, as it would where the frame is the desktop's.
 * Chromium refuses a size together with a state, and a size while the state is not normal.
 */
export async function putWindow(connection: Connection, target: Target, { bounds, state }: Place): Promise<void> {
  const { windowId } = await connection.send('Browser.getWindowForTarget', { targetId: target.id });
  const put = (parameters: object): Promise<unknown> => connection.send('Browser.setWindowBounds', { windowId, bounds: parameters });
  await put({ windowState: 'normal' });
  if (state !== 'normal') await put({ windowState: state });
  else await put({ left: bounds.x, top: bounds.y, width: bounds.width, height: bounds.height });
  if (state === 'normal' && !headed)
    await connection.send('Browser.setContentsSize', { windowId, width: bounds.width, height: bounds.height });
}
