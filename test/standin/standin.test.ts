/**
 * The stand-in may only be trusted with the product's tests if it refuses what Electron refuses. These tests drive a small app at it
 * and attack what it promises: what crosses between a page and the app, and what a page can see. What pages may not do is in
 * `refusals.test.ts`.
 */
import type { ElectronApplication, Page } from 'playwright';
import { expect as see } from 'playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFixture } from './drive.ts';

interface Host {
  ask(channel: string, value?: unknown): Promise<unknown>;
  onTold(listener: (value: unknown) => void): () => void;
}
declare const host: Host;
declare const window: { matchMedia(query: string): { matches: boolean } };

let app: ElectronApplication;
let page: Page;

beforeAll(async () => {
  ({ app, page } = await openFixture());
});
afterAll(() => app.close());

test('a value comes back from the app as it went, also what JSON does not know', async () => {
  const answer = await page.evaluate(() =>
    host.ask('echo', {
      absent: undefined,
      bytes: new Uint8Array([0, 255]),
      nothing: Number.NaN,
      negative: -0,
      day: new Date(0),
      list: [1n],
    }),
  );
  const value = { absent: undefined, bytes: new Uint8Array([0, 255]), nothing: Number.NaN, negative: -0, day: new Date(0), list: [1n] };
  expect(answer).toEqual({ value, origin: 'app://countersign', top: true });
});

test('no page can pass a marked object off as something else', async () => {
  const tricks = [{ $is: 'date', value: 0 }, { $is: 'function', name: 'page1' }, JSON.parse('{"__proto__":{"admin":true}}')];
  const answers = await page.evaluate(async () => {
    const given = [{ $is: 'date', value: 0 }, { $is: 'function', name: 'page1' }, JSON.parse('{"__proto__":{"admin":true}}')];
    const answered = await Promise.all(given.map((value) => host.ask('echo', value)));
    return JSON.stringify(answered.map((each) => (each as { value: unknown }).value));
  });
  expect(answers).toBe(JSON.stringify(tricks));
});

test('a megabyte of bytes arrives whole on both sides', async () => {
  const sum = await page.evaluate(async () => {
    const answer = (await host.ask('bytes', new Uint8Array(1_000_000).fill(55))) as Uint8Array;
    return answer.reduce((total, byte) => total + byte, 0);
  });
  expect(sum).toBe(200 * 1_000_000);
});

test('a failing handler and an unknown channel fail in the words of Electron', async () => {
  await expect(page.evaluate(() => host.ask('fail'))).rejects.toThrow("Error invoking remote method 'fail': RangeError: this is refused");
  await expect(page.evaluate(() => host.ask('unheard'))).rejects.toThrow("No handler registered for 'unheard'");
});

test('the app tells a page something, until the page stops listening', async () => {
  await page.evaluate(() => {
    const told: unknown[] = [];
    const stop = host.onTold((value) => {
      told.push(value);
      if (told.length === 2) stop();
    });
    Object.assign(globalThis, { told });
  });
  await app.evaluate(({ BrowserWindow }) => {
    for (const value of ['one', 'two', 'three']) BrowserWindow.getAllWindows()[0]?.webContents.send('told', value);
  });
  await page.evaluate(() => host.ask('echo'));
  expect(await page.evaluate(() => (globalThis as unknown as { told: unknown[] }).told)).toEqual(['one', 'two']);
});

test('a page sees what the preload offers, frozen, and nothing of Node or of the stand-in', async () => {
  const seen = await page.evaluate(() => ({
    frozen: Object.isFrozen(host),
    names: Object.keys(host),
    node: ['require', 'process', 'Buffer', 'module'].filter((name) => name in globalThis),
    inside: Object.getOwnPropertyNames(globalThis).filter((name) => /^(ipc|stand|native[0-9a-f]|__|channel[0-9a-f])/i.test(name)),
  }));
  expect(seen).toEqual({ frozen: true, names: ['ask', 'onTold'], node: [], inside: [] });
});

test('what the stand-in lacks is an error that names it, never undefined', async () => {
  const lacking = (name: string): Promise<string> =>
    app.evaluate((electron, wanted) => {
      try {
        const [object = '', member = ''] = wanted.split('.');
        return String((electron as unknown as Record<string, Record<string, unknown>>)[object]?.[member]);
      } catch (problem) {
        return (problem as Error).message;
      }
    }, name);
  expect(await lacking('shell.openExternal')).toBe('shell.openExternal is not in the stand-in');
  expect(await lacking('app.setLoginItemSettings')).toBe('app.setLoginItemSettings is not in the stand-in');
  await expect(app.evaluate(({ BrowserWindow }) => new BrowserWindow({ kiosk: true }))).rejects.toThrow(
    'the option kiosk of BrowserWindow',
  );
  await expect(app.evaluate(({ BrowserWindow }) => new BrowserWindow({ webPreferences: { nodeIntegration: true } }))).rejects.toThrow(
    'not sandboxed',
  );
});

test('a page is printed as a PDF document of the size asked for', async () => {
  const printed = await app.evaluate(async ({ BrowserWindow }) =>
    (await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ pageSize: 'A4' }))?.toString('latin1'),
  );
  expect(printed?.slice(0, 5)).toBe('%PDF-');
  expect(printed).toMatch(/\/MediaBox \[0 0 59\d(\.\d+)? 84\d/);
});

test('pages follow the theme that the app chooses', async () => {
  const choose = (source: 'dark' | 'light'): Promise<boolean> =>
    app.evaluate(({ nativeTheme }, chosen) => {
      nativeTheme.themeSource = chosen;
      return nativeTheme.shouldUseDarkColors;
    }, source);
  const isDark = (): Promise<boolean> => page.evaluate(() => window.matchMedia('(prefers-color-scheme: dark)').matches);
  expect(await choose('dark')).toBe(true);
  await see.poll(isDark).toBe(true);
  expect(await choose('light')).toBe(false);
  await see.poll(isDark).toBe(false);
});

test('without a desktop a question is cancelled, and a test can answer in its place', async () => {
  const ask = (): Promise<unknown> => app.evaluate(({ dialog }) => dialog.showSaveDialog({ title: 'Where to', defaultPath: 'bundle.zip' }));
  expect(await ask()).toEqual({ canceled: true, filePath: '' });
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: '/chosen.zip' });
  });
  expect(await ask()).toEqual({ canceled: false, filePath: '/chosen.zip' });
});
