/** People of the little centre beyond those it starts with: new keys, people enrolled on site, suspensions, revocations. */
import type { Act, Role } from '../../core/acts.ts';
import type { Command } from '../../core/decide.ts';
import { personOf } from '../../core/state.ts';
import { byTwo, enrolment, type World } from './world.ts';
import { REASON } from './world-forms.ts';

type Basis = 'definition' | 'certificate' | 'letter';

/** Enrols somebody whom the definition does not name. Answers the enrolment's digest. */
export function enrolOnSite(world: World, person: string, role: Exclude<Role, 'device'> = 'agent', key = person): string {
  return world.must(person, enrolment(world.centre(), person, key, `${person} on site`, role), { role, key }).digest;
}

export function admission(digest: string, basis: Basis = 'letter', party?: string): Command {
  return { kind: 'person-admitted', body: { enrolment: digest, basis, ...(party === undefined ? {} : { party }) } };
}

/** An agent of a party, enrolled on site and admitted by two officials. */
export function admitOnSite(world: World, agent: string, party = 'Red'): void {
  byTwo(world, admission(enrolOnSite(world, agent), 'letter', party));
}

/** The person's own enrolment with another key of `keyOf`. Answers the enrolment's digest. */
export function enrolAgain(world: World, person: string, key: string): string {
  const { role, name } = personOf(world.centre(), person);
  return world.must(person, enrolment(world.centre(), person, key, name, role), { key }).digest;
}

export function replacement(world: World, person: string, digest: string, cause: 'lost' | 'compromised' = 'lost'): Command {
  return { kind: 'key-replaced', body: { enrolment: digest, oldKey: personOf(world.centre(), person).key, cause } };
}

/** A new key in the place of the old one, proposed by the returning officer and confirmed by another official. */
export function replaceKey(world: World, person: string, cause: 'lost' | 'compromised' = 'lost', second = 'dro'): Act {
  const digest = enrolAgain(world, person, `${person} again`);
  return byTwo(world, replacement(world, person, digest, cause), 'ro', second);
}

export function suspension(person: string, compromised = false): Command {
  return { kind: 'person-suspended', body: { person, compromised, reason: REASON } };
}

export function restoration(person: string): Command {
  return { kind: 'person-restored', body: { person, reason: REASON } };
}

export function revocation(agent: string): Command {
  return { kind: 'accreditation-revoked', body: { agent, reason: REASON } };
}

/** Wrong passphrases in a row, as the device notes them. */
export function failToUnlock(world: World, person: string, times: number): void {
  for (let failures = 1; failures <= times; failures += 1) world.must('device', { kind: 'unlock-failed', body: { person, failures } });
}

/** The device's note that the wall clock was set, `minutes` forward or back. */
export function jumpClock(world: World, minutes: number): void {
  const from = world.now();
  world.wait(minutes);
  world.must('device', { kind: 'clock-jumped', body: { from, to: world.now() } });
}
