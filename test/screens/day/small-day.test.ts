/**
 * A whole small day through the real windows, by keyboard alone: from the commission's file to verified bundles. On the way a
 * difference is resolved, an agent refuses, one never answers and one never comes, a form is reopened, a summary superseded, and the
 * app is killed in the middle, after which nothing that was acknowledged is missing. The keys are counted.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect as see } from 'playwright/test';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { digest, toHex } from '../../../core/bytes.ts';
import { groupsOf } from '../../../core/groups.ts';
import { openForReading } from '../../../db/database.ts';
import { journalReader } from '../../../db/journal-store.ts';
import { publicKeyOf } from '../../../db/signing.ts';
import { openCentres } from '../../../main/centres.ts';
import { DATABASE_FILE } from '../../../main/office/office.ts';
import { bundlesIn, verifyFiles } from '../../../main/verify-file.ts';
import { inTime } from '../in-time.ts';
import { type Launched, launchApp } from '../launch.ts';
import { settle } from '../settle.ts';
import { countAsWritten, openCorrection, reachAccepted, recordSilence, reopen, typeTwice } from './again.ts';
import { type Crew, crewAt } from './crew.ts';
import { inOrder } from './order.ts';
import { acceptAll, answerAll, enter, openAll, paperOnScreen, readDifference, receive, willChoose } from './papers.ts';
import { declare, exportTo } from './result.ts';
import { AGENT_IDS, CLERK_IDS, COMMISSION, type DayPaper, papersOf, signedDefinition, totalOf } from './small-day.ts';

const SIZE = { width: 1366, height: 768 };
const words = new Map<string, readonly string[]>();
const president = papersOf('president', 3);
const ward = papersOf('ward-wino');
const all = [...president, ...ward];
/** The third clerk types one figure of this paper wrongly. */
const slipped = president[1] ?? raise('no second paper');
/** Of the first agent's refusal, and of the second's *the screen does not show what the paper says*. */
const refused = president[2] ?? raise('no third paper');
const doubted = president[5] ?? raise('no sixth paper');
/** Both clerks typed one vote too few here; found when everything is declared. */
const mistyped = president[7] ?? raise('no eighth paper');
const slipOf = (paper: DayPaper): DayPaper => (paper === slipped ? { ...paper, typed: ['99', ...paper.typed.slice(1)] } : paper);

function raise(what: string): never {
  throw new Error(what);
}

let root: string;
let launched: Launched;
let crew: Crew;
const definition = signedDefinition();

/** Keys pressed since the day began; a new window begins to count anew. */
let pressedEarlier = 0;
/** Keys for one form or one countersignature, each with the unlocking before it. */
const counted: Record<string, number> = {};
const pressed = () => pressedEarlier + ((crew as Crew | undefined)?.hands.pressed() ?? 0);

async function start(): Promise<void> {
  pressedEarlier = pressed();
  launched = await launchApp({ dataFolder: path.join(root, 'data'), viewport: SIZE });
  crew = crewAt(launched.page, words);
}

/** Each part is an hour of work for a dozen people. */
vi.setConfig({ testTimeout: 600_000 });
inOrder();
beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'small-day-'));
  for (const medium of ['stick', 'SECOND']) mkdirSync(path.join(root, medium));
  writeFileSync(path.join(root, 'definition.json'), definition);
  await start();
});
afterAll(async () => {
  await launched.close();
  rmSync(root, { recursive: true, force: true });
});

test('the returning officer founds the centre from the commission’s file, and the deputy opens it with him', async () => {
  const { hands } = crew;
  const { page } = hands;
  await willChoose(launched.app, path.join(root, 'definition.json'));
  await hands.stand('Setup');
  await hands.press('d');
  await hands.see('Type the two empty groups');
  await settle(page);
  const payload = (JSON.parse(Buffer.from(definition).toString('utf8')) as { payload: string }).payload;
  const groups = groupsOf(digest(Buffer.from(payload, 'base64')));
  for (const label of await page.evaluate(() =>
    [...document.querySelectorAll('main input')].map((box) => box.getAttribute('aria-label') ?? ''),
  )) {
    await hands.type(groups[Number(/\d+/.exec(label)?.[0]) - 1] ?? '');
    await settle(page);
  }
  await hands.press('Enter');
  await hands.see(/Hold 2 of 2/);
  await hands.press('Enter');
  await hands.see('The returning officer founds the centre');
  await hands.press('Enter');
  await hands.see('A key is made here');
  await crew.makeKey('RO1');
  await hands.see('without one it starts again from paper');
  await willChoose(launched.app, path.join(root, 'SECOND'));
  await hands.press('Enter');
  await hands.see('Use SECOND as the second medium?');
  await hands.press('Control+Enter');
  await hands.see('Enrol Korongo Mninga');
  await hands.press('Enter');
  await hands.see('A key is made here');
  await crew.makeKey('DRO1');
  await hands.see('Admit Korongo Mninga');
  await hands.press('Enter');
  await hands.see('Open the centre');
  await settle(page);
  await hands.press('Enter');
  await hands.see('Who is present');
  await hands.press('Control+Enter');
  await hands.see('The next step is another official’s.');
  await crew.become('DRO1');
  await crew.room('s', 'Setup');
  await hands.press('Enter');
  await hands.see('Nothing is left to set up');
});

test('clerks and agents get keys and are admitted; three agents sign in', async () => {
  const { hands } = crew;
  const { page } = hands;
  await crew.room('8', 'People');
  const enrol = async (person: string) => {
    await hands.press('e');
    await hands.see('A key is made here');
    await crew.makeKey(person);
    await hands.press('a');
    await hands.see('You sign that');
    await hands.press('Control+Enter');
    await hands.miss('You sign that');
    await settle(page);
  };
  for (const clerk of CLERK_IDS) {
    await hands.press('ArrowDown');
    await enrol(clerk);
  }
  await hands.press('Home');
  for (const [at, agent] of AGENT_IDS.entries()) {
    if (at > 0) await hands.press('ArrowDown');
    await enrol(agent);
  }
  for (const agent of AGENT_IDS.slice(0, 3)) {
    await crew.become(agent);
    await hands.see('Sign in to the hall?');
    await hands.press('Enter');
    await hands.see('A PIN for this evening?');
    await hands.press('Escape');
    await hands.miss('A PIN for this evening?');
  }
  expect(await hands.read()).toContain('3 of 4 agents in attendance');
});

test('a clerk receives sixteen papers with their scans', async () => {
  await crew.become('C1');
  await crew.room('2', 'Receive');
  const before = pressed();
  for (const paper of president) {
    await willChoose(launched.app, scanOf(paper));
    await receive(crew, paper, ward.some(({ station }) => station === paper.station) ? 'Shift+F1' : 'only');
  }
  for (const paper of ward) {
    await willChoose(launched.app, scanOf(paper));
    await receive(crew, paper, 'Shift+F2');
  }
  counted.received = (pressed() - before) / all.length;
});

test('two clerks type every paper blind; the app is killed on the way, and nothing acknowledged is missing', async () => {
  const acknowledged: { readonly size: number; readonly head: string }[] = [];
  const note = async () => {
    const frame = await inTime(
      'the head',
      crew.hands.page.evaluate(() => window.countersign.ask('frame', {})),
    );
    const { value } = frame as { readonly value: { readonly head: string; readonly centre: { readonly size: number } } };
    acknowledged.push({ size: value.centre.size, head: value.head });
  };
  await crew.become('C2');
  await crew.room('3', 'Entry');
  const before = pressed();
  for (let form = 0; form < 9; form += 1) {
    await enter(crew, all);
    await note();
  }
  const half = await paperOnScreen(crew.hands, all);
  await crew.hands.type(half.typed[0] ?? '');
  await crew.hands.press('Enter');
  await crew.hands.type('8');
  await crew.hands.page.waitForTimeout(1000);
  await launched.kill();
  await start();
  await crew.hands.stand('Unlock');
  for (const { size, head } of acknowledged) expect(headAt(size)).toBe(head);
  await crew.become('C2');
  await crew.room('3', 'Entry');
  const boxes = crew.hands.page.getByRole('textbox');
  await see(boxes.nth(0)).toHaveValue(half.typed[0] ?? '');
  await see(boxes.nth(1)).toHaveValue('8');
  for (let form = 9; form < 16; form += 1) await enter(crew, all);
  counted.entered = (pressed() - before) / all.length;
  await crew.become('C3');
  await crew.room('3', 'Entry');
  for (let form = 0; form < 16; form += 1) await enter(crew, all, slipOf);
});

test('a third clerk reads what differs; the returning officer rules on what cannot be right', async () => {
  await crew.become('C1');
  await crew.room('4', 'Differences');
  await readDifference(crew, [slipped.typed[0] ?? '']);
  await crew.become('RO1');
  await crew.room('5', 'Rulings');
  for (const finding of ['F05', 'F07', 'W02'])
    await countAsWritten(crew, finding, 'As written on the paper; line 1 was copied into line 2.');
  await crew.room('6', 'Signing');
  expect(await crew.hands.read()).toMatch(/Ready to be read aloud and opened\s+16/);
});

test('every form is opened, and each agent answers: one refuses, one says the screen is not the paper, one keeps silent', async () => {
  const beforeOpening = pressed();
  await crew.become('RO1');
  await openAll(crew, all.length);
  counted.opened = (pressed() - beforeOpening) / all.length;
  const before = pressed();
  await crew.become('A1');
  await crew.room('6', 'Form');
  const byFirst = await answerAll(crew, (screen) =>
    screen.includes(refused.stationName) && screen.includes('34A') ? ['3', 'The seal of the envelope was broken.', 'Control+Enter'] : ['1'],
  );
  counted.signed = (pressed() - before) / byFirst;
  expect(byFirst).toBe(all.length);
  await crew.become('A2');
  const bySecond = await answerAll(crew, (screen) =>
    screen.includes(doubted.stationName) && screen.includes('34A')
      ? ['2', '1', 'The screen says more than the paper in row 1.', 'Control+Enter']
      : ['1'],
  );
  expect(bySecond).toBe(all.length);
  await recordSilence(crew);
});

test('the doubted form is reopened and comes through again; the others are accepted', async () => {
  const { hands } = crew;
  const before = pressed();
  await acceptAll(crew, all.indexOf(doubted));
  counted.accepted = (pressed() - before) / all.indexOf(doubted);
  await crew.room('6', 'Signing');
  await hands.see('Ready for acceptance');
  await hands.press('Enter');
  await hands.see('The screen says more than the paper in row 1.');
  await reopen(crew, 'An agent says that the screen does not show what the paper says.');
  await acceptAll(crew, all.length - all.indexOf(doubted) - 1);
  await typeTwice(crew, doubted, CLERK_IDS);
  await crew.become('RO1');
  await openAll(crew, 1);
  for (const agent of ['A1', 'A2']) {
    await crew.become(agent);
    await crew.room('6', 'Form');
    expect(await answerAll(crew, () => ['1'])).toBe(1);
  }
  await recordSilence(crew);
  await acceptAll(crew, 1);
});

test('both contests are declared with the totals of the papers, exported and verified', async () => {
  await declare(crew, 'President', ['A1', 'A2']);
  expect(await crew.hands.read()).toContain(totalOf(president, 0).toLocaleString('en-KE'));
  await declare(crew, 'Member of County Assembly', ['A1', 'A2']);
  for (const contest of ['President', 'Member of County Assembly']) {
    expect(await exportTo(crew, launched.app, contest, path.join(root, 'stick'))).toContain('Consistent');
  }
});

test('a keying error found after the declaration is corrected: version 2 names version 1 and what changed', async () => {
  await openCorrection(crew, 'President', mistyped.stationName);
  await crew.become('RO1');
  await reachAccepted(crew, mistyped.stationName, '34A');
  await reopen(crew, 'Row 1 was typed wrongly by both clerks.');
  const mended = { ...mistyped, typed: [String(Number(mistyped.typed[0]) + 1), ...mistyped.typed.slice(1)] };
  await typeTwice(crew, mended, CLERK_IDS);
  await crew.become('RO1');
  await crew.room('5', 'Rulings');
  await countAsWritten(crew, 'F01', 'As written on the paper.');
  await openAll(crew, 1);
  for (const agent of ['A1', 'A2']) {
    await crew.become(agent);
    await crew.room('6', 'Form');
    expect(await answerAll(crew, () => ['1'])).toBe(1);
  }
  await recordSilence(crew);
  await acceptAll(crew, 1);
  await declare(crew, 'President', ['A1', 'A2'], 'Row 1 of one form was typed wrongly.');
  expect(await exportTo(crew, launched.app, 'President', path.join(root, 'stick'))).toContain('-v2-');
});

test('two officials close the centre, told its contests by their titles; from then on nothing is corrected before it opens again', async () => {
  const { hands } = crew;
  await crew.become('DRO1');
  await crew.room('8', 'People');
  await hands.press('w');
  await hands.see('President, declared in version 2');
  await hands.see('Member of County Assembly, Wino, declared in version 1');
  await hands.press('Control+Enter');
  await hands.see('waits for another');
  await crew.become('RO1');
  await crew.room('8', 'People');
  await hands.press('End', 'Enter');
  await hands.see('Your signature is the second one');
  await hands.press('Control+Enter');
  await hands.see('the centre is closed');
  await crew.room('7', 'Declare');
  expect(await hands.page.locator('button[aria-keyshortcuts="K"]').innerText()).toContain('the centre is not open');
});

test('the bundles on the stick verify outside the app, under the commission’s key, and say what was typed', async () => {
  const files = bundlesIn([path.join(root, 'stick')]);
  expect(files.ok && files.value).toHaveLength(3);
  const trust = { anchor: publicKeyOf(COMMISSION), receipts: [], certificates: [], acceptRehearsal: true };
  for (const { bundle, verification } of await verifyFiles(files.ok ? files.value : [], trust)) {
    const { checks, summary, verdict } = verification;
    expect(checks.filter(({ status }) => status === 'failed')).toEqual([]);
    // Nobody certified the keys that were made on site, so it cannot be more than consistent.
    expect(verdict).toBe('consistent');
    const papers = bundle.includes('president') ? president : ward;
    const more = bundle.includes('-v2-') ? 1 : 0;
    const votes = summary?.content.totals.votes ?? [];
    expect(votes).toEqual(votes.map((_, row) => totalOf(papers, row) + (row === 0 ? more : 0)));
  }
  const out = path.join(import.meta.dirname, '../../../out');
  mkdirSync(out, { recursive: true });
  writeFileSync(path.join(out, 'day.json'), JSON.stringify(counted));
  process.stdout.write(`keys, by form or countersignature: ${JSON.stringify(counted)}\n`);
});

/** A small picture of its own for each paper. */
function scanOf({ contest, station }: { readonly contest: string; readonly station: string }): string {
  const file = path.join(root, `${contest}-${station}.pdf`);
  writeFileSync(file, `%PDF-1.4\n% ${contest} ${station}\n`);
  return file;
}

/** The head of the journal when it had so many acts, read from the database file by another process than the app. */
function headAt(size: number): string {
  const folder = openCentres(path.join(root, 'data')).current() ?? raise('no centre');
  const handle = openForReading(path.join(folder, DATABASE_FILE));
  try {
    const [entry] = journalReader(handle).entries(size - 1, size);
    return entry === undefined ? 'missing' : toHex(entry.root);
  } finally {
    handle.close();
  }
}
