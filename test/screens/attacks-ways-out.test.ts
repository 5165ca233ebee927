/**
 * A page of ours in the hands of an attacker who wants out: to another page, another window, the network, the machine's devices, the
 * disk, into scripts of its own. The page stays where it is, alone, and cut off. Some of it only Electron itself can prove: those
 * tests run where its program is, and say so.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { electronProgram } from '../../build/start/electron-program.ts';
import type {} from '../../renderer/office/ask.ts';
import { type Launched, launchApp } from './launch.ts';

/** Stands inside the page, where nothing of this file is. */
declare function append(name: string, attributes: object): HTMLElement;

const IS_ELECTRON = electronProgram(path.join(import.meta.dirname, '..', '..', 'node_modules', 'electron')) !== undefined;
const A_WHILE = 250;
const root = mkdtempSync(path.join(tmpdir(), 'ways-out-'));
let launched: Launched;
let page: Page;
let home: string;

beforeAll(async () => {
  launched = await launchApp({ dataFolder: root, viewport: { width: 1366, height: 768 } });
  page = launched.page;
  await page.getByRole('heading', { level: 1 }).waitFor();
  home = page.url();
  await prepare();
});

/** Writes into the page what it is known by, and what the attacks below use. */
function prepare(): Promise<void> {
  return page.evaluate(() => {
    const broken: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => broken.push(effectiveDirective));
    const made = (name: string, attributes: object) => document.body.appendChild(Object.assign(document.createElement(name), attributes));
    Object.assign(window, { stayed: true, broken, append: made });
  });
}
afterAll(async () => {
  await launched.close();
  rmSync(root, { recursive: true, force: true });
});

/** The page is the same one, with what was written in it, and there is no other. */
async function expectStayed(): Promise<void> {
  await page.waitForTimeout(A_WHILE);
  expect(page.url()).toBe(home);
  expect(await page.evaluate(() => 'stayed' in window)).toBe(true);
  // The stand-in can close a window only once it is there.
  await expect.poll(() => launched.app.windows().length, { timeout: 20_000 }).toBe(1);
  expect(await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
}

/** What the page's policy has forbidden since this was asked last. */
function newlyForbidden(): Promise<readonly string[]> {
  return page.evaluate(() => (window as unknown as { broken: string[] }).broken.splice(0));
}

type Deed = () => unknown;

describe('another page', () => {
  const deeds: readonly (readonly [string, Deed])[] = [
    ['by the address', () => location.assign('https://elsewhere.example/')],
    ['by replacing the address', () => location.replace('http://127.0.0.1:1/')],
    ['of ours, by the address', () => location.assign('/?wall')],
    ['of a file', () => location.assign('file:///etc/passwd')],
    ['of the host’s scheme', () => location.assign('app://elsewhere/')],
    ['that shows its source', () => location.assign('view-source:https://elsewhere.example/')],
    ['of the program itself', () => location.assign('chrome://gpu')],
    ['that is a script', () => location.assign('javascript:document.body.remove()')],
    ['in its own address', () => location.assign('data:text/html,<h1>data</h1>')],
    ['once more', () => location.reload()],
    ['that was there before', () => history.go(-50)],
    ['that comes after', () => history.forward()],
    ['by a link', () => append('a', { href: 'https://elsewhere.example/' }).click()],
    ['by a form', () => (append('form', { action: 'https://elsewhere.example/', method: 'post' }) as HTMLFormElement).submit()],
    ['by a form to ourselves', () => (append('form', { action: '/', method: 'get' }) as HTMLFormElement).submit()],
    ['by a refreshing line', () => void append('meta', { httpEquiv: 'refresh', content: '0; url=https://elsewhere.example/' })],
    ['by another base of all addresses', () => append('base', { href: 'https://elsewhere.example/' }) && location.assign('x')],
  ];
  for (const [how, deed] of deeds)
    test(`is not reached: ${how}`, async () => {
      await page.evaluate(deed).catch(() => undefined);
      await expectStayed();
    });

  test('in memory is not reached, or left again at once', async () => {
    await page.evaluate(() => location.assign(URL.createObjectURL(new Blob(['<h1>blob</h1>'], { type: 'text/html' }))));
    await page.waitForTimeout(A_WHILE);
    // The stand-in cannot stop this before it begins: the page is lost, and comes back.
    await page.waitForURL((address) => address.href.startsWith(new URL(home).origin));
    await page.getByRole('heading', { level: 1, name: 'Setup' }).waitFor();
    await prepare();
    await expectStayed();
  });

  test('is not reached by dragging an address in', async () => {
    const devtools = await page.context().newCDPSession(page);
    const data = { items: [{ mimeType: 'text/uri-list', data: 'https://elsewhere.example/' }], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await devtools.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
    await devtools.detach();
    await expectStayed();
  });
});

describe('another window', () => {
  const deeds: readonly (readonly [string, Deed])[] = [
    ['elsewhere', () => window.open('https://elsewhere.example/')],
    ['of ours', () => window.open('/')],
    ['empty', () => window.open('')],
    ['empty and named', () => window.open('about:blank', 'named', 'width=300')],
    ['in memory', () => window.open(URL.createObjectURL(new Blob(['<h1>blob</h1>'], { type: 'text/html' })))],
    ['with a script', () => window.open('javascript:1')],
  ];
  for (const [what, deed] of deeds)
    test(`is not opened: ${what}`, async () => {
      expect(await page.evaluate(deed)).toBeNull();
      await expectStayed();
    });

  for (const target of ['_blank', '_new', 'named'])
    test(`is not opened by a link to ${target}, however it is clicked`, async () => {
      const link = await page.evaluateHandle((wanted) => {
        const made = append('a', { href: 'https://elsewhere.example/', target: wanted, textContent: 'out' });
        Object.assign(made.style, { position: 'fixed', top: 0, left: 0, zIndex: 99, width: '60px', height: '20px' });
        return made;
      }, target);
      for (const modifiers of [[], ['Control'], ['Shift']] as const) await click(modifiers);
      await page.mouse.click(5, 5, { button: 'middle' });
      await expectStayed();
      await link.evaluate((made) => made.remove());
    });

  /** Where the link stands. */
  async function click(modifiers: readonly ('Control' | 'Shift')[]): Promise<void> {
    for (const key of modifiers) await page.keyboard.down(key);
    await page.mouse.click(5, 5);
    for (const key of modifiers) await page.keyboard.up(key);
  }

  test('is not opened by the keys of a browser, and neither are its tools', async () => {
    for (const key of ['F12', 'Control+Shift+I', 'Control+Shift+J', 'Control+Shift+C', 'Control+U', 'Control+N', 'Control+T'])
      await page.keyboard.press(key);
    await expectStayed();
    // The stand-in has no tools to open: this is proved by Electron only.
    expect(await launched.app.evaluate(({ webContents }) => webContents.getAllWebContents().some((each) => each.isDevToolsOpened()))).toBe(
      false,
    );
    expect(await launched.app.evaluate(({ Menu }) => Menu.getApplicationMenu())).toBeNull();
  });
});

describe('the network', () => {
  const ELSEWHERE = 'elsewhere.example';
  const deeds: readonly (readonly [string, string, Deed])[] = [
    ['fetch', 'connect-src', () => fetch('https://elsewhere.example/').catch(() => undefined)],
    ['another scheme', 'connect-src', () => fetch('http://127.0.0.1:9/').catch(() => undefined)],
    [
      'a request of the old kind',
      'connect-src',
      () => {
        const request = new XMLHttpRequest();
        request.open('GET', 'https://elsewhere.example/');
        request.send();
      },
    ],
    ['a socket', 'connect-src', () => void new WebSocket('wss://elsewhere.example/')],
    ['a stream of events', 'connect-src', () => void new EventSource('https://elsewhere.example/')],
    ['a beacon', 'connect-src', () => void navigator.sendBeacon('https://elsewhere.example/', 'x')],
    ['a picture', 'img-src', () => void Object.assign(new Image(), { src: 'https://elsewhere.example/x.png' })],
    ['a sound', 'media-src', () => void new Audio('https://elsewhere.example/x.mp3')],
    ['a script', 'script-src-elem', () => append('script', { src: 'https://elsewhere.example/x.js' })],
    ['a module', 'script-src-elem', () => append('script', { type: 'module', src: 'https://elsewhere.example/x.js' })],
    ['a style', 'style-src-elem', () => append('link', { rel: 'stylesheet', href: 'https://elsewhere.example/x.css' })],
    ['a type face', 'font-src', () => new FontFace('x', 'url(https://elsewhere.example/x.woff2)').load().catch(() => undefined)],
    ['a frame', 'frame-src', () => append('iframe', { src: 'https://elsewhere.example/' })],
    ['an object', 'object-src', () => append('object', { data: 'https://elsewhere.example/' })],
  ];
  for (const [what, directive, deed] of deeds)
    test(`is not reached by ${what}: ${directive}`, async () => {
      await newlyForbidden();
      await page.evaluate(deed);
      await expect.poll(newlyForbidden).toContain(directive);
      expect(page.url()).not.toContain(ELSEWHERE);
    });
});

describe('scripts that are not ours', () => {
  const deeds: readonly (readonly [string, string, Deed])[] = [
    ['in the page', 'script-src-elem', () => append('script', { textContent: 'window.ran = 1' })],
    [
      'on an element',
      'script-src-attr',
      () => append('button', { innerHTML: '<i onclick="window.ran = 1"></i>' }).querySelector('i')?.click(),
    ],
    ['in an address', 'script-src-elem', () => append('a', { href: 'javascript:window.ran=1' }).click()],
    ['in memory', 'script-src-elem', () => append('script', { src: URL.createObjectURL(new Blob(['window.ran = 1'])) })],
    ['in their own address', 'script-src-elem', () => append('script', { src: 'data:text/javascript,window.ran=1' })],
    ['in a style', 'style-src-elem', () => append('style', { textContent: 'body { display: none }' })],
  ];
  for (const [where, directive, deed] of deeds)
    test(`do not run: ${where}`, async () => {
      await newlyForbidden();
      await page.evaluate(deed);
      await expect.poll(newlyForbidden).toContain(directive);
      expect(await page.evaluate(() => 'ran' in window)).toBe(false);
      expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    });

  test('are not made out of text', async () => {
    // From a script of the page's own, because what the test tool says to the page is not under the page's policy.
    const made = await page.evaluate(
      () =>
        new Promise<readonly string[]>((resolve) => {
          const tries: readonly (() => unknown)[] = [
            () => Reflect.apply(Reflect.get(window, 'eval') as () => unknown, window, ['1']),
            () => Reflect.construct(Reflect.get(window, 'Function') as () => unknown, ['return 1']),
          ];
          const outcome = (one: () => unknown) => {
            try {
              return String(one());
            } catch (problem) {
              return (problem as Error).name;
            }
          };
          setTimeout(() => resolve(tries.map(outcome)), 0);
        }),
    );
    expect(made).toEqual(['EvalError', 'EvalError']);
  });

  const workers: readonly (readonly [string, Deed])[] = [
    ['a worker in memory', () => new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))],
    ['a worker in its own address', () => new Worker('data:text/javascript,postMessage(1)')],
    ['a shared worker in memory', () => new SharedWorker(URL.createObjectURL(new Blob(['onconnect = (e) => e.ports[0].postMessage(1)'])))],
  ];
  for (const [what, make] of workers)
    test(`do not run as ${what}`, async () => {
      await newlyForbidden();
      await page.evaluate(make).catch(() => undefined);
      await expect.poll(newlyForbidden).toContain('worker-src');
    });

  test('do not stay as a service worker', async () => {
    const answered = await page.evaluate(async () => {
      const source = URL.createObjectURL(new Blob(['']));
      const asked = [source, '/index.html', '/missing.js'].map((one) =>
        (navigator.serviceWorker?.register(one) ?? Promise.reject(new Error())).then(
          () => 'registered',
          () => 'refused',
        ),
      );
      return Promise.all(asked);
    });
    expect(answered).toEqual(['refused', 'refused', 'refused']);
  });
});

describe('the machine', () => {
  const outcomes: readonly (readonly [string, () => Promise<string>])[] = [
    [
      'where it stands',
      () =>
        new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('given'),
            () => resolve('refused'),
          ),
        ),
    ],
    ['notices to a person', async () => ((await Notification.requestPermission()) === 'granted' ? 'given' : 'refused')],
    [
      'what was copied',
      () =>
        navigator.clipboard.readText().then(
          () => 'given',
          () => 'refused',
        ),
    ],
    [
      'music devices',
      () =>
        navigator.requestMIDIAccess({ sysex: true }).then(
          () => 'given',
          () => 'refused',
        ),
    ],
    [
      'the microphone',
      () =>
        navigator.mediaDevices.getUserMedia({ audio: true }).then(
          () => 'given',
          () => 'refused',
        ),
    ],
    [
      'camera with microphone',
      () =>
        navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(
          () => 'given',
          () => 'refused',
        ),
    ],
  ];
  for (const [what, attempt] of outcomes) test(`does not give ${what}`, async () => expect(await page.evaluate(attempt)).toBe('refused'));

  const stateOf = (asked: Page, name: string) =>
    asked.evaluate(async (wanted) => (await navigator.permissions.query({ name: wanted as PermissionName })).state, name);

  test('gives the camera to the rooms', async () => {
    await expect.poll(() => stateOf(page, 'camera')).toBe('granted');
  });

  // The stand-in keeps permissions by site and not by window.
  test.runIf(IS_ELECTRON)('gives the wall no camera', async () => {
    const opening = launched.app.waitForEvent('window');
    await page.evaluate(() => window.countersign.ask('openWall', {}));
    const wall = await opening;
    await wall.getByRole('heading', { level: 1 }).waitFor();
    expect(await stateOf(wall, 'camera')).toBe('denied');
    await page.evaluate(() => window.countersign.ask('closeWall', {}));
    await expect.poll(() => launched.app.windows().length).toBe(1);
  });

  test('takes no file to its disk', async () => {
    await launched.app.evaluate(({ session }) => {
      const taken: boolean[] = [];
      Object.assign(globalThis, { taken });
      session.defaultSession.on('will-download', (event) => taken.push(event.defaultPrevented));
    });
    await page.evaluate(() => {
      const blob = URL.createObjectURL(new Blob(['figures']));
      append('a', { href: blob, download: 'figures.txt' }).click();
      append('a', { href: '/index.html', download: 'page.html' }).click();
    });
    const told = () => launched.app.evaluate(() => (globalThis as unknown as { taken: boolean[] }).taken);
    await expect.poll(async () => (await told()).length).toBeGreaterThan(0);
    await page.waitForTimeout(A_WHILE);
    expect(await told()).not.toContain(false);
    await expectStayed();
  });
});

test('after all of it the page is still ours and asks as before', async () => {
  await expectStayed();
  expect(await page.evaluate(() => window.countersign.ask('frame', {}))).toMatchObject({ ok: true });
});
