/**
 * The register of agents (LIFECYCLE §3): who is in the hall, since when, and who let whom go. Only an agent's own sign-out releases
 * the agent from being asked; an official who sends somebody out does not.
 */
import type { Act, Kind } from './acts.ts';
import { present, type Refusal, refusal } from './result.ts';
import { type Centre, hasPassed, momentOf, personOf, type Stay, touch } from './state.ts';

export type AttendanceKind = Extract<Kind, 'agent-signed-in' | 'agent-signed-out' | 'agent-marked-gone'>;

export function staysOf(centre: Centre, agent: string): readonly Stay[] {
  return centre.stays.get(agent) ?? [];
}

export function isInAttendance(centre: Centre, agent: string): boolean {
  const last = staysOf(centre, agent).at(-1);
  return last !== undefined && last.to === undefined;
}

/** Agents in the hall, in the order of their identifiers. */
export function agentsInAttendance(centre: Centre): readonly string[] {
  return [...centre.stays.keys()].filter((agent) => isInAttendance(centre, agent)).sort();
}

/** The agents of a contest: those the definition names for it (an empty list means all contests) and those admitted on site. */
export function agentsOf(centre: Centre, contest: string): readonly string[] {
  const named = centre.definition.content.agents
    .filter((agent) => agent.contests.length === 0 || agent.contests.includes(contest))
    .map((agent) => agent.id);
  const onSite = centre.people.valueSeq().filter((person) => person.role === 'agent' && !centre.roll.agents.has(person.id));
  return [...named, ...[...onSite].map((person) => person.id).sort()];
}

/** Whether an agent may speak on a contest now. */
export function isAccredited(centre: Centre, agent: string, contest: string): boolean {
  const named = centre.roll.agents.get(agent);
  if (named !== undefined && named.contests.length > 0 && !named.contests.includes(contest)) return false;
  return centre.people.get(agent)?.accreditation === 'active';
}

/** Who speaks on a contest, or witnesses what is done in it, is accredited for it and in the hall. */
export function judgeSpeaker(centre: Centre, agent: string, contest: string): Refusal | undefined {
  if (!isAccredited(centre, agent, contest)) return refusal('R-NOT-ACCREDITED', agent);
  return isInAttendance(centre, agent) ? undefined : refusal('R-NOT-IN-ATTENDANCE', agent);
}

/** Witnesses are agents whom the register has in the hall now, each named once. Nobody may be there: then nobody is named. */
export function judgeWitnesses(centre: Centre, witnesses: readonly string[], contest: string): Refusal | undefined {
  const twice = witnesses.find((agent, at) => witnesses.indexOf(agent) !== at);
  if (twice !== undefined) return refusal('R-CONTENT-WRONG', `${twice} is named twice as a witness`);
  const [barred] = witnesses.flatMap((agent) => judgeSpeaker(centre, agent, contest) ?? []);
  return barred;
}

export function judgeAttendance(centre: Centre, act: Extract<Act, { kind: AttendanceKind }>): Refusal | undefined {
  switch (act.kind) {
    case 'agent-signed-in':
      if (personOf(centre, act.by.person).accreditation !== 'active') return refusal('R-NOT-ACCREDITED', act.by.person);
      if (isInAttendance(centre, act.by.person)) return refusal('R-SIGNED-IN');
      return isPartyFull(centre, act.by.person) ? refusal('R-PARTY-FULL', personOf(centre, act.by.person).party) : undefined;
    case 'agent-signed-out':
      return isInAttendance(centre, act.by.person) ? undefined : refusal('R-NOT-IN-ATTENDANCE');
    case 'agent-marked-gone':
      return judgeMarkedGone(centre, act.body.agent, act.at);
  }
}

/** Limits agents enrolled on site only, never one whom the definition names. */
function isPartyFull(centre: Centre, agent: string): boolean {
  if (centre.roll.agents.has(agent)) return false;
  const { party } = personOf(centre, agent);
  const here = agentsInAttendance(centre).filter((id) => !centre.roll.agents.has(id) && personOf(centre, id).party === party);
  return here.length >= centre.definition.content.agentsPerParty;
}

function judgeMarkedGone(centre: Centre, agent: string, now: string): Refusal | undefined {
  if (!isInAttendance(centre, agent)) return refusal('R-NOT-IN-ATTENDANCE', agent);
  const last = centre.lastActs.get(agent);
  const waited = last === undefined || hasPassed(centre, last, centre.definition.content.responseMinutes, now);
  return waited ? undefined : refusal('R-TOO-EARLY', agent);
}

export function evolveAttendance(centre: Centre, act: Extract<Act, { kind: AttendanceKind }>): Centre {
  const moment = momentOf(centre, act);
  switch (act.kind) {
    case 'agent-signed-in':
      return withStays(centre, act.by.person, [...staysOf(centre, act.by.person), { from: moment }]);
    case 'agent-signed-out':
      return endStay(centre, act.by.person, { ...moment, by: 'agent' });
    case 'agent-marked-gone':
      return endStay(centre, act.body.agent, { ...moment, by: 'official' });
  }
}

/** Ends the stay of an agent who is in attendance; `to` says when and who ended it. */
export function endStay(centre: Centre, agent: string, to: Required<Stay>['to']): Centre {
  const stays = staysOf(centre, agent);
  const { from } = present(stays.at(-1), 'a stay');
  return withStays(centre, agent, stays.with(-1, { from, to }));
}

function withStays(centre: Centre, agent: string, stays: readonly Stay[]): Centre {
  return { ...centre, stays: centre.stays.set(agent, stays), touched: [touch('person', agent)] };
}
