/**
 * `node test/bench/board.ts`: how long the built app takes to show what was done, against the budgets of the design, in milliseconds.
 * The board of a centre with 1,740 forms, from the asking of an act until its new state is painted (100 ms); and a key press in the
 * entry of a form with 33 candidates until it is painted (50 ms). Painted means two animation frames later, so that up to two frames
 * of waiting are in every number. A program and never a test, because machines are noisy.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { must } from '../../core/result.ts';
import { provideNative } from '../../db/native.ts';
import { openCentres } from '../../main/centres.ts';
import { PRACTICE_PASSPHRASE } from '../../main/practice/practice-words.ts';
import { launchApp } from '../screens/launch.ts';
import { createWorstCase } from '../screens/worst-case.ts';
import { fillCentre } from './centres.ts';

/** The page's way to the office. */
declare global {
  interface Window {
    readonly countersign: { ask(name: string, fields: unknown): Promise<unknown> };
  }
}

const ACTS = 15;
const KEYS = 60;
const BOARD_BUDGET = 100;
const KEY_BUDGET = 50;
/** 290 stations in six contests; few agents, because the board counts them and no more. */
const CENTRE = { stations: 290, agents: 3, acts: Number.POSITIVE_INFINITY, passphrase: PRACTICE_PASSPHRASE };

/** Opens the app on a data folder, unlocks a person, goes to a room and hands its page over. */
async function inRoom<T>(dataFolder: string, person: string, room: string, measure: (page: Page) => Promise<T>): Promise<T> {
  const { page, close } = await launchApp({ dataFolder, viewport: { width: 1366, height: 768 } });
  try {
    await page.locator('nav, main').first().waitFor({ timeout: 300_000 });
    await page.waitForFunction(async () => JSON.stringify(await window.countersign.ask('frame', {})).includes('"phase"'), undefined, {
      timeout: 300_000,
    });
    const unlocked = await page.evaluate((fields) => window.countersign.ask('unlock', fields), { person, secret: PRACTICE_PASSPHRASE });
    if (!JSON.stringify(unlocked).includes('"ok":true')) throw new Error(JSON.stringify(unlocked));
    await page.evaluate((place) => location.assign(place), `#/${room}`);
    return await measure(page);
  } finally {
    await close();
  }
}

/** Receives second papers one after the other: each changes the row of what waits, and the accepted form's findings. */
async function actsToPaint(page: Page): Promise<readonly number[]> {
  await page.locator('[role=grid]').first().waitFor();
  const times: number[] = [];
  for (let act = 0; act < ACTS; act += 1) {
    times.push(
      await page.evaluate(async (number) => {
        const room = document.querySelector('main');
        if (room === null) throw new Error('no room is shown');
        const seen = { yes: 'yes', no: 'no' } as const;
        const marks = ['stamp', 'watermark', 'presidingOfficerSigned', 'presidingOfficerDated', 'deputySigned', 'deputyDated'];
        const more = { pagesComplete: seen.yes, alterations: 'none', stationAsExpected: seen.yes };
        const particulars = {
          serial: `second ${number}`,
          book: '1',
          copy: 'original',
          ...Object.fromEntries(marks.map((mark) => [mark, 'yes'])),
          ...more,
        };
        const body = { contest: 'contest1', station: String(number + 1).padStart(15, '0'), particulars };
        const before = room.textContent;
        const began = performance.now();
        const changed = new Promise<void>((resolve) => {
          const watch = new MutationObserver(() => {
            if (room.textContent === before) return;
            watch.disconnect();
            resolve();
          });
          watch.observe(room, { subtree: true, childList: true, characterData: true });
        });
        const commands = [{ kind: 'form-received', body }];
        const done = await window.countersign.ask('perform', { id: crypto.randomUUID(), commands });
        if (!JSON.stringify(done).includes('"ok":true')) throw new Error(JSON.stringify(done));
        await changed;
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        return performance.now() - began;
      }, act),
    );
  }
  return times;
}

/** Types digits and goes on to the next row, as a clerk does. */
async function keysToPaint(page: Page): Promise<readonly number[]> {
  await page.locator('main input').first().waitFor();
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    const hear = ({ timeStamp }: KeyboardEvent) =>
      requestAnimationFrame(() => requestAnimationFrame(() => times.push(performance.now() - timeStamp)));
    window.addEventListener('keydown', hear, { capture: true });
  });
  for (let key = 0; key < KEYS; key += 1) await page.keyboard.press(key % 3 === 2 ? 'Enter' : String(key % 10), { delay: 60 });
  return page.evaluate(() => (window as unknown as { readonly times: readonly number[] }).times);
}

function report(what: string, times: readonly number[], budget: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  const verdict = at(0.5) <= budget ? 'within' : 'OVER';
  process.stdout.write(
    `${what.padEnd(52)} median ${at(0.5).toFixed(0)} ms, slowest ${at(1).toFixed(0)} ms of ${times.length}, allowed ${budget} ms: ${verdict}\n`,
  );
  return at(0.5);
}

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-board-'));
try {
  provideNative();
  const centres = openCentres(path.join(folder, 'large'));
  const { folder: place, acts } = await fillCentre(centres.newPracticeFolder(), CENTRE, () => undefined);
  must(centres.setCurrent(place));
  process.stderr.write(`filled a centre with ${acts} acts\n`);
  const act = report(
    'an act until the board of 1,740 forms is painted',
    await inRoom(path.join(folder, 'large'), 'RO1', 'board', actsToPaint),
    BOARD_BUDGET,
  );
  await createWorstCase(path.join(folder, 'entry'));
  const key = report(
    'a key until the entry of 33 candidates is painted',
    await inRoom(path.join(folder, 'entry'), 'C3', 'entry', keysToPaint),
    KEY_BUDGET,
  );
  const out = path.join(import.meta.dirname, '../../out');
  mkdirSync(out, { recursive: true });
  writeFileSync(path.join(out, 'board.json'), JSON.stringify({ act, key }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
