/** Deeds about people: new keys, people enrolled on site, certificates, wrong passphrases, clerks suspended and restored. */
import { personOf } from '../../../core/state.ts';
import { privateKeyFromSeed } from '../../../db/signing.ts';
import { signCertificate } from '../../../main/sign-certificate.ts';
import { keyOf } from '../../core/world-election.ts';
import { admission, replacement, restoration, suspension } from '../../core/world-people.ts';
import { enrolWithKey } from './founding.ts';
import { type Hall, worldOf } from './hall.ts';

const NAMED = ['clerk1', 'clerk2', 'clerk3', 'clerk4', 'red', 'blue', 'green'];

/** Somebody comes with a new key; two officials put it in the place of the old one. */
export async function newKey(hall: Hall): Promise<void> {
  const person = hall.random.pick(NAMED);
  const { role, name } = personOf(hall.office().centre(), person);
  const enrolment = await enrolWithKey(hall, { person, role, name });
  if (enrolment === undefined) return;
  const world = worldOf(hall.office(), hall.clock);
  const proposed = await hall.as('ro', replacement(world, person, enrolment, hall.random.pick(['lost', 'compromised'])));
  const act = proposed.ok ? proposed.value.acts[0]?.digest : undefined;
  if (act !== undefined && hall.random.chance(0.7)) await hall.as('dro', { kind: 'act-confirmed', body: { act } });
}

export async function onSite(hall: Hall): Promise<void> {
  const { size } = hall.office().centre().people;
  const enrolment = await enrolWithKey(hall, { person: `site${size}`, role: 'agent', name: `Agent ${size} on site` });
  if (enrolment === undefined) return;
  const proposed = await hall.as('dro', admission(enrolment, 'letter', hall.random.pick(['Red', 'Blue', 'Green'])));
  const act = proposed.ok ? proposed.value.acts[0]?.digest : undefined;
  if (act !== undefined) await hall.as('ro', { kind: 'act-confirmed', body: { act } });
}

export async function certificate(hall: Hall): Promise<void> {
  const centre = hall.office().centre();
  const person = personOf(centre, hall.random.pick(NAMED));
  const holder = { key: person.keyText, election: centre.definition.digest, person: person.id, role: person.role };
  const text = signCertificate(holder, privateKeyFromSeed(keyOf('commission').seed.slice()));
  await hall.as('ro', { kind: 'certificate-recorded', body: { certificate: text } });
}

export async function failToUnlock(hall: Hall): Promise<void> {
  hall.clock.pass(1000);
  hall.heard('unlock', await hall.office().unlock(hall.random.pick(NAMED), 'not the words of this person'));
}

export async function lockOut(hall: Hall): Promise<void> {
  const person = hall.random.pick(NAMED);
  for (let failure = 0; failure < 6; failure += 1) {
    hall.clock.pass(1000);
    hall.heard('unlock', await hall.office().unlock(person, 'not the words of this person'));
  }
  await hall.as('dro', { kind: 'lockout-cleared', body: { person } });
}

/** Suspended for a while: with a stolen key only another key brings the clerk back. */
export async function suspend(hall: Hall): Promise<void> {
  const person = hall.random.pick(NAMED.slice(0, 4));
  await hall.as('ro', suspension(person, hall.random.chance(0.2)));
  await hall.as('dro', restoration(person));
}
