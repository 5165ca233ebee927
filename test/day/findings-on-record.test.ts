/**
 * Every rule over every station of the public record: how many forms each finds something on. The hits of the rules that need only
 * one paper are counted once more by plain arithmetic over the record's rows, and both must agree.
 */
import { describe, expect, test } from 'vitest';
import type { Figures } from '../../core/acts.ts';
import { FINDING_RULES } from '../../core/finding-rules.ts';
import { checkForm } from '../../core/findings.ts';
import { candidateRow } from '../../core/form.ts';
import { openWorld, type World } from '../core/world.ts';
import { bringTo, formIn, scanning } from '../core/world-forms.ts';
import { constituencies, dataFolder, presidentialCandidates, type StationRow, stationRows } from './public-record.ts';

const CAP = 700;
/** A rule that finds something on a larger part of all forms deserves an explanation. */
const OFTEN = 0.05;

/** The record knows neither the foot of the table nor objections: both are taken to be in order. */
function figuresOf({ registered, rejected, valid, votes }: StationRow): Figures {
  const rows = votes.map((count, at) => [candidateRow(at + 1), count] as const);
  return { ...Object.fromEntries(rows), tableTotal: valid, registered, rejected, objected: 0, disputed: 0, valid };
}

function nightOf(rows: readonly StationRow[]): { readonly world: World; readonly forms: readonly string[] } {
  const wards = [...new Set(rows.map(({ wardCode }) => wardCode))].map((code) => ({ code, name: `Ward ${code}` }));
  const candidates = presidentialCandidates().map((_, at) => ({ number: at + 1, name: `Candidate ${at + 1}`, party: 'Independent' }));
  const world = openWorld({
    stationCap: CAP,
    wards,
    stations: rows.map(({ code, name, wardCode, registered }) => ({ code, name, ward: wardCode, registered })),
    contests: [{ id: 'president', title: 'President', formA: '34A', formB: '34B', candidates }],
  });
  const forms = rows.map((row) => {
    const form = bringTo(world, 'accepted', { station: row.code, serial: row.code, figures: figuresOf(row) });
    world.must('clerk1', scanning(form, row.code.padStart(64, '0')));
    return form;
  });
  return { world, forms };
}

type Plain = (row: StationRow) => boolean;
const cast = ({ valid, rejected }: StationRow) => valid + rejected;
const most = ({ votes }: StationRow) => Math.max(...votes);
/** Each rule said once more, over one row of the record. */
const PLAIN: Readonly<Record<string, Plain>> = {
  F01: ({ votes, valid }) => votes.reduce((sum, count) => sum + count, 0) !== valid,
  F04: ({ valid, registered }) => valid > registered,
  F05: (row) => cast(row) > row.registered,
  F07: ({ rejected, registered, valid }) => rejected > 50 && (rejected === registered || rejected === valid),
  F08: ({ registered }) => registered > CAP,
  W01: (row) => 1000 * row.rejected > 35 * cast(row),
  W02: (row) => 10 * row.rejected > cast(row),
  W03: (row) => row.registered > 0 && 100 * cast(row) > 95 * row.registered,
  W04: (row) => row.registered > 0 && 5 * cast(row) < row.registered,
  W05: (row) => (row.valid > 50 && most(row) >= row.valid) || (row.valid > 100 && 100 * most(row) >= 95 * row.valid),
};

function report(hits: number, stations: number): string {
  const share = ((100 * hits) / stations).toFixed(2);
  return `${String(hits).padStart(4)} ${share.padStart(6)} %${hits > OFTEN * stations ? ' often' : hits === 0 ? ' none ' : '      '}`;
}

/** On the record nothing of the kind can be seen: what stands in these rules' inputs is not in it, or was taken to be in order. */
const UNSEEN = ['F02', 'F03', 'F06', 'F09', 'F10', 'F11', 'F12', 'F13', 'F14', 'W08', 'W09'];

describe.skipIf(dataFolder() === undefined)('every station of the public record', () => {
  test('is looked at by every rule; what they find is what plain arithmetic finds', () => {
    const [hits, ownHits] = [new Map<string, number>(), new Map<string, number>()];
    const add = (counts: Map<string, number>, code: string) => counts.set(code, (counts.get(code) ?? 0) + 1);
    const plain = new Map(Object.keys(PLAIN).map((code) => [code, 0]));
    let [stations, own] = [0, 0];
    for (const constituency of constituencies()) {
      const rows = stationRows(constituency);
      const { world, forms } = nightOf(rows);
      rows.forEach((row, at) => {
        for (const [code, says] of Object.entries(PLAIN)) if (says(row)) add(plain, code);
        for (const { code, check } of checkForm(world.centre(), formIn(world, forms[at] ?? ''))) {
          if (check !== 'fails') continue;
          add(hits, code);
          if (!row.isDerived) add(ownHits, code);
        }
      });
      stations += rows.length;
      own += rows.filter(({ isDerived }) => !isDerived).length;
    }
    const line = (code: string) => `${code} ${report(hits.get(code) ?? 0, stations)} ${report(ownHits.get(code) ?? 0, own)}`;
    const lines = FINDING_RULES.map(({ code, formula }) => `${line(code)} ${formula}`);
    process.stdout.write(`forms hit by each rule, of all ${stations} and of ${own} stations' own forms:\n${lines.join('\n')}\n`);
    expect(stations).toBe(3614);
    for (const [code, count] of plain) expect([code, hits.get(code) ?? 0]).toEqual([code, count]);
    for (const code of UNSEEN) expect([code, hits.get(code) ?? 0]).toEqual([code, 0]);
    expect([...Object.keys(PLAIN), ...UNSEEN, 'W06', 'W07'].sort()).toEqual(FINDING_RULES.map(({ code }) => code).sort());
  });
});
