/** The office by its promises: a click counts once, a batch is done whole or not at all, and the journal goes on whatever the clock does. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../core/decide.ts';
import { must, present } from '../../core/result.ts';
import { contestStateOf } from '../../core/state.ts';
import { createOffice, DATABASE_FILE, openOffice } from '../../main/office/office.ts';
import { SOFTWARE } from '../../main/software.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { auditOf } from '../db/tampering.ts';
import { actsFrom, MORNING, note, openCopy, testClock } from './opened-office.ts';
import { demoElection, playDay } from './played-day.ts';

const folder = sharedFolder();
const day = await playDay(await demoElection(folder), path.join(folder, 'day'));

describe('a click that is repeated', () => {
  test('gets its first answer, and leaves no new act', async () => {
    const { office, unlock } = await openCopy(day);
    await unlock('RO1');
    const first = must(office.perform([note('The lamp fell over.'), note('It was put up again.')], 'click 1'));
    const { size } = office.head();
    expect(first.acts.map(({ seq }) => seq)).toEqual([size - 2, size - 1]);
    expect(must(office.perform([note('The lamp fell over.'), note('It was put up again.')], 'click 1'))).toEqual(first);
    expect(office.head().size).toBe(size);
  });

  test('is refused where it asks for something else, or comes from somebody else', async () => {
    const { office, unlock } = await openCopy(day);
    await unlock('RO1');
    must(office.perform([note('The lamp fell over.')], 'click 1'));
    const others: readonly (readonly Command[])[] = [[note('The lamp fell.')], [note('The lamp fell over.'), note('Twice.')], []];
    for (const commands of others) expect(office.perform(commands, 'click 1')).toMatchObject({ refusal: { code: 'R-COMMAND-REUSED' } });
    await unlock('DRO1');
    expect(office.perform([note('The lamp fell over.')], 'click 1')).toMatchObject({ refusal: { code: 'R-COMMAND-REUSED' } });
    expect(office.perform([note('The lamp fell over.')], 'click 2')).toMatchObject({ ok: true });
  });

  test('gets its first answer after a restart as well', async () => {
    const { office, unlock, folder } = await openCopy(day);
    await unlock('RO1');
    const first = must(office.perform([note('The lamp fell over.')], 'click 1'));
    office.close();
    const again = await openCopy(day, { folder });
    await again.unlock('RO1');
    const { size } = again.office.head();
    expect(must(again.office.perform([note('The lamp fell over.')], 'click 1'))).toEqual(first);
    expect(again.office.perform([note('Something else.')], 'click 1')).toMatchObject({ refusal: { code: 'R-COMMAND-REUSED' } });
    expect(again.office.head().size).toBe(size);
  });

  test('that was refused may be tried again under the same name', async () => {
    const { office, unlock } = await openCopy(day);
    await unlock('RO1');
    expect(office.perform([note('  ')], 'click 1')).toMatchObject({ ok: false });
    expect(office.perform([note('The lamp fell over.')], 'click 1')).toMatchObject({ ok: true });
  });
});

describe('several commands at once', () => {
  test('are all done', async () => {
    const { office, unlock } = await openCopy(day);
    await unlock('RO1');
    const { size } = office.head();
    must(office.perform([note('One.'), note('Two.'), note('Three.')]));
    expect(actsFrom(office, size).map(({ body }) => body)).toEqual([{ text: 'One.' }, { text: 'Two.' }, { text: 'Three.' }]);
  });

  test.each<readonly [string, Command, string]>([
    ['has no words', note(' '), 'R-REASON-MISSING'],
    ['is somebody else’s to do', { kind: 'agent-signed-in', body: {} }, 'R-ROLE'],
    ['speaks of a form that is not there', { kind: 'form-opened', body: { form: 'president.0.1' } }, 'R-FORM-UNKNOWN'],
  ])('leave nothing where the last %s', async (_what, wrong, code) => {
    const { office, unlock, folder } = await openCopy(day);
    await unlock('RO1');
    const [before, state] = [office.head(), office.centre()];
    expect(office.perform([note('One.'), note('Two.'), wrong])).toMatchObject({ refusal: { code } });
    expect(office.head()).toEqual(before);
    expect(office.centre()).toBe(state);
    office.close();
    expect(await auditOf(path.join(folder, DATABASE_FILE))).toMatchObject({ code: 0 });
  });
});

describe('a wall clock that somebody sets', () => {
  test.each([
    ['back', '2031-02-04T05:00:00.000Z'],
    ['forward', '2031-02-04T09:00:00.000Z'],
  ])('%s is noted before the next act, and the journal goes on', async (_way, time) => {
    const { office, clock, unlock, folder } = await openCopy(day);
    await unlock('RO1');
    clock.set(time);
    await unlock('RO1');
    const { size } = office.head();
    must(office.perform([note('After the jump.')]));
    expect(actsFrom(office, size).map(({ kind }) => kind)).toEqual(['incident-noted']);
    const jumps = actsFrom(office, 0).filter(({ kind }) => kind === 'clock-jumped');
    expect(jumps).toEqual([{ kind: 'clock-jumped', person: 'device', body: { from: MORNING, to: time } }]);
    expect(office.centre().at).toBe(time);
    office.close();
    expect(await auditOf(path.join(folder, DATABASE_FILE))).toMatchObject({ code: 0 });
  });

  test('back while the program was closed is noted at its next start', async () => {
    const { office, folder } = await openCopy(day);
    office.close();
    const { size } = office.head();
    const yesterday = '2031-02-03T20:00:00.000Z';
    const again = await openCopy(day, { folder, clock: testClock(yesterday) });
    expect(actsFrom(again.office, size)[0]).toEqual({ kind: 'clock-jumped', person: 'device', body: { from: MORNING, to: yesterday } });
    expect(await again.unlock('RO1')).toMatchObject({ ok: true });
  });

  test('by less than half a minute is no jump, nor is time that simply passes', async () => {
    const { office, clock, unlock } = await openCopy(day);
    await unlock('RO1');
    clock.set('2031-02-04T06:00:20.000Z');
    must(office.perform([note('A little later.')]));
    clock.pass(200);
    must(office.perform([note('Much later.')]));
    expect(actsFrom(office, 0).filter(({ kind }) => kind === 'clock-jumped')).toEqual([]);
  });
});

describe('the totals', () => {
  /** Two officials open a correction, so that the summary may be prepared again. */
  async function openCorrection() {
    const opened = await openCopy(day);
    const { office, unlock } = opened;
    const station = present(day.definition.content.stations[0], 'station').code;
    await unlock('RO1');
    const body = { contest: 'president', version: 1, stations: [station], reason: 'A paper was found.' };
    const proposed = must(office.perform([{ kind: 'correction-opened', body }]));
    await unlock('DRO1');
    must(office.perform([{ kind: 'act-confirmed', body: { act: present(proposed.acts[0], 'act').digest } }]));
    return opened;
  }
  const prepare: Command = { kind: 'summary-prepared', body: { contest: 'president', reason: 'After the correction.' } };

  test('by replay and by SQL are the same, and the summary is prepared', async () => {
    const { office } = await openCorrection();
    expect(office.perform([prepare])).toMatchObject({ ok: true });
    expect(contestStateOf(office.centre(), 'president').ready?.number).toBe(2);
  });

  test.each([
    [
      'a figure',
      "UPDATE figure SET count = count + 1 WHERE rowid = (SELECT min(figure.rowid) FROM figure JOIN form USING (form) WHERE contest = 'president' AND disposition = 'counted')",
    ],
    [
      'a figure’s row',
      "DELETE FROM figure WHERE rowid = (SELECT min(figure.rowid) FROM figure JOIN form USING (form) WHERE contest = 'president' AND disposition = 'counted')",
    ],
    ['a disposition', "UPDATE form SET disposition = 'counted' WHERE disposition = 'disregarded'"],
  ])('differ where %s was changed while the office was open: nothing is prepared', async (_what, sql) => {
    const { office, folder } = await openCorrection();
    new Database(path.join(folder, DATABASE_FILE)).exec(sql).close();
    const before = office.head();
    expect(office.perform([prepare])).toMatchObject({ refusal: { code: 'R-TOTALS-DIFFER', detail: 'president' } });
    expect(office.head()).toEqual(before);
  });
});

describe('opening and closing', () => {
  test('the journal goes on where it stopped, and says when', async () => {
    const { office, folder } = await openCopy(day);
    const { size } = office.head();
    office.close();
    const again = await openCopy(day, { folder });
    expect(again.office.centre().forms.size).toBe(office.centre().forms.size);
    expect(actsFrom(again.office, size).map(({ kind }) => kind)).toEqual(['app-stopped', 'app-started']);
    expect(again.office.isReadOnly).toBe(false);
  });

  test('a folder without a centre is refused, and nothing is made there', async () => {
    const empty = temporaryFolder();
    expect(await openOffice(empty, { software: SOFTWARE })).toMatchObject({ refusal: { code: 'E-FILE' } });
    expect(readdirSync(empty)).toEqual([]);
  });

  test('a folder with a centre is not used for another', async () => {
    const { folder, office } = await openCopy(day);
    office.close();
    expect(createOffice(folder, day.definition, day.envelope, { software: SOFTWARE })).toMatchObject({
      refusal: { code: 'R-CENTRE-EXISTS' },
    });
    expect(existsSync(path.join(folder, DATABASE_FILE))).toBe(true);
    expect(await auditOf(path.join(folder, DATABASE_FILE))).toMatchObject({ code: 0 });
  });
});
