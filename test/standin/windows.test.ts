/**
 * Windows of the stand-in: their size, their refusal to close, a second one beside the first; and the preload that fails loudly.
 */
import type { ElectronApplication, Page } from 'playwright';
import { expect as see } from 'playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askedOf, openFixture } from './drive.ts';

declare const innerWidth: number;
declare const innerHeight: number;
declare const document: { title: string };

type Make = { makeWindow(page: string, options?: object): Promise<unknown> };

let app: ElectronApplication;
let page: Page;

beforeAll(async () => {
  ({ app, page } = await openFixture());
});
afterAll(() => app.close());

const sizeOf = (seen: Page): Promise<number[]> => seen.evaluate(() => [innerWidth, innerHeight]);

test('a page has the size of its window, and then the size that a test sets', async () => {
  await see.poll(() => sizeOf(page)).toEqual([900, 600]);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ width: 1000, height: 650 }));
  await see.poll(() => sizeOf(page)).toEqual([1000, 650]);
  await page.setViewportSize({ width: 1366, height: 768 });
  expect(await sizeOf(page)).toEqual([1366, 768]);
  expect((await page.screenshot()).subarray(1, 4).toString()).toBe('PNG');
});

test('a window that refuses to close stays, and the whole app with it', async () => {
  const open = await app.evaluate(({ app: standIn, BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.once('close', (event) => event.preventDefault());
    window?.close();
    const afterClosing = window?.isDestroyed();
    window?.once('close', (event) => event.preventDefault());
    standIn.quit();
    return [afterClosing, window?.isDestroyed()];
  });
  expect(open).toEqual([false, false]);
  expect(await page.evaluate(() => document.title)).toBe('First page');
});

test('a second window stands beside the first, is known by its own number, and closes alone', async () => {
  const opening = app.waitForEvent('window');
  await app.evaluate(() => (globalThis as unknown as Make).makeWindow('other.html', { title: 'Wall' }));
  const second = await opening;
  await see.poll(() => second.title()).toBe('Second page');
  const handle = await app.browserWindow(second);
  expect(await handle.evaluate((window) => [window.id, window.webContents.getURL(), window.isVisible()])).toEqual([
    2,
    'app://countersign/other.html',
    true,
  ]);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.id)).toBe(2);
  await second.close();
  await see.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.id))).toEqual([1]);
  expect(await page.evaluate(() => document.title)).toBe('First page');
});

test('a page that closes itself takes its window with it', async () => {
  const opening = app.waitForEvent('window');
  await app.evaluate(() => (globalThis as unknown as Make).makeWindow('other.html'));
  const second = await opening;
  await see.poll(() => second.title()).toBe('Second page');
  await second.evaluate(() => (globalThis as unknown as { close(): void }).close());
  await see.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('maximised, full screen and normal are told and remembered', async () => {
  const told = await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    const events: string[] = [];
    for (const name of ['maximize', 'unmaximize', 'enter-full-screen', 'leave-full-screen'] as const)
      window?.on(name as 'maximize', () => events.push(name));
    window?.maximize();
    window?.unmaximize();
    window?.setFullScreen(true);
    const full = window?.isFullScreen();
    window?.setFullScreen(false);
    return { events, full, normal: window?.getNormalBounds() };
  });
  expect(told.events).toEqual(['maximize', 'unmaximize', 'enter-full-screen', 'leave-full-screen']);
  expect(told.full).toBe(true);
  expect(told.normal).toMatchObject({ width: 1000, height: 650 });
});

test('a preload that reaches for what it may not have is told to the app', async () => {
  const other = await openFixture({ FIXTURE_PRELOAD: 'failing.cjs' });
  expect(await askedOf(other.app)).toContain('preload failing.cjs electron.sendSync is not in the stand-in');
  await other.app.close();
});

test('the camera that the app allows can be used, also beside a window that may not use it; the microphone cannot', async () => {
  const other = await openFixture({ STANDIN_CHROMIUM_SWITCHES: '--use-fake-device-for-media-stream' });
  await other.app.evaluate(() => (globalThis as unknown as Make).makeWindow('other.html'));
  const use = (wanted: object): Promise<string> =>
    other.page.evaluate(async (asked) => {
      type Devices = { getUserMedia(asked: object): Promise<{ getTracks(): { kind: string }[] }> };
      const { mediaDevices } = navigator as unknown as { mediaDevices: Devices };
      try {
        return (await mediaDevices.getUserMedia(asked))
          .getTracks()
          .map((track) => track.kind)
          .join();
      } catch (problem) {
        return (problem as Error).name;
      }
    }, wanted);
  expect(await use({ video: true })).toBe('video');
  expect(await use({ audio: true })).toBe('NotAllowedError');
  await other.app.close();
});

test('the app may load and reload its own page, and run a script in it, where the page may not', async () => {
  const answers = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const first = await contents?.executeJavaScript("globalThis.kept = 1; document.title = 'changed'");
    const finished = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()));
    contents?.reload();
    await finished;
    const kept = await contents?.executeJavaScript('typeof globalThis.kept + document.title');
    await contents?.loadURL('app://countersign/other.html?wall#part');
    return { first, kept, address: contents?.getURL() };
  });
  expect(answers).toEqual({ first: 'changed', kept: 'undefinedFirst page', address: 'app://countersign/other.html?wall#part' });
  expect(await askedOf(app)).toEqual([]);
});
