/**
 * The scan beside the figures, in the real window: every kind of picture that scanners make is drawn under the app's own security
 * policy, what cannot be drawn is said in words, and every tool works by keys, also while a figure is being typed.
 */
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { must } from '../../core/result.ts';
import { type Hands, handsOn } from './hands.ts';
import { type Launched, launchApp } from './launch.ts';
import { barriersOn, sidewaysOn } from './looks.ts';
import { type Place, standAt } from './places.ts';
import { type Evening, eveningWith } from './samples/evening.ts';
import {
  brokenPdf,
  brokenPng,
  ccittPaper,
  jbig2Paper,
  jpxPaper,
  paperOfTwoPages,
  paperWithDamagedPicture,
  pngPicture,
} from './samples/papers.ts';
import { settle } from './settle.ts';

/** In the order in which they are attached, after the one picture that the form has. */
const ATTACHED = {
  ccitt: ccittPaper(),
  jbig2: jbig2Paper(),
  jpx: jpxPaper(),
  twoPages: paperOfTwoPages(),
  png: pngPicture(),
  damaged: paperWithDamagedPicture(),
  brokenPdf: brokenPdf(),
  brokenPng: brokenPng(),
};
const NAMES = ['first', ...Object.keys(ATTACHED)] as readonly (keyof typeof ATTACHED | 'first')[];

let evening: Evening;
let launched: Launched;
let hands: Hands;
let form = '';
let other = '';
let missing = '';
const violations: string[] = [];

beforeAll(async () => {
  evening = await eveningWith(async (office, passphrase) => {
    must(await office.unlock('C3', passphrase));
    const waiting = [...office.centre().forms.values()].filter(({ stage }) => stage.stage === 'received').map(({ id }) => id);
    [form = '', other = ''] = waiting;
    for (const [name, bytes] of Object.entries(ATTACHED)) must(office.attachScan(form, bytes, name));
    missing = must(office.attachScan(other, jpxPaper().slice(0, -1), 'goes missing')).digest;
  });
  const scans = path.join(evening.place, 'scans');
  for (const file of readdirSync(scans).filter((name) => name.startsWith(missing))) rmSync(path.join(scans, file));
  launched = await launchApp({ dataFolder: evening.dataFolder, viewport: { width: 1366, height: 768 } });
  hands = handsOn(launched.page);
  await hands.stand(/Unlock|Board/);
  launched.page.on('console', (message) => {
    if (/Content Security Policy|security policy/i.test(message.text())) violations.push(message.text());
  });
  await launched.page.evaluate(() => {
    window.addEventListener('securitypolicyviolation', (event) => console.log(`Content Security Policy: ${event.violatedDirective}`));
  });
});
afterAll(async () => {
  await launched.close();
  rmSync(evening.dataFolder, { recursive: true, force: true });
});

function at(id = form): Place {
  return { name: 'entry', person: 'C1', address: `/entry/${encodeURIComponent(id)}` };
}

/** Looks at a scan by its name: PageDown as often as needed. */
async function lookAt(name: (typeof NAMES)[number], further = 0): Promise<Page> {
  const { page } = launched;
  await standAt(page, at(other), 'A1');
  await standAt(page, at(), 'A1');
  const pagesBefore = NAMES.indexOf(name) > NAMES.indexOf('twoPages') ? 1 : 0;
  const panel = page.getByRole('region', { name: 'Scan of the paper' });
  for (let pressed = 0; pressed < NAMES.indexOf(name) + pagesBefore + further; pressed += 1) {
    await expect(panel.getByText('The scan is being read.')).toHaveCount(0);
    await settle(page);
    await hands.press('PageDown');
  }
  await expect(panel.getByText(`Scan ${NAMES.indexOf(name) + 1} of ${NAMES.length}`, { exact: true })).toBeVisible();
  await expect(panel.getByText('The scan is being read.')).toHaveCount(0);
  return page;
}

/** The share of dark points on the page that is drawn; the middle of every sample is dark and its edge is not. */
function darkness(page: Page): Promise<number> {
  return page.evaluate(() => {
    const canvas = document.querySelector('main canvas');
    if (!(canvas instanceof HTMLCanvasElement)) return -1;
    const points = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
    let dark = 0;
    for (let point = 0; point < points.length; point += 4) if ((points[point + 3] ?? 0) > 0 && (points[point] ?? 255) < 128) dark += 1;
    return dark / (points.length / 4);
  });
}

function placement(page: Page): Promise<{ readonly width: number; readonly transform: string }> {
  return page.evaluate(() => {
    const picture = document.querySelector<HTMLElement>('main canvas, main img');
    return { width: Number.parseFloat(picture?.style.width ?? ''), transform: picture?.style.transform ?? '' };
  });
}

describe('pictures as scanners make them', () => {
  test.each([
    ['ccitt', 0, 0.4, 0.6],
    ['jbig2', 0, 0.4, 0.6],
    ['jpx', 0, 0.05, 0.4],
    ['twoPages', 0, 0.4, 0.6],
    ['twoPages', 1, 0.4, 0.6],
  ] as const)('a PDF file with %s, %i pages on, shows its dark box', async (name, further, least, most) => {
    const page = await lookAt(name, further);
    await expect.poll(() => darkness(page)).toBeGreaterThan(least);
    expect(await darkness(page)).toBeLessThan(most);
    if (name === 'twoPages') await hands.see(`page ${further + 1} of 2`);
  });

  test('a PNG picture is shown at its own proportions', async () => {
    const page = await lookAt('png');
    const size = () =>
      page.evaluate(() => {
        const image = document.querySelector('main img');
        return image instanceof HTMLImageElement ? [image.naturalWidth, image.naturalHeight] : [];
      });
    await expect.poll(size).toEqual([60, 84]);
  });

  test('a paper drawn with fonts that are not in the file shows its words', async () => {
    const page = await lookAt('first');
    await expect.poll(() => darkness(page)).toBeGreaterThan(0.005);
  });

  test('nothing of it breaks the security policy of the page', () => {
    if (violations.length > 0) throw new Error(violations.join('\n'));
  });
});

describe('what cannot be shown is said', () => {
  test.each([
    ['damaged', 'This page is empty, or its picture could not be drawn'],
    ['brokenPdf', 'This scan cannot be shown'],
    ['brokenPng', 'This scan cannot be shown'],
  ] as const)('%s: %s', async (name, words) => {
    const page = await lookAt(name);
    await hands.see(new RegExp(words));
    expect(await barriersOn(page)).toEqual([]);
  });

  test('a scan whose file is gone is not asked for in vain', async () => {
    const { page } = launched;
    await standAt(page, at(other), 'A1');
    await hands.press('PageDown');
    await hands.see(/This scan is missing or damaged on this machine/);
  });
});

describe('the tools', () => {
  test('zoom, turn, move and fit work with Alt while a figure is being typed, and type nothing', async () => {
    const page = await lookAt('ccitt');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    const before = await placement(page);
    await hands.press('Alt+Equal', 'Alt+Equal');
    const larger = await placement(page);
    expect(larger.width / before.width).toBeCloseTo(1.25 ** 2, 3);
    await hands.press('Alt+ArrowRight');
    expect((await placement(page)).transform).toContain('translate(-60px');
    await hands.press('Alt+Minus', 'Alt+Minus', 'Alt+r');
    expect((await placement(page)).transform).toContain('rotate(90deg)');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('');
  });

  test('turn and zoom go along to a form not seen before, and each form then keeps its own', async () => {
    const page = await lookAt('ccitt');
    expect((await placement(page)).transform).toContain('rotate(90deg)');
    await standAt(page, at(other), 'A1');
    await expect.poll(async () => (await placement(page)).transform).toContain('rotate(90deg)');
    await hands.press('Alt+r', 'Alt+r', 'Alt+r');
    await expect.poll(async () => (await placement(page)).transform).toContain('rotate(0deg)');
    await standAt(page, at(), 'A1');
    await expect.poll(async () => (await placement(page)).transform).toContain('rotate(90deg)');
    await hands.press('Alt+r', 'Alt+r', 'Alt+r');
    await expect.poll(async () => (await placement(page)).transform).toContain('rotate(0deg)');
  });

  test('a plain letter belongs to the box while a figure is typed, and to the scan otherwise', async () => {
    const page = await lookAt('ccitt');
    await hands.press('r');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('r');
    expect((await placement(page)).transform).toContain('rotate(0deg)');
    await hands.press('Backspace');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await hands.press('r', '+', '+');
    expect((await placement(page)).transform).toContain('rotate(90deg)');
    await hands.press('0', 'r', 'r', 'r');
    const { transform } = await placement(page);
    expect(transform).toContain('translate(0px, 0px) rotate(0deg)');
  });

  test('the page cannot be moved out of sight', async () => {
    const page = await lookAt('ccitt');
    for (let pressed = 0; pressed < 30; pressed += 1) await hands.press('Alt+ArrowLeft');
    const [, moved = ''] = /translate\((-?\d+(?:\.\d+)?)px, [^)]*\) rotate/.exec((await placement(page)).transform) ?? [];
    const { width } = await placement(page);
    expect(Number(moved)).toBeGreaterThan(0);
    expect(Number(moved)).toBeLessThanOrEqual(width / 2 + 1);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await hands.press('0');
  });

  test('the ruler follows the row, and L takes it away and brings it back', async () => {
    const page = await lookAt('ccitt');
    const ruler = () => page.evaluate(() => document.querySelector<HTMLElement>('main [class*="ruler"]')?.style.top);
    const first = Number.parseFloat((await ruler()) ?? '');
    await hands.press('ArrowDown');
    expect(Number.parseFloat((await ruler()) ?? '')).toBeGreaterThan(first);
    await hands.press('Alt+l');
    expect(await ruler()).toBeUndefined();
    await hands.press('Alt+l');
    expect(await ruler()).not.toBeUndefined();
  });

  test('an enlarged page goes along, so that the ruler stays in view from the first row to the last', async () => {
    const page = await lookAt('ccitt');
    await hands.press('Alt+Equal', 'Alt+Equal', 'Alt+Equal', 'Alt+Equal', 'Alt+Equal', 'Alt+Equal');
    const within = () =>
      page.evaluate(() => {
        const ruler = document.querySelector<HTMLElement>('main [class*="ruler"]');
        const stage = ruler?.parentElement;
        return ruler === null || stage == null ? -1 : Number.parseFloat(ruler.style.top) / stage.clientHeight;
      });
    for (let row = 0; row < 20; row += 1) {
      const at = await within();
      expect(at).toBeGreaterThan(0.15);
      expect(at).toBeLessThan(0.85);
      await hands.press('ArrowDown');
    }
    await hands.press('Alt+Minus', 'Alt+Minus', 'Alt+Minus', 'Alt+Minus', 'Alt+Minus', 'Alt+Minus');
  });

  test('beside the form nothing stands past the edge, at either size', async () => {
    const page = await lookAt('twoPages');
    for (const size of [
      { width: 1366, height: 768 },
      { width: 1093, height: 614 },
    ]) {
      await page.setViewportSize(size);
      await settle(page);
      expect(await sidewaysOn(page)).toEqual([]);
      expect(await barriersOn(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 1366, height: 768 });
  });
});

test('a scan is handed to an agent too, and to nobody at a locked keyboard', async () => {
  const { page } = launched;
  await standAt(page, at(), 'A1');
  const digestOfFirst = await page.evaluate(async (wanted) => {
    const { countersign } = window as unknown as {
      countersign: { ask(name: string, fields: unknown): Promise<{ value: { paper: { scans: { digest: string }[] } } }> };
    };
    return (await countersign.ask('entry', { form: wanted })).value.paper.scans[0]?.digest;
  }, form);
  const ask = () =>
    page.evaluate(async (digest) => {
      const { countersign } = window as unknown as {
        countersign: { ask(name: string, fields: unknown): Promise<{ readonly ok: boolean }> };
      };
      return (await countersign.ask('scan', { digest })).ok;
    }, digestOfFirst);
  expect(await ask()).toBe(true);
  await standAt(page, { name: 'board', person: 'agent', address: '/board' }, 'A1');
  expect(await ask()).toBe(true);
  await page.evaluate(() =>
    (window as unknown as { countersign: { ask(name: string, fields: unknown): Promise<unknown> } }).countersign.ask('lock', {}),
  );
  expect(await ask()).toBe(false);
});
