/**
 * What the host decides about its windows without a desktop to try it on: who asks, what a page may use of the machine, and where a
 * window stands.
 */
import { describe, expect, test } from 'vitest';
import { type Asking, callerOf } from '../../main/app/caller.ts';
import type { WindowKind } from '../../main/app/doorway.ts';
import { mayUse } from '../../main/app/may-use.ts';
import { boundsFor } from '../../main/app/placing.ts';

describe('who asks', () => {
  const page = (url: string): Asking => ({ url, parent: null });
  const cases: readonly (readonly [string, Asking, string, boolean])[] = [
    ['our page', page('app://countersign/#/board'), 'app://countersign', true],
    ['the wall', page('app://countersign/?wall'), 'app://countersign', true],
    ['a frame of our page', { url: 'app://countersign/', parent: {} }, 'app://countersign', false],
    ['a page that is gone', null, '', false],
    ['a name that only begins like ours', page('app://countersign.example.org/'), '', true],
    ['our name as somebody’s', page('app://countersign@example.org/'), '', true],
    ['our name without a page', page('app://countersign'), '', true],
    ['our name on the network', page('https://countersign/'), '', true],
    ['an empty page', page('about:blank'), '', true],
    ['a page in memory', page('blob:app://countersign/1'), '', true],
    ['a page from a file', page('file:///app://countersign/'), '', true],
  ];
  for (const [what, asking, origin, isTopFrame] of cases)
    test(`${what}`, () => expect(callerOf(asking, 'rooms')).toEqual({ origin, isTopFrame, window: 'rooms' }));

  test('a page in no window of ours has none', () =>
    expect(callerOf(page('app://countersign/'), undefined)).toEqual({ origin: 'app://countersign', isTopFrame: true }));
});

describe('what a page may use', () => {
  const OURS = 'app://countersign/';
  const granted: readonly (readonly [WindowKind, string, readonly string[] | undefined])[] = [
    ['rooms', 'media', ['video']],
    ['rooms', 'media', undefined],
    ['wall', 'fullscreen', undefined],
  ];
  for (const [window, permission, media] of granted)
    test(`${window}: ${permission} ${media?.join() ?? ''}, on our pages only`, () => {
      const wanted = { permission, ...(media === undefined ? {} : { media }) };
      for (const address of [OURS, 'app://countersign', `${OURS}#/entry`]) expect(mayUse(window, { ...wanted, address })).toBe(true);
      for (const address of ['', 'about:blank', 'https://countersign/', 'app://countersign.example.org/', 'app://elsewhere/'])
        expect(mayUse(window, { ...wanted, address })).toBe(false);
      expect(mayUse(undefined, { ...wanted, address: OURS })).toBe(false);
    });

  const refused: readonly (readonly [WindowKind, string, (readonly string[])?])[] = [
    ['rooms', 'media', ['audio']],
    ['rooms', 'media', ['video', 'audio']],
    ['rooms', 'media', []],
    ['rooms', 'fullscreen'],
    ['wall', 'media', ['video']],
    ['wall', 'media'],
    ...[
      'geolocation',
      'notifications',
      'midi',
      'midiSysex',
      'clipboard-read',
      'display-capture',
      'openExternal',
      'fileSystem',
      'usb',
    ].flatMap((permission) => [['rooms', permission] as const, ['wall', permission] as const]),
  ];
  for (const [window, permission, media] of refused)
    test(`${window}: not ${permission} ${media?.join(' and ') ?? ''}`, () =>
      expect(mayUse(window, { permission, address: OURS, ...(media === undefined ? {} : { media }) })).toBe(false));
});

describe('where a window stands', () => {
  const laptop = { id: 1, bounds: { x: 0, y: 0, width: 1366, height: 768 } };
  const projector = { id: 2, bounds: { x: 1366, y: 0, width: 1920, height: 1080 } };
  const left = { id: 3, bounds: { x: -1280, y: 0, width: 1280, height: 1024 } };
  const at = (x: number, y: number) => ({ x, y, width: 1100, height: 700 });

  test('where it stood, as long as its upper edge can be reached on some screen', () => {
    for (const place of [at(0, 0), at(200, 40), at(-1000, 0), at(1280, 600)]) expect(boundsFor('rooms', place, [laptop], 1)).toEqual(place);
    expect(boundsFor('rooms', at(1500, 10), [laptop, projector], 1)).toEqual(at(1500, 10));
    expect(boundsFor('rooms', at(-1200, 10), [laptop, left], 1)).toEqual(at(-1200, 10));
  });

  const lost = [at(1500, 10), at(-1100, 0), at(0, -300), at(0, 760), at(1366, 0), at(-5000, -5000), at(0, -1)];
  for (const place of lost)
    test(`not at ${place.x}, ${place.y}, where nobody can reach it: the desktop chooses`, () => {
      expect(boundsFor('rooms', place, [laptop], 1)).toBeUndefined();
    });

  test('only the place is taken over, nothing else that was remembered', () => {
    const remembered = { ...at(10, 10), maximized: true, fullScreen: true };
    expect(boundsFor('rooms', remembered, [laptop], 1)).toEqual(at(10, 10));
  });

  test('the wall goes to the second screen at first, and again when its own is gone', () => {
    expect(boundsFor('wall', undefined, [laptop, projector], 1)).toEqual(projector.bounds);
    expect(boundsFor('wall', at(-1200, 10), [laptop, projector], 1)).toEqual(projector.bounds);
    expect(boundsFor('wall', undefined, [laptop], 1)).toBeUndefined();
    expect(boundsFor('rooms', undefined, [laptop, projector], 1)).toBeUndefined();
  });
});
