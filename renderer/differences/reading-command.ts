/** A reading as it is sent: exactly the rows that were asked, on the revision that the screen showed. */
import type { Decision, Figures } from '../../core/acts.ts';
import type { Command } from '../../core/decide.ts';
import type { Paper } from '../../core/views/paper.ts';

export function readingCommand({ form, revision }: Paper, figures: Figures, decisions: readonly Decision[] | undefined): Command {
  const decided = decisions === undefined ? {} : { decisions: [...decisions] };
  return { kind: 'reading-sealed', body: { form, revision, figures, ...decided } };
}
