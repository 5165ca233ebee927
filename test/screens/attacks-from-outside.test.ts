/**
 * What comes to a page of ours from outside, and the quieter ways by which one could reach the outside: things dragged in from other
 * programs, calls between browsers, names that are looked up, devices that are plugged in.
 */

import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {} from '../../renderer/office/ask.ts';
import { type Launched, launchApp } from './launch.ts';
import { practiceIn } from './people-hands.ts';

const A_WHILE = 250;
const root = mkdtempSync(path.join(tmpdir(), 'from-outside-'));
let launched: Launched;
let page: Page;
let home: string;

beforeAll(async () => {
  await practiceIn(root);
  launched = await launchApp({ dataFolder: root, viewport: { width: 1366, height: 768 } });
  page = launched.page;
  await page.getByRole('heading', { level: 1 }).waitFor();
  home = page.url();
});
afterAll(async () => {
  await launched.close();
  rmSync(root, { recursive: true, force: true });
});

interface Dragged {
  readonly items: { readonly mimeType: string; readonly data: string }[];
  readonly files?: string[];
  readonly dragOperationsMask: number;
}

/** Dragged to the middle of an element and let go there. */
async function drop(selector: string, data: Dragged): Promise<void> {
  const box = await page.locator(selector).first().boundingBox();
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
  const devtools = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await devtools.send('Input.dispatchDragEvent', { type, x, y, data });
  await devtools.detach();
  await page.waitForTimeout(A_WHILE);
}

describe('what is dragged in', () => {
  test('as text does not fill a box that somebody is to type in', async () => {
    const box = page.locator('input').first();
    await box.fill('');
    await drop('input', { items: [{ mimeType: 'text/plain', data: 'RO1' }], dragOperationsMask: 1 });
    expect(await box.inputValue()).toBe('');
  });

  test.each(['input', 'body'])('as a file opens nothing, over the %s', async (where) => {
    const file = path.join(root, 'dragged.html');
    writeFileSync(file, '<h1>dragged in</h1>');
    await drop(where, { items: [], files: [file], dragOperationsMask: 1 });
    expect(page.url()).toBe(home);
    expect(launched.app.windows()).toHaveLength(1);
    expect(await page.locator('body').innerText()).not.toContain('dragged in');
  });
});

describe('the quiet ways out', () => {
  /** Asks for a call, over a relay where one is named; answers the addresses that the page learnt of this machine. */
  const call = (relay?: string): Promise<readonly string[]> =>
    page.evaluate(async (urls) => {
      const found: string[] = [];
      const servers =
        urls === undefined ? {} : { iceServers: [{ urls, username: 'x', credential: 'x' }], iceTransportPolicy: 'relay' as const };
      const calling = new RTCPeerConnection(servers);
      calling.addEventListener('icecandidate', ({ candidate }) => candidate?.candidate && found.push(candidate.candidate));
      calling.createDataChannel('out');
      await calling.setLocalDescription();
      await new Promise((resolve) => setTimeout(resolve, 1500));
      calling.close();
      return found;
    }, relay);

  test('a call between browsers learns no address of this machine', async () => expect(await call()).toEqual([]));

  test('a call over a relay does not reach it, by name or by number', async () => {
    let calls = 0;
    const relay = createServer((socket) => {
      calls += 1;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await once(relay, 'listening');
    const { port } = relay.address() as AddressInfo;
    for (const host of ['127.0.0.1', 'localhost']) expect(await call(`turn:${host}:${port}?transport=tcp`)).toEqual([]);
    relay.close();
    expect(calls).toBe(0);
  });

  test('no name is looked up, no proxy asked for', async () => {
    const switches = await launched.app.evaluate(({ app }) => [
      app.commandLine.getSwitchValue('host-resolver-rules'),
      app.commandLine.hasSwitch('no-proxy-server'),
      app.commandLine.hasSwitch('disable-background-networking'),
    ]);
    expect(switches).toEqual(['MAP * ~NOTFOUND', true, true]);
  });

  test.each(['usb', 'hid', 'serial', 'bluetooth'])('no device is given out: %s', async (bus) => {
    const answer = await page.evaluate(async (name) => {
      const machine = Reflect.get(navigator, name) as { requestDevice?: (o: object) => unknown; requestPort?: () => unknown } | undefined;
      try {
        const given = await (machine?.requestPort?.() ?? machine?.requestDevice?.({ filters: [], acceptAllDevices: true }));
        return Array.isArray(given) ? given.length : given === undefined ? 0 : 1;
      } catch {
        return 0;
      }
    }, bus);
    expect(answer).toBe(0);
  });

  test('the screen is not filmed', async () => {
    const name = await page.evaluate(() =>
      navigator.mediaDevices.getDisplayMedia().then(
        () => 'given',
        ({ name: reason }: Error) => reason,
      ),
    );
    expect(name).not.toBe('given');
  });

  test('the keyboard’s page remembers nothing between two evenings but what the app keeps', async () => {
    expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, '']);
  });
});
