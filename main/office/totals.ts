/** Before a summary is prepared, the total by replay and the total by SQL over the tables must be the same (DESIGN, Database). */
import { canonical } from '../../core/canonical.ts';
import type { Command } from '../../core/decide.ts';
import { candidateRow } from '../../core/form.ts';
import { type Result, refuse } from '../../core/result.ts';
import { type Centre, contestOf } from '../../core/state.ts';
import { countedFigures, stationLines } from '../../core/summary.ts';
import { tally } from '../../core/tally.ts';
import type { JournalReader } from '../../db/journal-store.ts';
import type { Desk } from './desk.ts';

export interface Twice {
  readonly byReplay: Readonly<Record<string, number>>;
  readonly byTables: Readonly<Record<string, number>>;
  readonly isEqual: boolean;
}

/** Refuses to prepare a summary while the two differ. */
export function judgeTotals({ ledger, store }: Desk, commands: readonly Command[]): Result<never> | undefined {
  for (const command of commands) {
    if (command.kind !== 'summary-prepared' || !ledger.centre().contests.includes(command.body.contest)) continue;
    if (!totalsTwice(ledger.centre(), store, command.body.contest).isEqual) return refuse('R-TOTALS-DIFFER', command.body.contest);
  }
  return undefined;
}

/** A contest's totals by row, added up from the journal and by the database over its tables. */
export function totalsTwice(centre: Centre, store: Pick<JournalReader, 'totals'>, contest: string): Twice {
  const byReplay = totalsByReplay(centre, contest);
  const none = Object.fromEntries(Object.keys(byReplay).map((row) => [row, 0]));
  const byTables = { ...none, ...store.totals(contest) };
  return { byReplay, byTables, isEqual: canonical(byReplay) === canonical(byTables) };
}

function totalsByReplay(centre: Centre, contestId: string): Readonly<Record<string, number>> {
  const { contest } = contestOf(centre, contestId);
  const { votes, ...rows } = tally(contest, countedFigures(stationLines(centre, contestId))).totals;
  return { ...rows, ...Object.fromEntries(contest.candidates.map(({ number }, at) => [candidateRow(number), votes[at] ?? 0])) };
}
