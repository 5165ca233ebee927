/**
 * Looks at every room of a centre, in both languages and both themes: no barrier that axe finds, no word missing, nothing cut off
 * sideways at 1366 × 768 and at 125 %, focus always seen. Each centre is a test file of its own, so that two workers share the work.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Launched, launchApp } from './launch.ts';
import { barriersOn, sidewaysOn, unseenStops, wordlessOn } from './looks.ts';
import { PLACES, preferring, standAt } from './places.ts';
import { settle } from './settle.ts';

const SMALL = { width: 1093, height: 614 };
const USUAL = { width: 1366, height: 768 };
const STOPS = 12;

export interface Centre {
  /** Whose turn it is where an agent is wanted. */
  readonly agent: string;
  /** Makes it below a folder, as the one that the app opens. */
  make(root: string): Promise<unknown>;
}

export function showRooms(centre: Centre): void {
  let root: string;
  let launched: Launched;
  beforeAll(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'rooms-'));
    await centre.make(root);
    launched = await launchApp({ dataFolder: root, viewport: USUAL });
  });
  afterAll(async () => {
    await launched.close();
    rmSync(root, { recursive: true, force: true });
  });
  test.each(PLACES)('$name is whole in both languages, both themes and both sizes', async (place) => {
    const { page } = launched;
    await standAt(page, place, centre.agent);
    const faults = [...(await faultsIn(page, 'en')), ...(await faultsIn(page, 'sw'))];
    await preferring(page, { language: 'en', theme: 'light' });
    faults.push(...(await unseenStops(page, STOPS)).map((fault) => `focus ${fault}`));
    expect([...new Set(faults)]).toEqual([]);
  });
}

/** Leaves the page at the usual size. */
async function faultsIn(page: Page, language: 'en' | 'sw'): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const theme of ['light', 'dark']) {
    await preferring(page, { language, theme });
    const found = [...(await barriersOn(page)), ...(await wordlessOn(page)).map((words) => `wordless: ${words}`)];
    faults.push(...found.map((fault) => `${language} ${theme} ${fault}`));
  }
  for (const size of [SMALL, USUAL]) {
    await page.setViewportSize(size);
    await settle(page);
    faults.push(...(await sidewaysOn(page)).map((fault) => `${language} ${size.width} sideways: ${fault}`));
  }
  return faults;
}
