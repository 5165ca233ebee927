/** Who is who (LIFECYCLE §5): enrolment proves a key, admission is another person's word, and one person has one role all day. */
import { describe, expect, test } from 'vitest';
import { personOf } from '../../core/state.ts';
import { admitNamed, byTwo, creation, emptyWorld, enrolment, openWorld, signIn, staffedWorld, type World } from './world.ts';
import { confirming, NOTE, openingCentre } from './world-centre.ts';
import { certificateBy, keyOf, OFFICIALS } from './world-election.ts';
import { HERE, receiving } from './world-forms.ts';
import { admission, enrolAgain, enrolOnSite, replaceKey, replacement, restoration, revocation, suspension } from './world-people.ts';

function foundedWorld(): World {
  const world = emptyWorld();
  world.must('ro', creation(world.centre()));
  return world;
}

function certify(world: World, key: string, signer = 'commission', content: object = {}): void {
  const certificate = certificateBy(signer, { key: keyOf(key).text, ...content });
  world.must('ro', { kind: 'certificate-recorded', body: { certificate } });
}

const SECOND_DEPUTY = { id: 'dro2', name: 'The second deputy', role: 'dro' as const };

describe('the first returning officer', () => {
  test('admits himself, and is the only one who does', () => {
    const world = foundedWorld();
    const { digest } = world.must('ro', enrolment(world.centre(), 'ro'));
    world.must('ro', admission(digest, 'definition'));
    expect(personOf(world.centre(), 'ro')).toMatchObject({ role: 'ro', key: keyOf('ro').id, basis: 'definition' });
  });

  test('is the one who created the centre, not another whom the definition names', () => {
    const officials = [...OFFICIALS, { id: 'ro2', name: 'Another officer', role: 'ro' as const }];
    const world = emptyWorld({ officials });
    world.must('ro', creation(world.centre()));
    const { digest } = world.must('ro2', enrolment(world.centre(), 'ro2'));
    expect(world.tries('ro2', admission(digest, 'definition'))).toBe('R-ROLE');
  });

  test('uses the key the centre was created with', () => {
    const world = foundedWorld();
    const { digest } = world.must('ro', enrolment(world.centre(), 'ro', 'another key'), { key: 'another key' });
    expect(world.tries('ro', admission(digest, 'definition'), { key: 'another key' })).toBe('R-ROLE');
  });

  test('admits nobody before himself', () => {
    const world = foundedWorld();
    const { digest } = world.must('dro', enrolment(world.centre(), 'dro'));
    expect(world.tries('ro', admission(digest, 'definition'))).toBe('R-ROLE');
  });
});

describe('an enrolment', () => {
  test('alone lets nobody do anything', () => {
    const world = openWorld({}, ['clerk4']);
    world.must('clerk4', enrolment(world.centre(), 'clerk4'));
    expect(world.tries('clerk4', receiving(HERE, '1'))).toBe('R-ROLE');
  });

  test('may be made at any time: before the opening, while open, after closing hours', () => {
    for (const world of [staffedWorld({}, ['clerk4']), openWorld({}, ['clerk4'])])
      expect(world.tries('clerk4', enrolment(world.centre(), 'clerk4'))).toBe('allowed');
  });

  test('is signed by the very key it brings', () => {
    const world = openWorld({}, ['clerk4']);
    expect(world.tries('clerk4', enrolment(world.centre(), 'clerk4', 'brought'), { key: 'clerk4' })).toBe('R-CONTENT-WRONG');
    expect(world.tries('clerk4', enrolment(world.centre(), 'clerk4', 'brought'), { key: 'brought' })).toBe('allowed');
  });

  test('in the name the journal uses: clerks by number, agents and officials by name', () => {
    const world = openWorld({}, ['clerk4', 'red']);
    expect(world.tries('clerk4', enrolment(world.centre(), 'clerk4', 'clerk4', 'Clerk number 4'))).toBe('R-PERSON-KNOWN');
    expect(world.tries('clerk4', enrolment(world.centre(), 'clerk4', 'clerk4', 'clerk4'))).toBe('allowed');
    expect(world.tries('red', enrolment(world.centre(), 'red', 'red', 'red'))).toBe('R-PERSON-KNOWN');
    expect(world.tries('red', enrolment(world.centre(), 'red', 'red', 'Agent of Red'))).toBe('allowed');
  });
});

describe('admission', () => {
  test('of whom the definition names is by one official, either of them', () => {
    for (const official of ['ro', 'dro']) {
      const world = openWorld({}, ['clerk4']);
      const { digest } = world.must('clerk4', enrolment(world.centre(), 'clerk4'));
      world.must(official, admission(digest, 'definition'));
      expect(world.tries('clerk4', NOTE)).toBe('allowed');
    }
  });

  test.each([
    ['clerk9', 'clerk', undefined],
    ['late', 'agent', 'Red'],
  ] as const)('of %s, whom the definition does not name, is by two, and the label stays', (person, role, party) => {
    const world = openWorld();
    const proposed = world.must('ro', admission(enrolOnSite(world, person, role), 'letter', party));
    expect(world.centre().people.has(person)).toBe(false);
    world.must('dro', confirming(proposed.digest));
    expect(personOf(world.centre(), person)).toMatchObject({ role, basis: 'letter' });
  });

  test('of a deputy whom the definition names is by one official before the opening, and by that word no more after it', () => {
    const world = staffedWorld({}, ['dro']);
    admitNamed(world, 'dro');
    expect(personOf(world.centre(), 'dro').basis).toBe('definition');
    const opened = staffedWorld({ officials: [...OFFICIALS, SECOND_DEPUTY] }, ['dro2']);
    byTwo(opened, openingCentre());
    const { digest } = opened.must('dro2', enrolment(opened.centre(), 'dro2'));
    expect(opened.tries('ro', admission(digest, 'definition'))).toBe('R-OFFICIAL-NEEDS-COMMISSION');
    expect(opened.tries('ro', admission(digest, 'letter'))).toBe('allowed');
  });

  test('of an official whom nobody certified is by two others, also before the opening', () => {
    const world = staffedWorld();
    const digest = enrolOnSite(world, 'dro9', 'dro');
    const proposed = world.must('ro', admission(digest));
    expect(world.centre().people.has('dro9')).toBe(false);
    world.must('dro', confirming(proposed.digest));
    expect(personOf(world.centre(), 'dro9').role).toBe('dro');
  });

  test('of an official whom the commission certified is by one', () => {
    const world = openWorld();
    const digest = enrolOnSite(world, 'dro9', 'dro');
    certify(world, 'dro9');
    world.must('dro', admission(digest, 'certificate'));
    expect(personOf(world.centre(), 'dro9')).toMatchObject({ role: 'dro', basis: 'certificate' });
  });

  test('of a clerk or agent on site is by two also when certified: one official could otherwise be two clerks', () => {
    const world = openWorld();
    const digest = enrolOnSite(world, 'late');
    certify(world, 'late', 'party Red', { role: 'agent' });
    world.must('ro', admission(digest, 'certificate', 'Red'));
    expect(world.centre().people.has('late')).toBe(false);
  });

  test('of an agent whom the definition names gives the party of the definition, whatever is said', () => {
    const world = openWorld({}, ['red']);
    const { digest } = world.must('red', enrolment(world.centre(), 'red'));
    world.must('ro', admission(digest, 'definition', 'Blue'));
    expect(personOf(world.centre(), 'red').party).toBe('Red');
  });
});

describe('a new key', () => {
  test('of a clerk or an agent is by two officials; the old key is refused from there', () => {
    const world = openWorld();
    const digest = enrolAgain(world, 'clerk1', 'second');
    const proposed = world.must('ro', replacement(world, 'clerk1', digest));
    expect(world.tries('clerk1', NOTE, { key: 'clerk1' })).toBe('allowed');
    world.must('dro', confirming(proposed.digest));
    expect(world.tries('clerk1', NOTE, { key: 'clerk1' })).toBe('R-KEY-REVOKED');
    expect(world.tries('clerk1', NOTE, { key: 'second' })).toBe('allowed');
  });

  test('leaves role, name and attendance as they were', () => {
    const world = openWorld();
    signIn(world, 'red');
    const before = personOf(world.centre(), 'red');
    replaceKey(world, 'red');
    const { key, text } = { key: keyOf('red again').id, text: keyOf('red again').text };
    expect(personOf(world.centre(), 'red')).toEqual({ ...before, key, keyText: text });
    expect(world.tries('red', { kind: 'agent-signed-in', body: {} })).toBe('R-SIGNED-IN');
  });

  test('is never one that was replaced before: not the lost one, not the compromised one', () => {
    for (const cause of ['lost', 'compromised'] as const) {
      const world = openWorld({}, ['clerk4']);
      const { digest } = world.must('clerk4', enrolment(world.centre(), 'clerk4'));
      world.must('ro', admission(digest, 'definition'));
      replaceKey(world, 'clerk4', cause);
      expect(world.tries('ro', replacement(world, 'clerk4', digest))).toBe('R-PERSON-UNKNOWN');
      expect(world.tries('clerk4', enrolment(world.centre(), 'clerk4'), { key: 'clerk4' })).toBe('R-PERSON-KNOWN');
    }
  });

  test('of an official is by two others', () => {
    const world = openWorld({ officials: [...OFFICIALS, SECOND_DEPUTY] });
    const digest = enrolAgain(world, 'dro', 'second');
    const proposed = world.must('ro', replacement(world, 'dro', digest));
    expect(world.tries('dro', confirming(proposed.digest))).toBe('R-SELF-ADMIT');
    world.must('dro2', confirming(proposed.digest));
    expect(personOf(world.centre(), 'dro').key).toBe(keyOf('second').id);
  });

  test('of an official is by one other where the commission certified it, so that two officials are never stuck', () => {
    const world = openWorld();
    const digest = enrolAgain(world, 'dro', 'second');
    const uncertified = world.fork();
    certify(world, 'second', 'commission', { person: 'dro', role: 'dro' });
    world.must('ro', replacement(world, 'dro', digest));
    expect(personOf(world.centre(), 'dro').key).toBe(keyOf('second').id);
    uncertified.must('ro', replacement(uncertified, 'dro', digest));
    expect(personOf(uncertified.centre(), 'dro').key).toBe(keyOf('dro').id);
  });

  test('of a clerk is by two also where it is certified', () => {
    const world = openWorld();
    const digest = enrolAgain(world, 'clerk1', 'second');
    certify(world, 'second');
    world.must('ro', replacement(world, 'clerk1', digest));
    expect(personOf(world.centre(), 'clerk1').key).toBe(keyOf('clerk1').id);
  });

  test('takes what the old key proposed with it: it is proposed again or not at all', () => {
    const world = openWorld({ officials: [...OFFICIALS, SECOND_DEPUTY] });
    const { digest } = world.must('dro', revocation('red'));
    const before = world.fork();
    replaceKey(world, 'dro', 'compromised', 'dro2');
    expect(before.tries('ro', confirming(digest))).toBe('allowed');
    expect(world.tries('ro', confirming(digest))).toBe('R-PROPOSAL-LAPSED');
  });

  test('may be any where the definition names the first: the named one is lost', () => {
    const officials = OFFICIALS.map((one) => (one.id === 'clerk1' ? { ...one, key: keyOf('clerk1').text } : one));
    const world = openWorld({ officials });
    replaceKey(world, 'clerk1');
    expect(personOf(world.centre(), 'clerk1').key).toBe(keyOf('clerk1 again').id);
  });
});

describe('a certificate', () => {
  test('makes its key certified, also one that was in use before', () => {
    const world = openWorld();
    certify(world, 'ro', 'commission', { person: 'ro', role: 'ro', election: world.centre().definition.digest });
    expect(world.centre().certified.has(keyOf('ro').id)).toBe(true);
    expect(world.centre().certified.has(keyOf('dro').id)).toBe(false);
  });

  test('may come for a key that has been replaced since', () => {
    const world = openWorld();
    replaceKey(world, 'clerk1');
    certify(world, 'clerk1', 'commission', { person: 'clerk1', role: 'clerk' });
    expect(world.centre().certified.has(keyOf('clerk1').id)).toBe(true);
  });
});

describe('suspension', () => {
  test('is by one official and stops the clerk at once; so does restoring let him go on', () => {
    const world = openWorld();
    world.must('dro', suspension('clerk1'));
    expect(world.tries('clerk1', NOTE)).toBe('R-SUSPENDED');
    world.must('ro', restoration('clerk1'));
    expect(world.tries('clerk1', NOTE)).toBe('allowed');
  });

  test('of a compromised clerk ends only with a new key, and with a word to restore', () => {
    const world = openWorld();
    world.must('ro', suspension('clerk1', true));
    expect(world.tries('dro', restoration('clerk1'))).toBe('R-KEY-REVOKED');
    replaceKey(world, 'clerk1');
    expect(world.tries('clerk1', NOTE)).toBe('R-SUSPENDED');
    world.must('dro', restoration('clerk1'));
    expect(world.tries('clerk1', NOTE)).toBe('allowed');
    expect(world.tries('clerk1', NOTE, { key: 'clerk1' })).toBe('R-KEY-REVOKED');
  });

  test('does not keep a clerk from enrolling a new key', () => {
    const world = openWorld();
    world.must('ro', suspension('clerk1', true));
    expect(enrolAgain(world, 'clerk1', 'second')).toMatch(/^[0-9a-f]{64}$/);
  });
});
