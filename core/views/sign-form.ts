/**
 * One form before the staff: to be opened, with its agents while they answer, then to be accepted, and whatever else may be done with
 * it. Each thing that may be done comes with the refusal it would meet now.
 */
import type { ActOf } from '../acts.ts';
import type { Command } from '../decide.ts';
import { dispositionOf } from '../lifecycle.ts';
import { needsOfficialAnswer, waitOverAt } from '../signoff.ts';
import type { Centre, Form } from '../state.ts';
import { cellOf, type FormCommand, type StageName } from '../transitions.ts';
import { type Named, named } from './named.ts';
import { type ListedForm, listedForm } from './paper.ts';
import { type Work, workOf } from './queues.ts';
import type { Seen } from './seen.ts';
import { type AnswerRow, answerRows } from './sign-answers.ts';
import { countAnswers, mayJudge } from './sign-lists.ts';
import { type FormPage, formPage } from './sign-page.ts';
import { type ShownRemark, shownRemarks } from './sign-remarks.ts';
import { type Offer, offerOf } from './tried.ts';

export type FormDeed = 'open' | 'accept' | 'reopen-none' | 'reopen-figures' | 'set-aside' | 'bring-back';

export interface AskedAgent extends AnswerRow {
  /** For officials: whether *did not respond* may be recorded now. */
  readonly closable?: Offer;
}

export interface FormAsking {
  readonly openedAt: string;
  readonly openedBy: Named;
  readonly waitOverAt: string;
  readonly asked: number;
  readonly answered: number;
  readonly owed: number;
  readonly agents: readonly AskedAgent[];
}

export interface SignFormView {
  /** For whom it was drawn: a window shows it to nobody else. */
  readonly viewer: string;
  readonly listed: ListedForm;
  readonly stage: StageName;
  readonly work?: Work;
  readonly page?: FormPage;
  readonly asking?: FormAsking;
  /** What acceptance will make of it, or has made of it. */
  readonly disposition?: 'counted' | 'disregarded';
  /** An agent says that the screen does not show what the paper says: an official answers in words, or reopens the form. */
  readonly needsAnswer: boolean;
  readonly accepted?: { readonly by: Named; readonly answer?: string };
  readonly aside?: { readonly by: Named; readonly reason: string };
  readonly remarks: readonly ShownRemark[];
  readonly offers: Readonly<Partial<Record<FormDeed, Offer>>>;
}

/** `said` are the late remarks that the journal holds. */
export function signFormView(seen: Seen, id: string, said: readonly ActOf<'late-remark'>[]): SignFormView | undefined {
  const { centre } = seen;
  const form = centre.forms.get(id);
  if (form === undefined) return undefined;
  const work = workOf(centre, form);
  const page = formPage(centre, form);
  return {
    viewer: seen.viewer?.id ?? '',
    listed: listedForm(centre, form),
    stage: form.stage.stage,
    remarks: shownRemarks(seen, id, said),
    offers: offersOn(seen, form),
    ...(work === undefined ? {} : { work }),
    ...(page === undefined ? {} : { page }),
    ...askingOf(seen, form),
    ...whatBecameOf(centre, form),
  };
}

function askingOf(seen: Seen, form: Form): Pick<SignFormView, 'asking' | 'needsAnswer'> {
  const { centre } = seen;
  if (!('asking' in form.stage)) return { needsAnswer: false };
  const { asking, openedBy } = form.stage;
  const rows = answerRows(centre, form, asking, false);
  const isOpen = form.stage.stage === 'open';
  return {
    asking: {
      openedAt: asking.since.at,
      openedBy: named(centre, openedBy),
      waitOverAt: waitOverAt(centre, asking),
      ...countAnswers(rows),
      owed: rows.filter(({ owes }) => owes).length,
      agents: mayJudge(seen)
        ? rows.map((row) => (isOpen ? { ...row, closable: offerOf(seen, closing(form, row.agent.id)) } : row))
        : answerRows(centre, form, asking, true),
    },
    needsAnswer: isOpen && mayJudge(seen) && needsOfficialAnswer(centre, form.contest, asking),
  };
}

function whatBecameOf(centre: Centre, form: Form): Pick<SignFormView, 'disposition' | 'accepted' | 'aside'> {
  const { stage } = form;
  switch (stage.stage) {
    case 'open':
      return { disposition: dispositionOf(centre, form) };
    case 'accepted': {
      const { disposition, acceptedBy, answer } = stage;
      return { disposition, accepted: { by: named(centre, acceptedBy), ...(answer === undefined ? {} : { answer }) } };
    }
    case 'set-aside':
      return { aside: { by: named(centre, stage.by), reason: stage.reason } };
    default:
      return {};
  }
}

/** Words that are typed later do not stand in the way of asking whether they may be said. */
const WORDS = 'words to be typed';

function closing({ id, revision }: Form, agent: string): Command {
  return { kind: 'signoff-closed', body: { form: id, revision, agent, reason: WORDS } };
}

/** What the table of stages allows this viewer; a clerk may only open. */
function offersOn(seen: Seen, form: Form): SignFormView['offers'] {
  const body = { form: form.id, revision: form.revision };
  const subject = 'subject' in form.stage ? form.stage.subject : '';
  const deeds: readonly (readonly [FormDeed, FormCommand, Command])[] = [
    ['open', 'form-opened', { kind: 'form-opened', body }],
    ['accept', 'form-accepted', { kind: 'form-accepted', body: { ...body, subject, answer: WORDS } }],
    ['reopen-none', 'form-reopened none', reopening(form, 'none')],
    ['reopen-figures', 'form-reopened figures', reopening(form, 'figures')],
    ['set-aside', 'form-set-aside', { kind: 'form-set-aside', body: { ...body, reason: WORDS } }],
    ['bring-back', 'form-brought-back', { kind: 'form-brought-back', body: { ...body, reason: WORDS } }],
  ];
  const possible = deeds.filter(([deed, command]) => cellOf(command, form.stage.stage) === 'ok' && (deed === 'open' || mayJudge(seen)));
  return Object.fromEntries(possible.map(([deed, , command]) => [deed, offerOf(seen, command)]));
}

/** The act names the revision it makes. */
function reopening({ id, revision }: Form, keep: 'none' | 'figures'): Command {
  return { kind: 'form-reopened', body: { form: id, revision: revision + 1, keep, reason: WORDS } };
}
