/**
 * A page of ours in the hands of an attacker: what it finds in its window, what it can ask at the doorway, from a frame, from the wall,
 * and which files it can fetch. Whatever is not meant for it is refused, with its code. The ways out of the window are in
 * `attacks-ways-out.test.ts`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AskName, CONTRACT } from '../../core/contract/contract.ts';
import type {} from '../../renderer/office/ask.ts';
import { type Launched, launchApp } from './launch.ts';

const root = mkdtempSync(path.join(tmpdir(), 'attacks-'));
let launched: Launched;
let page: Page;

beforeAll(async () => {
  launched = await launchApp({ dataFolder: root, viewport: { width: 1366, height: 768 } });
  page = launched.page;
  await page.getByRole('heading', { level: 1 }).waitFor();
});
afterAll(async () => {
  await launched.close();
  rmSync(root, { recursive: true, force: true });
});

function codeOf(answer: unknown): string | undefined {
  return (answer as { readonly refusal?: { readonly code: string } } | undefined)?.refusal?.code;
}

describe('what a page finds in its window', () => {
  test('one way to ask and one way to hear, both frozen, neither to be put in another’s place', async () => {
    const found = await page.evaluate(() => {
      const { countersign } = window;
      const { ask } = countersign;
      const tried = (what: () => unknown) => {
        try {
          what();
        } catch {
          // Refusing loudly is as good as refusing silently.
        }
      };
      tried(() => Object.assign(window, { countersign: { ask: () => 'mine' } }));
      tried(() => Object.defineProperty(window, 'countersign', { value: 'mine' }));
      tried(() => Reflect.deleteProperty(window, 'countersign'));
      tried(() => Object.assign(window.countersign, { ask: () => 'mine', more: 1 }));
      return {
        names: Reflect.ownKeys(window.countersign),
        isFrozen: Object.isFrozen(window.countersign),
        isSame: window.countersign === countersign && window.countersign.ask === ask,
      };
    });
    expect(found).toEqual({ names: ['ask', 'onChanged'], isFrozen: true, isSame: true });
  });

  test('nothing of Node, nothing of Electron', async () => {
    const names = ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname', 'ipcRenderer', 'electron', 'contextBridge'];
    expect(await page.evaluate((wanted) => wanted.filter((name) => name in window), names)).toEqual([]);
    // What a function was made by is asked of its own maker: the preload's world must not be found behind it.
    const behind = await page.evaluate(() => [
      window.countersign.ask.constructor === Function,
      Object.getPrototypeOf(window.countersign) === Object.prototype,
    ]);
    expect(behind).toEqual([true, true]);
  });
});

type Attempt = () => Promise<unknown>;

const REFUSED: readonly (readonly [string, string, Attempt])[] = [
  ['an unknown question', 'E-DOORWAY-ASK', () => window.countersign.ask('exec', {})],
  ['a question by an inherited name', 'E-DOORWAY-ASK', () => window.countersign.ask('constructor', {})],
  ['a question that is no text', 'E-DOORWAY-ASK', () => window.countersign.ask(['frame'] as unknown as string, {})],
  ['no question', 'E-DOORWAY-ASK', () => (window.countersign.ask as () => Promise<unknown>)()],
  ['a question without fields', 'E-DOORWAY-FIELDS', () => (window.countersign.ask as (name: string) => Promise<unknown>)('frame')],
  ['nothing as fields', 'E-DOORWAY-FIELDS', () => window.countersign.ask('frame', null)],
  ['a list as fields', 'E-DOORWAY-FIELDS', () => window.countersign.ask('frame', [])],
  ['a field too many', 'E-DOORWAY-FIELDS', () => window.countersign.ask('frame', { more: 1 })],
  ['a field of another kind', 'E-DOORWAY-FIELDS', () => window.countersign.ask('prefer', { language: 7 })],
  ['a value that is not on the list', 'E-DOORWAY-FIELDS', () => window.countersign.ask('prefer', { language: 'xx' })],
  ['a path in the place of a centre', 'E-DOORWAY-FIELDS', () => window.countersign.ask('openCentre', { centre: '../../../etc' })],
  [
    'a name that reaches into the language',
    'E-DOORWAY-FIELDS',
    () => window.countersign.ask('prefer', JSON.parse('{"constructor":{"prototype":{"language":"sw"}}}')),
  ],
  ['a fraction', 'E-DOORWAY-FIELDS', () => window.countersign.ask('journal', { limit: 1.5 })],
  ['no number', 'E-DOORWAY-FIELDS', () => window.countersign.ask('journal', { limit: Number.NaN })],
  ['a day', 'E-DOORWAY-FIELDS', () => window.countersign.ask('prefer', { language: new Date(0) })],
  ['a map', 'E-DOORWAY-FIELDS', () => window.countersign.ask('prefer', { language: new Map([['en', 'en']]) })],
  ['a large whole number', 'E-DOORWAY-FIELDS', () => window.countersign.ask('journal', { limit: 10n })],
  [
    'what is nested without end',
    'E-DOORWAY-FIELDS',
    () => window.countersign.ask('prefer', { language: Array.from({ length: 40 }).reduce<unknown>((inner) => [inner], 'en') }),
  ],
  ['a text too long', 'E-DOORWAY-SIZE', () => window.countersign.ask('unlock', { person: 'RO1', secret: 'x'.repeat(300_000) })],
  [
    'a list too long',
    'E-DOORWAY-SIZE',
    () => window.countersign.ask('unlock', { person: Array.from({ length: 50_000 }, () => 1), secret: 'x' }),
  ],
  ['bytes too many', 'E-DOORWAY-SIZE', () => window.countersign.ask('unlock', { person: 'RO1', secret: new Uint8Array(300_000) })],
  ['what needs somebody at the keyboard', 'R-NOT-UNLOCKED', () => window.countersign.ask('lock', {})],
  ['a note by nobody', 'R-NOT-UNLOCKED', () => window.countersign.ask('noteIncident', { text: 'nobody was here' })],
  ['what needs a centre', 'R-NO-CENTRE', () => window.countersign.ask('unlock', { person: 'RO1', secret: 'x' })],
];

describe('what a page asks', () => {
  for (const [what, code, attempt] of REFUSED)
    test(`${what}: ${code}`, async () => expect(codeOf(await page.evaluate(attempt))).toBe(code));

  /** These never reach the doorway: the bridge can carry data only. */
  const uncarried: readonly (readonly [string, Attempt])[] = [
    ['a function', () => window.countersign.ask('prefer', { language: () => 'en' })],
    ['a symbol', () => window.countersign.ask('prefer', { language: Symbol('en') })],
    [
      'itself, without end',
      () => {
        const looped: Record<string, unknown> = {};
        looped.language = looped;
        return window.countersign.ask('prefer', looped);
      },
    ],
  ];
  for (const [what, attempt] of uncarried)
    test(`${what} is refused one way or the other`, async () => {
      const answer = await page.evaluate(attempt).catch(() => ({ refusal: { code: 'not carried' } }));
      expect(['not carried', 'E-DOORWAY-FIELDS', 'E-DOORWAY-SIZE']).toContain(codeOf(answer));
    });

  test('names of the language itself change nothing, neither here nor at the host', async () => {
    const left = await page.evaluate(async () => {
      const { countersign } = window;
      await countersign.ask('prefer', JSON.parse('{"__proto__":{"language":"sw","by":"anybody"}}'));
      const frame = (await countersign.ask('frame', {})) as { readonly value: { readonly language: string } };
      return [frame.value.language, 'by' in {}, 'language' in {}];
    });
    expect(left).toEqual(['en', false, false]);
    expect(await launched.app.evaluate(() => 'by' in {} || 'language' in {})).toBe(false);
  });

  test('after all of it the office answers as before', async () => {
    expect(await page.evaluate(() => window.countersign.ask('frame', {}))).toMatchObject({ ok: true, value: { language: 'en' } });
  });
});

describe('a frame in the page', () => {
  const sources: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['of its own address', { src: '/' }],
    ['with its page given', { srcdoc: '<script>parent.got = typeof countersign</script>' }],
    ['empty', { src: 'about:blank' }],
    ['with a page in its address', { src: 'data:text/html,<h1>data</h1>' }],
    ['with a script in its address', { src: 'javascript:parent.got=1' }],
    ['of another address', { src: 'https://elsewhere.example/' }],
  ];
  for (const [what, attributes] of sources) {
    test(`${what}, has no bridge, and runs nothing`, async () => {
      const found = await page.evaluate(async (given) => {
        const frame = document.body.appendChild(Object.assign(document.createElement('iframe'), given));
        await new Promise((resolve) => setTimeout(resolve, 300));
        const inner = frame.contentWindow as unknown as { readonly countersign?: unknown } | null;
        const bridge = () => {
          try {
            return typeof inner?.countersign;
          } catch {
            return 'undefined';
          }
        };
        const answer = { bridge: bridge(), got: 'got' in window, text: frame.contentDocument?.body?.innerText ?? '' };
        frame.remove();
        return answer;
      }, attributes);
      expect(found).toEqual({ bridge: 'undefined', got: false, text: '' });
    });
  }
});

describe('the files', () => {
  const missing = [
    ...['/../package.json', '/%2e%2e/main/app.js', '/..%2fmain%2fapp.js', '/..%5cmain%5capp.js', '/../preload/preload.cjs'],
    ...['//etc/passwd', '/etc/passwd', '/index.html/', '/INDEX.HTML', '/assets', '/assets/', '/index.html%00.js', '/./%2e/main/app.js'],
  ];
  for (const place of missing)
    test(`${place} is not here`, async () => {
      // An address with two slashes names another host: that is refused before it is looked for.
      expect(
        await page.evaluate(
          (wanted) =>
            fetch(wanted).then(
              ({ status }) => status,
              () => 404,
            ),
          place,
        ),
      ).toBe(404);
    });

  test('a page is read and never written to', async () => {
    const methods = ['POST', 'PUT', 'DELETE'];
    const answered = await page.evaluate(
      (all) =>
        Promise.all(
          all.map((method) =>
            fetch('/', { method }).then(
              ({ status }) => status,
              () => 404,
            ),
          ),
        ),
      methods,
    );
    expect(answered).toEqual([404, 404, 404]);
    expect(await page.evaluate(() => fetch('/').then(({ status }) => status))).toBe(200);
  });
});

describe('the wall', () => {
  test('may ask nothing but its own, and has no other way', async () => {
    const opening = launched.app.waitForEvent('window');
    await page.evaluate(() => window.countersign.ask('openWall', {}));
    const wall = await opening;
    await wall.getByRole('heading', { level: 1 }).waitFor();
    const names = Object.keys(CONTRACT) as AskName[];
    const others = names.filter((name) => !CONTRACT[name].onWall);
    expect(others.length).toBeGreaterThan(30);
    const ask = (name: string) => wall.evaluate((asked) => window.countersign.ask(asked, {}), name);
    for (const name of others) expect(codeOf(await ask(name)), name).toBe('E-DOORWAY-ASK');
    // An address is no window: the wall that calls itself the rooms is still the wall.
    await wall.evaluate(() => history.replaceState(null, '', '/#/board'));
    expect(codeOf(await ask('setup'))).toBe('E-DOORWAY-ASK');
    expect(await ask('frame')).toMatchObject({ ok: true });
    await wall.evaluate(() => window.countersign.ask('closeWall', {})).catch(() => undefined);
    await expect.poll(() => launched.app.windows().length).toBe(1);
  });

  test('that is asked for twice is opened once', async () => {
    await page.evaluate(() => Promise.all([1, 2, 3].map(() => window.countersign.ask('openWall', {}))));
    await expect.poll(() => launched.app.windows().length).toBe(2);
    await page.evaluate(() => window.countersign.ask('closeWall', {}));
    await expect.poll(() => launched.app.windows().length).toBe(1);
  });
});
