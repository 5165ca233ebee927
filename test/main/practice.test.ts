/** A practice election: made in a moment, full of work for every room, and a whole rehearsal like any other. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { agentsInAttendance } from '../../core/attendance.ts';
import { rowsToRead } from '../../core/entries.ts';
import type { Envelope } from '../../core/envelope.ts';
import { unruledFindings } from '../../core/findings.ts';
import { screenOf } from '../../core/lifecycle.ts';
import { must, present } from '../../core/result.ts';
import { type Form, type Opened, resultOf } from '../../core/state.ts';
import { readPassphrase } from '../../db/passphrase.ts';
import { createOffice, DATABASE_FILE, type Office, openOffice } from '../../main/office/office.ts';
import { createPractice } from '../../main/practice/practice.ts';
import { isPractice, practiceWords } from '../../main/practice/practice-words.ts';
import { SOFTWARE } from '../../main/software.ts';
import { temporaryFolder } from '../db/folders.ts';
import { testClock } from './opened-office.ts';

const NOW = '2031-02-03T19:30:00.000Z';

async function practice(folder = temporaryFolder()) {
  const clock = testClock(NOW);
  const made = must(await createPractice(folder, { software: SOFTWARE, clock }));
  let isOpen = true;
  const close = () => {
    if (isOpen) made.office.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { ...made, folder, clock, close };
}

function stagesOf(office: Office, contest: string): readonly string[] {
  const { stations } = present(office.centre().roll.contests.get(contest), contest);
  return stations.map(({ code }) => {
    const [form] = resultOf(office.centre(), contest, code).forms.map((id) => present(office.centre().forms.get(id), id));
    return form?.stage.stage ?? 'awaited';
  });
}

function formIn(office: Office, stage: string): Form {
  return present(
    [...office.centre().forms.values()].find((form) => form.stage.stage === stage),
    stage,
  );
}

describe('a practice election', () => {
  test('has work for every room', async () => {
    const { office } = await practice();
    const president = stagesOf(office, 'president').toSorted();
    expect(president).toEqual([
      ...['accepted', 'accepted', 'agreed', 'agreed', 'awaited', 'awaited'],
      ...['differing', 'entered-once', 'open', 'open', 'received', 'received'],
    ]);
    expect(stagesOf(office, 'ward-wino').toSorted()).toEqual(['awaited', 'awaited', 'awaited', 'received']);
    const agreed = [...office.centre().forms.values()].filter((form) => form.stage.stage === 'agreed');
    const findings = agreed.map((form) => unruledFindings(office.centre(), form).length);
    expect(findings.toSorted().map((count) => count > 0)).toEqual([false, true]);
    expect(agentsInAttendance(office.centre())).toEqual(['A1', 'A2']);
  });

  test('is open for everybody with the one passphrase, which can be typed in four letters a word', async () => {
    const { office, passphrase } = await practice();
    const people = [...office.centre().people.keys()].toSorted();
    expect(people).toEqual(['A1', 'A2', 'A3', 'A4', 'C1', 'C2', 'C3', 'DRO1', 'RO1']);
    expect(office.unlocked()).toBeUndefined();
    const short = passphrase.split(' ').map((word) => word.slice(0, 4));
    expect(must(readPassphrase(short.join(' ')))).toBe(passphrase);
    for (const person of people) expect(must(await office.unlock(person, passphrase))).toEqual({ person });
  });

  test('lets a newcomer go on at once: read what differs, open what agrees, sign what is open', async () => {
    const { office, passphrase } = await practice();
    const { id: form, revision, stage } = formIn(office, 'differing');
    if (stage.stage !== 'differing') throw new Error('not differing');
    const figures = Object.fromEntries(rowsToRead(stage).map((row) => [row, present(stage.typings[0], 'entry 1').figures[row] ?? 'blank']));
    must(await office.unlock('C3', passphrase));
    must(office.perform([{ kind: 'reading-sealed', body: { form, revision, figures } }]));
    must(office.perform([{ kind: 'form-opened', body: { form } }]));
    must(await office.unlock('A1', passphrase));
    const opened = present(office.centre().forms.get(form), form) as Form & { stage: Opened };
    must(office.perform([{ kind: 'signoff-given', body: { form, ...screenOf(office.centre(), opened), choice: 'agree' } }]));
  });

  test('is a normal centre afterwards: it passes the full check, and goes on', async () => {
    const { folder, office, passphrase, clock, close } = await practice();
    const { size } = office.head();
    close();
    const again = must(await openOffice(folder, { software: SOFTWARE, clock }));
    onTestFinished(() => again.close());
    expect([again.audit?.sound, again.isReadOnly, again.centre().definition.content.kind]).toEqual([true, false, 'rehearsal']);
    expect(again.head().size).toBe(size + 2);
    expect(must(await again.unlock('RO1', passphrase))).toEqual({ person: 'RO1' });
  });

  test('is not in the future, and nobody seems to have set the clock', async () => {
    const { office, passphrase, clock } = await practice();
    must(await office.unlock('RO1', passphrase));
    clock.pass(1);
    must(office.perform([{ kind: 'incident-noted', body: { text: 'A newcomer sat down.' } }]));
    const entries = [...office.store.entries()];
    expect(entries.filter(({ kind }) => kind === 'clock-jumped')).toEqual([]);
    expect(entries.map(({ at }) => at).filter((at) => at > '2031-02-03T19:30:01.000Z')).toEqual([]);
    expect(entries.at(-1)?.at).toBe('2031-02-03T19:30:01.000Z');
    expect(office.centre().definition.content.date).toBe('2031-02-03');
  });

  test('is another one each time: nobody’s key or definition is that of the last', async () => {
    const [one, other] = [await practice(), await practice()];
    const { definition, people } = one.office.centre();
    expect(other.office.centre().definition.digest).not.toBe(definition.digest);
    expect(other.office.centre().people.get('RO1')?.key).not.toBe(people.get('RO1')?.key);
  });

  test('tells its progress step by step, to the last', async () => {
    const told: string[] = [];
    const onProgress = (done: number, total: number) => void told.push(`${done} of ${total}`);
    const { office } = must(await createPractice(temporaryFolder(), { software: SOFTWARE, onProgress }));
    office.close();
    expect(told).toEqual(told.map((_, at) => `${at + 1} of ${told.length}`));
    expect(told.length).toBeGreaterThan(9);
  });
});

describe('the folder of a practice election', () => {
  test('still knows its passphrase after a restart, and no other folder does', async () => {
    const { folder, passphrase, close } = await practice();
    close();
    expect([practiceWords(folder), isPractice(folder)]).toEqual([passphrase, true]);
    const other = temporaryFolder();
    expect([practiceWords(other), isPractice(other), isPractice(path.join(other, 'missing'))]).toEqual([undefined, false, false]);
  });

  test('is never one where a centre is already, which is left as it is and is not marked', async () => {
    const { office } = await practice();
    const folder = temporaryFolder();
    must(createOffice(folder, office.centre().definition, envelopeOf(office), { software: SOFTWARE })).close();
    const before = readFileSync(path.join(folder, DATABASE_FILE));
    expect(await createPractice(folder, { software: SOFTWARE })).toMatchObject({ refusal: { code: 'R-CENTRE-EXISTS' } });
    expect(isPractice(folder)).toBe(false);
    expect(existsSync(path.join(folder, 'papers'))).toBe(false);
    expect(readFileSync(path.join(folder, DATABASE_FILE))).toEqual(before);
  });

  test('holds a picture of each paper that has not come, named so that its station can be told, and of no other', async () => {
    const { office, papers } = await practice();
    const named = readdirSync(papers).map((name) => /^1_(\d\d)_A_(\d{15})_\d+_(\d{8})_(\d{6})\.pdf$/.exec(name) ?? [name]);
    const told = named.map(([, form, station]) => `${form === '34' ? 'president' : 'ward-wino'} ${station}`);
    const awaited = ['president', 'ward-wino'].flatMap((contest) => {
      const { stations } = present(office.centre().roll.contests.get(contest), contest);
      const stages = stagesOf(office, contest);
      return stations.filter((_, at) => stages[at] === 'awaited').map(({ code }) => `${contest} ${code}`);
    });
    expect(told.toSorted()).toEqual(awaited.toSorted());
    expect(named.map(([, , , date, time = '']) => [date, time <= '223000'])).toEqual(named.map(() => ['20310203', true]));
    expect(new Set(named.map(([, , station]) => station)).size).toBe(named.length);
  });

  test('has a picture beside every form that was received', async () => {
    const { office } = await practice();
    const scans = [...office.centre().forms.values()].map((form) => form.scans.map(({ digest }) => office.scans.read(digest)?.length ?? 0));
    expect(scans.every(([size = 0, ...more]) => size > 1000 && more.length === 0)).toBe(true);
  });
});

function envelopeOf(office: Office): Envelope {
  return JSON.parse(Buffer.from(present(office.store.definition(), 'definition').bytes).toString('utf8')) as Envelope;
}
