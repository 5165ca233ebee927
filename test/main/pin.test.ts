/** The session PIN: six quick digits for an agent who stays in the hall, and nothing that outlives the agent's stay. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../core/decide.ts';
import { must, present } from '../../core/result.ts';
import { sharedFolder } from '../db/folders.ts';
import { actsFrom, note, type OpenedOffice, openCopy } from './opened-office.ts';
import { demoElection, playDay, QUICK_COST } from './played-day.ts';

const folder = sharedFolder();
const day = await playDay(await demoElection(folder), path.join(folder, 'day'), { papers: 2 });
const PIN = '273951';
const WRONG = '273952';
const SIGN_IN: Command = { kind: 'agent-signed-in', body: {} };
const SIGN_OUT: Command = { kind: 'agent-signed-out', body: {} };

function codeOf(answer: { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly code: string } }): string {
  return answer.ok ? 'allowed' : answer.refusal.code;
}

async function actAs({ office, unlock }: OpenedOffice, person: string, ...commands: readonly Command[]) {
  must(await unlock(person));
  return must(office.perform(commands));
}

/** An agent in the hall with a PIN, whose keyboard somebody else may take. */
async function withPin(agent = 'A1'): Promise<OpenedOffice> {
  const opened = await openCopy(day);
  await actAs(opened, agent, SIGN_IN);
  must(opened.office.setPin(PIN));
  opened.office.lock();
  return opened;
}

async function byTwo(opened: OpenedOffice, command: Command): Promise<void> {
  const proposed = await actAs(opened, 'RO1', command);
  await actAs(opened, 'DRO1', { kind: 'act-confirmed', body: { act: present(proposed.acts[0], 'act').digest } });
}

describe('an agent with a PIN', () => {
  test('unlocks with it, is noted as with a passphrase, and signs with the same key', async () => {
    const { office } = await withPin();
    const { size } = office.head();
    expect(must(await office.unlockWithPin('A1', PIN))).toEqual({ person: 'A1' });
    expect(actsFrom(office, size)).toEqual([{ kind: 'session-unlocked', person: 'device', body: { person: 'A1' } }]);
    expect(office.perform([SIGN_OUT])).toMatchObject({ ok: true });
  });

  test('takes the keyboard from whoever has it, as with a passphrase', async () => {
    const { office, unlock } = await withPin();
    must(await unlock('RO1'));
    const { size } = office.head();
    must(await office.unlockWithPin('A1', PIN));
    expect(actsFrom(office, size).map(({ body }) => body)).toEqual([{ person: 'RO1', cause: 'switch' }, { person: 'A1' }]);
  });

  test('may set another, and the first is gone', async () => {
    const { office } = await withPin();
    must(await office.unlockWithPin('A1', PIN));
    must(office.setPin('800213'));
    expect(codeOf(await office.unlockWithPin('A1', PIN))).toBe('R-PASSPHRASE-WRONG');
    expect(codeOf(await office.unlockWithPin('A1', '800213'))).toBe('allowed');
  });

  test('does not open another agent’s key with it', async () => {
    const opened = await withPin('A2');
    await actAs(opened, 'A1', SIGN_IN);
    expect(codeOf(await opened.office.unlockWithPin('A1', PIN))).toBe('R-PIN-NOT-SET');
    expect([opened.office.hasPin('A1'), opened.office.hasPin('A2')]).toEqual([false, true]);
  });

  test('finds the passphrase as good as before', async () => {
    const { unlock } = await withPin();
    expect(codeOf(await unlock('A1'))).toBe('allowed');
  });
});

describe('no PIN is set', () => {
  test('by a clerk, by an official, by an agent who is not signed in, or by nobody', async () => {
    const { office, unlock } = await openCopy(day);
    expect(codeOf(office.setPin(PIN))).toBe('R-NOT-UNLOCKED');
    for (const [person, code] of [
      ['C1', 'R-ROLE'],
      ['RO1', 'R-ROLE'],
      ['A1', 'R-NOT-IN-ATTENDANCE'],
    ] as const) {
      must(await unlock(person));
      expect(codeOf(office.setPin(PIN))).toBe(code);
      expect(office.hasPin(person)).toBe(false);
    }
  });

  test('by an agent who has walked away from the keyboard', async () => {
    const opened = await openCopy(day);
    await actAs(opened, 'A1', SIGN_IN);
    opened.clock.pass(120);
    expect(codeOf(opened.office.setPin(PIN))).toBe('R-NOT-UNLOCKED');
  });

  test('that anybody would try first', async () => {
    const opened = await openCopy(day);
    await actAs(opened, 'A1', SIGN_IN);
    const weak = [
      '',
      '27395',
      '2739511',
      '27395a',
      '٢٧٣٩٥١',
      ' 273951',
      '000000',
      '777777',
      '123456',
      '654321',
      '012345',
      '567890',
      '098765',
    ];
    expect(weak.map((pin) => codeOf(opened.office.setPin(pin)))).toEqual(weak.map(() => 'R-PIN-WEAK'));
    expect(opened.office.hasPin('A1')).toBe(false);
    expect(['123457', '100000', '112233'].map((pin) => codeOf(opened.office.setPin(pin)))).toEqual(Array(3).fill('allowed'));
  });
});

describe('a PIN ends', () => {
  async function expectGone({ office }: OpenedOffice, code = 'R-PIN-NOT-SET'): Promise<void> {
    expect(office.hasPin('A1')).toBe(false);
    expect(codeOf(await office.unlockWithPin('A1', PIN))).toBe(code);
    expect(office.unlocked()).toBeUndefined();
  }

  test('with the agent’s sign-out, and does not come back with the next sign-in', async () => {
    const opened = await withPin();
    await actAs(opened, 'A1', SIGN_OUT);
    await expectGone(opened);
    await actAs(opened, 'A1', SIGN_IN);
    await expectGone(opened);
  });

  test('also where sign-out and sign-in come as one command', async () => {
    const opened = await withPin();
    await actAs(opened, 'A1', SIGN_OUT, SIGN_IN);
    await expectGone(opened);
  });

  test('when an official marks the agent as gone', async () => {
    const opened = await withPin();
    opened.clock.pass(opened.office.centre().definition.content.responseMinutes * 60);
    await actAs(opened, 'RO1', { kind: 'agent-marked-gone', body: { agent: 'A1', reason: 'Left an hour ago.' } });
    await expectGone(opened);
  });

  test('when two officials revoke the accreditation, and not when one proposes it', async () => {
    const opened = await withPin();
    const revocation: Command = { kind: 'accreditation-revoked', body: { agent: 'A1', reason: 'The party asked for it.' } };
    const proposed = await actAs(opened, 'RO1', revocation);
    expect(opened.office.hasPin('A1')).toBe(true);
    await actAs(opened, 'DRO1', { kind: 'act-confirmed', body: { act: present(proposed.acts[0], 'act').digest } });
    await expectGone(opened, 'R-NOT-ACCREDITED');
  });

  test('when the agent stands down', async () => {
    const opened = await withPin();
    await actAs(opened, 'A1', { kind: 'accreditation-ended', body: {} });
    await expectGone(opened);
  });

  test('with the agent’s key', async () => {
    const opened = await withPin();
    const { office, passphraseOf } = opened;
    const { name, key: oldKey } = present(office.centre().people.get('A1'), 'A1');
    const newcomer = { person: 'A1', role: 'agent', name } as const;
    const key = must(await office.makeKey(newcomer, passphraseOf('A2'), QUICK_COST));
    const enrolled = must(await office.enrol(newcomer, key, passphraseOf('A2')));
    const enrolment = present(enrolled.acts[0], 'act').digest;
    await byTwo(opened, { kind: 'key-replaced', body: { enrolment, oldKey, cause: 'lost' } });
    await expectGone(opened);
  });

  test('with the program', async () => {
    const opened = await withPin();
    opened.office.close();
    expect(opened.office.hasPin('A1')).toBe(false);
    await expectGone(await openCopy(day, { folder: opened.folder }));
  });

  test('and is nowhere on the disk: no file is written for it', async () => {
    const opened = await openCopy(day);
    await actAs(opened, 'A1', SIGN_IN);
    const listed = () => readdirSync(opened.folder, { recursive: true, encoding: 'utf8' }).sort();
    const before = listed();
    must(opened.office.setPin(PIN));
    must(await opened.office.unlockWithPin('A1', PIN));
    expect(listed()).toEqual(before);
    const files = before.map((name) => path.join(opened.folder, name)).filter((file) => statSync(file).isFile());
    expect(files.filter((file) => !file.includes('scans') && readFileSync(file).includes(PIN))).toEqual([]);
  });
});

describe('a PIN that is guessed', () => {
  async function guess({ office }: OpenedOffice, times: number): Promise<readonly string[]> {
    const answers: string[] = [];
    for (let time = 0; time < times; time++) answers.push(codeOf(await office.unlockWithPin('A1', WRONG)));
    return answers;
  }

  test('counts as an unlock failure, and leaves nobody unlocked', async () => {
    const opened = await withPin();
    must(await opened.unlock('RO1'));
    const { size } = opened.office.head();
    expect(await guess(opened, 1)).toEqual(['R-PASSPHRASE-WRONG']);
    expect(opened.office.unlocked()).toBeUndefined();
    expect(actsFrom(opened.office, size + 1)).toEqual([{ kind: 'unlock-failed', person: 'device', body: { person: 'A1', failures: 1 } }]);
  });

  test('four times is a bad day: the right one still opens, and the count begins anew', async () => {
    const opened = await withPin();
    expect(await guess(opened, 4)).toEqual(Array(4).fill('R-PASSPHRASE-WRONG'));
    expect(codeOf(await opened.office.unlockWithPin('A1', PIN))).toBe('allowed');
    expect(await guess(opened, 4)).toEqual(Array(4).fill('R-PASSPHRASE-WRONG'));
    expect(codeOf(await opened.office.unlockWithPin('A1', PIN))).toBe('allowed');
  });

  test('five times is wiped, and the person locked out; afterwards only the passphrase opens', async () => {
    const opened = await withPin();
    await guess(opened, 5);
    expect(opened.office.hasPin('A1')).toBe(false);
    expect(codeOf(await opened.office.unlockWithPin('A1', PIN))).toBe('R-LOCKED-OUT');
    opened.clock.pass(15);
    expect(codeOf(await opened.office.unlockWithPin('A1', PIN))).toBe('R-PIN-NOT-SET');
    expect(codeOf(await opened.unlock('A1'))).toBe('allowed');
  });

  test('is not given more guesses by a passphrase between them', async () => {
    const opened = await withPin();
    await guess(opened, 4);
    must(await opened.unlock('A1'));
    await guess(opened, 1);
    expect(opened.office.hasPin('A1')).toBe(false);
  });

  test('many times at once gets no more than five tries', async () => {
    const opened = await withPin();
    const guesses = Array.from({ length: 8 }, () => opened.office.unlockWithPin('A1', WRONG));
    const codes = (await Promise.all([...guesses, opened.office.unlockWithPin('A1', PIN)])).map(codeOf);
    expect(codes.filter((code) => code === 'R-PASSPHRASE-WRONG').length).toBeLessThanOrEqual(5);
    expect(opened.office.hasPin('A1') && codes.at(-1) !== 'allowed').toBe(false);
  });

  test('does not help past a lock-out that wrong passphrases earned', async () => {
    const opened = await withPin();
    for (let time = 0; time < 5; time++) await opened.office.unlock('A1', 'abandon ability able about above');
    expect(codeOf(await opened.office.unlockWithPin('A1', PIN))).toBe('R-LOCKED-OUT');
    opened.clock.pass(15);
    expect(codeOf(await opened.office.unlockWithPin('A1', PIN))).toBe('allowed');
    expect(opened.office.perform([note('An agent does not write the diary.')])).toMatchObject({ refusal: { code: 'R-ROLE' } });
  });
});
