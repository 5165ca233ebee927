/** Whom the keyboard can be handed to, and what it must not say to somebody who only passes by. */
import { expect, test } from 'vitest';
import { type KeyboardFacts, keyboardView } from '../../../core/views/unlock.ts';
import { emptyWorld, openWorld, signIn, type World } from '../world.ts';
import { keyOf } from '../world-election.ts';
import { bringTo } from '../world-forms.ts';
import { enrolOnSite, failToUnlock, suspension } from '../world-people.ts';
import { seenBy } from './looking.ts';

const NOWHERE: KeyboardFacts = { hasPin: () => false, isKeyHere: () => true };

function look(world: World, facts = NOWHERE) {
  return keyboardView(seenBy(world), facts);
}
function person(world: World, id: string, facts = NOWHERE) {
  const { officials, clerks, agents } = look(world, facts);
  return [...officials, ...clerks, ...agents].find((one) => one.id === id);
}

test('everybody who is admitted stands in exactly one group, the returning officer first', () => {
  const { officials, clerks, agents } = look(openWorld());
  expect(officials.map(({ id }) => id)).toEqual(['ro', 'dro']);
  expect(clerks.map(({ id }) => id)).toEqual(['clerk1', 'clerk2', 'clerk3', 'clerk4']);
  expect(agents.map(({ id }) => id)).toEqual(['blue', 'green', 'red']);
});

test('nobody is offered before anybody is admitted, and nobody who only enrolled', () => {
  expect(look(emptyWorld())).toMatchObject({ officials: [], clerks: [], agents: [] });
  const world = openWorld();
  enrolOnSite(world, 'stranger');
  expect(person(world, 'stranger')).toBeUndefined();
});

test('a clerk is called by name in the hall, though the journal knows a number', () => {
  const world = openWorld();
  expect(person(world, 'clerk1')?.name).toBe('Clerk number 1');
  expect(world.centre().people.get('clerk1')?.name).toBe('clerk1');
});

test('wrong words are counted down to the lock-out, which says when it ends and gives one try afterwards', () => {
  const world = openWorld();
  expect(person(world, 'red')).toMatchObject({ failures: 0, triesLeft: 5 });
  failToUnlock(world, 'red', 4);
  expect(person(world, 'red')).toMatchObject({ failures: 4, triesLeft: 1 });
  expect(person(world, 'red')?.lockedUntil).toBeUndefined();
  failToUnlock(world, 'red', 1);
  expect(person(world, 'red')?.lockedUntil).toBe(new Date(Date.parse(world.now()) + 15_000).toISOString());
  expect(person(world, 'blue')).toMatchObject({ failures: 0, triesLeft: 5 });
  world.wait(1);
  expect(person(world, 'red')?.lockedUntil).toBeUndefined();
  expect(person(world, 'red')?.triesLeft).toBe(1);
});

test('a PIN and a key file are told of the person and the key they belong to, and of nobody else', () => {
  const world = openWorld();
  const facts = { hasPin: (id: string) => id === 'red', isKeyHere: (key: string) => key !== keyOf('blue').id };
  expect(person(world, 'red', facts)).toMatchObject({ hasPin: true, isKeyHere: true });
  expect(person(world, 'blue', facts)).toMatchObject({ hasPin: false, isKeyHere: false });
});

test('an agent in the hall is told since when, and how many forms wait for that agent alone', () => {
  const world = openWorld();
  expect(person(world, 'red')?.inSince).toBeUndefined();
  const since = world.now();
  signIn(world, 'red', 'green');
  bringTo(world, 'open', { contest: 'governor', station: 'west1' });
  expect(person(world, 'red')).toMatchObject({ inSince: since, waiting: 1 });
  expect(person(world, 'green')).toMatchObject({ waiting: 0 });
});

test('a suspended clerk is marked, and the last to act is the one most likely to come back', () => {
  const world = openWorld();
  world.must('ro', suspension('clerk2'));
  expect(person(world, 'clerk2')?.isSuspended).toBe(true);
  expect(look(world).last).toBe('ro');
  signIn(world, 'red');
  expect(look(world).last).toBe('red');
});

test('no view of the keyboard holds a key, a secret or a figure', () => {
  const text = JSON.stringify(look(openWorld()));
  for (const id of ['ro', 'red', 'clerk1']) expect(text).not.toContain(keyOf(id).id);
});
