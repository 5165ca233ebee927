/** What was typed of the paper's list of decisions on disputed votes: whole lines as they will be sealed, or the box that lacks something. */
import type { Decision } from '../../core/acts.ts';
import type { EntryDraft } from '../../core/contract/entry.ts';
import { readKeystrokes } from '../../core/count.ts';
import { tidy } from '../../core/text.ts';
import type { Paper } from '../../core/views/paper.ts';

type Drafted = EntryDraft['decisions'];

/** The decisions as they will be sealed; undefined while a line is half typed or names no candidate. A line left empty is none. */
export function decisionsOf(drafted: Drafted, paper: Paper): readonly Decision[] | undefined {
  const decisions: Decision[] = [];
  for (const line of drafted.filter((one) => !isEmpty(one))) {
    const [ballot, candidate] = [tidy(line.ballot), candidateIn(line.candidate, paper)];
    if (ballot === '' || candidate === undefined) return undefined;
    decisions.push({ ballot, candidate });
  }
  return decisions;
}

/** The name of the first box that keeps the decisions from being sealed. */
export function faultyBox(drafted: Drafted, paper: Paper): string | undefined {
  const at = drafted.findIndex((line) => decisionsOf([line], paper) === undefined);
  return at < 0 ? undefined : `${drafted[at]?.ballot.trim() === '' ? 'ballot' : 'given'}${at}`;
}

/** Whether something is typed that is the number of no candidate on this paper. */
export function isNoCandidate(typed: string, paper: Paper): boolean {
  return typed.trim() !== '' && candidateIn(typed, paper) === undefined;
}

function isEmpty({ ballot, candidate }: Drafted[number]): boolean {
  return ballot.trim() === '' && candidate.trim() === '';
}

function candidateIn(typed: string, { rows }: Paper): number | undefined {
  const keyed = readKeystrokes(typed.trim());
  if (keyed.is !== 'figure' || typeof keyed.figure !== 'number') return undefined;
  return rows.find(({ name, line }) => name !== undefined && line === keyed.figure)?.line;
}
