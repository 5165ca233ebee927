/**
 * A key that is refused is refused at once and everywhere: its owner does not come to the keyboard with it, and is put off it who sat
 * there already. Two keyboards over one journal make the moment in which that could go wrong.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Command } from '../../core/decide.ts';
import { must, present } from '../../core/result.ts';
import { auditDatabase } from '../../db/check.ts';
import { openForWriting } from '../../db/database.ts';
import { deviceKey } from '../../db/device-key.ts';
import { journalWriter } from '../../db/journal-store.ts';
import { FULL_COST, openKeyFile, sealKeyFile } from '../../db/key-file.ts';
import { openKeystore } from '../../db/keystore.ts';
import { systemRandom } from '../../db/random.ts';
import { openDesk } from '../../main/office/desk.ts';
import { enrol, makeKey } from '../../main/office/enrolment.ts';
import { type Keyboard, openKeyboard } from '../../main/office/keyboard.ts';
import { openLedger } from '../../main/office/ledger.ts';
import { createOffice } from '../../main/office/office.ts';
import { openSession } from '../../main/office/session.ts';
import { SOFTWARE } from '../../main/software.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { copyOf } from '../db/tampering.ts';
import { note, openCopy, testClock } from './opened-office.ts';
import { demoElection, playDay, QUICK_COST } from './played-day.ts';

const folder = sharedFolder();
const day = await playDay(await demoElection(path.join(folder, 'rehearsal')), path.join(folder, 'day'), { papers: 2 });
const NEW_WORDS = 'abandon ability able about above';
const REASON = 'For good reason.';

/** One journal, and two keyboards that know nothing of one another. */
async function twoKeyboards() {
  const file = copyOf(day);
  const place = path.dirname(file);
  const handle = must(openForWriting(file));
  onTestFinished(() => void handle.close());
  const store = journalWriter(handle);
  const { journal } = await auditDatabase(handle);
  const { centre, frontier } = present(journal, 'the journal');
  const ledger = openLedger(store, centre(), frontier());
  const device = deviceKey(place, systemRandom);
  const desk = openDesk({ ledger, store, keystore: openKeystore(place), device, clock: testClock(), random: systemRandom });
  return { desk, mine: openKeyboard(desk), theirs: openKeyboard(desk) };
}
type Scene = Awaited<ReturnType<typeof twoKeyboards>>;

const wordsOf = (person: string) => present(day.passphrases.get(person), person);

async function says(keyboard: Keyboard, person: string, command: Command): Promise<string> {
  must(await keyboard.unlock(person, wordsOf(person)));
  const said = must(keyboard.perform([command]));
  keyboard.lock();
  return present(said.acts[0], 'an act').digest;
}

async function byTwo({ theirs }: Scene, command: Command): Promise<void> {
  const act = await says(theirs, 'RO1', command);
  await says(theirs, 'DRO1', { kind: 'act-confirmed', body: { act } });
}

/** The person's own new key, with the words above, in the place of the old one. */
async function replaceKey(scene: Scene, person: string, cause: 'lost' | 'compromised'): Promise<void> {
  const { role, name, key: oldKey } = present(scene.desk.ledger.centre().people.get(person), person);
  const newcomer = { person, role: role as 'clerk' | 'agent', name };
  const key = must(await makeKey(scene.desk, newcomer, NEW_WORDS, QUICK_COST));
  const enrolled = must(await enrol(scene.desk, newcomer, key, NEW_WORDS));
  const enrolment = present(enrolled.acts[0], 'an enrolment').digest;
  await byTwo(scene, { kind: 'key-replaced', body: { enrolment, oldKey, cause } });
}

const suspended = (compromised: boolean): Command => ({
  kind: 'person-suspended',
  body: { person: 'C1', compromised, reason: REASON },
});
const revoked: Command = { kind: 'accreditation-revoked', body: { agent: 'A1', reason: REASON } };

/** What happens to whom, and what that person hears who comes with the key of before. */
const CASES: readonly (readonly [string, string, string, (scene: Scene) => Promise<unknown>])[] = [
  ['a clerk whose key is replaced because it was lost', 'C1', 'R-PASSPHRASE-WRONG', (scene) => replaceKey(scene, 'C1', 'lost')],
  ['a clerk whose key is replaced because others have it', 'C1', 'R-PASSPHRASE-WRONG', (scene) => replaceKey(scene, 'C1', 'compromised')],
  ['an agent whose key is replaced', 'A1', 'R-PASSPHRASE-WRONG', (scene) => replaceKey(scene, 'A1', 'lost')],
  ['a clerk who is suspended', 'C1', 'R-SUSPENDED', ({ theirs }) => says(theirs, 'RO1', suspended(false))],
  ['a clerk who is suspended as compromised', 'C1', 'R-SUSPENDED', ({ theirs }) => says(theirs, 'RO1', suspended(true))],
  ['an agent whose accreditation is revoked', 'A1', 'R-NOT-ACCREDITED', (scene) => byTwo(scene, revoked)],
];

describe('with a key that is refused', () => {
  test.each(CASES)('%s does not unlock', async (_who, person, code, happens) => {
    const scene = await twoKeyboards();
    await happens(scene);
    expect(await scene.mine.unlock(person, wordsOf(person))).toMatchObject({ refusal: { code } });
    expect(scene.mine.unlocked()).toBeUndefined();
  });

  test.each(CASES)(
    '%s and is unlocked at that moment signs nothing more, and is put off the keyboard',
    async (_who, person, _code, happens) => {
      const scene = await twoKeyboards();
      must(await scene.mine.unlock(person, wordsOf(person)));
      await happens(scene);
      expect(scene.mine.unlocked()).toBe(person);
      const { size } = scene.desk.ledger.centre();
      expect(scene.mine.perform([note('One last word.')])).toMatchObject({ refusal: { code: 'R-NOT-UNLOCKED' } });
      const entries = [...scene.desk.store.entries(size)].map(({ kind }) => kind);
      expect(entries).toEqual(['session-locked']);
      expect(scene.mine.unlocked()).toBeUndefined();
    },
  );

  test.each(CASES)('%s is put off the keyboard by the clock alone', async (_who, person, _code, happens) => {
    const scene = await twoKeyboards();
    must(await scene.mine.unlock(person, wordsOf(person)));
    await happens(scene);
    scene.mine.tick();
    expect(scene.mine.unlocked()).toBeUndefined();
  });

  test('a clerk does not come in who was just unlocking when the suspension was said', async () => {
    const { desk, mine } = await twoKeyboards();
    const known = present(desk.ledger.centre().people.get('RO1'), 'RO1');
    const { seed } = must(await openKeyFile(present(must(desk.keystore.find(known.key)), 'key file'), wordsOf('RO1')));
    const officer = openSession({ person: 'RO1', role: 'ro', key: known.key }, seed, testClock());
    const coming = mine.unlock('C1', wordsOf('C1'));
    must(desk.say(officer.voice, [suspended(false)]));
    expect(await coming).toMatchObject({ refusal: { code: 'R-SUSPENDED' } });
    expect(mine.unlocked()).toBeUndefined();
  });

  test('the new key unlocks and signs at once', async () => {
    const scene = await twoKeyboards();
    await replaceKey(scene, 'C1', 'lost');
    must(await scene.mine.unlock('C1', NEW_WORDS));
    expect(scene.mine.perform([note('Here again.')])).toMatchObject({ ok: true });
  });
});

describe('a cheap key file in the keystore', () => {
  const plant = async (place: string, cost: number) => {
    const key = { person: 'RO1', role: 'ro', name: 'Bundi Mzambarau', seed: systemRandom(32), passphrase: NEW_WORDS } as const;
    return must(openKeystore(place).add(await sealKeyFile({ ...key, cost, random: systemRandom })));
  };

  test('opens nothing in a live election, whoever put it there', async () => {
    const live = await demoElection(path.join(temporaryFolder(), 'live'), (dir) => {
      const file = path.join(dir, 'election.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace('"rehearsal"', '"live"'));
    });
    const office = must(createOffice(temporaryFolder(), live.definition, live.envelope, { software: SOFTWARE }));
    onTestFinished(() => office.close());
    const officer = { person: 'RO1', role: 'ro', name: 'Bundi Mzambarau' } as const;
    const cheap = await plant(office.folder, FULL_COST / 2);
    expect(await office.enrol(officer, cheap, NEW_WORDS)).toMatchObject({ refusal: { code: 'R-LIVE-ELECTION' } });
    const body = { typedGroups: [], contests: ['president'] };
    expect(await office.found('RO1', NEW_WORDS, body, cheap)).toMatchObject({ refusal: { code: 'R-LIVE-ELECTION' } });
  });

  test('opens in a rehearsal, which may be quick', async () => {
    const { office } = await openCopy(day);
    const newcomer = { person: 'C9', role: 'clerk', name: 'C9' } as const;
    const key = must(await office.makeKey(newcomer, NEW_WORDS, QUICK_COST));
    expect(await office.enrol(newcomer, key, NEW_WORDS)).toMatchObject({ ok: true });
  });
});
