/**
 * An agent's word on a form or a summary (LIFECYCLE §3). Every accredited agent ends with exactly one outcome: an answer given, *did
 * not respond* closed by an official after the wait, or what the register says: absent, left, revoked. Nobody can stall the tally
 * by doing nothing, and nobody can be skipped without a record.
 */
import type { Act, ActOf, Outcome, OutcomeName } from './acts.ts';
import { agentsOf, judgeSpeaker, staysOf } from './attendance.ts';
import { isSame } from './canonical.ts';
import { type Refusal, refusal } from './result.ts';
import { type Answer, type Asking, type Centre, type Closing, momentOf, timeAfter } from './state.ts';

export type AnswerAct = ActOf<'signoff-given'> | ActOf<'summary-signoff-given'>;

export function newAsking(centre: Centre, act: Act): Asking {
  return { since: momentOf(centre, act), answers: [], closings: [] };
}

/** The answer that stands: the agent's last, by the agent's current key. Answers by a replaced key lapse. */
export function standingAnswer(centre: Centre, asking: Asking, agent: string): Answer | undefined {
  const key = centre.people.get(agent)?.key;
  return asking.answers.findLast((answer) => answer.agent === agent && answer.key === key);
}

function closingFor(asking: Asking, agent: string): Closing | undefined {
  return asking.closings.find((closing) => closing.agent === agent);
}

export function nameOfAnswer(answer: Pick<Answer, 'choice' | 'reasonRefused'>): OutcomeName {
  if (answer.choice === 'agree') return 'agree';
  if (answer.choice === 'object') return 'agree-with-objection';
  return answer.reasonRefused ? 'refuse-reason-refused' : 'refuse-with-reason';
}

/** What is known of one agent's word, first line that fits; `owed` while the agent was asked and has not answered. */
export function outcomeOf(centre: Centre, asking: Asking, agent: string): Outcome | 'owed' {
  if (centre.revokedUnenrolled.has(agent) || centre.people.get(agent)?.accreditation === 'revoked') return { agent, outcome: 'revoked' };
  const answer = standingAnswer(centre, asking, agent);
  if (answer !== undefined) return { agent, outcome: nameOfAnswer(answer), act: answer.act };
  const closing = closingFor(asking, agent);
  if (closing !== undefined) return { agent, outcome: 'did-not-respond', act: closing.act };
  if (!wasAsked(centre, asking, agent)) return { agent, outcome: 'absent' };
  return hasLeft(centre, agent) ? { agent, outcome: 'left' } : 'owed';
}

/** Asked: in attendance when the question was put, or signed in while it stands. */
export function wasAsked(centre: Centre, asking: Asking, agent: string): boolean {
  return staysOf(centre, agent).some((stay) => stay.to === undefined || stay.to.seq > asking.since.seq);
}

function hasLeft(centre: Centre, agent: string): boolean {
  const last = staysOf(centre, agent).at(-1);
  return centre.people.get(agent)?.accreditation === 'ended' || last?.to?.by === 'agent';
}

/** All outcomes of a contest's agents, or who still owes one. */
export function outcomesOf(centre: Centre, contest: string, asking: Asking): { outcomes: readonly Outcome[]; owed: readonly string[] } {
  const outcomes: Outcome[] = [];
  const owed: string[] = [];
  for (const agent of agentsOf(centre, contest)) {
    const outcome = outcomeOf(centre, asking, agent);
    if (outcome === 'owed') owed.push(agent);
    else outcomes.push(outcome);
  }
  return { outcomes, owed };
}

/** What a new answer replaces: the agent's last word, or the closing that stood for it. */
export function replacedBy(centre: Centre, asking: Asking, agent: string): string | undefined {
  return standingAnswer(centre, asking, agent)?.act ?? closingFor(asking, agent)?.act;
}

/** The rules of an answer that do not depend on what it answers; `current` says whether its subject is the current one. */
export function judgeAnswer(centre: Centre, contest: string, asking: Asking, act: AnswerAct, current: boolean): Refusal | undefined {
  const { choice, reason, reasonRefused, code, replaces } = act.body;
  const barred = judgeSpeaker(centre, act.by.person, contest);
  if (barred !== undefined) return barred;
  if (!current) return refusal('R-SUBJECT-STALE');
  const needsReason = choice === 'object' || (choice === 'refuse' && reasonRefused === undefined);
  if (needsReason && !reason?.trim()) return refusal('R-REASON-MISSING');
  if (reasonRefused !== undefined && (choice !== 'refuse' || reason !== undefined)) return refusal('R-CONTENT-WRONG', 'a refused reason');
  if (choice === 'agree' && (code !== undefined || reason !== undefined)) return refusal('R-CONTENT-WRONG', 'an agreement has no reason');
  const standing = standingAnswer(centre, asking, act.by.person);
  if (standing !== undefined && isSameAnswer(standing, act)) return refusal('R-OUTCOME-SAME');
  return replaces === replacedBy(centre, asking, act.by.person) ? undefined : refusal('R-SUBJECT-STALE', 'replaces another answer');
}

/** Own figures belong to the word: to add, change or take them back is another answer. */
function isSameAnswer(standing: Answer, act: AnswerAct): boolean {
  return isSame(wordOf(standing), wordOf(answerOf(act)));
}

function wordOf({ choice, code, reason, reasonRefused, ownFigures }: Answer) {
  return { choice, code, reason, reasonRefused, ownFigures };
}

export function answerOf(act: AnswerAct): Answer {
  const { choice, code, reason, reasonRefused } = act.body;
  return {
    agent: act.by.person,
    key: act.by.key,
    act: act.digest,
    at: act.at,
    choice,
    ...(code === undefined ? {} : { code }),
    ...(reason === undefined ? {} : { reason }),
    ...(reasonRefused === undefined ? {} : { reasonRefused }),
    ...(act.kind === 'signoff-given' && act.body.ownFigures !== undefined ? { ownFigures: act.body.ownFigures } : {}),
  };
}

/** Outcomes that an agent gave; the others were recorded or derived. */
export const GIVEN_OUTCOMES: ReadonlySet<OutcomeName> = new Set([
  'agree',
  'agree-with-objection',
  'refuse-with-reason',
  'refuse-reason-refused',
]);

/** From when an official may record that somebody did not respond. */
export function waitOverAt(centre: Centre, { since }: Asking): string {
  return timeAfter(centre, since, centre.definition.content.responseMinutes);
}

/**
 * *Did not respond*: only for an answer that is owed, or for an accredited agent present who will not sign in; only after the wait,
 * which counts from the opening and is never restarted by coming and going.
 */
export function judgeClosing(centre: Centre, contest: string, asking: Asking, agent: string, now: string): Refusal | undefined {
  if (!agentsOf(centre, contest).includes(agent)) return refusal('R-NOT-ACCREDITED', agent);
  const outcome = outcomeOf(centre, asking, agent);
  const mayCome = outcome !== 'owed' && outcome.outcome === 'absent' && centre.people.get(agent)?.accreditation !== 'ended';
  if (outcome !== 'owed' && !mayCome) return refusal('R-OUTCOME-NOT-OWED', agent);
  return now >= waitOverAt(centre, asking) ? undefined : refusal('R-TOO-EARLY', agent);
}

export function withAnswer(asking: Asking, act: AnswerAct): Asking {
  return { ...asking, answers: [...asking.answers, answerOf(act)] };
}

export function withClosing(asking: Asking, act: ActOf<'signoff-closed'> | ActOf<'summary-signoff-closed'>): Asking {
  const closing: Closing = { agent: act.body.agent, act: act.digest, reason: act.body.reason, by: act.by.person };
  return { ...asking, closings: [...asking.closings, closing] };
}

/** Whether an objection *the screen does not show what the paper says* stands, so that an official must answer it. */
export function needsOfficialAnswer(centre: Centre, contest: string, asking: Asking): boolean {
  return agentsOf(centre, contest).some((agent) => standingAnswer(centre, asking, agent)?.code === 'paper-differs');
}
