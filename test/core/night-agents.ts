/**
 * What became of every agent's word (LIFECYCLE §3; §6, invariants 6 and 7), worked out here a second time: from what agents and
 * officials said, in the order in which they said it, and not from the state that core keeps.
 */
import { expect } from 'vitest';
import type { Act, Outcome } from '../../core/acts.ts';
import { agentsOf } from '../../core/attendance.ts';
import { type Centre, contestStateOf, formOf } from '../../core/state.ts';
import type { Step } from './night-invariants.ts';
import { expectWaited } from './night-record.ts';

/** A question that was put to agents: by which act, and how an answer or a closing names it. */
interface Question {
  readonly put: Act;
  readonly contest: string;
  readonly isAbout: (act: Act) => boolean;
}

function questionOn(acts: readonly Act[], form: string, contest: string): Question {
  const put = acts.findLast((act) => act.kind === 'form-opened' && act.body.form === form) as Act & { kind: 'form-opened' };
  return { put, contest, isAbout: (act) => 'subject' in act.body && act.body.subject === put.body.subject };
}

function questionOfSummary(acts: readonly Act[], digest: string, contest: string): Question {
  const put = acts.findLast((act) => act.kind === 'summary-prepared' && act.body.digest === digest) as Act;
  return { put, contest, isAbout: (act) => 'digest' in act.body && act.body.digest === digest };
}

/** Comings and goings of an agent, each at its place in the journal; `own` is by the agent. */
function goings(acts: readonly Act[], agent: string) {
  return acts.flatMap((act, at) => {
    const isOwn = act.by.person === agent;
    if (act.kind === 'agent-signed-in' && isOwn) return [{ at, isIn: true, isOwn }];
    if ((act.kind === 'agent-signed-out' || act.kind === 'accreditation-ended') && isOwn) return [{ at, isIn: false, isOwn }];
    return act.kind === 'agent-marked-gone' && act.body.agent === agent ? [{ at, isIn: false, isOwn: false }] : [];
  });
}

function isRevoked(acts: readonly Act[], agent: string): boolean {
  const confirmed = new Set(acts.flatMap((act) => (act.kind === 'act-confirmed' ? [act.body.act] : [])));
  return acts.some((act) => act.kind === 'accreditation-revoked' && act.body.agent === agent && confirmed.has(act.digest));
}

const NAMES = { agree: 'agree', object: 'agree-with-objection' } as const;

/** The first line of §3's table that fits; `owed` is its last. */
function outcomeBySaying(centre: Centre, acts: readonly Act[], question: Question, agent: string): Outcome | 'owed' {
  if (isRevoked(acts, agent)) return { agent, outcome: 'revoked' };
  const key = centre.people.get(agent)?.key;
  const said = acts.slice(acts.indexOf(question.put)).filter(question.isAbout);
  const answer = said.findLast((act) => isAnswer(act) && act.by.person === agent && act.by.key === key);
  if (answer !== undefined && isAnswer(answer)) return { agent, outcome: nameFor(answer), act: answer.digest };
  const closing = said.find((act) => isClosing(act) && act.body.agent === agent);
  if (closing !== undefined) return { agent, outcome: 'did-not-respond', act: closing.digest };
  const comings = goings(acts, agent);
  const asked = acts.indexOf(question.put);
  const wasIn = comings.findLast(({ at }) => at < asked)?.isIn === true;
  const last = comings.at(-1);
  if (!wasIn && !comings.some(({ at, isIn }) => at > asked && isIn)) return { agent, outcome: 'absent' };
  const hasStoodDown = acts.some((act) => act.kind === 'accreditation-ended' && act.by.person === agent);
  return hasStoodDown || (last?.isIn === false && last.isOwn) ? { agent, outcome: 'left' } : 'owed';
}

type AnswerAct = Extract<Act, { kind: 'signoff-given' | 'summary-signoff-given' }>;
function isAnswer(act: Act): act is AnswerAct {
  return act.kind === 'signoff-given' || act.kind === 'summary-signoff-given';
}
type ClosingAct = Extract<Act, { kind: 'signoff-closed' | 'summary-signoff-closed' }>;
function isClosing(act: Act): act is ClosingAct {
  return act.kind === 'signoff-closed' || act.kind === 'summary-signoff-closed';
}

function nameFor({ body }: AnswerAct): Outcome['outcome'] {
  if (body.choice !== 'refuse') return NAMES[body.choice];
  return body.reasonRefused === true ? 'refuse-reason-refused' : 'refuse-with-reason';
}

/** 6 and 7: at acceptance and at declaration every agent of the contest has the outcome that the table gives, and none is owed. */
function outcomesAreAsSaid({ before, act, acts }: Step): void {
  if (act.kind !== 'form-accepted' && act.kind !== 'summary-declared') return;
  const earlier = acts.slice(0, -1);
  const question =
    act.kind === 'form-accepted'
      ? questionOn(earlier, act.body.form, formOf(before, act.body.form).contest)
      : questionOfSummary(earlier, act.body.digest, act.body.contest);
  const worked = agentsOf(before, question.contest).map((agent) => outcomeBySaying(before, earlier, question, agent));
  expect(worked).toEqual(act.body.outcomes);
}

/** 7: *did not respond* is said after the wait, of somebody who had said nothing. */
function nobodyIsRushed({ before, act, acts }: Step): void {
  if (act.kind !== 'signoff-closed' && act.kind !== 'summary-signoff-closed') return;
  const earlier = acts.slice(0, -1);
  const question =
    act.kind === 'signoff-closed'
      ? questionOn(earlier, act.body.form, formOf(before, act.body.form).contest)
      : questionOfSummary(earlier, contestStateOf(before, act.body.contest).ready?.digest ?? '', act.body.contest);
  const stood = outcomeBySaying(before, earlier, question, act.body.agent);
  expect(stood === 'owed' ? 'absent' : stood.outcome).toBe('absent');
  expectWaited(before, earlier, question.put, act.at, before.definition.content.responseMinutes);
}

/** Law 3: a ruling and a closing name as witnesses only agents who were in the hall when it was done, each once. */
function witnessesWereThere({ act, acts }: Step): void {
  if (act.kind !== 'finding-ruled' && act.kind !== 'result-closed') return;
  expect(new Set(act.body.witnesses).size).toBe(act.body.witnesses.length);
  for (const agent of act.body.witnesses) expect([agent, goings(acts, agent).at(-1)?.isIn]).toEqual([agent, true]);
}

export const AGENT_INVARIANTS: readonly ((step: Step) => void)[] = [outcomesAreAsSaid, nobodyIsRushed, witnessesWereThere];
