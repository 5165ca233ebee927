/**
 * Receiving in the real window, by keys alone: from the station's name to the journal, with a picture from the camera, from files and
 * from a folder, with a reason instead of one, with duplicates that are told and never refused, and answers amended later.
 */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { type Hands, handsOn } from './hands.ts';
import { type Launched, launchApp } from './launch.ts';
import { barriersOn, sidewaysOn, unseenStops, wordlessOn } from './looks.ts';
import { type Place, standAt } from './places.ts';
import { type Evening, eveningWith } from './samples/evening.ts';
import { ccittPaper, jbig2Paper, jpxPaper, pngPicture } from './samples/papers.ts';
import { settle } from './settle.ts';

const CAMERA = '--use-fake-device-for-media-stream --use-fake-ui-for-media-stream';
/** Every answer as a sound paper gives it, from the book to the station, key by key. */
const SOUND = ['1', 'o', 'y', 'y', 'y', 'y', 'y', 'y', 'y', '1', 'y'];

let evening: Evening;
let launched: Launched;
let hands: Hands;

beforeAll(async () => {
  evening = await eveningWith();
  const environment = { STANDIN_CHROMIUM_SWITCHES: CAMERA };
  launched = await launchApp({ dataFolder: evening.dataFolder, environment, viewport: { width: 1366, height: 768 } });
  hands = handsOn(launched.page);
  await hands.stand(/Unlock|Board/);
});
afterAll(async () => {
  await launched.close();
  rmSync(evening.dataFolder, { recursive: true, force: true });
});

function receiving(person: NonNullable<Place['person']> = 'C1'): Promise<void> {
  return standAt(launched.page, { name: 'receive', person, address: '/receive' }, 'A1');
}

/** Takes the station found first by these words. */
async function take(words: string): Promise<void> {
  await hands.type(words);
  await settle(launched.page);
  await hands.press('Enter');
  await expect(launched.page.getByRole('textbox', { name: 'What is the serial number?' })).toBeFocused();
}

interface Paper {
  readonly form: string;
  readonly particulars: Readonly<Record<string, string>>;
  readonly scans: readonly { readonly mediaType: string; readonly digest: string }[];
  readonly scanAbsent?: string;
}
interface View {
  readonly mine: readonly Paper[];
  readonly place?: { readonly turnout: { readonly diary?: number } };
}

function viewed(station?: string): Promise<View> {
  return launched.page.evaluate(async (code) => {
    const { countersign } = window as unknown as { countersign: { ask(name: string, fields: unknown): Promise<{ value: View }> } };
    return (await countersign.ask('receive', code === undefined ? {} : { station: code })).value;
  }, station);
}

/** Whoever is asked for a file or a folder chooses these. */
async function willChoose(files: readonly string[]): Promise<void> {
  await launched.app.evaluate(({ dialog }, chosen) => {
    (dialog as { showOpenDialog: unknown }).showOpenDialog = async () => ({ canceled: chosen.length === 0, filePaths: chosen });
  }, files);
}

function inFolder(name: string, bytes: Uint8Array): string {
  const file = path.join(evening.dataFolder, name);
  writeFileSync(file, bytes);
  return file;
}

/** The buttons of the open dialog that stand past its edge. */
function buttonsOutsideDialog(page: Page): Promise<readonly string[]> {
  return page.locator('dialog[open]').evaluate((dialog) => {
    const edge = dialog.getBoundingClientRect();
    const isOutside = (button: Element) => {
      const { left, right } = button.getBoundingClientRect();
      return left < edge.left || right > edge.right;
    };
    return [...dialog.querySelectorAll('button')].filter(isOutside).map(({ innerText }) => innerText);
  });
}

/** The names of the stations in the list that are lit. */
function stationsLit(page: Page): Promise<readonly string[]> {
  return page.getByRole('option').evaluateAll((options) => {
    const isLit = (option: Element) => getComputedStyle(option).backgroundColor !== 'rgba(0, 0, 0, 0)';
    return options.filter(isLit).map((option) => option.firstElementChild?.textContent ?? '');
  });
}

describe('a paper is received', () => {
  test('no answer is given beforehand, Enter gives none, and what is missing is said', async () => {
    await receiving();
    await take('saa');
    await hands.see('not answered: no. 1');
    expect(await stationsLit(launched.page)).toEqual([expect.stringContaining('Saa')]);
    expect(await launched.page.getByRole('radio', { checked: true }).count()).toBe(0);
    await hands.type('34A-777001');
    await hands.press('Enter', 'Enter', 'Enter');
    expect(await launched.page.getByRole('radio', { checked: true }).count()).toBe(0);
    await hands.see('1 of 12 answered');
    await hands.press('Shift+Enter');
    await hands.see('not answered: no. 2');
  });

  test('each answer is one key and goes on by itself, Up goes back, and a defect is told where it is', async () => {
    await hands.press('1', 'c', 'y', 'n');
    await hands.see('no watermark seen');
    await hands.see('Defects so far: 2');
    await hands.press('ArrowUp', 'y');
    await hands.miss('no watermark seen');
    await hands.press(...SOUND.slice(4));
    await hands.see('12 of 12 answered');
    await hands.see('no scan, and no reason for it');
  });

  test('a picture from the camera is seen before it is attached, and the camera is off afterwards', async () => {
    const { page } = launched;
    await hands.press('F4');
    await hands.see('Photograph the paper');
    await expect.poll(() => page.evaluate(() => document.querySelector('video')?.videoWidth ?? 0)).toBeGreaterThan(0);
    await page.evaluate(() => {
      const stream = document.querySelector('video')?.srcObject;
      Object.assign(window, { watched: stream instanceof MediaStream ? stream.getTracks() : [] });
    });
    expect(await barriersOn(page)).toEqual([]);
    await hands.press(' ');
    await hands.see('Take another');
    await hands.press('Enter');
    await hands.see('Scan 1 of 1');
    const states = await page.evaluate(() =>
      (window as unknown as { watched: MediaStreamTrack[] }).watched.map(({ readyState }) => readyState),
    );
    expect(states).toEqual(['ended']);
  });

  test('then it is received: the act, then the picture, and the next station is asked for', async () => {
    await hands.press('Shift+Enter');
    await hands.see(/Form president\.\d+\.1 received: serial 34A-777001, scans 1\./);
    await expect(launched.page.getByRole('combobox')).toBeFocused();
    const [newest] = (await viewed()).mine;
    expect(newest?.particulars).toMatchObject({ serial: '34A-777001', book: '1', copy: 'carbon', watermark: 'yes', alterations: 'none' });
    expect(newest?.scans.map(({ mediaType }) => mediaType)).toEqual(['image/jpeg']);
    expect(newest).not.toHaveProperty('scanAbsent');
  });

  test('without a scan the reason is signed with it', async () => {
    await take('taa');
    await hands.type('-');
    await hands.press('Enter', ...SOUND, 'F7');
    await hands.see('This text is public and stays for ever.');
    await hands.type('The scanner is broken.');
    await hands.press('Control+Enter');
    await hands.see('No scan: The scanner is broken.');
    await hands.press('Shift+Enter');
    await hands.see(/received: serial -, scans 0\./);
    expect((await viewed()).mine[0]).toMatchObject({ scanAbsent: 'The scanner is broken.', scans: [] });
  });
});

describe('what a paper repeats', () => {
  test('serial, station and picture are told while the hand still holds it, and it is received all the same', async () => {
    const file = inFolder('a scan.png', pngPicture());
    await willChoose([file, inFolder('notes.txt', new TextEncoder().encode('no picture'))]);
    await receiving();
    await take('taa');
    await hands.see('Another paper of this station');
    await hands.type('34A-777001');
    await hands.see('Same serial number');
    await hands.see('used by another form');
    await hands.press('Enter', ...SOUND, 'F3');
    await hands.see('Scan 1 of 1');
    await hands.see('notes.txt');
    await hands.press('Shift+Enter');
    await hands.see(/Form president\.\d+\.2 received/);
    await take('saa');
    await hands.press('F3');
    await hands.see('The very same scan');
    expect(await barriersOn(launched.page)).toEqual([]);
    await hands.press('Tab', 'x');
    await hands.miss('The very same scan');
  });
});

describe('afterwards', () => {
  test('answers are kept for whoever gave them when somebody looks into another room', async () => {
    await receiving();
    await take('saa');
    await hands.press('Control+a');
    await hands.type('34A-777009');
    await hands.press('Enter', '2', 'Alt+1');
    await hands.stand('Board');
    await receiving();
    await take('saa');
    await hands.see('2 of 12 answered');
    await receiving('C2');
    await take('saa');
    await hands.see('0 of 12 answered');
  });

  test('what was answered is amended with a reason, and not without a change', async () => {
    await receiving();
    await hands.press('Tab', 'Enter');
    await hands.see(/Paper president\.\d+\.2: Received/);
    await hands.see('nothing changed');
    await hands.press('Enter', '2', 'Shift+Enter');
    await hands.see('Amend what was answered');
    await hands.type('The cover was read wrongly.');
    await hands.press('Control+Enter');
    await hands.see(/What was answered about form .* is amended\./);
    expect((await viewed()).mine[0]?.particulars.book).toBe('2');
  });

  test('a clerk records the turnout of a source once; an official replaces it with a reason', async () => {
    await receiving();
    await take('saa');
    await hands.press('F6');
    await hands.see('Voters who came');
    await hands.press(' ', 'Tab');
    await hands.type('12.5');
    await hands.see('not a whole number');
    await hands.press('Control+a');
    await hands.type('301');
    await hands.press('Control+Enter');
    await hands.see(/301 voters recorded for Saa/);
    await hands.press('F6');
    await hands.see('the station diary: 301');
    await hands.press(' ');
    await hands.see('it stands; an official may replace it');
    await hands.press('Escape');
    await receiving('RO1');
    await take('saa');
    await hands.press('F6');
    await hands.see('Voters who came');
    await hands.press(' ', 'Tab');
    await hands.type('310');
    await hands.press('Tab');
    await hands.type('The diary says 310.');
    await hands.press('Control+Enter');
    await hands.see(/310 voters recorded for Saa/);
  });

  test('a folder is matched, nothing is attached before it is confirmed, and a picture waits for its paper', async () => {
    const { page } = launched;
    await receiving('C1');
    const [, station = ''] = (await viewed()).mine[0]?.form.split('.') ?? [];
    writeFileSync(path.join(evening.papers, `1_34_A_${station}_x.pdf`), ccittPaper());
    writeFileSync(path.join(evening.papers, '1_34_A_123456789012345_x.pdf'), jbig2Paper());
    writeFileSync(path.join(evening.papers, 'IMG_1.pdf'), jpxPaper());
    await willChoose([evening.papers]);
    const before = (await viewed()).mine[0]?.scans.length ?? 0;
    await hands.press('F5');
    await hands.see('A folder of scans');
    await hands.press('F5');
    await hands.see(/Of \d+ files, \d+ belong to papers that are here, \d+ wait/);
    await hands.see(/a station that is not in this constituency: 123456789012345/);
    await hands.see('no station code in the name');
    expect(await barriersOn(page)).toEqual([]);
    expect(await buttonsOutsideDialog(page)).toEqual([]);
    expect((await viewed()).mine[0]?.scans.length).toBe(before);
    expect(await page.getByRole('combobox', { name: `Paper for 1_34_A_${station}_x.pdf` }).inputValue()).toBe('');
    await hands.press('Control+Enter');
    await hands.see(/Scans attached: \d+\./);
    await hands.type('orodha');
    await hands.press('Enter');
    await hands.see('Which contest is the paper of?');
    await hands.press('6');
    await hands.see(/Take/);
    await hands.press('Insert');
    await hands.see('Scan 1 of 1');
  });
});

describe('a station that votes on several contests', () => {
  const which = () => launched.page.getByRole('heading', { name: 'Which contest is the paper of?' });

  test('asks of each paper which contest it is of, has no answer beforehand, and Enter gives none', async () => {
    await receiving();
    await hands.type('orodha');
    await settle(launched.page);
    await hands.press('Enter');
    await expect(which()).toBeFocused();
    await hands.press('Enter', ' ', 'Shift+Enter', '1');
    await expect(which()).toBeVisible();
    expect(await launched.page.getByRole('radio').count()).toBe(0);
    expect([...(await barriersOn(launched.page)), ...(await wordlessOn(launched.page)), ...(await sidewaysOn(launched.page))]).toEqual([]);
  });

  test('takes the digit of the number on the paper, names the contest where it is signed and afterwards, and asks again', async () => {
    await hands.press('6');
    await hands.see('36A');
    await hands.press('Control+a');
    await hands.type('36A-777002');
    await hands.press('Enter', ...SOUND, 'F7');
    await hands.type('The scanner is broken.');
    await hands.press('Control+Enter');
    await expect(launched.page.getByRole('button', { name: 'Received as 36A' })).toBeVisible();
    await hands.press('Shift+Enter');
    await hands.see(/Form ward.*\.\d+\.\d+ received: serial 36A-777002/);
    await hands.see(/It was received as 36A, .+\./);
    await hands.type('orodha');
    await settle(launched.page);
    await hands.press('Enter');
    await expect(which()).toBeFocused();
    await hands.see('(1 here)');
  });

  test('lets the contest be changed while the paper is in hand', async () => {
    await hands.press('6');
    await hands.see('Received as 36A');
    await hands.see('Another paper of this station');
    await hands.press('Shift+F1');
    await hands.see('Received as 34A');
    await hands.miss('Received as 36A');
    await hands.press('Escape');
  });
});

test('in both languages, light and dark, at both sizes: no barrier, no word missing, nothing past the edge, focus seen', async () => {
  const { page } = launched;
  const prefer = (fields: object) =>
    page.evaluate(
      (wanted) =>
        (window as unknown as { countersign: { ask(name: string, fields: unknown): Promise<unknown> } }).countersign.ask('prefer', wanted),
      fields,
    );
  for (const [language, theme] of [
    ['en', 'dark'],
    ['sw', 'light'],
    ['sw', 'dark'],
  ] as const) {
    await receiving('C2');
    await prefer({ language, theme });
    await settle(page);
    for (const size of [
      { width: 1366, height: 768 },
      { width: 1093, height: 614 },
    ]) {
      await page.setViewportSize(size);
      await receiving('C2');
      expect(await barriersOn(page)).toEqual([]);
      await hands.type('jedwali');
      await hands.press('Enter');
      await settle(page);
      expect([language, theme, await barriersOn(page), await sidewaysOn(page), await wordlessOn(page)]).toEqual([
        language,
        theme,
        [],
        [],
        [],
      ]);
    }
  }
  expect(await unseenStops(page, 20)).toEqual([]);
  await prefer({ language: 'en', theme: 'light' });
  await page.setViewportSize({ width: 1366, height: 768 });
});
