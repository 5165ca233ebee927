/**
 * The papers that go into a bundle: the contest's form and its error report, rendered from the summary that the bundle holds, with the
 * line of totals that the returning officer signed. The same summary gives the same bytes on any day and on any machine.
 */
import { ERROR_REPORT, formRendering } from '../../core/bundle.ts';
import type { Member } from '../../core/container.ts';
import { ok, type Result } from '../../core/result.ts';
import { contestStateOf } from '../../core/state.ts';
import type { ExportOrder } from '../bundle/export.ts';
import { errorReport } from './error-report.ts';
import { constituencyForm } from './form/constituency-form.ts';
import { render } from './layout/render.ts';
import { type OpenedCentre, summaryIn } from './sources/database.ts';

/** Of the version that the bundle will hold: the one named, else the declared one, else a provisional account. Refuses as bundles do. */
export async function renderingsFor(centre: OpenedCentre, { contest, version }: ExportOrder): Promise<Result<readonly Member[]>> {
  if (!centre.centre.contests.includes(contest)) return ok([]);
  const wanted = version ?? contestStateOf(centre.centre, contest).declared?.number;
  const summary = summaryIn(centre, contest, wanted);
  if (!summary.ok) return summary;
  const { totalsLine, ...told } = summary.value;
  const subject = { ...told, language: 'en' as const };
  const form = await render(constituencyForm(subject, totalsLine === undefined ? {} : { totalsLine }));
  const errors = await render(errorReport(subject));
  return ok([
    { name: formRendering(told.content.contest.formB), bytes: form },
    { name: ERROR_REPORT, bytes: errors },
  ]);
}
