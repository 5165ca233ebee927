/** How people are refused who enrol, are admitted, get new keys, are suspended, or mistype (LIFECYCLE §5). */
import type { Command } from '../../core/decide.ts';
import { type RefusalCase, refused } from './refusal-case.ts';
import { byTwo, enrolment, openWorld, staffedWorld } from './world.ts';
import { confirming, NOTE } from './world-centre.ts';
import { certificateBy, keyOf } from './world-election.ts';
import { entry, HERE, receive, receiving } from './world-forms.ts';
import {
  admission,
  enrolAgain,
  enrolOnSite,
  failToUnlock,
  replaceKey,
  replacement,
  restoration,
  revocation,
  suspension,
} from './world-people.ts';

const CLEAR = (person: string): Command => ({ kind: 'lockout-cleared', body: { person } });

function recording(certificate: string): Command {
  return { kind: 'certificate-recorded', body: { certificate } };
}

const standing: readonly RefusalCase[] = [
  refused('R-LOCKED-OUT', 'after five wrong passphrases, for 15 seconds', () => {
    const world = openWorld();
    failToUnlock(world, 'clerk1', 5);
    world.wait(14.999 / 60);
    const before = world.tries('clerk1', receiving(HERE, '1'));
    world.wait(0.001 / 60);
    return [before, world.tries('clerk1', receiving(HERE, '1'))];
  }),
  refused('R-KEY-REVOKED', 'for whoever speaks with the key that was replaced', () => {
    const world = openWorld();
    replaceKey(world, 'clerk1');
    return [world.tries('clerk1', NOTE, { key: 'clerk1' }), world.tries('clerk1', NOTE, { key: 'clerk1 again' })];
  }),
  refused('R-KEY-REVOKED', 'for whoever speaks with a key that waits to be admitted', () => {
    const world = openWorld();
    enrolAgain(world, 'clerk1', 'second');
    return world.tries('clerk1', NOTE, { key: 'second' });
  }),
  refused('R-KEY-REVOKED', 'when the key to be replaced is not the one in use', () => {
    const world = openWorld();
    const digest = enrolAgain(world, 'clerk1', 'second');
    const command = replacement(world, 'clerk1', digest);
    const other = { ...command, body: { ...command.body, oldKey: keyOf('clerk2').id } } as Command;
    return [world.tries('ro', other), world.tries('ro', command)];
  }),
  refused('R-KEY-REVOKED', 'when a clerk is to be restored with the key that was compromised', () => {
    const world = openWorld();
    world.must('ro', suspension('clerk1', true));
    const before = world.tries('ro', restoration('clerk1'));
    replaceKey(world, 'clerk1');
    return [before, world.tries('ro', restoration('clerk1'))];
  }),
  refused('R-SUSPENDED', 'for a clerk who is suspended', () => {
    const world = openWorld();
    world.must('ro', suspension('clerk1'));
    const before = world.tries('clerk1', receiving(HERE, '1'));
    world.must('dro', restoration('clerk1'));
    return [before, world.tries('clerk1', receiving(HERE, '1'))];
  }),
  refused('R-SUSPENDED', 'when a clerk is suspended twice', () => {
    const world = openWorld();
    world.must('ro', suspension('clerk1'));
    return world.tries('dro', suspension('clerk1'));
  }),
  refused('R-ROLE', 'when an official enters', () => {
    const world = openWorld();
    return world.tries('ro', entry(receive(world), {}));
  }),
];

const admissions: readonly RefusalCase[] = [
  refused('R-SELF-ADMIT', 'when an official proposes his own new key', () => {
    const world = openWorld();
    const command = replacement(world, 'dro', enrolAgain(world, 'dro', 'second'));
    return [world.tries('dro', command), world.tries('ro', command)];
  }),
  refused('R-SELF-ADMIT', 'when an official confirms the admission of his own new key', () => {
    const world = openWorld();
    const { digest } = world.must('ro', replacement(world, 'dro', enrolAgain(world, 'dro', 'second')));
    return world.tries('dro', confirming(digest));
  }),
  refused('R-SELF-ADMIT', 'when somebody locked out lets himself in', () => {
    const world = openWorld();
    failToUnlock(world, 'ro', 4);
    return [world.tries('ro', CLEAR('ro')), world.tries('dro', CLEAR('ro'))];
  }),
  refused('R-PERSON-KNOWN', 'when somebody enrols under a number that the definition gives to another role', () => {
    const world = openWorld();
    return world.tries('clerk1', enrolment(world.centre(), 'clerk1', 'other', 'clerk1', 'agent'), { role: 'agent', key: 'other' });
  }),
  refused('R-PERSON-KNOWN', 'when somebody enrols under another’s number with his own name', () => {
    const world = openWorld();
    return world.tries('red', enrolment(world.centre(), 'red', 'other', 'Somebody else'), { key: 'other' });
  }),
  refused('R-PERSON-KNOWN', 'when a number given on site is taken in another role', () => {
    const world = openWorld();
    byTwo(world, admission(enrolOnSite(world, 'late'), 'letter', 'Red'));
    return world.tries('late', enrolment(world.centre(), 'late', 'other', 'late on site', 'clerk'), { role: 'clerk', key: 'other' });
  }),
  refused('R-PERSON-KNOWN', 'when one key is enrolled for two', () => {
    const world = openWorld({}, ['clerk4']);
    const enrol = (key: string) => world.tries('clerk4', enrolment(world.centre(), 'clerk4', key), { key });
    return [enrol('clerk1'), enrol('clerk4')];
  }),
  refused('R-PERSON-KNOWN', 'when somebody would enrol as the device', () => {
    const world = openWorld();
    const person = { id: 'device', role: 'clerk' as const, name: 'device', key: keyOf('other').text };
    return world.tries('device', { kind: 'person-enrolled', body: { person } }, { role: 'clerk', key: 'other' });
  }),
  refused('R-PERSON-KNOWN', 'when somebody is admitted twice', () => {
    const world = openWorld({}, ['clerk4']);
    const { digest } = world.must('clerk4', enrolment(world.centre(), 'clerk4'));
    const before = world.tries('ro', admission(digest, 'definition'));
    world.must('ro', admission(digest, 'definition'));
    return [world.tries('dro', admission(digest, 'definition')), before];
  }),
  refused('R-PERSON-KNOWN', 'when a key is replaced by itself', () => {
    const world = staffedWorld({}, ['clerk4']);
    const { digest } = world.must('clerk4', enrolment(world.centre(), 'clerk4'));
    world.must('ro', admission(digest, 'definition'));
    return world.tries('ro', replacement(world, 'clerk4', digest, 'compromised'));
  }),
  refused('R-PERSON-UNKNOWN', 'when an enrolment is admitted that nobody made', () => openWorld().tries('ro', admission('0'.repeat(64)))),
  refused('R-PERSON-UNKNOWN', 'when the key that was replaced is to come back', () => {
    const world = staffedWorld({}, ['clerk4']);
    const { digest } = world.must('clerk4', enrolment(world.centre(), 'clerk4'));
    world.must('ro', admission(digest, 'definition'));
    replaceKey(world, 'clerk4', 'compromised');
    return world.tries('ro', replacement(world, 'clerk4', digest));
  }),
  refused('R-PERSON-UNKNOWN', 'when an agent is to be suspended like a clerk', () => openWorld().tries('ro', suspension('red'))),
  refused('R-PERSON-UNKNOWN', 'when a clerk is restored who was not suspended', () => openWorld().tries('ro', restoration('clerk1'))),
  refused('R-PERSON-UNKNOWN', 'when nobody of that name mistyped', () => openWorld().tries('ro', CLEAR('clerk1'))),
];

const vouching: readonly RefusalCase[] = [
  refused('R-OFFICIAL-NEEDS-COMMISSION', 'when a deputy whom the definition names comes after the opening', () => {
    const officials = [
      { id: 'ro', name: 'The returning officer', role: 'ro' as const },
      { id: 'dro', name: 'The deputy', role: 'dro' as const },
      { id: 'dro2', name: 'The second deputy', role: 'dro' as const },
    ];
    const world = staffedWorld({ officials }, ['dro2']);
    const { digest } = world.must('dro2', enrolment(world.centre(), 'dro2'));
    const before = world.tries('ro', admission(digest, 'definition'));
    byTwo(world, { kind: 'centre-opened', body: { present: [] } });
    return [world.tries('ro', admission(digest, 'definition')), before];
  }),
  refused('R-OFFICIAL-NEEDS-COMMISSION', 'when a deputy is admitted on a certificate that nobody recorded', () => {
    const world = openWorld();
    const digest = enrolOnSite(world, 'dro9', 'dro');
    const before = world.tries('ro', admission(digest, 'certificate'));
    world.must('ro', recording(certificateBy('commission', { key: keyOf('dro9').text })));
    return [before, world.tries('ro', admission(digest, 'certificate'))];
  }),
  refused('R-CERTIFICATE-INVALID', 'when a party would certify a deputy', () => {
    const world = openWorld();
    enrolOnSite(world, 'dro9', 'dro');
    return world.tries('ro', recording(certificateBy('party Red', { key: keyOf('dro9').text, role: 'agent' })));
  }),
  refused('R-CERTIFICATE-INVALID', 'when a party would certify another party’s agent', () => {
    const world = openWorld();
    const certified = (party: string) =>
      world.tries('ro', recording(certificateBy(party, { key: keyOf('blue').text, role: 'agent', person: 'blue' })));
    return [certified('party Red'), certified('party Blue')];
  }),
  refused('R-CERTIFICATE-INVALID', 'when a stranger signed it', () =>
    openWorld().tries('ro', recording(certificateBy('stranger', { key: keyOf('red').text }))),
  ),
  refused('R-CERTIFICATE-INVALID', 'when it names another person than the one who enrolled the key', () => {
    const certified = (person: string) =>
      openWorld().tries('ro', recording(certificateBy('commission', { key: keyOf('red').text, person, role: 'agent' })));
    return [certified('blue'), certified('red')];
  }),
  refused('R-CERTIFICATE-INVALID', 'when it names another role', () =>
    openWorld().tries('ro', recording(certificateBy('commission', { key: keyOf('clerk1').text, role: 'ro' }))),
  ),
  refused('R-CERTIFICATE-INVALID', 'when nobody enrolled the key', () =>
    openWorld().tries('ro', recording(certificateBy('commission', { key: keyOf('nobody').text }))),
  ),
  refused('R-CERTIFICATE-INVALID', 'when it is of another election', () => {
    const world = openWorld();
    const certified = (digest: string) =>
      world.tries('ro', recording(certificateBy('commission', { key: keyOf('red').text, election: digest })));
    return [certified('0'.repeat(64)), certified(world.centre().definition.digest)];
  }),
  refused('R-CERTIFICATE-INVALID', 'when it is no certificate', () => openWorld().tries('ro', recording('{}'))),
  refused('R-CERTIFICATE-INVALID', 'when an agent is admitted on a certificate that nobody recorded', () => {
    const world = openWorld();
    const digest = enrolOnSite(world, 'late');
    const before = world.tries('ro', admission(digest, 'certificate', 'Red'));
    world.must('ro', recording(certificateBy('party Red', { key: keyOf('late').text, role: 'agent' })));
    return [before, world.tries('ro', admission(digest, 'certificate', 'Red'))];
  }),
  refused('R-CONTENT-WRONG', 'when a clerk whom the definition does not name is admitted as named', () => {
    const world = openWorld();
    const digest = enrolOnSite(world, 'clerk9', 'clerk');
    return [world.tries('ro', admission(digest, 'definition')), world.tries('ro', admission(digest))];
  }),
  refused('R-CONTENT-WRONG', 'when an agent enrolled on site belongs to no party', () => {
    const world = openWorld();
    const digest = enrolOnSite(world, 'late');
    return [world.tries('ro', admission(digest)), world.tries('ro', admission(digest, 'letter', 'Red'))];
  }),
  refused('R-CONTENT-WRONG', 'when somebody enrols another', () => {
    const world = openWorld({}, ['clerk4']);
    return world.tries('clerk1', enrolment(world.centre(), 'clerk4'));
  }),
  refused('R-PROPOSAL-PENDING', 'when a second proposal is about the same person', () => {
    const world = openWorld();
    world.must('ro', revocation('red'));
    return world.tries('dro', revocation('red'));
  }),
  refused('R-PROPOSAL-LAPSED', 'when the agent stood down before the revocation was confirmed', () => {
    const world = openWorld();
    const { digest } = world.must('ro', revocation('red'));
    world.must('red', { kind: 'accreditation-ended', body: {} });
    return world.tries('dro', confirming(digest));
  }),
];

export const PEOPLE_REFUSALS: readonly RefusalCase[] = [...standing, ...admissions, ...vouching];
