/** Answers the room where a contest is summed up and declared: what it shows, the totals added up twice, the export, a drawn mark. */
import type { DeclareAnswers, declareAsks, TotalsTwice } from '../../../core/contract/declare.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { standingAnswer } from '../../../core/signoff.ts';
import { type Centre, contestStateOf } from '../../../core/state.ts';
import { type DeclareView, declareView } from '../../../core/views/declare.ts';
import { errorReport } from '../../../core/views/declare-report.ts';
import { sheetView } from '../../../core/views/declare-sheet.ts';
import { createExporter } from '../../export/exporter.ts';
import { hasMark, keepMark } from '../../export/marks.ts';
import type { Office } from '../../office/office.ts';
import { totalsTwice } from '../../office/totals.ts';
import type { Host } from '../host.ts';
import { acknowledgementHandlers } from './acknowledgement.ts';
import type { HandlersOf } from './handlers.ts';

export function declareHandlers(host: Host): HandlersOf<typeof declareAsks, DeclareAnswers> {
  const exporter = createExporter(host);
  return {
    ...acknowledgementHandlers(host),
    declare: ({ contest }) => {
      const office = host.office();
      const seen = host.seen();
      if (!office.ok) return office;
      if (!seen.ok) return seen;
      const view = declareView(seen.value, contest);
      const twice = twiceOf(office.value, view);
      return ok({ ...view, hasMark: hasOwnMark(office.value, view), ...(twice === undefined ? {} : { twice }) });
    },
    summarySheet: ({ contest }) => {
      const seen = host.seen();
      if (!seen.ok) return seen;
      return seen.value.centre.contests.includes(contest) ? ok(sheetView(seen.value, contest)) : refuse('R-NOT-IN-CONTEST', contest);
    },
    errorReport: ({ contest }) => {
      const seen = host.seen();
      if (!seen.ok) return seen;
      return seen.value.centre.contests.includes(contest) ? ok(errorReport(seen.value, contest)) : refuse('R-NOT-IN-CONTEST', contest);
    },
    exportBundle: (order) => exporter.run(order),
    exporting: () => ok(exporter.progress()),
    keepMark: ({ contest, version, bytes }) => {
      const office = host.office();
      if (!office.ok) return office;
      const person = office.value.unlocked() ?? '';
      if (!hasSpoken(office.value.centre(), contest, version, person)) return refuse('R-SUMMARY-NOT-READY', `version ${version}`);
      const kept: Result<undefined> = keepMark(office.value.folder, { contest, version, person }, bytes);
      host.changed();
      return kept;
    },
  };
}

/** A database that did not pass its check is not asked for sums. */
function twiceOf(office: Office, { contest }: DeclareView): TotalsTwice | undefined {
  if (contest === undefined || office.isReadOnly) return undefined;
  const { byReplay, byTables, isEqual } = totalsTwice(office.centre(), office.store, contest.id);
  return { isEqual, rows: Object.keys(byReplay).length, byReplay: byReplay.valid ?? 0, byTables: byTables.valid ?? 0 };
}

function hasOwnMark(office: Office, { contest }: DeclareView): boolean {
  const person = office.unlocked();
  if (contest === undefined || contest.version === 0 || person === undefined) return false;
  return hasMark(office.folder, { contest: contest.id, version: contest.version, person });
}

/** A mark stands beside somebody's word: of whoever signed this version, or answered on it. */
function hasSpoken(centre: Centre, contest: string, version: number, person: string): boolean {
  const { ready, declared } = contestStateOf(centre, contest);
  const named = [ready, declared].find((one) => one?.number === version);
  if (named === undefined) return false;
  return named.signatures.some((signature) => signature.person === person) || standingAnswer(centre, named.asking, person) !== undefined;
}
