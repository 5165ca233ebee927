/** Plays random nights, and finishes them: from wherever a night has got to, the officials bring every contest to its declaration. */
import fc from 'fast-check';
import { KINDS, type Kind } from '../../core/acts.ts';
import { rowsToRead } from '../../core/entries.ts';
import { unruledFindings } from '../../core/findings.ts';
import { DECISIONS } from '../../core/form.ts';
import { isOvertaken, isTypist } from '../../core/lifecycle.ts';
import { outcomesOf } from '../../core/signoff.ts';
import { contestOf, contestStateOf, type Form, personOf, resultOf } from '../../core/state.ts';
import { type Ask, anyDraw, commandOf, contestDrawn, type Draw, fitting, formDrawn, PEOPLE } from './night-moves.ts';
import { enrolment, openWorld, type World } from './world.ts';
import { confirming } from './world-centre.ts';
import {
  accepting,
  bringTo,
  closing,
  closingResult,
  entry,
  formIn,
  opening,
  REASON,
  reading,
  reopening,
  ruling,
  signing,
  turnout,
} from './world-forms.ts';
import { type Place, paper } from './world-papers.ts';
import { replacement } from './world-people.ts';
import { closingSummary, declaring, preparing, signingSummary } from './world-summary.ts';

type Move =
  | { readonly what: 'ask'; readonly kind: Kind; readonly who: string | undefined; readonly draw: Draw }
  | {
      readonly what: 'form onward' | 'contest onward' | 'correct' | 'settle' | 'wait' | 'jump' | 'new key' | 'sign in';
      readonly draw: Draw;
    };

const asking = fc.record({
  what: fc.constant('ask' as const),
  kind: fc.constantFrom(...KINDS.filter((kind) => kind !== 'centre-created' && kind !== 'clock-jumped')),
  who: fc.option(fc.constantFrom(...PEOPLE), { freq: 5, nil: undefined }),
  draw: anyDraw,
});
/** What would come too seldom if all kinds were equal, asked by somebody who may. */
const SELDOM: readonly Kind[] = [
  'form-received',
  'turnout-recorded',
  'act-confirmed',
  'finding-ruled',
  'form-reopened',
  'form-reopened',
  'form-set-aside',
  'form-brought-back',
  'closing-withdrawn',
  'agent-signed-out',
  'summary-signoff-given',
  'summary-declared',
  'signoff-closed',
];
const seldom = fc.record({
  what: fc.constant('ask' as const),
  kind: fc.constantFrom(...SELDOM),
  who: fc.constant(undefined),
  draw: anyDraw,
});
const onward = fc.record({
  what: fc.constantFrom<'form onward' | 'contest onward' | 'correct' | 'settle'>(
    'form onward',
    'form onward',
    'contest onward',
    'contest onward',
    'contest onward',
    'correct',
    'settle',
  ),
  draw: anyDraw,
});
const around = fc.record({
  what: fc.constantFrom('wait' as const, 'jump' as const, 'new key' as const, 'sign in' as const),
  draw: anyDraw,
});
const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 5, arbitrary: asking },
  { weight: 4, arbitrary: seldom },
  { weight: 9, arbitrary: onward },
  { weight: 2, arbitrary: around },
);
export const anyNight = fc.array(anyMove, { minLength: 1, maxLength: 90, size: 'max' });

/** Plays one move; every command goes through `ask`. */
function play(world: World, move: Move, ask: Ask): void {
  const { draw } = move;
  if (move.what === 'ask') {
    const person = move.who ?? fitting(move.kind, draw);
    ask(person, commandOf(world, move.kind, person, draw));
  } else if (move.what === 'form onward') formOnward(world, formDrawn(world, draw), ask);
  else if (move.what === 'contest onward') several(draw, () => contestOnward(world, contestDrawn(draw), ask));
  else if (move.what === 'settle') settle(world, ask);
  else if (move.what === 'correct') correctByTwo(world, draw, ask);
  else if (move.what === 'wait') world.wait(draw.a);
  else if (move.what === 'jump') jump(world, draw.a - 18, ask);
  else if (move.what === 'new key') newKey(world, draw, ask);
  else ask(['red', 'blue', 'green'][draw.a % 3] ?? 'red', { kind: 'agent-signed-in', body: {} });
}

/** Up to four steps, as long as there is one. */
function several({ a }: Draw, step: () => boolean): void {
  for (let steps = 0; steps <= a % 4; steps += 1) if (!step()) return;
}

/** Whatever waits for a second official gets one. */
function settle(world: World, ask: Ask): void {
  for (const [proposal, { act }] of world.centre().proposals) ask(act.by.person === 'ro' ? 'dro' : 'ro', confirming(proposal));
}

function correctByTwo(world: World, draw: Draw, ask: Ask): void {
  const proposed = ask('dro', commandOf(world, 'correction-opened', 'dro', draw));
  if (proposed.ok) ask('ro', confirming(proposed.value.digest));
}

function jump(world: World, minutes: number, ask: Ask): void {
  const from = world.now();
  world.wait(minutes);
  ask('device', { kind: 'clock-jumped', body: { from, to: world.now() } });
}

function newKey(world: World, { a, c }: Draw, ask: Ask): void {
  const person = PEOPLE[a % 9] ?? 'ro';
  const key = `${person}'s key ${world.centre().size}`;
  const { role, name } = personOf(world.centre(), person);
  const enrolled = ask(person, enrolment(world.centre(), person, key, name, role), { key });
  if (enrolled.ok)
    ask(person === 'ro' ? 'dro' : 'ro', replacement(world, person, enrolled.value.digest, c % 2 === 0 ? 'lost' : 'compromised'));
}

// ---- a whole night ------------------------------------------------------------------------------------------------------------

/** A night that begins with some work done, so that it does not spend itself on that. */
export function evening(): World {
  const world = openWorld({ soloMinutes: 30 });
  for (const agent of ['red', 'blue']) world.must(agent, { kind: 'agent-signed-in', body: {} });
  bringTo(world, 'accepted', { contest: 'west-ward' });
  bringTo(world, 'differing', { contest: 'west-ward', station: 'west2' });
  bringTo(world, 'agreed', { station: 'east1', figures: { valid: 401 } });
  openToBeDisregarded(world, { contest: 'governor', station: 'east2' });
  return world;
}

/** A form on which more voted than were identified, opened as one to be disregarded. */
function openToBeDisregarded(world: World, place: Place): void {
  world.must('ro', turnout(place.station, 60));
  const form = bringTo(world, 'agreed', place);
  world.must('ro', ruling(world, form, 'F06', { ruling: 'disregard', ground: 'c' }, ['red']));
  world.must('ro', opening(form));
}

type Night = readonly Move[];

/** Plays a whole night. */
export function playNight(night: Night, ask: (world: World) => Ask = (world) => world.does): World {
  const world = evening();
  for (const move of night) play(world, move, ask(world));
  return world;
}

// ---- staff who know their work -----------------------------------------------------------------------------------------------

const CLERKS = ['clerk1', 'clerk2', 'clerk3', 'clerk4'];
const OFFICIALS = ['ro', 'dro'];

/** One step further for a form, by somebody who may. Answers whether there was one. */
export function formOnward(world: World, form: Form | undefined, ask: Ask): boolean {
  if (form === undefined) return false;
  const { stage } = form;
  const fresh = (people: readonly string[]) => people.filter((person) => !isTypist(form, person));
  switch (stage.stage) {
    case 'received':
    case 'entered-once':
      return fresh(CLERKS).some((clerk) => ask(clerk, entry(form.id, paper(world.centre(), form))).ok);
    case 'differing':
      return fresh([...CLERKS, ...OFFICIALS]).some((reader) => ask(reader, rightReading(world, form)).ok);
    case 'agreed':
      return rule(world, form, ask) || OFFICIALS.some((official) => ask(official, opening(form.id)).ok);
    case 'open':
      return rule(world, form, ask) || acceptOrClose(world, form, ask) || reopenOvertaken(world, form, ask);
    case 'accepted':
      return rule(world, form, ask) || reopenOvertaken(world, form, ask);
    case 'set-aside':
      return false;
  }
}

/** Agents were asked about a form to be disregarded, and it no longer is: they are asked again. */
function reopenOvertaken(world: World, form: Form, ask: Ask): boolean {
  return isOvertaken(world.centre(), form) && OFFICIALS.some((official) => ask(official, reopening(form.id, 'figures')).ok);
}

function rightReading(world: World, form: Form) {
  const rows = form.stage.stage === 'differing' ? rowsToRead(form.stage) : [];
  const figures = paper(world.centre(), form);
  const asked = rows.filter((row) => row !== DECISIONS).map((row) => [row, figures[row] ?? 0]);
  return reading(world, form.id, Object.fromEntries(asked), rows.includes(DECISIONS) ? [] : undefined);
}

function rule(world: World, form: Form, ask: Ask): boolean {
  const [unruled] = unruledFindings(world.centre(), form);
  if (unruled === undefined) return false;
  return OFFICIALS.some((official) => ask(official, ruling(world, form.id, unruled.code)).ok);
}

function acceptOrClose(world: World, form: Form, ask: Ask): boolean {
  if (form.stage.stage !== 'open') return false;
  const [owing] = outcomesOf(world.centre(), form.contest, form.stage.asking).owed;
  if (owing === undefined) return OFFICIALS.some((official) => ask(official, accepting(world, form.id, REASON)).ok);
  return ask(owing, signing(world, form.id)).ok || OFFICIALS.some((official) => ask(official, closing(form.id, owing)).ok);
}

/** One step further for a contest: a form of it, a result without a form, then the summary: prepared, signed, declared. */
export function contestOnward(world: World, contest: string, ask: Ask): boolean {
  const { ready } = contestStateOf(world.centre(), contest);
  if (ready === undefined) return towardsSummary(world, contest, ask);
  if (ready.stale) return ask('ro', { kind: 'summary-withdrawn', body: { contest, version: ready.number, reason: REASON } }).ok;
  if (OFFICIALS.some((official) => ask(official, signingSummary(world, contest)).ok)) return true;
  const [owing] = outcomesOf(world.centre(), contest, ready.asking).owed;
  if (owing !== undefined) return closeOnSummary(world, contest, owing, ask);
  return OFFICIALS.some((official) => ask(official, declaring(world, contest)).ok);
}

function towardsSummary(world: World, contest: string, ask: Ask): boolean {
  const forms = [...world.centre().forms.values()].filter((form) => form.contest === contest);
  if (forms.some((form) => formOnward(world, form, ask))) return true;
  return closeAwaited(world, contest, ask) || ask('ro', preparing(contest, REASON)).ok;
}

function closeOnSummary(world: World, contest: string, agent: string, ask: Ask): boolean {
  world.wait(world.centre().definition.content.responseMinutes);
  return ask('ro', closingSummary(world, agent, contest)).ok;
}

function closeAwaited(world: World, contest: string, ask: Ask): boolean {
  return contestOf(world.centre(), contest).stations.some(({ code: station }) => {
    const { forms, closed } = resultOf(world.centre(), contest, station);
    const isAside = forms.every((id) => formIn(world, id).stage.stage === 'set-aside');
    if (closed !== undefined || !isAside) return false;
    return ask('ro', closingResult({ contest, station }, forms.length === 0 ? 'not-held' : 'set-aside')).ok;
  });
}
