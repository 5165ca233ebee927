/**
 * A model beside the program: after every act it names the state of everything there is in the specification's words, and holds each
 * change against the list of moves. It knows nothing of the rules; a state or a move that the specification lacks is a fault.
 */
import { expect } from 'vitest';
import type { Act, Kind } from '../../core/acts.ts';
import { isInAttendance } from '../../core/attendance.ts';
import type { Command } from '../../core/decide.ts';
import type { Result } from '../../core/result.ts';
import { type Centre, contestStateOf, formOf } from '../../core/state.ts';
import type { FormCommand } from '../../core/transitions.ts';
import { BEGINNINGS, LAWFUL, type Move, nameOf, type Thing } from './lifecycle-moves.ts';
import { COLUMNS, COMMANDS_OF, readCell, STAGE_OF, TABLE } from './lifecycle-table.ts';

type Words = ReadonlyMap<string, string>;

/** Everything that has a state, by name; what is still in its beginning may be left out. */
function wordsOf(centre: Centre): Words {
  const words: (readonly [Thing, string, string])[] = [
    ['centre', '', centre.phase],
    ['restore', '', centre.restoring === undefined ? 'none' : 'unconfirmed'],
    ...[...centre.proposals.keys()].map((digest) => ['proposal', digest, 'waiting'] as const),
    ...peopleIn(centre),
    ...[...centre.forms.values()].map(({ id, stage }) => ['form', id, stage.stage] as const),
    ...resultsIn(centre),
    ...centre.contests.map((contest) => ['summary', contest, summaryWord(centre, contest)] as const),
  ];
  return new Map(words.map(([thing, id, word]) => [`${thing} ${id}`, word]));
}

function peopleIn(centre: Centre): readonly (readonly [Thing, string, string])[] {
  const enrolled = [...centre.enrolments.values()].map(({ person }) => ['person', person.id, 'pending'] as const);
  const admitted = [...centre.people.values()].flatMap(({ id, role, suspended, accreditation }) => [
    ['person', id, suspended === undefined ? 'may act' : 'suspended'] as const,
    ['accreditation', id, role === 'agent' ? accreditation : 'none'] as const,
    ['attendance', id, isInAttendance(centre, id) ? 'in' : 'out'] as const,
  ]);
  const barred = [...centre.revokedUnenrolled].map((id) => ['accreditation', id, 'revoked'] as const);
  const failed = [...centre.lockouts].map(([id, { failures }]) => ['lock-out', id, failures < 5 ? 'failing' : 'locked out'] as const);
  return [...enrolled, ...admitted, ...barred, ...failed];
}

function resultsIn(centre: Centre): readonly (readonly [Thing, string, string])[] {
  return [...centre.results].map(([key, { forms, closed }]) => {
    if (closed !== undefined) return ['result', key, 'closed'] as const;
    const accepted = forms.map((id) => formOf(centre, id).stage).find((stage) => stage.stage === 'accepted');
    if (accepted?.stage === 'accepted') return ['result', key, accepted.disposition] as const;
    return ['result', key, forms.length > 0 ? 'in hand' : 'awaited'] as const;
  });
}

function summaryWord(centre: Centre, contest: string): string {
  const { ready, declared, correction } = contestStateOf(centre, contest);
  if (ready !== undefined) return `${ready.stale ? 'stale' : 'ready'}${declared === undefined ? '' : ' again'}`;
  if (declared === undefined) return 'provisional';
  return correction === undefined ? 'declared' : 'under correction';
}

/** What an act changed, by the kind that took effect: of a confirmation, that of the act it confirms. */
export function movesOf(before: Centre, act: Act, after: Centre): readonly Move[] {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  const taken = act.kind === 'act-confirmed' ? before.proposals.get(act.body.act)?.act.kind : act.kind;
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const thing = name.slice(0, name.indexOf(' ')) as Thing;
    const [from, to] = [was.get(name) ?? BEGINNINGS[thing], is.get(name) ?? BEGINNINGS[thing]];
    if (from === to) return [];
    const kind: Kind = thing === 'proposal' ? act.kind : (taken ?? act.kind);
    return [{ thing, kind, from, to }];
  });
}

/** Only what the specification has; and what waits for a second official has changed nothing else yet. */
export function expectLawful(before: Centre, act: Act, after: Centre): void {
  const moves = movesOf(before, act, after);
  expect(moves.map(nameOf).filter((name) => !LAWFUL.has(name))).toEqual([]);
  if (after.proposals.has(act.digest)) expect(moves.filter(({ thing }) => thing !== 'proposal' && thing !== 'restore')).toEqual([]);
  expectOneFormMoved(act, moves);
}

/** An act on one form moves that form and no other. */
function expectOneFormMoved(act: Act, moves: readonly Move[]): void {
  const moved = moves.filter(({ thing }) => thing === 'form').length;
  expect(moved).toBeLessThanOrEqual('form' in act.body ? 1 : 0);
}

const TABLE_CODES: ReadonlySet<string> = new Set(
  Object.entries(TABLE).flatMap(([row, cells]) =>
    cells.flatMap((cell, at) => {
      const column = COLUMNS[at];
      const promised = column === undefined || row === 'bring back' ? undefined : readCell(cell, STAGE_OF[column]);
      return promised !== undefined && 'refusal' in promised ? [promised.refusal] : [];
    }),
  ),
);

/** What the table of one form says of a command beforehand, the program kept: refused with that code, or not with any of its codes. */
export function expectTableKept(before: Centre, command: Command, done: Result<Act>): void {
  if (!('form' in command.body) || command.kind === 'form-received') return;
  const form = before.forms.get(command.body.form);
  const cell = form && cellFor(command as Extract<Command, { body: { form: string } }>, form.stage.stage);
  if (form === undefined || cell === undefined) return;
  const promised = readCell(cell, form.stage.stage);
  if (done.ok) expect('refusal' in promised).toBe(false);
  else if (TABLE_CODES.has(done.refusal.code) && !cell.endsWith('¹')) expect(promised).toEqual({ refusal: done.refusal.code });
}

function cellFor(command: Extract<Command, { body: { form: string } }>, stage: string): string | undefined {
  const asked: string = command.kind === 'form-reopened' ? `form-reopened ${command.body.keep}` : command.kind;
  const row = Object.keys(COMMANDS_OF).find((name) => COMMANDS_OF[name]?.includes(asked as FormCommand));
  return row === undefined ? undefined : TABLE[row]?.[COLUMNS.findIndex((column) => STAGE_OF[column] === stage)];
}
