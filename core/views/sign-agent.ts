/**
 * One agent with the stack: the forms that wait for this agent by the time of their opening, those answered before, those that were
 * accepted without the agent, and the page of one of them. Others' outcomes are in it only where the agent's own answer stands, or
 * where the form is accepted and the outcomes are public.
 */
import type { OutcomeName } from '../acts.ts';
import { isAccredited, isInAttendance } from '../attendance.ts';
import { screenOf } from '../lifecycle.ts';
import { outcomeOf, standingAnswer, wasAsked } from '../signoff.ts';
import { type Centre, type Form, type Opened, personOf } from '../state.ts';
import { type Named, named } from './named.ts';
import { type ListedForm, listedForm } from './paper.ts';
import type { Seen } from './seen.ts';
import { type AnswerRow, answerRows, type ShownAnswer, shownAnswer } from './sign-answers.ts';
import { type FormPage, formPage } from './sign-page.ts';
import { type Offer, offerOf } from './tried.ts';

type OpenedForm = Form & { readonly stage: Opened };

export interface StackForm extends ListedForm {
  readonly openedAt: string;
  readonly isOpen: boolean;
  /** The agent's own outcome, where there is one. */
  readonly outcome?: OutcomeName;
}

export interface AgentPage extends FormPage {
  readonly openedAt: string;
  readonly isOpen: boolean;
  /** What the agent's answer echoes, exactly. */
  readonly screen: ReturnType<typeof screenOf>;
  readonly own?: ShownAnswer;
  readonly others?: readonly AnswerRow[];
}

export interface AgentView {
  readonly agent: Named;
  readonly isHere: boolean;
  /** To sign in, for an agent who is not in the hall. */
  readonly comeIn: Offer;
  /** Answered, of the forms opened for this agent. */
  readonly answered: number;
  readonly asked: number;
  readonly waiting: readonly StackForm[];
  readonly given: readonly StackForm[];
  /** Accepted without an answer of this agent: a late remark may be added. */
  readonly missed: readonly StackForm[];
  readonly page?: AgentPage;
}

/** `form` names the one to show; without it there is no page, so that nothing is shown by accident. */
export function agentView(seen: Seen, asked: { readonly form?: string | undefined }): AgentView | undefined {
  const { centre, viewer } = seen;
  if (viewer?.role !== 'agent') return undefined;
  const own = openedFor(centre, viewer.id);
  const isHere = isInAttendance(centre, viewer.id);
  const waiting = own.filter((form) => form.stage.stage === 'open' && !hasAnswered(form, centre, viewer.id));
  const given = own.filter((form) => hasAnswered(form, centre, viewer.id));
  const missed = own.filter((form) => form.stage.stage === 'accepted' && !hasAnswered(form, centre, viewer.id));
  const shown = isHere ? own.find(({ id }) => id === asked.form) : undefined;
  const stack = (forms: readonly OpenedForm[]) => forms.map((form) => stackForm(centre, form, viewer.id));
  return {
    agent: named(centre, viewer.id),
    isHere,
    comeIn: offerOf(seen, { kind: 'agent-signed-in', body: {} }),
    answered: given.length,
    asked: own.filter((form) => isAskedOf(centre, form, viewer.id)).length,
    waiting: stack(waiting),
    given: stack(given.toReversed()),
    missed: stack(missed.toReversed()),
    ...(shown === undefined ? {} : { page: agentPage(centre, shown, viewer.id) }),
  };
}

/** Forms of the agent's contests that are open or accepted, in the order of their opening. */
function openedFor(centre: Centre, agent: string): readonly OpenedForm[] {
  const isOpened = (form: Form): form is OpenedForm => 'asking' in form.stage && isAccredited(centre, agent, form.contest);
  return [...centre.forms.values()].filter(isOpened).sort((a, b) => a.stage.asking.since.seq - b.stage.asking.since.seq);
}

function hasAnswered({ stage }: OpenedForm, centre: Centre, agent: string): boolean {
  return standingAnswer(centre, stage.asking, agent) !== undefined;
}

/** Whoever comes after the acceptance was not asked. */
function isAskedOf(centre: Centre, form: OpenedForm, agent: string): boolean {
  const outcome = ownOutcome(centre, form, agent);
  return outcome === undefined ? wasAsked(centre, form.stage.asking, agent) : outcome !== 'absent';
}

function ownOutcome(centre: Centre, { stage }: Form, agent: string): OutcomeName | undefined {
  if (stage.stage === 'accepted') return stage.outcomes.find((outcome) => outcome.agent === agent)?.outcome ?? 'absent';
  if (stage.stage !== 'open') return undefined;
  const outcome = outcomeOf(centre, stage.asking, agent);
  return outcome === 'owed' ? undefined : outcome.outcome;
}

function stackForm(centre: Centre, form: OpenedForm, agent: string): StackForm {
  const outcome = ownOutcome(centre, form, agent);
  return {
    ...listedForm(centre, form),
    openedAt: form.stage.asking.since.at,
    isOpen: (form as Form).stage.stage === 'open',
    ...(outcome === undefined ? {} : { outcome }),
  };
}

function agentPage(centre: Centre, form: OpenedForm, agent: string): AgentPage {
  const page = formPage(centre, form);
  if (page === undefined) throw new Error(`broken invariant: ${form.id} is open without figures`);
  const own = shownAnswer(centre, form.stage.asking, agent);
  const isOpen = (form as Form).stage.stage === 'open';
  const mayKnow = own !== undefined || !isOpen;
  return {
    ...page,
    openedAt: form.stage.asking.since.at,
    isOpen,
    screen: screenOf(centre, form),
    ...(own === undefined ? {} : { own }),
    ...(mayKnow ? { others: othersOn(centre, form, agent) } : {}),
  };
}

function othersOn(centre: Centre, form: OpenedForm, agent: string): readonly AnswerRow[] {
  const { id } = personOf(centre, agent);
  return answerRows(centre, form, form.stage.asking, false).filter((row) => row.agent.id !== id);
}
