/**
 * Keeps where one window stands, moves it when the app asks, and tells the window's listeners what has changed. On a desktop it also
 * looks now and then whether a person has moved it.
 */
import type { EventEmitter } from 'node:events';
import { type Bounds, type Place, placeOf, putWindow, type WindowState } from './bounds.ts';
import { chromium, headed } from './chromium.ts';
import type { WebContents } from './contents.ts';

const MILLISECONDS_BETWEEN_LOOKS = 500;

export interface Placement {
  bounds(): Bounds;
  /** Where it stands when it is neither maximised, minimised nor on the full screen. */
  normal(): Bounds;
  is(state: WindowState): boolean;
  change(state: WindowState): void;
  move(bounds: Partial<Bounds>): void;
  /** Brings the fresh window to its place; without one given, it stays where the desktop has put it. */
  begin(placed: boolean): Promise<void>;
}

const ENTERED: Readonly<Record<WindowState, string>> = {
  normal: '',
  maximized: 'maximize',
  minimized: 'minimize',
  fullscreen: 'enter-full-screen',
};
const LEFT: Readonly<Record<WindowState, string>> = {
  normal: '',
  maximized: 'unmaximize',
  minimized: 'restore',
  fullscreen: 'leave-full-screen',
};

export function keepPlace(events: EventEmitter, contents: WebContents, first: Place): Placement {
  let place = first;
  let normal = first.bounds;
  const remember = (next: Place): void => {
    const before = place;
    place = next;
    if (next.state === 'normal') normal = next.bounds;
    for (const name of changes(before, next)) events.emit(name);
  };
  const put = async (): Promise<void> => {
    await contents.up;
    if (contents.target !== undefined && !contents.isDestroyed()) await putWindow(chromium().connection, contents.target, place);
  };
  const putQuietly = (): void => void put().catch(() => undefined);
  const look = async (): Promise<Place | undefined> =>
    contents.target === undefined ? undefined : placeOf(chromium().connection, contents.target).catch(() => undefined);
  const lookAndRemember = async (): Promise<void> => {
    const seen = await look();
    if (seen !== undefined && !contents.isDestroyed()) remember(seen);
  };
  return {
    bounds: () => place.bounds,
    normal: () => normal,
    is: (state) => place.state === state,
    change(state) {
      remember({ bounds: state === 'normal' ? normal : place.bounds, state });
      putQuietly();
    },
    move(bounds) {
      remember({ bounds: { ...place.bounds, ...bounds }, state: 'normal' });
      putQuietly();
    },
    async begin(placed) {
      const seen = headed && !placed ? await look() : undefined;
      if (seen !== undefined) normal = { ...normal, x: seen.bounds.x, y: seen.bounds.y };
      place = { ...place, bounds: normal };
      await put();
      if (!headed) return;
      const timer = setInterval(() => void lookAndRemember(), MILLISECONDS_BETWEEN_LOOKS).unref();
      contents.once('destroyed', () => clearInterval(timer));
    },
  };
}

function changes(before: Place, after: Place): readonly string[] {
  const [was, is] = [before.bounds, after.bounds];
  const resized = was.width !== is.width || was.height !== is.height ? 'resize' : '';
  const moved = was.x !== is.x || was.y !== is.y ? 'move' : '';
  const states = before.state === after.state ? [] : [LEFT[before.state], ENTERED[after.state]];
  return [resized, moved, ...states].filter((name) => name !== '');
}
