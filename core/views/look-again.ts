/**
 * Forms that agents have to look at again: somebody had answered an earlier revision, and the form is open anew. Answers are never
 * carried over to a revision, so whoever is away does not know that a word given before counts no more.
 */
import type { Centre, Form } from '../state.ts';
import { type Named, named } from './named.ts';
import { type ListedForm, listedForm } from './paper.ts';
import { answerRows } from './sign-answers.ts';
import { countAnswers } from './sign-lists.ts';

export interface FormAgain extends ListedForm {
  readonly openedAt: string;
  readonly asked: number;
  readonly answered: number;
  readonly owes: readonly Named[];
}

/** The one that waits longest first; how an agent answered is not part of it. */
export function formsAgain(centre: Centre): readonly FormAgain[] {
  return [...centre.forms.values()].flatMap((form) => again(centre, form)).sort((a, b) => a.openedAt.localeCompare(b.openedAt));
}

function again(centre: Centre, form: Form): readonly FormAgain[] {
  const { stage } = form;
  if (stage.stage !== 'open' || form.earlierAnswers.length === 0) return [];
  const rows = answerRows(centre, form, stage.asking, false);
  const owes = rows.filter((row) => row.owes).map(({ agent }) => named(centre, agent.id));
  return owes.length === 0 ? [] : [{ ...listedForm(centre, form), openedAt: stage.asking.since.at, ...countAnswers(rows), owes }];
}
