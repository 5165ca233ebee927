/**
 * Keys that are lost, stolen, certified and carried away, and people who come and go against the rule, in the real windows and by
 * keyboard alone: every act that needs a second official is begun by one and ended by the other, and what is refused stays refused.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsePublicKey } from '../../core/keys.ts';
import { must, present } from '../../core/result.ts';
import { privateKeyFromSeed } from '../../db/signing.ts';
import { PRACTICE_PASSPHRASE } from '../../main/practice/practice-words.ts';
import { signCertificate } from '../../main/sign-certificate.ts';
import { sharedFolder } from '../db/folders.ts';
import { wordsOf } from '../papers/read-back.ts';
import { type Hands, handsOn } from './hands.ts';
import { type Launched, launchApp } from './launch.ts';
import { barriersOn, sidewaysOn } from './looks.ts';
import { chooseNext, makeKey, typeWords } from './people-hands.ts';
import { agreeing, declareAll, formAt, type Prepared, prepareEvening, prepareSecondMachine } from './prepared-evening.ts';

const root = sharedFolder();
let prepared: Prepared;
let launched: Launched;
let hands: Hands;
/** The definition's digest, and the public key of everybody when the app was opened. */
let election: string;
const keys = new Map<string, string>();

async function open(dataFolder: string): Promise<void> {
  launched = await launchApp({ dataFolder, viewport: { width: 1366, height: 768 } });
  hands = handsOn(launched.page);
}

/** The words of everybody who has no key of another evening; F6 fills them in. */
async function become(person: string, words?: readonly string[]): Promise<void> {
  await hands.press('F10');
  await hands.stand('Unlock');
  await launched.page.locator('input:focus').waitFor();
  await hands.type(person);
  await hands.press('Enter');
  await hands.see('Hand the keyboard to');
  if (words === undefined) await hands.press('F6', 'Enter');
  else await typeWords(hands, words);
}

async function toPeople(): Promise<void> {
  await hands.press('Alt+8');
  await hands.stand('People');
  await hands.see('Officials and clerks');
}

async function peopleAs(person: string): Promise<void> {
  await become(person);
  await hands.miss('Hand the keyboard to');
  await toPeople();
}

/** Down from the first agent: agents, officials and clerks, then what waits. */
async function lightRow(text: string | RegExp): Promise<void> {
  await hands.press('Home');
  const lit = launched.page.locator('tr[class*="active"]');
  for (let row = 0; row < 24; row += 1) {
    const shown = await lit.first().innerText();
    if (typeof text === 'string' ? shown.includes(text) : text.test(shown)) return;
    await hands.press('ArrowDown');
  }
  throw new Error(`no row says ${text}`);
}

const rowOf = (text: string) => launched.page.getByRole('row').filter({ hasText: text }).first();
const lastActs = (number: number) => prepared.acts().slice(-number);

/** The one thing that waits is confirmed by the other official. */
async function confirmAs(official: string): Promise<void> {
  await peopleAs(official);
  await hands.press('End', 'Enter');
  await hands.see('Your signature is the second one');
  await hands.press('Control+Enter');
  await hands.see('Nothing waits.');
}

/** A new key for whoever is lit; answers its words. */
async function newKey(cause: 'lost' | 'in wrong hands'): Promise<readonly string[]> {
  await hands.press('n');
  const words = await makeKey(hands);
  await hands.see('new key waits');
  await hands.press('r');
  await hands.see('The old key is refused from here on.');
  await hands.see('the cause is missing');
  await hands.press(cause === 'lost' ? 'Space' : 'ArrowDown');
  await hands.press('Control+Enter');
  await hands.see('waits for another');
  return words;
}

describe('on an evening that has gone on for a while', () => {
  beforeAll(async () => {
    prepared = await prepareEvening(root, async (evening) => {
      const { office, says, letMinutesPass } = evening;
      const form = formAt(evening, 'accepted');
      await says('RO1', { kind: 'form-reopened', body: { form, revision: 2, keep: 'figures', reason: 'A ruling was forgotten.' } });
      await says('C1', { kind: 'form-opened', body: { form } });
      await says('A1', agreeing(evening, form));
      await says('RO1', { kind: 'accreditation-revoked', body: { agent: 'A4', reason: 'By mistake.' } });
      election = office.centre().definition.digest;
      for (const { id, keyText } of office.centre().people.values()) keys.set(id, keyText);
      office.lock();
      letMinutesPass(56.8);
      for (let failed = 1; failed <= 8; failed += 1) {
        await office.unlock('C3', 'happy happy happy happy happy');
        if (failed >= 5 && failed < 8) letMinutesPass(1.05);
      }
    });
    await open(root);
  });
  afterAll(() => launched.close());

  test('forms revised after an agent signed are listed with who has to look again, and nobody’s answer', async () => {
    await peopleAs('RO1');
    const again = launched.page.getByRole('table', { name: 'Look again' });
    await expect.poll(() => again.getByRole('row').count()).toBe(2);
    expect(await again.innerText()).toMatch(/2, \d\d:\d\d\s+A2\s+1 of 2/);
    expect(await barriersOn(launched.page)).toEqual([]);
    expect(await sidewaysOn(launched.page)).toEqual([]);
  });

  test('what was proposed by mistake is withdrawn by whoever proposed it', async () => {
    await hands.press('End');
    await hands.see('another official confirms');
    await hands.press('Delete');
    await hands.see('The proposal is taken back');
    await hands.press('Control+Enter');
    await hands.see('Nothing waits.');
    expect(lastActs(1)).toEqual(['RO1 proposal-withdrawn']);
  });

  test('a lock-out is ended by another official, and then the words are tried again at once', async () => {
    await lightRow(/wrong tries: 8/);
    await hands.press('l');
    await hands.see('may try again at once');
    await hands.press('Control+Enter');
    await hands.miss(/wrong tries/);
    await become('C3');
    await hands.miss('Hand the keyboard to');
    expect(prepared.acts().slice(-3)).toContain('RO1 lockout-cleared');
  });

  test('a lost key is replaced by two officials; the old words are refused and the new ones open', async () => {
    await peopleAs('RO1');
    await lightRow('C3');
    const words = await newKey('lost');
    await confirmAs('DRO1');
    expect(lastActs(1)).toEqual(['DRO1 act-confirmed']);
    await become('C3');
    await hands.see(/Wrong so far: 1/);
    await hands.press('Escape');
    await hands.press('Escape');
    await become('C3', words);
    await hands.miss('Hand the keyboard to');
  });

  test('a key in wrong hands marks every form with an entry by it for a ruling', async () => {
    await peopleAs('DRO1');
    await lightRow('C1');
    await newKey('in wrong hands');
    await confirmAs('RO1');
    await hands.press('Alt+5');
    await hands.stand('Rulings');
    await hands.see(/F14/);
    expect(await hands.read()).toMatch(/F14/);
  });

  test('a certificate of the commission is recorded from its file, and the key says so', async () => {
    const holder = { key: present(keys.get('A1'), 'A1'), election, person: 'A1', role: 'agent' as const };
    const file = path.join(root, 'certificates.json');
    writeFileSync(file, `${signCertificate(holder, privateKeyFromSeed(prepared.commissionSeed))}\n`);
    await toPeople();
    await expect.poll(() => rowOf('Nyuki Mkuyu').innerText()).toContain('enrolled here; compare card');
    await chooseNext(launched.app, file);
    await hands.press('c');
    await hands.see('Certificates recorded: 1');
    await expect.poll(() => rowOf('Nyuki Mkuyu').innerText()).toContain('certified');
    expect(lastActs(1)).toEqual(['RO1 certificate-recorded']);
  });

  test('a certificate that a stranger signed is refused, and nothing is recorded', async () => {
    const file = path.join(root, 'forged.json');
    const stranger = privateKeyFromSeed(new Uint8Array(32).fill(7));
    writeFileSync(file, `${signCertificate({ key: present(keys.get('A2'), 'A2'), election }, stranger)}\n`);
    await chooseNext(launched.app, file);
    const before = prepared.acts().length;
    await hands.press('c');
    await hands.see(/R-[A-Z-]+/);
    expect(prepared.acts()).toHaveLength(before);
  });

  test('an agent who walked off is marked gone once the wait is over, with a reason', async () => {
    await lightRow('A2');
    await hands.press('g');
    await hands.see('Only the agent’s own sign-out releases from being asked.');
    await hands.press('Control+Enter');
    await hands.see('a reason is needed');
    await hands.type('Not seen in the hall since supper.');
    await hands.press('Control+Enter');
    await expect.poll(() => rowOf('Chura Mchungwa').innerText()).toContain('marked gone');
    expect(lastActs(1)).toEqual(['RO1 agent-marked-gone']);
  });

  test('an accreditation is revoked by two officials, and until the second nothing has changed', async () => {
    await lightRow('A4');
    await hands.press('v');
    await hands.see('can no longer answer');
    await hands.type('The party has withdrawn its letter.');
    await hands.press('Control+Enter');
    await hands.see('waits for another');
    expect(await rowOf('Njiwa Mzeituni').innerText()).not.toContain('revoked');
    await confirmAs('DRO1');
    await expect.poll(() => rowOf('Njiwa Mzeituni').innerText()).toContain('revoked');
  });

  test('an official takes an agent’s key file away, for the other machine of the centre', async () => {
    await lightRow('A3');
    await chooseNext(launched.app, path.join(root, 'A3.key'));
    await hands.press('k');
    await hands.see(/Key file of Kima Mparachichi saved/);
  });

  test('an agent stands down for good, and gets the receipt at the door', async () => {
    await become('A1');
    await hands.see('A PIN for this evening?');
    await hands.press('Escape');
    await toPeople();
    await lightRow('A1');
    await hands.press('d');
    await hands.see('You stop being an agent here for good');
    await hands.press('Control+Enter');
    await hands.stand('Receipt');
    expect(lastActs(2)).toEqual(['A1 accreditation-ended', 'device receipt-issued']);
    await hands.press('Escape');
    await hands.see('stood down');
  });

  test('the printed card holds the five words once, and nothing else of the screen', async () => {
    await peopleAs('RO1');
    await lightRow('C2');
    await hands.press('n');
    await hands.see('A key is made here');
    await hands.press('m');
    await hands.see('Shown once and kept nowhere');
    await launched.page.emulateMedia({ media: 'print' });
    const printed = await hands.read();
    const words = await launched.page
      .locator('dialog ol li')
      .evaluateAll((lines) => lines.map(({ textContent }) => (textContent ?? '').replaceAll(/[^a-z]/g, '')));
    expect(words).toHaveLength(5);
    const spoken = printed.replace(/Fingerprint of the key: [0-9a-f ]+/, '');
    for (const word of new Set(words)) {
      expect(spoken.split(/[^a-z]+/).filter((shown) => shown === word)).toHaveLength(words.filter((one) => one === word).length);
    }
    expect(printed).toMatch(/Fingerprint of the key: (?:[0-9a-f]{4} ){15}[0-9a-f]{4}/);
    for (const other of ['Officials and clerks', 'Key of', 'Print the card', 'Save the card', 'Board', 'REHEARSAL', 'Nyuki'])
      expect(printed).not.toContain(other);
    await launched.page.emulateMedia({ media: null });
    const shown = /Fingerprint of the key: ((?:[0-9a-f]{4} ){15}[0-9a-f]{4})/.exec(printed)?.[1] ?? '';
    const file = path.join(root, 'card.pdf');
    await chooseNext(launched.app, file);
    await hands.see('whoever gets the file can use the key');
    expect(await barriersOn(launched.page)).toEqual([]);
    await hands.press('s');
    await hands.see('card.pdf');
    const card = wordsOf(readFileSync(file));
    for (const part of [...words, ...shown.split(' ')]) expect(card).toContain(part);
    await hands.press('Escape');
  });
});

describe('on another machine of the same centre', () => {
  const elsewhere = sharedFolder();
  beforeAll(async () => {
    prepared = await prepareSecondMachine(elsewhere, prepared);
    await open(elsewhere);
  });
  afterAll(() => launched.close());

  test('the key file that was taken away enrols its agent under the same words and the same fingerprint', async () => {
    await peopleAs('RO1');
    await lightRow('A3');
    await hands.see('Enrol Kima Mparachichi');
    await hands.press('e');
    await hands.see('A key is made here');
    await chooseNext(launched.app, path.join(root, 'A3.key'));
    await hands.press('b');
    await hands.see('Type the five words of this key file.');
    await typeWords(hands, PRACTICE_PASSPHRASE.split(' '));
    await hands.see('waits for admission');
    await hands.press('a');
    await hands.see('Takes effect at once.');
    await hands.press('Control+Enter');
    await expect.poll(() => rowOf('Kima Mparachichi').innerText()).toContain('not come');
    expect(lastActs(2)).toEqual(['A3 person-enrolled', 'RO1 person-admitted']);
    const fingerprint = parsePublicKey(present(keys.get('A3'), 'A3'));
    expect(await rowOf('Kima Mparachichi').innerText()).toContain(
      `${must(fingerprint).id.slice(0, 4)} ${must(fingerprint).id.slice(4, 8)}`,
    );
    await become('A3');
    await hands.see(/Sign in to the hall|Kima/);
  });

  test('a key file of somebody else is not taken', async () => {
    await hands.press('Escape');
    await peopleAs('RO1');
    await lightRow('A4');
    await hands.press('e');
    await hands.see('A key is made here');
    const before = prepared.acts().length;
    await hands.press('b');
    await hands.see(/R-KEY-NOT-NAMED/);
    await hands.press('Escape');
    expect(prepared.acts()).toHaveLength(before);
  });
});

describe('when everything is declared', () => {
  const finished = sharedFolder();
  beforeAll(async () => {
    prepared = await prepareEvening(finished, async (evening) => {
      await declareAll(evening);
      const contests = evening.office.centre().contests.map((contest) => ({ contest, version: 1 }));
      await evening.says('RO1', { kind: 'centre-closed', body: { contests } });
      evening.office.lock();
      evening.letMinutesPass(60);
    });
    await open(finished);
  });
  afterAll(() => launched.close());

  test('a closing that nobody confirmed is completed by one official alone, late, with a reason that is told to everybody', async () => {
    await peopleAs('RO1');
    await hands.press('End', 'F6');
    await hands.see('Every verification will say: one official alone.');
    await hands.see('a reason is needed');
    expect(await barriersOn(launched.page)).toEqual([]);
    await hands.type('The deputy was called away.');
    await hands.press('Control+Enter');
    await hands.see('the centre is closed');
    expect(lastActs(1)).toEqual(['RO1 act-confirmed']);
  });

  test('what is closed is opened again by two, who name who is present', async () => {
    await hands.press('w');
    await hands.see('Who is present');
    await hands.press('Control+Enter');
    await hands.see('waits for another');
    await hands.see('the centre is closed');
    await confirmAs('DRO1');
    await hands.see('the centre is open');
  });

  test('the closing names every contest and its declared version, and takes two as well', async () => {
    await hands.press('w');
    await hands.see('declared in version 1');
    expect(await launched.page.locator('dialog li').count()).toBe(2);
    await hands.press('Control+Enter');
    await hands.see('waits for another');
    await confirmAs('RO1');
    await hands.see('the centre is closed');
    expect(lastActs(1)).toEqual(['RO1 act-confirmed']);
  });
});
