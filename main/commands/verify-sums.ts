/** Telling the sums over many bundles: each contest with its denominators, and what could not be added. */
import type { ContestSum } from '../../core/sum-bundles.ts';
import { type CommandIo, printable } from './io.ts';

export function tellSum(io: CommandIo, sum: ContestSum): void {
  const { contest, kind, summaries, undeclared, counted, stations, valid, rejected, registered, votes, twice } = sum;
  const stamps = `${kind === 'rehearsal' ? 'REHEARSAL  ' : ''}${undeclared > 0 ? 'PROVISIONAL  ' : ''}`;
  io.out(
    `\n${stamps}${printable(contest.title)}, form ${contest.formB}: ${summaries} summaries, ${counted} of ${stations} stations counted\n`,
  );
  if (undeclared > 0) io.out(`  of these ${undeclared} that nobody has declared\n`);
  contest.candidates.forEach((candidate, at) => {
    io.out(`  ${String(votes[at] ?? 0).padStart(9)}  ${printable(candidate.name)} (${printable(candidate.party)})\n`);
  });
  io.out(`  ${String(valid).padStart(9)}  valid votes; ${rejected} rejected; ${registered} registered voters on these forms\n`);
  if (twice.length > 0) io.out(`  NOT ADDED, because different summaries are here: constituency ${twice.map(printable).join(', ')}\n`);
}

export function sumAsJson({ contest, ...sum }: ContestSum) {
  return { contest: contest.id, form: contest.formB, title: contest.title, ...sum };
}
