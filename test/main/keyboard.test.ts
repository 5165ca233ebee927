/** One person at the keyboard: by passphrase, for as long as that person works, and not for whoever guesses. */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { must, present } from '../../core/result.ts';
import { systemRandom } from '../../db/random.ts';
import { openSession } from '../../main/office/session.ts';
import { sharedFolder } from '../db/folders.ts';
import { actsFrom, note, type OpenedOffice, openCopy, testClock } from './opened-office.ts';
import { demoElection, playDay } from './played-day.ts';

const folder = sharedFolder();
const day = await playDay(await demoElection(folder), path.join(folder, 'day'));
const WRONG = 'abandon ability able about above';

async function failTimes({ office }: OpenedOffice, person: string, times: number): Promise<readonly string[]> {
  const answers: string[] = [];
  for (let time = 0; time < times; time++) {
    const answer = await office.unlock(person, WRONG);
    answers.push(answer.ok ? 'unlocked' : answer.refusal.code);
  }
  return answers;
}

describe('one person at a time', () => {
  test('whoever comes next locks the one before', async () => {
    const { office, unlock } = await openCopy(day);
    await unlock('RO1');
    const { size } = office.head();
    expect(must(await unlock('C1'))).toEqual({ person: 'C1' });
    expect(office.unlocked()).toBe('C1');
    expect(actsFrom(office, size)).toEqual([
      { kind: 'session-locked', person: 'device', body: { person: 'RO1', cause: 'switch' } },
      { kind: 'session-unlocked', person: 'device', body: { person: 'C1' } },
    ]);
    must(office.perform([note('The clerk says so.')]));
    expect(actsFrom(office, size + 2)[0]?.person).toBe('C1');
  });

  test('whoever tries and fails leaves nobody unlocked', async () => {
    const { office, unlock } = await openCopy(day);
    await unlock('RO1');
    expect(await office.unlock('C1', WRONG)).toMatchObject({ refusal: { code: 'R-PASSPHRASE-WRONG' } });
    expect(office.unlocked()).toBeUndefined();
    expect(office.perform([note('Who says so?')])).toMatchObject({ refusal: { code: 'R-NOT-UNLOCKED' } });
  });

  test('of two who come at once, one is at the keyboard in the end, and the journal knows which', async () => {
    const { office, unlock } = await openCopy(day);
    const { size } = office.head();
    await Promise.all([unlock('RO1'), unlock('C1')]);
    const last = actsFrom(office, size).at(-1);
    expect(last).toEqual({ kind: 'session-unlocked', person: 'device', body: { person: office.unlocked() } });
    expect(actsFrom(office, size).map(({ kind }) => kind)).toEqual(['session-unlocked', 'session-locked', 'session-unlocked']);
  });

  test('nobody is whom the centre does not know, and nobody whose key is not here', async () => {
    const { office, unlock, folder } = await openCopy(day);
    expect(await office.unlock('C99', WRONG)).toMatchObject({ refusal: { code: 'R-ROLE' } });
    rmSync(path.join(folder, 'keys', `${present(office.centre().people.get('C1'), 'C1').key}.json`));
    expect(await unlock('C1')).toMatchObject({ refusal: { code: 'E-FILE' } });
    expect(office.unlocked()).toBeUndefined();
  });
});

describe('a key that is locked away', () => {
  test('signs no more, and the journal says who locked it', async () => {
    const { office, unlock } = await openCopy(day);
    await unlock('RO1');
    const { size } = office.head();
    office.lock();
    expect(office.perform([note('One more thing.')])).toMatchObject({ refusal: { code: 'R-NOT-UNLOCKED' } });
    expect(office.attachScan('president.1.1', new Uint8Array(), 'scanner')).toMatchObject({ refusal: { code: 'R-NOT-UNLOCKED' } });
    expect(actsFrom(office, size)).toEqual([{ kind: 'session-locked', person: 'device', body: { person: 'RO1', cause: 'person' } }]);
    office.lock();
    expect(actsFrom(office, size)).toHaveLength(1);
  });

  test('is wiped: neither the seed nor the session can sign', () => {
    const seed = systemRandom(32);
    const session = openSession({ person: 'RO1', role: 'ro', key: '0'.repeat(64) }, seed, testClock());
    expect(seed).toEqual(new Uint8Array(32));
    expect(session.voice.sign(new Uint8Array(3))).toHaveLength(64);
    session.wipe();
    expect(() => session.voice.sign(new Uint8Array(3))).toThrow('a wiped key was asked to sign');
  });

  test('is nowhere in the folder in plain: not the seed’s owner’s passphrase either', async () => {
    const { folder, passphraseOf } = await openCopy(day);
    for (const file of ['centre.sqlite', 'device.pem']) {
      expect(readFileSync(path.join(folder, file)).includes(passphraseOf('RO1'))).toBe(false);
    }
  });
});

describe('a person who has left the keyboard', () => {
  test.each([
    ['a clerk', 'C1', 120],
    ['an agent', 'A1', 120],
    ['an official', 'RO1', 300],
  ])('%s is locked out of it after the idle time, and not before', async (_who, person, seconds) => {
    const { office, clock, unlock } = await openCopy(day);
    await unlock(person);
    clock.pass(seconds - 1);
    office.tick();
    expect(office.unlocked()).toBe(person);
    const { size } = office.head();
    clock.pass(1);
    office.tick();
    expect(office.unlocked()).toBeUndefined();
    expect(actsFrom(office, size)).toEqual([{ kind: 'session-locked', person: 'device', body: { person, cause: 'idle' } }]);
  });

  test('is locked out by the next command as well, where no tick came', async () => {
    const { office, clock, unlock } = await openCopy(day);
    await unlock('RO1');
    clock.pass(300);
    expect(office.perform([note('I am back.')])).toMatchObject({ refusal: { code: 'R-NOT-UNLOCKED' } });
    await unlock('RO1');
    clock.pass(300);
    const pdf = new TextEncoder().encode('%PDF-1.4 a paper');
    const [form = ''] = [...office.centre().forms.keys()];
    expect(office.attachScan(form, pdf, 'scanner')).toMatchObject({ refusal: { code: 'R-NOT-UNLOCKED' } });
  });

  test('who works on is not locked out: every command begins the time anew', async () => {
    const { office, clock, unlock } = await openCopy(day);
    await unlock('RO1');
    for (const text of ['One.', 'Two.', 'Three.']) {
      clock.pass(299);
      expect(office.perform([note(text)])).toMatchObject({ ok: true });
    }
  });

  test('who types without a command yet is not locked out either, but does not come back by typing', async () => {
    const { office, clock, unlock } = await openCopy(day);
    await unlock('RO1');
    clock.pass(299);
    office.touch();
    clock.pass(299);
    expect(office.perform([note('I was typing.')])).toMatchObject({ ok: true });
    clock.pass(300);
    office.touch();
    expect(office.unlocked()).toBeUndefined();
  });

  test('is not kept at it by setting the wall clock back', async () => {
    const { office, clock, unlock } = await openCopy(day);
    await unlock('C1');
    clock.set('2031-02-04T04:00:00.000Z');
    clock.pass(120);
    office.tick();
    expect(office.unlocked()).toBeUndefined();
  });

  test('is locked out of it when the machine sleeps, and every PIN is forgotten', async () => {
    const { office, unlock } = await openCopy(day);
    await unlock('A1');
    must(office.perform([{ kind: 'agent-signed-in', body: {} }]));
    must(office.setPin('273951'));
    const { size } = office.head();
    office.sleep();
    expect(office.unlocked()).toBeUndefined();
    expect(office.hasPin('A1')).toBe(false);
    expect(actsFrom(office, size)).toEqual([{ kind: 'session-locked', person: 'device', body: { person: 'A1', cause: 'idle' } }]);
    expect(await office.unlockWithPin('A1', '273951')).toMatchObject({ refusal: { code: 'R-PIN-NOT-SET' } });
  });

  test.each(['sleep', 'lock'] as const)('does not come in after the fact: a key asked for before the %s is not handed out', async (how) => {
    const { office, unlock } = await openCopy(day);
    const coming = unlock('C1');
    office[how]();
    expect(await coming).toMatchObject({ refusal: { code: 'R-NOT-UNLOCKED' } });
    expect(office.unlocked()).toBeUndefined();
    expect(await unlock('C1')).toMatchObject({ ok: true });
  });

  test('does not come in either when the program was left meanwhile', async () => {
    const { office, unlock } = await openCopy(day);
    const coming = [unlock('C1'), office.unlock('C2', WRONG)];
    office.close();
    for (const answer of await Promise.all(coming)) expect(answer).toMatchObject({ refusal: { code: 'R-NOT-UNLOCKED' } });
  });

  test('has the time that the office was opened with', async () => {
    const { office, clock, unlock } = await openCopy(day, { idle: { official: 1, other: 1 } });
    await unlock('RO1');
    clock.pass(60);
    office.tick();
    expect(office.unlocked()).toBeUndefined();
  });
});

describe('a passphrase that is guessed', () => {
  test('four times wrong is a bad day: the right one still opens, and the count begins anew', async () => {
    const opened = await openCopy(day);
    expect(await failTimes(opened, 'C1', 4)).toEqual(Array(4).fill('R-PASSPHRASE-WRONG'));
    expect(await opened.unlock('C1')).toMatchObject({ ok: true });
    expect(await failTimes(opened, 'C1', 4)).toEqual(Array(4).fill('R-PASSPHRASE-WRONG'));
    expect(await opened.unlock('C1')).toMatchObject({ ok: true });
  });

  test('each failure is an act of the device', async () => {
    const opened = await openCopy(day);
    const { size } = opened.office.head();
    await failTimes(opened, 'C1', 2);
    expect(actsFrom(opened.office, size)).toEqual(
      [1, 2].map((failures) => ({ kind: 'unlock-failed', person: 'device', body: { person: 'C1', failures } })),
    );
  });

  test('five times wrong locks that person out, even with the right one, and nobody else', async () => {
    const opened = await openCopy(day);
    await failTimes(opened, 'C1', 5);
    expect(await opened.unlock('C1')).toMatchObject({ refusal: { code: 'R-LOCKED-OUT', detail: '2031-02-04T06:00:15.000Z' } });
    expect(await opened.unlock('C2')).toMatchObject({ ok: true });
    opened.clock.pass(14.999);
    expect(await opened.unlock('C1')).toMatchObject({ refusal: { code: 'R-LOCKED-OUT' } });
    opened.clock.pass(0.001);
    expect(await opened.unlock('C1')).toMatchObject({ ok: true });
  });

  test('each further failure doubles the time, up to eight minutes', async () => {
    const opened = await openCopy(day);
    await failTimes(opened, 'C1', 5);
    const waits: number[] = [];
    for (let time = 0; time < 7; time++) {
      const { until } = present(opened.office.centre().lockouts.get('C1'), 'lockout');
      waits.push((Date.parse(until) - opened.clock.now()) / 1000);
      opened.clock.pass(waits.at(-1) ?? 0);
      await failTimes(opened, 'C1', 1);
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 480]);
  });

  test('guesses while locked out are not even tried, and do not lengthen it', async () => {
    const opened = await openCopy(day);
    await failTimes(opened, 'C1', 5);
    const { size } = opened.office.head();
    expect(await failTimes(opened, 'C1', 3)).toEqual(Array(3).fill('R-LOCKED-OUT'));
    expect(opened.office.head().size).toBe(size);
  });

  test('the time is not escaped by starting the program again', async () => {
    const opened = await openCopy(day);
    await failTimes(opened, 'C1', 5);
    opened.office.close();
    const again = await openCopy(day, { folder: opened.folder });
    expect(await again.unlock('C1')).toMatchObject({ refusal: { code: 'R-LOCKED-OUT' } });
  });

  test('nor by starting it again after the machine’s clock was set forward', async () => {
    const opened = await openCopy(day);
    await failTimes(opened, 'C1', 5);
    opened.office.close();
    const again = await openCopy(day, { folder: opened.folder, clock: testClock('2031-02-04T09:00:00.000Z') });
    expect(await again.unlock('C1')).toMatchObject({ refusal: { code: 'R-LOCKED-OUT', detail: '2031-02-04T09:00:15.000Z' } });
    again.clock.pass(15);
    expect(await again.unlock('C1')).toMatchObject({ ok: true });
  });

  test.each([
    ['forward', '2031-02-04T09:00:00.000Z'],
    ['back', '2031-02-03T09:00:00.000Z'],
  ])('nor by setting the clock %s while it runs: the jump is noted, and the wait is as long as before', async (_way, time) => {
    const opened = await openCopy(day);
    await failTimes(opened, 'C1', 5);
    const { size } = opened.office.head();
    opened.clock.set(time);
    expect(await opened.unlock('C1')).toMatchObject({ refusal: { code: 'R-LOCKED-OUT' } });
    expect(actsFrom(opened.office, size).map(({ kind }) => kind)).toEqual(['clock-jumped']);
    opened.clock.pass(14.999);
    expect(await opened.unlock('C1')).toMatchObject({ refusal: { code: 'R-LOCKED-OUT' } });
    opened.clock.pass(0.001);
    expect(await opened.unlock('C1')).toMatchObject({ ok: true });
  });

  test('nor by guessing many times at once', async () => {
    const { office, unlock } = await openCopy(day);
    const guesses = Array.from({ length: 8 }, () => office.unlock('C1', WRONG));
    const right = unlock('C1');
    const codes = (await Promise.all([...guesses, right])).map((answer) => (answer.ok ? 'unlocked' : answer.refusal.code));
    expect(codes.filter((code) => code === 'R-PASSPHRASE-WRONG').length).toBeLessThanOrEqual(5);
  });

  test('another official may end it, and nobody else', async () => {
    const opened = await openCopy(day);
    const clear = { kind: 'lockout-cleared', body: { person: 'C1' } } as const;
    await failTimes(opened, 'C1', 5);
    await opened.unlock('C2');
    expect(opened.office.perform([clear])).toMatchObject({ refusal: { code: 'R-ROLE' } });
    await opened.unlock('DRO1');
    expect(opened.office.perform([clear])).toMatchObject({ ok: true });
    expect(await opened.unlock('C1')).toMatchObject({ ok: true });
  });
});
