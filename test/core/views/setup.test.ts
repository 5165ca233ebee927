/** Setup: a definition as it is read against the paper, with two groups that nobody can read off the screen, and the way to the opening. */
import { expect, test } from 'vitest';
import { groupsOf } from '../../../core/groups.ts';
import { clerkWithWork, definitionView, setupSteps } from '../../../core/views/setup.ts';
import { admitNamed, creation, emptyWorld, enrolment, openWorld, staffedWorld } from '../world.ts';
import { AGENTS, election, keyOf, OFFICIALS } from '../world-election.ts';
import { bringTo, receive } from '../world-forms.ts';
import { seenBy } from './looking.ts';

test('the two groups left out are nowhere in what the window gets', () => {
  const definition = election();
  const groups = groupsOf(definition.digest);
  for (const blank of [
    [1, 16],
    [6, 13],
  ]) {
    const view = definitionView(definition, blank);
    expect(view.groups).toHaveLength(16);
    view.groups.forEach((group, at) => {
      expect(group).toBe(blank.includes(at + 1) ? undefined : groups[at]);
    });
    expect(JSON.stringify(view)).not.toContain(definition.digest);
    for (const place of blank) expect(JSON.stringify(view.groups)).not.toContain(groups[place - 1]);
  }
});

test('what the file says is counted from the file', () => {
  const view = definitionView(
    election({ agents: AGENTS.map((agent) => (agent.id === 'red' ? { ...agent, key: keyOf('red').text } : agent)) }),
    [1, 2],
  );
  expect(view).toMatchObject({ stations: 4, registered: 1300, largest: 400, agents: 3, agentsWithKey: 1, wards: ['West', 'East'] });
  expect(view.contests.map(({ id, candidates }) => [id, candidates])).toEqual([
    ['president', 3],
    ['governor', 2],
    ['west-ward', 2],
  ]);
  expect(view.commission.fingerprint).toBe(keyOf('commission').id);
});

test('an official whose key the definition names is marked, so that no other key is made', () => {
  const officials = OFFICIALS.map((official) => (official.id === 'ro' ? { ...official, key: keyOf('ro').text } : official));
  const { officials: shown } = definitionView(election({ officials }), [1, 2]);
  expect(shown.filter(({ isKeyNamed }) => isKeyNamed).map(({ id }) => id)).toEqual(['ro']);
  expect(JSON.stringify(shown)).not.toContain(keyOf('ro').text);
});

test('the steps follow the journal: nobody, the returning officer, the deputy enrolled, then admitted', () => {
  const world = emptyWorld();
  const stateOf = (id: string) => setupSteps(seenBy(world)).officials.find((official) => official.id === id)?.state;
  expect(setupSteps(seenBy(world)).phase).toBe('empty');
  expect(stateOf('ro')).toBe('not-enrolled');
  world.must('ro', creation(world.centre()));
  admitNamed(world, 'ro');
  expect([setupSteps(seenBy(world)).phase, stateOf('ro'), stateOf('dro')]).toEqual(['preparing', 'admitted', 'not-enrolled']);
  const { digest } = world.must('dro', enrolment(world.centre(), 'dro'));
  expect(setupSteps(seenBy(world)).officials.find(({ id }) => id === 'dro')).toMatchObject({ state: 'enrolled', enrolment: digest });
  expect(setupSteps(seenBy(world)).admittedOfficials).toBe(1);
  world.must('ro', { kind: 'person-admitted', body: { enrolment: digest, basis: 'definition' } });
  expect([stateOf('dro'), setupSteps(seenBy(world)).admittedOfficials]).toEqual(['admitted', 2]);
});

test('an opening that one official signed is shown with who signed it, and is gone once it is confirmed', () => {
  const world = staffedWorld();
  const { digest } = world.must('ro', { kind: 'centre-opened', body: { present: ['ro'] } });
  expect(setupSteps(seenBy(world)).opening).toEqual({ act: digest, by: 'ro', byName: 'The returning officer' });
  world.must('dro', { kind: 'act-confirmed', body: { act: digest } });
  expect(setupSteps(seenBy(world))).toMatchObject({ phase: 'open' });
  expect(setupSteps(seenBy(world)).opening).toBeUndefined();
});

test('a newcomer begins as the first clerk for whom a form waits, never as the one who typed it already', () => {
  const world = openWorld();
  expect(clerkWithWork(seenBy(world))).toBeUndefined();
  receive(world);
  expect(clerkWithWork(seenBy(world))).toBe('clerk1');
  const entered = openWorld();
  bringTo(entered, 'entered-once');
  expect(clerkWithWork(seenBy(entered))).not.toBe(clerkWithWork(seenBy(world)));
});
