/**
 * Who is who (LIFECYCLE §5). A person enrols with a key of their own and is admitted by somebody else; whoever the definition does
 * not name needs two officials; a key is replaced by two officials, and what a compromised key said is named in a finding. One
 * person has one role for the whole day.
 */
import type { Act, ActOf, Kind, Role } from './acts.ts';
import { endStay, isInAttendance } from './attendance.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { parsePublicKey } from './keys.ts';
import { present, type Refusal, refusal } from './result.ts';
import { isOfficial } from './roles.ts';
import { type Centre, type Enrolment, momentOf, type Person, personOf, type Stage, touch } from './state.ts';

export type PeopleKind = Extract<
  Kind,
  | 'person-enrolled'
  | 'person-admitted'
  | 'key-replaced'
  | 'certificate-recorded'
  | 'person-suspended'
  | 'person-restored'
  | 'accreditation-ended'
  | 'accreditation-revoked'
  | 'lockout-cleared'
>;

/** What the definition says of a person: role, name as the journal shows it, the key where one was issued. */
export function namedInDefinition(centre: Centre, id: string) {
  const official = centre.roll.officials.get(id);
  if (official !== undefined) return { ...official, name: journalName(official) };
  const agent = centre.roll.agents.get(id);
  return agent === undefined ? undefined : { ...agent, role: 'agent' as const };
}

/** Clerks appear in the journal by official number, officials and agents by name as on the paper form. */
function journalName(official: { readonly id: string; readonly name: string; readonly role: string }): string {
  return official.role === 'clerk' ? official.id : official.name;
}

export function judgePeople(centre: Centre, act: Extract<Act, { kind: PeopleKind }>): Refusal | undefined {
  switch (act.kind) {
    case 'person-enrolled':
      return judgeEnrolment(centre, act);
    case 'person-admitted':
      return judgeAdmission(centre, act);
    case 'key-replaced':
      return judgeReplacement(centre, act);
    case 'certificate-recorded':
      return judgeCertificate(centre, act);
    case 'person-suspended':
      return clerkOnly(centre, act.body.person) ?? (personOf(centre, act.body.person).suspended ? refusal('R-SUSPENDED') : undefined);
    case 'person-restored':
      return clerkOnly(centre, act.body.person) ?? judgeRestoring(personOf(centre, act.body.person));
    case 'accreditation-ended':
      return personOf(centre, act.by.person).accreditation === 'active' ? undefined : refusal('R-NOT-ACCREDITED');
    case 'accreditation-revoked':
      return mayBeRevoked(centre, act.body.agent) ? undefined : refusal('R-NOT-ACCREDITED', act.body.agent);
    case 'lockout-cleared':
      if (act.body.person === act.by.person) return refusal('R-SELF-ADMIT');
      return centre.lockouts.has(act.body.person) ? undefined : refusal('R-PERSON-UNKNOWN', act.body.person);
  }
}

/** An agent who is admitted, or whom the definition names and who has not come yet. */
function mayBeRevoked(centre: Centre, id: string): boolean {
  const person = centre.people.get(id);
  if (person === undefined) return centre.roll.agents.has(id) && !centre.revokedUnenrolled.has(id);
  return person.role === 'agent' && person.accreditation === 'active';
}

function judgeCertificate(centre: Centre, act: ActOf<'certificate-recorded'>): Refusal | undefined {
  const certificate = readCertificate(act.body.certificate, centre.definition);
  const flaw = certificate.ok ? certificateFlaw(centre, certificate.value) : (certificate.refusal.detail ?? certificate.refusal.code);
  return flaw === undefined ? undefined : refusal('R-CERTIFICATE-INVALID', flaw);
}

/** A certificate counts for the person who enrolled the key, in that role, and a party's for its own agents: what it names must hold. */
function certificateFlaw(centre: Centre, { key, signer, content }: Certificate): string | undefined {
  const holder = holderOf(centre, key.id);
  if (holder === undefined) return 'nobody enrolled this key';
  const { id, role } = holder;
  if ((content.person ?? id) !== id || (content.role ?? role) !== role) return `this key is that of ${role} ${id}`;
  const party = partyOf(centre, id);
  const signing = centre.definition.content.parties.find((one) => one.key === signer.text);
  return signing === undefined || party === undefined || party === signing.name ? undefined : `${id} is an agent of ${party}`;
}

/** Whose key this is or was. */
function holderOf(centre: Centre, key: string): { readonly id: string; readonly role: Role } | undefined {
  const enrolment = centre.enrolments.find((enrolled) => enrolled.key === key);
  return enrolment?.person ?? centre.people.get(centre.keys.get(key)?.person ?? '');
}

function partyOf(centre: Centre, agent: string): string | undefined {
  return centre.roll.agents.get(agent)?.party ?? centre.people.get(agent)?.party;
}

function clerkOnly(centre: Centre, id: string): Refusal | undefined {
  return centre.people.get(id)?.role === 'clerk' ? undefined : refusal('R-PERSON-UNKNOWN', `${id} is not an admitted clerk`);
}

function judgeRestoring(person: Person): Refusal | undefined {
  if (person.suspended === undefined) return refusal('R-PERSON-UNKNOWN', `${person.id} is not suspended`);
  return person.suspended.compromised && person.suspended.key === person.key ? refusal('R-KEY-REVOKED', person.id) : undefined;
}

function judgeEnrolment(centre: Centre, act: ActOf<'person-enrolled'>): Refusal | undefined {
  const { id, role, name, key } = act.body.person;
  const read = parsePublicKey(key);
  if (!read.ok) return read.refusal;
  if (act.by.person !== id || act.by.role !== role || act.by.key !== read.value.id)
    return refusal('R-CONTENT-WRONG', 'enrols somebody else');
  if (id === 'device') return refusal('R-PERSON-KNOWN', id);
  const named = namedInDefinition(centre, id);
  if (named !== undefined && (named.role !== role || named.name !== name))
    return refusal('R-PERSON-KNOWN', `${id} is ${named.role} ${named.name}`);
  const known = centre.people.get(id);
  if (known !== undefined && (known.role !== role || known.name !== name))
    return refusal('R-PERSON-KNOWN', `${id} is ${known.role} ${known.name}`);
  if (known === undefined && named?.key !== undefined && named.key !== key) return refusal('R-KEY-NOT-NAMED', id);
  const owner = centre.keys.get(read.value.id);
  return owner === undefined || isFounding(centre, act) ? undefined : refusal('R-PERSON-KNOWN', `this key is ${owner.person}'s`);
}

/** The returning officer who created the centre enrols with the key that signed the first act. */
function isFounding(centre: Centre, act: ActOf<'person-enrolled'>): boolean {
  return centre.keys.get(act.by.key)?.person === act.by.person && !centre.people.has(act.by.person) && !hasEnrolled(centre, act.by.key);
}

function hasEnrolled(centre: Centre, key: string): boolean {
  return centre.enrolments.some((enrolment) => enrolment.key === key);
}

/** Whether nobody is admitted yet: the one case in which a person admits himself. */
function isFirstOfficer(centre: Centre, enrolment: Enrolment): boolean {
  return centre.people.isEmpty() && enrolment.person.role === 'ro';
}

function judgeAdmission(centre: Centre, act: ActOf<'person-admitted'>): Refusal | undefined {
  const enrolment = centre.enrolments.get(act.body.enrolment);
  if (enrolment === undefined) return refusal('R-PERSON-UNKNOWN', act.body.enrolment);
  const { id, role } = enrolment.person;
  if (centre.people.has(id)) return refusal('R-PERSON-KNOWN', id);
  if (id === act.by.person && !isFirstOfficer(centre, enrolment)) return refusal('R-SELF-ADMIT');
  if (isOfficial(role)) return judgeOfficial(centre, act, enrolment);
  const named = namedInDefinition(centre, id) !== undefined;
  if (named !== (act.body.basis === 'definition')) return refusal('R-CONTENT-WRONG', `basis ${act.body.basis} for ${id}`);
  if (act.body.basis === 'certificate' && !centre.certified.has(enrolment.key)) return refusal('R-CERTIFICATE-INVALID', id);
  return role === 'agent' && !named && act.body.party === undefined
    ? refusal('R-CONTENT-WRONG', 'an agent enrolled on site needs a party')
    : undefined;
}

/** An official is named and admitted before the centre opens; or certified; or vouched for by two other officials. */
function judgeOfficial(centre: Centre, act: ActOf<'person-admitted'>, enrolment: Enrolment): Refusal | undefined {
  if (act.body.basis === 'letter') return undefined;
  if (act.body.basis === 'certificate') return centre.certified.has(enrolment.key) ? undefined : refusal('R-OFFICIAL-NEEDS-COMMISSION');
  const named = namedInDefinition(centre, enrolment.person.id) !== undefined;
  return named && !centre.everOpened ? undefined : refusal('R-OFFICIAL-NEEDS-COMMISSION', enrolment.person.id);
}

/** Two officials are needed unless the definition names the person, or the commission certified the official. */
export function admissionNeedsTwo(act: ActOf<'person-admitted'>, centre: Centre): boolean {
  if (act.body.basis === 'definition') return false;
  return !(act.body.basis === 'certificate' && isCertifiedOfficial(centre, act.body.enrolment));
}

/** Whether the commission itself certified this key of an official: then one official's word is enough, for a new key likewise. */
export function isCertifiedOfficial(centre: Centre, digest: string): boolean {
  const enrolment = centre.enrolments.get(digest);
  return enrolment !== undefined && isOfficial(enrolment.person.role) && centre.certified.has(enrolment.key);
}

function judgeReplacement(centre: Centre, act: ActOf<'key-replaced'>): Refusal | undefined {
  const enrolment = centre.enrolments.get(act.body.enrolment);
  const person = enrolment === undefined ? undefined : centre.people.get(enrolment.person.id);
  if (enrolment === undefined || person === undefined) return refusal('R-PERSON-UNKNOWN', act.body.enrolment);
  if (person.id === act.by.person) return refusal('R-SELF-ADMIT');
  if (enrolment.key === person.key || enrolment.person.role !== person.role) return refusal('R-PERSON-KNOWN', person.id);
  if (person.key !== act.body.oldKey) return refusal('R-KEY-REVOKED', act.body.oldKey);
  return undefined;
}

/** The person an act is about, for the rule that nobody admits, replaces or clears oneself: also not as the second official. */
export function personConcerned(centre: Centre, act: Act): string | undefined {
  if (act.kind === 'person-admitted' || act.kind === 'key-replaced') return centre.enrolments.get(act.body.enrolment)?.person.id;
  return act.kind === 'accreditation-revoked' ? act.body.agent : undefined;
}

// ---- evolve ------------------------------------------------------------------------------------------------------------------

export function evolvePeople(centre: Centre, act: Extract<Act, { kind: PeopleKind }>): Centre {
  switch (act.kind) {
    case 'person-enrolled':
      return enrol(centre, act);
    case 'person-admitted':
      return admit(centre, act);
    case 'key-replaced':
      return replaceKey(centre, act);
    case 'certificate-recorded':
      return recordCertificate(centre, act);
    case 'person-suspended':
      return suspend(centre, act);
    case 'person-restored':
      return updatePerson(centre, act.body.person, ({ suspended: _, ...person }) => person);
    case 'accreditation-ended': {
      const ended = updatePerson(centre, act.by.person, (person) => ({ ...person, accreditation: 'ended' }));
      return isInAttendance(ended, act.by.person) ? endStay(ended, act.by.person, { ...momentOf(centre, act), by: 'agent' }) : ended;
    }
    case 'accreditation-revoked':
      return revoke(centre, act.body.agent);
    case 'lockout-cleared':
      return { ...centre, lockouts: centre.lockouts.delete(act.body.person), touched: [touch('person', act.body.person)] };
  }
}

function enrol(centre: Centre, act: ActOf<'person-enrolled'>): Centre {
  const { id, key } = act.body.person;
  const enrolment: Enrolment = { digest: act.digest, person: act.body.person, key: act.by.key };
  return {
    ...centre,
    enrolments: centre.enrolments.set(act.digest, enrolment),
    keys: centre.keys.set(act.by.key, { person: id, text: key }),
    touched: [touch('person', id)],
  };
}

function admit(centre: Centre, act: ActOf<'person-admitted'>): Centre {
  const { person, key } = present(centre.enrolments.get(act.body.enrolment), 'enrolment');
  const party = centre.roll.agents.get(person.id)?.party ?? act.body.party;
  const admitted: Person = {
    id: person.id,
    role: person.role,
    name: person.name,
    ...(party === undefined ? {} : { party }),
    key,
    keyText: person.key,
    basis: act.body.basis,
    accreditation: centre.revokedUnenrolled.has(person.id) ? 'revoked' : 'active',
  };
  return { ...centre, people: centre.people.set(person.id, admitted), touched: [touch('person', person.id)] };
}

function replaceKey(centre: Centre, act: ActOf<'key-replaced'>): Centre {
  const { person, key } = present(centre.enrolments.get(act.body.enrolment), 'enrolment');
  // The old key's enrolment is struck out: nobody can bring that key back.
  const enrolments = centre.enrolments.filter((enrolment) => enrolment.key !== act.body.oldKey);
  const replaced = updatePerson({ ...centre, enrolments }, person.id, (known) => ({ ...known, key, keyText: person.key }));
  return act.body.cause === 'compromised' ? compromise(replaced, act.body.oldKey, act.digest) : replaced;
}

function recordCertificate(centre: Centre, act: ActOf<'certificate-recorded'>): Centre {
  const certificate = readCertificate(act.body.certificate, centre.definition);
  if (!certificate.ok) throw new Error('broken invariant: a certificate that was not judged');
  const person = centre.keys.get(certificate.value.key.id)?.person;
  const touched = person === undefined ? [] : [touch('person', person)];
  return { ...centre, certified: centre.certified.set(certificate.value.key.id, act.digest), touched };
}

function suspend(centre: Centre, act: ActOf<'person-suspended'>): Centre {
  const { person: id, compromised } = act.body;
  const suspended = updatePerson(centre, id, (person) => ({ ...person, suspended: { compromised, key: person.key } }));
  return compromised ? compromise(suspended, personOf(centre, id).key, act.digest) : suspended;
}

function revoke(centre: Centre, agent: string): Centre {
  if (centre.people.has(agent)) return updatePerson(centre, agent, (person) => ({ ...person, accreditation: 'revoked' }));
  return { ...centre, revokedUnenrolled: centre.revokedUnenrolled.add(agent), touched: [touch('person', agent)] };
}

/** From here every entry, reading or sign-off by this key is named in finding F14, wherever it stands. */
function compromise(centre: Centre, key: string, act: string): Centre {
  const spoken = centre.forms.filter((form) => hasSpoken(form.stage, key)).keySeq();
  return {
    ...centre,
    compromised: centre.compromised.set(key, act),
    touched: [...centre.touched, ...[...spoken].map((id) => touch('form', id))],
  };
}

function hasSpoken(stage: Stage, key: string): boolean {
  const typed = 'typings' in stage && stage.typings.some((typing) => typing.key === key);
  return typed || ('asking' in stage && stage.asking.answers.some((answer) => answer.key === key));
}

function updatePerson(centre: Centre, id: string, change: (person: Person) => Person): Centre {
  return { ...centre, people: centre.people.set(id, change(personOf(centre, id))), touched: [touch('person', id)] };
}
