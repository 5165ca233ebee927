/**
 * The signing desk of the staff: forms ready to be opened, forms that wait for agents, forms ready for acceptance, forms set aside,
 * forms accepted, for who has to open one again, and for officials the agents who keep forms waiting. How many answered is for everybody at the desk, what they said for officials.
 */
import type { OutcomeName } from '../acts.ts';
import { agentsInAttendance } from '../attendance.ts';
import { unruledFindings } from '../findings.ts';
import { isOfficial } from '../roles.ts';
import { waitOverAt } from '../signoff.ts';
import { type Accepted, type Centre, type Form, hasPassed, type Opened } from '../state.ts';
import { type Named, named } from './named.ts';
import { type ListedForm, listedForm } from './paper.ts';
import { workOf } from './queues.ts';
import type { Seen } from './seen.ts';
import { type AnswerRow, answerRows } from './sign-answers.ts';

export interface OpenForm extends ListedForm {
  readonly openedAt: string;
  /** Agents who were asked, and how many of them gave an answer. */
  readonly asked: number;
  readonly answered: number;
  readonly owes: readonly Named[];
  readonly waitOverAt: string;
  readonly isWaitOver: boolean;
  /** Findings that arose since the opening and wait for a ruling. */
  readonly unruled: readonly string[];
  /** For officials only. */
  readonly outcomes?: readonly { readonly outcome: OutcomeName; readonly agents: number }[];
}

export interface AcceptedForm extends ListedForm {
  readonly disposition: 'counted' | 'disregarded';
  readonly acceptedBy: Named;
  readonly remarks: number;
}

/** An agent who keeps forms waiting: which of them may be closed now, and from when the next one may. */
export interface SilentAgent {
  readonly agent: Named;
  readonly waiting: number;
  readonly closable: readonly { readonly form: string; readonly revision: number }[];
  readonly next?: string;
}

/** The first rows of a list, and how many it has. */
interface Listed<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

export interface SignView {
  /** For whom it was drawn: a window shows it to nobody else. */
  readonly viewer: string;
  readonly here: number;
  readonly toOpen: Listed<ListedForm>;
  readonly waiting: Listed<OpenForm>;
  readonly toAccept: Listed<OpenForm>;
  readonly aside: Listed<ListedForm>;
  /** The last opened first. */
  readonly accepted: Listed<AcceptedForm>;
  readonly silent: readonly SilentAgent[];
}

/** A screen shows as many rows; the number beside the list says how many there are. */
const LONGEST_LIST = 60;

type OpenedForm = Form & { readonly stage: Opened };
type InAcceptance = Form & { readonly stage: Opened & Accepted };

export function signView(seen: Seen, { contest }: { readonly contest?: string | undefined }): SignView {
  const { centre } = seen;
  const forms = [...centre.forms.values()].filter((form) => contest === undefined || form.contest === contest);
  const open = forms.filter((form): form is OpenedForm => form.stage.stage === 'open').sort(byOpening);
  const isReady = (form: Form) => workOf(centre, form) === 'acceptance';
  const first = forms.toSorted((a, b) => a.received.seq - b.received.seq);
  const listed = (form: Form) => listedForm(centre, form);
  const accepted = forms.filter((form): form is InAcceptance => form.stage.stage === 'accepted');
  const shown = (form: OpenedForm) => openForm(seen, form);
  return {
    viewer: seen.viewer?.id ?? '',
    here: agentsInAttendance(centre).length,
    toOpen: cut(
      first.filter((form) => workOf(centre, form) === 'opening'),
      listed,
    ),
    waiting: cut(
      open.filter((form) => !isReady(form)),
      shown,
    ),
    toAccept: cut(open.filter(isReady), shown),
    aside: cut(
      first.filter(({ stage }) => stage.stage === 'set-aside'),
      listed,
    ),
    accepted: cut(accepted.sort(byOpening).reverse(), (form) => acceptedForm(centre, form)),
    silent: mayJudge(seen) ? silentAgents(seen, open) : [],
  };
}

function byOpening(a: OpenedForm, b: OpenedForm): number {
  return a.stage.asking.since.seq - b.stage.asking.since.seq;
}

function cut<From, Row>(forms: readonly From[], shown: (form: From) => Row): Listed<Row> {
  return { total: forms.length, rows: forms.slice(0, LONGEST_LIST).map(shown) };
}

function acceptedForm(centre: Centre, form: InAcceptance): AcceptedForm {
  const { disposition, acceptedBy } = form.stage;
  return { ...listedForm(centre, form), disposition, acceptedBy: named(centre, acceptedBy), remarks: form.remarks.length };
}

/** Outcomes are for officials, who answer them; whoever may still be asked must not learn them here. */
export function mayJudge({ viewer }: Seen): boolean {
  return viewer !== undefined && isOfficial(viewer.role);
}

function openForm(seen: Seen, form: OpenedForm): OpenForm {
  const { centre, now } = seen;
  const { asking } = form.stage;
  const rows = answerRows(centre, form, asking, false);
  return {
    ...listedForm(centre, form),
    openedAt: asking.since.at,
    ...countAnswers(rows),
    owes: rows.filter(({ owes }) => owes).map(({ agent }) => agent),
    waitOverAt: waitOverAt(centre, asking),
    isWaitOver: isWaitOver(centre, form, now),
    unruled: unruledFindings(centre, form).map(({ code }) => code),
    ...(mayJudge(seen) ? { outcomes: tallyOf(rows) } : {}),
  };
}

function isWaitOver(centre: Centre, { stage }: OpenedForm, now: string): boolean {
  return hasPassed(centre, stage.asking.since, centre.definition.content.responseMinutes, now);
}

/** Absent and revoked agents were not asked, or need not answer any more. */
export function countAnswers(rows: readonly AnswerRow[]): { readonly asked: number; readonly answered: number } {
  const asked = rows.filter(({ owes, outcome }) => owes || (outcome !== 'absent' && outcome !== 'revoked'));
  return { asked: asked.length, answered: asked.filter(({ answer }) => answer !== undefined).length };
}

function tallyOf(rows: readonly AnswerRow[]): NonNullable<OpenForm['outcomes']> {
  const counts = new Map<OutcomeName, number>();
  for (const { outcome } of rows) if (outcome !== undefined) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts].map(([outcome, agents]) => ({ outcome, agents }));
}

function silentAgents({ centre, now }: Seen, open: readonly OpenedForm[]): readonly SilentAgent[] {
  const waiting = new Map<string, OpenedForm[]>();
  for (const form of open) {
    for (const { agent, owes } of answerRows(centre, form, form.stage.asking, true)) {
      if (owes) waiting.set(agent.id, [...(waiting.get(agent.id) ?? []), form]);
    }
  }
  return [...waiting].map(([agent, forms]) => {
    const later = forms.filter((form) => !isWaitOver(centre, form, now)).map(({ stage }) => waitOverAt(centre, stage.asking));
    const [next] = later.sort();
    const closable = forms.filter((form) => isWaitOver(centre, form, now)).map(({ id, revision }) => ({ form: id, revision }));
    return { agent: named(centre, agent), waiting: forms.length, closable, ...(next === undefined ? {} : { next }) };
  });
}
