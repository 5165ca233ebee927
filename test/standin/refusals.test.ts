/**
 * What a page may not do at the stand-in, tried by the page itself: go elsewhere, open windows, speak from a frame, break the policy,
 * use the machine, download. Each attempt is refused, and the app hears of it where Electron would ask.
 */
import type { ElectronApplication, Page } from 'playwright';
import { expect as see } from 'playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askedOf, openFixture } from './drive.ts';

interface Host {
  ask(channel: string, value?: unknown): Promise<unknown>;
}
declare const host: Host;
declare const document: {
  body: { append(element: object): void };
  createElement(name: string): Record<string, unknown> & { click(): void };
};
declare const location: { href: string };
declare const window: { open(address: string): object | null };

let app: ElectronApplication;
let page: Page;

beforeAll(async () => {
  ({ app, page } = await openFixture());
});
afterAll(() => app.close());

test('a page cannot go anywhere: not by script, not by link', async () => {
  const before = page.url();
  await page.evaluate(() => {
    location.href = 'https://elsewhere.example/';
  });
  await see.poll(() => askedOf(app)).toContain('navigate https://elsewhere.example/');
  await page.getByRole('link', { name: 'Other' }).evaluate((link) => {
    Object.assign(link, { href: 'other.html' });
  });
  await page.getByRole('link', { name: 'Other' }).click();
  await see.poll(() => askedOf(app)).toContain('navigate app://countersign/other.html');
  expect(page.url()).toBe(before);
  expect(await page.evaluate(() => host.ask('echo', 'still here'))).toMatchObject({ value: 'still here' });
});

test('a page cannot open a window: not by script, not by link', async () => {
  expect(await page.evaluate(() => window.open('other.html'))).toBeNull();
  await page.getByRole('link', { name: 'Elsewhere' }).click();
  await see.poll(() => askedOf(app)).toContain('open https://elsewhere.example/');
  expect(await askedOf(app)).toContain('open app://countersign/other.html');
  await see.poll(() => app.windows().length).toBe(1);
});

test('a page in a frame gets no preload, and goes nowhere else either', async () => {
  await page.evaluate(async () => {
    for (const source of ['other.html', 'https://elsewhere.example/']) {
      const frame = document.createElement('iframe');
      frame.src = source;
      document.body.append(frame);
    }
  });
  await see.poll(() => askedOf(app)).toContain('frame app://countersign/other.html');
  const frame = await see
    .poll(() => page.frames().find((each) => each.url().endsWith('/other.html')))
    .toBeTruthy()
    .then(() => page.frames()[1]);
  expect(await frame?.evaluate(() => typeof (globalThis as { host?: Host }).host)).toBe('undefined');
  expect(
    await app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.mainFrame.frames.map((each) => each.origin)),
  ).toContain('app://countersign');
  expect(await page.evaluate(() => host.ask('echo'))).toMatchObject({ top: true });
});

test('the policy that the app serves holds', async () => {
  const broken = await page.evaluate(async () => {
    const directives: string[] = [];
    const events = document as unknown as EventTarget;
    events.addEventListener('securitypolicyviolation', (event) =>
      directives.push((event as unknown as { effectiveDirective: string }).effectiveDirective),
    );
    const script = document.createElement('script');
    script.textContent = 'globalThis.broken = true';
    document.body.append(script);
    await fetch('https://elsewhere.example/').catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { directives, ran: 'broken' in globalThis };
  });
  expect(broken.ran).toBe(false);
  expect(broken.directives).toEqual(expect.arrayContaining(['script-src-elem', 'connect-src']));
});

test('a worker of the page is served by the app as well', async () => {
  const status = await page.evaluate(() => {
    type PageWorker = { onmessage: (event: { data: unknown }) => void };
    const Made = (globalThis as unknown as { Worker: new (name: string) => PageWorker }).Worker;
    const worker = new Made('worker.js');
    return new Promise((resolve) => {
      worker.onmessage = (event) => resolve(event.data);
    });
  });
  expect(status).toBe(200);
});

test('a permission is what the app says: the camera yes, place and microphone no', async () => {
  const stateOfAll = (): Promise<string[]> =>
    page.evaluate(async () => {
      const { permissions } = navigator as unknown as { permissions: { query(asked: object): Promise<{ state: string }> } };
      const names = ['camera', 'microphone', 'geolocation', 'notifications'];
      return Promise.all(names.map(async (name) => (await permissions.query({ name })).state));
    });
  await see.poll(stateOfAll).toEqual(['granted', 'denied', 'denied', 'denied']);
});

test('a download is told to the app and refused', async () => {
  await page.evaluate(() => {
    const link = document.createElement('a');
    Object.assign(link, { href: 'page.js', download: 'taken.js' });
    link.click();
  });
  await see.poll(() => askedOf(app)).toContain('download taken.js');
});
