/**
 * A machine is lost, and another takes its place: the evening is restored from the second medium by keyboard alone, an old copy and a
 * receipt say what is lost, two officials sign for it, and the evening goes on.
 */
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { must, present } from '../../core/result.ts';
import { openCentres } from '../../main/centres.ts';
import { openOffice } from '../../main/office/office.ts';
import { PRACTICE_PASSPHRASE } from '../../main/practice/practice-words.ts';
import { SOFTWARE } from '../../main/software.ts';
import { sharedFolder } from '../db/folders.ts';
import { cutLines, onStick, untilState } from '../main/medium-kit.ts';
import type { Hands } from './hands.ts';
import { barriersOn, sidewaysOn, unseenStops, wordlessOn } from './looks.ts';
import { eventually } from './one-app.ts';
import { chooseNext, newDataFolder, type Opened, openApp, typeWords } from './people-hands.ts';
import { preferring } from './places.ts';
import { prepareEvening } from './prepared-evening.ts';
import { actsSaid, whoSaidWhat } from './said.ts';

const folder = sharedFolder();
const stick = path.join(folder, 'STICK');
const old = path.join(folder, 'OLD STICK');
const receipt = path.join(folder, 'receipt-A1.json');
mkdirSync(stick);

/** The evening goes on after the old stick was put into a pocket, and an agent takes a receipt home. */
const evening = await prepareEvening(sharedFolder(), async ({ office, says }) => {
  must(await office.setSecondMedium(stick));
  await untilState(office, 'current');
  must(await office.copyNow());
  await untilState(office, 'current');
  cpSync(stick, old, { recursive: true });
  await says('RO1', { kind: 'incident-noted', body: { text: 'The old stick is in a pocket.' } });
  writeFileSync(receipt, must(office.issueReceipt('A1')));
  office.lock();
  await untilState(office, 'current');
});
const words = PRACTICE_PASSPHRASE.split(' ');

interface Restoring extends Opened {
  readonly dataFolder: string;
  /** The restored centre's folder, once it is there. */
  centre(): string;
}

/** A fresh machine, on the page where a medium is chosen, with a medium such as this chosen: each test has its own. */
async function lookingAt(like: string): Promise<Restoring> {
  const dataFolder = newDataFolder();
  const medium = path.join(dataFolder, 'sticks', path.basename(like));
  cpSync(like, medium, { recursive: true });
  const opened = await openApp(dataFolder);
  const { hands, app } = opened;
  await hands.stand('Setup');
  await hands.press('r');
  await hands.stand('Restore a centre');
  await chooseNext(app, medium);
  await hands.press('Enter');
  await hands.see(`What ${path.basename(medium)} holds`);
  return { ...opened, dataFolder, centre: () => present(openCentres(dataFolder).list()[0], 'a centre').folder };
}

async function bring({ app, hands }: Opened, file: string): Promise<void> {
  await chooseNext(app, file);
  await hands.press('b');
  await hands.see(path.basename(file));
}

async function restore(hands: Hands): Promise<void> {
  await hands.press('Control+Enter');
  await hands.stand('Restored, and not yet signed for');
}

async function signFirst(hands: Hands, reason: string): Promise<void> {
  await hands.press('Enter');
  await hands.see('Sign for the restore');
  await hands.type(reason);
  await hands.press('Control+Enter');
  await hands.see('Type the five words.');
  await typeWords(hands, words);
  await hands.see('One official has signed for the restore.');
}

async function confirmSecond(hands: Hands): Promise<void> {
  await hands.press('Enter');
  await hands.see('Hand the keyboard to');
  await typeWords(hands, words);
  await hands.stand('Restored, and not yet signed for');
  await hands.press('Enter');
  await hands.see('Confirm: Restore of a backup');
  await hands.press('Control+Enter');
  await hands.miss('Restored, and not yet signed for');
}

async function faultsOn({ page }: Hands): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [width, height, theme, language] of [
    [1366, 768, 'light', 'en'],
    [1093, 614, 'dark', 'sw'],
  ] as const) {
    await page.setViewportSize({ width, height });
    await preferring(page, { theme, language });
    await eventually(() => page.evaluate(() => document.documentElement.lang)).toBe(language);
    faults.push(...(await barriersOn(page)), ...(await sidewaysOn(page)), ...(await wordlessOn(page)));
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  await preferring(page, { theme: 'light', language: 'en' });
  faults.push(...(await unseenStops(page, 6)));
  // Whoever tabbed about goes back to where no button has the keyboard.
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  return faults;
}

describe('an evening restored whole', () => {
  test('from the choice of the stick to the next form, two officials, no mouse', async () => {
    const restoring = await lookingAt(stick);
    const { hands } = restoring;
    expect(await faultsOn(hands)).toEqual([]);
    await bring(restoring, receipt);
    await hands.see('is in it');
    await hands.see('Nothing is known to be lost.');
    expect(await hands.read()).not.toContain(restoring.dataFolder);
    await restore(hands);
    const centre = restoring.centre();
    const before = actsSaid(evening.folder);
    const saved = actsSaid(centre).map(({ digest }) => digest);
    expect(saved).toEqual(before.slice(0, saved.length).map(({ digest }) => digest));
    // Of what was said after the last look at the stick, only that the program ended.
    expect(saved.length).toBeGreaterThanOrEqual(before.length - 1);
    expect(await faultsOn(hands)).toEqual([]);
    await signFirst(hands, 'The machine was stolen.');
    expect(await faultsOn(hands)).toEqual([]);
    await confirmSecond(hands);
    await hands.see('The centre is open.');

    await hands.press('F10');
    await hands.stand('Unlock');
    await hands.page.evaluate(() => {
      window.location.hash = '/unlock/C1';
    });
    await hands.see('Hand the keyboard to');
    await typeWords(hands, words);
    await hands.stand('Board');
    await hands.press('Alt+3');
    await hands.stand('Entry');
    await hands.press('Enter');
    await typeForm(hands);
    const said = whoSaidWhat(centre);
    expect(said.slice(saved.length).filter((act) => !act.startsWith('device'))).toEqual([
      'RO1 backup-restored',
      'DRO1 act-confirmed',
      'C1 entry-sealed',
    ]);
    await hands.press('Alt+9');
    await hands.stand('Journal');
    await hands.see('restored: 1');
    expect(await barriersOn(hands.page)).toEqual([]);
  });
});

/** Every box of the form that waits: nothing is disputed, so that no decision is asked for. */
async function typeForm(hands: Hands): Promise<void> {
  const boxes = hands.page.getByRole('textbox');
  await boxes.first().waitFor();
  const rows = await boxes.count();
  for (let row = 0; row < rows; row += 1) {
    await hands.type('0');
    await hands.press('Enter');
  }
  await hands.press('Shift+Enter');
  await hands.stand('Read back');
  await hands.press('Enter');
  await hands.miss(/Sealing signs what you typed/);
}

describe('an old stick', () => {
  test('a receipt says how many acts are lost; the act names the head, and the restored centre says so', async () => {
    const restoring = await lookingAt(old);
    const { hands } = restoring;
    await hands.see('Nothing is known to be lost.');
    await bring(restoring, receipt);
    await hands.see('is newer');
    await hands.see(/receipt-A1\.json names [\d,]+ acts; the medium ends at [\d,]+: acts lost, to be done again from paper: \d+\./);
    expect(await faultsOn(hands)).toEqual([]);
    await restore(hands);
    await hands.see(/acts, to be done again from paper: \d+/);
    await signFirst(hands, 'The stick of nine o’clock is all there is.');
    const act = present(
      actsSaid(restoring.centre()).find(({ kind }) => kind === 'backup-restored'),
      'the act',
    );
    expect(act.body).toMatchObject({ reason: 'The stick of nine o’clock is all there is.' });
    expect((act.body as { readonly later: readonly unknown[] }).later).toHaveLength(1);
  });

  test('until two officials have signed, every room says so, leads back, and nothing else is taken', async () => {
    const restoring = await lookingAt(old);
    const { hands } = restoring;
    await restore(hands);
    const before = actsSaid(restoring.centre()).length;
    await hands.press('Alt+1');
    await hands.stand('Board');
    await hands.see('Nothing else is taken until two officials have signed for it.');
    await hands.press('F10');
    await hands.stand('Unlock');
    await hands.press('Enter');
    await hands.see('Hand the keyboard to');
    await typeWords(hands, words);
    await hands.see('R-RESTORE-UNCONFIRMED');
    expect(actsSaid(restoring.centre())).toHaveLength(before);
    await hands.press('Alt+s');
    await hands.stand('Restored, and not yet signed for');
    await restoring.close();
  });

  test('wrong words sign nothing; a restart before and after the first signature loses nothing', async () => {
    const restoring = await lookingAt(old);
    const { hands } = restoring;
    await restore(hands);
    const before = whoSaidWhat(restoring.centre()).length;
    await hands.press('Enter');
    await hands.type('The machine was stolen.');
    await hands.press('Control+Enter');
    await hands.see('Type the five words.');
    await typeWords(hands, words.toReversed());
    await hands.see('R-PASSPHRASE-WRONG');
    expect(whoSaidWhat(restoring.centre())).toHaveLength(before);
    await restoring.close();

    const second = await openApp(restoring.dataFolder);
    await second.hands.stand('Restored, and not yet signed for');
    await signFirst(second.hands, 'The machine was stolen.');
    await second.close();

    const third = await openApp(restoring.dataFolder);
    await third.hands.stand('Unlock');
    await third.hands.see('Nothing else is taken until two officials have signed for it.');
    await third.hands.press('Alt+s');
    await third.hands.see('One official has signed for the restore.');
    expect(await third.hands.read()).not.toContain('reading only');
    await confirmSecond(third.hands);
    await third.hands.see('The centre is open.');
  });
});

async function showCentres({ page, see }: Hands): Promise<void> {
  await page.evaluate(() => {
    window.location.hash = '/setup/centres';
  });
  await see('Centres on this machine');
}

describe('a database older than its second medium', () => {
  test('is opened for reading only, says what to do, and is restored beside itself', async () => {
    const dataFolder = newDataFolder();
    const medium = path.join(dataFolder, 'STICK');
    mkdirSync(medium);
    const { folder: own } = await prepareEvening(dataFolder, async ({ office }) => {
      must(await office.setSecondMedium(medium));
      await untilState(office, 'current');
      office.lock();
    });
    const before = path.join(dataFolder, 'before');
    cpSync(own, before, { recursive: true });
    const office = must(await openOffice(own, { software: SOFTWARE }));
    must(await office.unlock('RO1', PRACTICE_PASSPHRASE));
    must(office.perform([{ kind: 'incident-noted', body: { text: 'After the copy.' } }]));
    await untilState(office, 'current');
    office.close();
    rmSync(own, { recursive: true });
    cpSync(before, own, { recursive: true });

    const { app, hands } = await openApp(dataFolder);
    await hands.see('This database is older than its second medium');
    expect(await hands.read()).not.toContain('Found by the check');
    await hands.press('Alt+s');
    await hands.see('Other centres on this machine');
    await hands.press('c');
    await hands.see('Restore a centre from its second medium');
    await hands.press('r');
    await hands.stand('Restore a centre');
    await chooseNext(app, medium);
    await hands.press('Enter');
    await hands.see('What STICK holds');
    await restore(hands);
    await showCentres(hands);
    await hands.see('restored, epoch 2: not yet signed');
    await hands.see('founded here');
    expect(await faultsOn(hands)).toEqual([]);
    await hands.press('Alt+s');
    await hands.stand('Restored, and not yet signed for');
    await signFirst(hands, 'The database was older than its medium.');
    await confirmSecond(hands);
    await hands.see('The centre is open.');
    await showCentres(hands);
    await hands.see(/restored \d+ \w+ \d{4}, \d\d:\d\d, epoch 2/);
    expect(await faultsOn(hands)).toEqual([]);
    const texts = openCentres(dataFolder)
      .list()
      .flatMap(({ folder: centre }) => [actsSaid(centre).filter(({ kind }) => kind === 'incident-noted').length]);
    expect(texts.sort()).toEqual([0, 1]);
  });
});

describe('what cannot be restored from', () => {
  test('a folder without a centre is refused in words, and its place stays unsaid', async () => {
    const { app, hands } = await openApp(newDataFolder());
    await hands.stand('Setup');
    await hands.press('r');
    const empty = path.join(folder, 'EMPTY');
    mkdirSync(empty, { recursive: true });
    await chooseNext(app, empty);
    await hands.press('Enter');
    await hands.see('E-FILE');
    expect(await hands.read()).not.toContain(folder);
    await hands.press('Escape');
    await hands.stand('Setup');
  });

  test('a damaged journal is told with its faults before anything is restored', async () => {
    const damaged = path.join(folder, 'DAMAGED');
    cpSync(stick, damaged, { recursive: true });
    const { lines, folder: kept } = onStick(damaged);
    cutLines(lines, 20, 30);
    for (const name of readdirSync(kept).filter((file) => file.endsWith('.sqlite'))) writeFileSync(path.join(kept, name), 'nothing');
    const { hands } = await lookingAt(damaged);
    await hands.see(/the medium ends at|what can be read ends at 20/);
    expect(await barriersOn(hands.page)).toEqual([]);
  });

  test('a receipt of another journal is refused by its name', async () => {
    const restoring = await lookingAt(old);
    const stray = path.join(folder, 'stray.json');
    writeFileSync(stray, 'nothing of ours\n');
    await chooseNext(restoring.app, stray);
    await restoring.hands.press('b');
    await restoring.hands.see('stray.json: ');
  });
});
