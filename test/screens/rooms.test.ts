/**
 * Every room, in both languages and both themes, on a busy evening and at its worst (33 candidates, names of sixty characters,
 * sixteen agents): no barrier that axe finds, no word missing, nothing cut off sideways at 1366 × 768 and at 125 %, focus always seen.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBusyEvening } from './busy-evening.ts';
import { type Launched, launchApp } from './launch.ts';
import { barriersOn, sidewaysOn, unseenStops, wordlessOn } from './looks.ts';
import { PLACES, preferring, standAt } from './places.ts';
import { settle } from './settle.ts';
import { createWorstCase } from './worst-case.ts';

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1093, height: 614 },
] as const;
const STOPS = 12;

const EVENINGS = [
  { name: 'a busy evening', agent: 'A1', make: createBusyEvening },
  { name: 'the worst case', agent: 'A01', make: createWorstCase },
] as const;

for (const evening of EVENINGS) {
  describe(evening.name, () => {
    let root: string;
    let launched: Launched;
    beforeAll(async () => {
      root = mkdtempSync(path.join(tmpdir(), 'rooms-'));
      await evening.make(root);
      launched = await launchApp({ dataFolder: root, viewport: SIZES[0] });
    });
    afterAll(async () => {
      await launched.close();
      rmSync(root, { recursive: true, force: true });
    });

    for (const place of PLACES) {
      test(`${place.name} is whole in both languages, both themes and both sizes`, async () => {
        const { page } = launched;
        const faults: string[] = [];
        await page.setViewportSize(SIZES[0]);
        await standAt(page, place, evening.agent);
        for (const language of ['en', 'sw']) {
          for (const theme of ['light', 'dark']) {
            await preferring(page, { language, theme });
            await settle(page);
            const found = [...(await barriersOn(page)), ...(await wordlessOn(page)).map((words) => `wordless: ${words}`)];
            faults.push(...found.map((fault) => `${language} ${theme} ${fault}`));
          }
          for (const size of SIZES) {
            await page.setViewportSize(size);
            await settle(page);
            faults.push(...(await sidewaysOn(page)).map((fault) => `${language} ${size.width} sideways: ${fault}`));
          }
          await page.setViewportSize(SIZES[0]);
        }
        await preferring(page, { language: 'en', theme: 'light' });
        faults.push(...(await unseenStops(page, STOPS)).map((fault) => `focus ${fault}`));
        expect([...new Set(faults)]).toEqual([]);
      });
    }
  });
}
