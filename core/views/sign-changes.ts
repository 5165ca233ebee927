/**
 * What became different between two showings of one form: a screen that went stale says so, row by row, before anybody answers it
 * again.
 */
import { isSame } from '../canonical.ts';
import type { Figure } from '../count.ts';
import type { AgentPage } from './sign-agent.ts';

export interface PageChanges {
  /** From which revision to which, where the form was restarted. */
  readonly revisions?: readonly [number, number];
  readonly rows: readonly { readonly row: string; readonly before?: Figure | undefined; readonly after?: Figure | undefined }[];
  readonly findings: readonly string[];
  readonly scans: number;
}

type Shown = Pick<AgentPage, 'screen' | 'paper'>;

/** Nothing where an answer would echo the same. */
export function changesBetween(before: Shown, after: Shown): PageChanges | undefined {
  if (isSame(before.screen, after.screen)) return undefined;
  const rows = after.paper.rows.map(({ row }) => ({ row, before: before.screen.figures[row], after: after.screen.figures[row] }));
  const [from, to] = [before.paper.revision, after.paper.revision];
  return {
    ...(from === to ? {} : { revisions: [from, to] }),
    rows: rows.filter((row) => row.before !== row.after),
    findings: differing(before.screen.findings, after.screen.findings),
    scans: differing(before.screen.scans, after.screen.scans).length,
  };
}

/** What only one of the two has. */
function differing(before: readonly string[], after: readonly string[]): readonly string[] {
  return [...before.filter((one) => !after.includes(one)), ...after.filter((one) => !before.includes(one))];
}
