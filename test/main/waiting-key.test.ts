/**
 * Words on a card that nobody typed back: they wait for whoever began, and for nobody else. Whatever takes that person from the keyboard
 * wipes them, secret and all; the window is told, and no key ever comes of them.
 */
import { cpSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { must, present } from '../../core/result.ts';
import { systemRandom } from '../../db/random.ts';
import { frameHandlers } from '../../main/app/answers/frame.ts';
import { peopleHandlers } from '../../main/app/answers/people.ts';
import { unlockHandlers } from '../../main/app/answers/unlock.ts';
import { createHost, type Host } from '../../main/app/host.ts';
import type { Surroundings } from '../../main/app/surroundings.ts';
import { openCentres } from '../../main/centres.ts';
import { createPractice } from '../../main/practice/practice.ts';
import { PRACTICE_PASSPHRASE } from '../../main/practice/practice-words.ts';
import { SOFTWARE } from '../../main/software.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { type TestClock, testClock } from './opened-office.ts';

const CALLER = { origin: 'app://countersign', isTopFrame: true, window: 'rooms' } as const;
const NEWCOMER = { person: 'A77', role: 'agent', name: 'Mjusi Kafiri' } as const;
const made = path.join(sharedFolder(), 'made');
must(await createPractice(made, { software: SOFTWARE })).office.close();

let host: Host;
let clock: TestClock;
let folders: readonly [string, string];
let told: number;
/** Every secret that was drawn, as it lies in memory. */
let drawn: Uint8Array[];

beforeEach(async () => {
  const root = temporaryFolder();
  const centres = openCentres(root);
  folders = [centres.newPracticeFolder(), centres.newPracticeFolder()];
  for (const folder of folders) cpSync(made, folder, { recursive: true });
  [clock, told, drawn] = [testClock(new Date().toISOString()), 0, []];
  const random = (length: number) => {
    const bytes = systemRandom(length);
    drawn.push(bytes);
    return bytes;
  };
  const surroundings = {
    tellChanged: () => {
      told += 1;
    },
    chooseNewFile: async () => undefined,
  } as unknown as Surroundings;
  host = createHost({ folder: root, surroundings, office: { software: SOFTWARE, clock, random } });
  onTestFinished(() => host.close());
  must(await host.open(folders[0]));
  await unlock('RO1');
});

async function unlock(person: string): Promise<void> {
  must(await unlockHandlers(host).unlock({ person, secret: PRACTICE_PASSPHRASE }, CALLER));
}

/** A card on the screen of the returning officer, with the secret that was drawn for it. */
async function card() {
  const people = peopleHandlers(host);
  const { words, fingerprint } = must(await people.newWords({ person: NEWCOMER.person }, CALLER));
  const seed = present(drawn.at(-1), 'a secret');
  const waits = () => people.keyWaits({}, CALLER);
  return { people, words, fingerprint, seed, waits };
}

async function expectGone({ people, words, seed, waits }: Awaited<ReturnType<typeof card>>): Promise<void> {
  expect([...seed].every((byte) => byte === 0)).toBe(true);
  expect(waits()).toEqual({ ok: true, value: { lapsed: NEWCOMER.person } });
  const office = host.office();
  if (!office.ok) return;
  const before = office.value.head();
  const lapsed = { refusal: { code: 'R-CARD-LAPSED', detail: NEWCOMER.person } };
  expect(await people.saveCard({ ...NEWCOMER, language: 'en' }, CALLER)).toMatchObject(lapsed);
  expect(await people.enrolPerson({ ...NEWCOMER, secret: words }, CALLER)).toMatchObject(lapsed);
  expect(office.value.head()).toEqual(before);
}

describe('the words on a card are wiped', () => {
  const ENDS: readonly (readonly [string, () => unknown])[] = [
    ['when the keyboard is locked', () => frameHandlers(host).lock({}, CALLER)],
    ['when the page dies or the screen is locked', () => host.lock()],
    ['when the machine goes to sleep', () => host.sleep()],
    ['when the keyboard is handed to somebody else', () => unlock('C1')],
    ['when the keyboard is locked and unlocked by the same person', () => Promise.resolve(host.lock()).then(() => unlock('RO1'))],
    ['when another centre is opened', () => host.open(folders[1])],
    ['when the centre is closed', () => host.close()],
    [
      'when their owner has left the keyboard for too long',
      () => {
        clock.pass(5 * 60);
        host.tick();
      },
    ],
  ];
  test.each(ENDS)('%s', async (_when, end) => {
    const shown = await card();
    expect([...shown.seed].some((byte) => byte !== 0)).toBe(true);
    await end();
    await expectGone(shown);
  });

  test('after ten minutes, also before somebody who is at work all the time, and the window is told', async () => {
    const shown = await card();
    const minute = () => {
      clock.pass(60);
      must(host.office()).touch();
      host.tick();
    };
    for (let minutes = 1; minutes < 10; minutes += 1) minute();
    expect(shown.waits()).toEqual({ ok: true, value: { fingerprint: shown.fingerprint } });
    const before = told;
    minute();
    expect(told).toBeGreaterThan(before);
    await expectGone(shown);
    expect(must(host.office()).unlocked()).toBe('RO1');
  });
});

test('words typed back in time make the key, and nothing waits any more', async () => {
  const shown = await card();
  clock.pass(60);
  host.tick();
  expect(await shown.people.enrolPerson({ ...NEWCOMER, secret: 'abandon ability able about above' }, CALLER)).toMatchObject({
    refusal: { code: 'R-PASSPHRASE-WRONG' },
  });
  expect(must(await shown.people.enrolPerson({ ...NEWCOMER, secret: shown.words }, CALLER))).toHaveProperty('enrolment');
  expect(shown.waits()).toEqual({ ok: true, value: {} });
});

test('a card made again is another one, and the old words are worth nothing', async () => {
  const first = await card();
  host.lock();
  await unlock('RO1');
  const second = await card();
  expect(second.waits()).toEqual({ ok: true, value: { fingerprint: second.fingerprint } });
  expect(await second.people.enrolPerson({ ...NEWCOMER, secret: first.words }, CALLER)).toMatchObject({
    refusal: { code: 'R-PASSPHRASE-WRONG' },
  });
  expect(must(await second.people.enrolPerson({ ...NEWCOMER, secret: second.words }, CALLER))).toHaveProperty('enrolment');
});
