/**
 * What the agents said on one form, row by row in the definition's order, and who may see it: officials see every outcome, clerks
 * only who owes an answer, an agent the others' outcomes once the agent's own answer stands. What must not be seen is not in the row.
 */
import type { Figures, OutcomeName } from '../acts.ts';
import { agentsOf, isInAttendance } from '../attendance.ts';
import { outcomeOf, standingAnswer } from '../signoff.ts';
import type { Answer, Asking, Centre, Form } from '../state.ts';
import { type Named, named } from './named.ts';

/** An agent's own words. */
export interface ShownAnswer {
  readonly choice: Answer['choice'];
  readonly code?: Answer['code'];
  readonly reason?: string;
  readonly reasonRefused?: true;
  readonly ownFigures?: Figures;
  readonly at: string;
  readonly act: string;
  /** How often the agent had said something else before. */
  readonly changed: number;
}

export interface AnswerRow {
  readonly agent: Named;
  readonly owes: boolean;
  readonly isHere: boolean;
  readonly outcome?: OutcomeName;
  readonly answer?: ShownAnswer;
  readonly closing?: { readonly reason: string; readonly by: Named };
}

/** Every accredited agent with who owes an answer, and, where they are not hidden, what was said. */
export function answerRows(centre: Centre, form: Form, asking: Asking, hidden: boolean): readonly AnswerRow[] {
  return agentsOf(centre, form.contest).map((agent) => {
    const outcome = outcomeOf(centre, asking, agent);
    const row = { agent: named(centre, agent), owes: outcome === 'owed', isHere: isInAttendance(centre, agent) };
    return hidden || outcome === 'owed' ? row : { ...row, ...saidBy(centre, form, asking, agent, outcome.outcome) };
  });
}

/** Of an accepted form the outcomes are those that were recorded with it. */
function saidBy(centre: Centre, { stage }: Form, asking: Asking, agent: string, derived: OutcomeName) {
  const recorded = stage.stage === 'accepted' ? stage.outcomes.find((outcome) => outcome.agent === agent)?.outcome : undefined;
  const answer = shownAnswer(centre, asking, agent);
  const closing = asking.closings.find((one) => one.agent === agent);
  return {
    outcome: recorded ?? derived,
    ...(answer === undefined ? {} : { answer }),
    ...(closing === undefined ? {} : { closing: { reason: closing.reason, by: named(centre, closing.by) } }),
  };
}

export function shownAnswer(centre: Centre, asking: Asking, agent: string): ShownAnswer | undefined {
  const standing = standingAnswer(centre, asking, agent);
  if (standing === undefined) return undefined;
  const { agent: _, key: __, ...said } = standing;
  return { ...said, changed: asking.answers.filter((answer) => answer.agent === agent).length - 1 };
}
