/**
 * What the app answers when Electron asks: every device, download, permission, request and page elsewhere is refused. Electron itself
 * is played here by the events that it documents; the real pages try the same in `test/screens/attacks-ways-out.test.ts`.
 */
import { EventEmitter } from 'node:events';
import type { App, Session, WebContents } from 'electron';
import { describe, expect, test } from 'vitest';
import type { WindowKind } from '../../main/app/doorway.ts';
import { lockDown } from '../../main/app/lockdown.ts';

type Listener = (...given: readonly never[]) => unknown;

/** Remembers what it was told to ask, and can be asked. */
function playedElectron(kind: WindowKind | 'another' = 'rooms') {
  const told = new Map<string, Listener>();
  const tell = (name: string) => (given: Listener) => void told.set(name, given);
  const setters = ['setPermissionRequestHandler', 'setPermissionCheckHandler', 'setDevicePermissionHandler', 'setCertificateVerifyProc'];
  const [app, session, contents] = [new EventEmitter(), new EventEmitter(), new EventEmitter()];
  const settings: unknown[] = [];
  Object.assign(session, Object.fromEntries(setters.map((name) => [name, tell(name)])), {
    setSpellCheckerEnabled: (isOn: boolean) => settings.push(`spelling ${isOn}`),
    webRequest: { onBeforeRequest: tell('onBeforeRequest') },
  });
  Object.assign(contents, {
    getURL: () => 'app://countersign/',
    setWindowOpenHandler: tell('setWindowOpenHandler'),
    setWebRTCIPHandlingPolicy: (policy: string) => settings.push(policy),
  });
  lockDown(app as unknown as App, session as unknown as Session, () => (kind === 'another' ? undefined : kind));
  app.emit('web-contents-created', {}, contents);
  const ask = (name: string, ...given: readonly unknown[]): unknown => (told.get(name) as (...all: unknown[]) => unknown)(...given);
  return { app, session, contents: contents as unknown as WebContents & EventEmitter, ask, settings };
}

/** Whether a listener said no to an event. */
function isPrevented(emitter: EventEmitter, name: string, ...given: readonly unknown[]): boolean {
  let prevented = false;
  emitter.emit(name, { preventDefault: () => (prevented = true) }, ...given);
  return prevented;
}

describe('a page', () => {
  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('is stopped: %s', (name) => {
    expect(isPrevented(playedElectron().contents, name, {}, {})).toBe(true);
  });

  test('opens no window, and shows no other machine its own address', () => {
    const { ask, settings } = playedElectron();
    expect(ask('setWindowOpenHandler', { url: 'app://countersign/' })).toEqual({ action: 'deny' });
    expect(settings).toEqual(['spelling false', 'disable_non_proxied_udp']);
  });

  test('takes no file', () => expect(isPrevented(playedElectron().session, 'will-download', {})).toBe(true));
});

describe('a device', () => {
  const CHOICES: readonly (readonly [string, 'session' | 'contents' | 'app', readonly unknown[], readonly unknown[]])[] = [
    ['select-hid-device', 'session', [{ deviceList: [{ deviceId: 'one' }] }], [null]],
    ['select-usb-device', 'session', [{ deviceList: [{ deviceId: 'one' }] }], []],
    ['select-serial-port', 'session', [[{ portId: 'one' }], {}], ['']],
    ['select-bluetooth-device', 'contents', [[{ deviceId: 'one' }]], ['']],
    ['select-client-certificate', 'app', [{}, 'https://elsewhere.example/', [{}]], []],
  ];
  test.each(CHOICES)('is not chosen: %s', (name, where, given, none) => {
    const played = playedElectron();
    const chosen: unknown[][] = [];
    expect(isPrevented(played[where], name, ...given, (...choice: unknown[]) => chosen.push(choice))).toBe(true);
    expect(chosen).toEqual([none]);
  });

  test('that was once granted is not granted again', () => expect(playedElectron().ask('setDevicePermissionHandler', {})).toBe(false));

  test('in the way of files and folders of the machine is denied', () => {
    const answers: string[] = [];
    playedElectron().session.emit('file-system-access-restricted', {}, {}, (answer: string) => answers.push(answer));
    expect(answers).toEqual(['deny']);
  });
});

describe('a permission', () => {
  const OTHERS = [
    ...[
      'clipboard-read',
      'clipboard-sanitized-write',
      'display-capture',
      'fullscreen',
      'geolocation',
      'hid',
      'idle-detection',
      'keyboardLock',
    ],
    ...[
      'local-fonts',
      'mediaKeySystem',
      'midi',
      'midiSysex',
      'notifications',
      'openExternal',
      'pointerLock',
      'serial',
      'speaker-selection',
    ],
    ...['storage-access', 'top-level-storage-access', 'usb', 'window-management', 'fileSystem', 'unknown', 'a new one'],
  ];
  test.each(OTHERS)('%s is refused to the rooms, asked for or looked up', (permission) => {
    const { ask, contents } = playedElectron();
    const answers: boolean[] = [];
    ask('setPermissionRequestHandler', contents, permission, (given: boolean) => answers.push(given), {});
    expect([...answers, ask('setPermissionCheckHandler', contents, permission, 'app://countersign/', {})]).toEqual([false, false]);
  });

  test('is refused to whoever is no window of ours', () => {
    const { ask, contents } = playedElectron('another');
    ask('setPermissionRequestHandler', contents, 'media', (given: boolean) => expect(given).toBe(false), { mediaTypes: ['video'] });
    expect(ask('setPermissionCheckHandler', null, 'media', 'app://countersign/', { mediaType: 'video' })).toBe(false);
    expect.assertions(2);
  });
});

describe('a request', () => {
  const isLetThrough = (url: string): boolean => {
    const answers: { readonly cancel: boolean }[] = [];
    playedElectron().ask('onBeforeRequest', { url }, (answer: { readonly cancel: boolean }) => answers.push(answer));
    return answers[0]?.cancel === false;
  };

  test.each([
    ...['https://elsewhere.example/', 'http://127.0.0.1:9/', 'ws://localhost/', 'wss://elsewhere.example/', 'ftp://elsewhere.example/'],
    ...['file:///etc/passwd', 'data:text/html,x', 'chrome://gpu', 'devtools://devtools/bundled/x.js', 'chrome-extension://x/y.js'],
    ...['app://elsewhere/', 'app://countersign.example.org/', 'app://countersign', 'blob:https://elsewhere.example/1', 'about:srcdoc', ''],
  ])('for %s does not leave', (url) => expect(isLetThrough(url)).toBe(false));

  test.each(['app://countersign/', 'app://countersign/assets/x.js', 'blob:app://countersign/1', 'about:blank'])('for %s does', (url) =>
    expect(isLetThrough(url)).toBe(true),
  );

  test('trusts no certificate, not even a good one', () => {
    const answers: number[] = [];
    playedElectron().ask('setCertificateVerifyProc', { verificationResult: 'net::OK', errorCode: 0 }, (answer: number) =>
      answers.push(answer),
    );
    expect(answers).toEqual([-2]);
  });
});
