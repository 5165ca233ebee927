/**
 * The agents of a contest at its summary: who is in the hall, who has answered, and how. How somebody answered is shown to officials,
 * and to an agent whose own answer is given; to everybody else only once the version is declared.
 */
import type { Outcome, OutcomeName } from '../acts.ts';
import { agentsOf, staysOf } from '../attendance.ts';
import { namedInDefinition } from '../people.ts';
import type { Refusal } from '../result.ts';
import { isOfficial } from '../roles.ts';
import { GIVEN_OUTCOMES, outcomeOf, standingAnswer, waitOverAt } from '../signoff.ts';
import { type Answer, type Asking, type Centre, contestStateOf, type DeclaredVersion, type Version } from '../state.ts';
import { nameOf } from './named.ts';
import type { Seen } from './seen.ts';
import { refusalOf } from './tried.ts';

export interface SummaryAgent {
  readonly agent: string;
  readonly name: string;
  readonly party: string;
  readonly attendance: 'in' | 'out' | 'gone' | 'absent';
  /** Since when in, out or gone. */
  readonly since?: string;
  readonly answered: boolean;
  readonly owes: boolean;
  readonly outcome?: AgentOutcome;
}
export interface AgentOutcome {
  readonly outcome: OutcomeName;
  readonly code?: string;
  readonly reason?: string;
  /** The official who recorded that the agent did not respond. */
  readonly closedBy?: string;
}

/** What the agent at the keyboard may say. */
export interface OwnWord {
  readonly name: string;
  readonly party: string;
  readonly answer?: Pick<Answer, 'choice' | 'code' | 'reason' | 'reasonRefused'>;
  /** Why no answer can be given now. */
  readonly barred?: Refusal;
}

/** The wait before an official may record that somebody did not respond. */
export interface Waiting {
  readonly until: string;
  readonly isOver: boolean;
}

export function agentsView(seen: Seen, contest: string): readonly SummaryAgent[] {
  const { centre } = seen;
  const { ready, declared } = contestStateOf(centre, contest);
  const version = ready ?? declared;
  return agentsOf(centre, contest).map((agent) => agentLine(seen, agent, version, ready !== undefined));
}

function agentLine(seen: Seen, agent: string, version: Version | DeclaredVersion | undefined, isReady: boolean): SummaryAgent {
  const { centre } = seen;
  const person = centre.people.get(agent);
  const named = namedInDefinition(centre, agent);
  const party = person?.party ?? (named !== undefined && 'party' in named ? named.party : '-');
  const line = { agent, name: nameOf(centre, agent), party, ...attendanceOf(centre, agent) };
  if (version === undefined) return { ...line, answered: false, owes: false };
  if (!isReady) {
    const outcomes = 'outcomes' in version ? version.outcomes : [];
    const declared = outcomes.find((outcome) => outcome.agent === agent);
    if (declared === undefined) return { ...line, answered: false, owes: false };
    return { ...line, answered: GIVEN_OUTCOMES.has(declared.outcome), owes: false, outcome: worded(centre, version.asking, declared) };
  }
  const outcome = outcomeOf(centre, version.asking, agent);
  if (outcome === 'owed') return { ...line, answered: false, owes: true };
  const told = maySee(seen, version.asking) ? { outcome: worded(centre, version.asking, outcome) } : {};
  return { ...line, answered: GIVEN_OUTCOMES.has(outcome.outcome), owes: false, ...told };
}

/** Others' answers stay hidden until one's own is given. */
function maySee({ centre, viewer }: Seen, asking: Asking): boolean {
  if (viewer === undefined) return false;
  return isOfficial(viewer.role) || (viewer.role === 'agent' && standingAnswer(centre, asking, viewer.id) !== undefined);
}

/** An outcome with the words that were said for it. */
function worded(centre: Centre, asking: Asking, { outcome, act }: Outcome): AgentOutcome {
  const closing = asking.closings.find((closed) => closed.act === act);
  if (closing !== undefined) return { outcome, reason: closing.reason, closedBy: nameOf(centre, closing.by) };
  const { code, reason } = asking.answers.find((given) => given.act === act) ?? {};
  return { outcome, ...(code === undefined ? {} : { code }), ...(reason === undefined ? {} : { reason }) };
}

function attendanceOf(centre: Centre, agent: string): Pick<SummaryAgent, 'attendance' | 'since'> {
  const last = staysOf(centre, agent).at(-1);
  if (last === undefined) return { attendance: 'absent' };
  if (last.to === undefined) return { attendance: 'in', since: last.from.at };
  return { attendance: last.to.by === 'agent' ? 'out' : 'gone', since: last.to.at };
}

/** For an agent at the keyboard while a version is ready; undefined for everybody else. */
export function ownWord(seen: Seen, contest: string): OwnWord | undefined {
  const { centre, viewer } = seen;
  const { ready } = contestStateOf(centre, contest);
  if (viewer?.role !== 'agent' || ready === undefined || !agentsOf(centre, contest).includes(viewer.id)) return undefined;
  const standing = standingAnswer(centre, ready.asking, viewer.id);
  // Any word but the one that stands: whether one may speak does not depend on what one says.
  const word = standing?.choice === 'agree' ? { choice: 'refuse' as const, reasonRefused: true as const } : { choice: 'agree' as const };
  const body = { contest, version: ready.number, digest: ready.digest, ...word };
  const barred = refusalOf(seen, { kind: 'summary-signoff-given', body });
  return {
    ...{ name: viewer.name, party: viewer.party ?? '-' },
    ...(standing === undefined ? {} : { answer: wordOf(standing) }),
    ...(barred === undefined ? {} : { barred }),
  };
}

function wordOf({ choice, code, reason, reasonRefused }: Answer): NonNullable<OwnWord['answer']> {
  return {
    choice,
    ...(code === undefined ? {} : { code }),
    ...(reason === undefined ? {} : { reason }),
    ...(reasonRefused === undefined ? {} : { reasonRefused }),
  };
}

export function waitingOn({ centre, now }: Seen, { asking }: Version): Waiting {
  const until = waitOverAt(centre, asking);
  return { until, isOver: now >= until };
}
