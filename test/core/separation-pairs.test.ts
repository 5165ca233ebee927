/**
 * Separation of duties as a table: for every ordered pair of acts on one form and every role, whether one person may do both. The
 * table stands in the specification's words; here each cell is played. There is no exemption for any role.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Act, BODIES, KINDS, ROLES } from '../../core/acts.ts';
import type { Result } from '../../core/result.ts';
import { bringToDue, commandFor, sceneFor } from './separation-play.ts';
import { DEEDS, type Deed, LETTERS, PAIRS, promised, ROLES_OF } from './separation-table.ts';

const SPECIFICATION = path.join(import.meta.dirname, '../../../shared/LIFECYCLE.md');
const ROWS = ROLES.flatMap((role) => DEEDS.map((done) => [role, done] as const));

function answerTo(done: Result<Act>): string {
  return done.ok ? 'allowed' : done.refusal.code;
}

/** What comes of it when a person of this role does the one and then the other. */
function play(role: (typeof ROLES)[number], done: Deed, next: Deed): string {
  const scene = sceneFor(role, done);
  const { world, self } = scene;
  bringToDue(scene, done);
  world.wait(10);
  // Who received the paper has done so already; of the others some may not do this at all.
  const did = done === 'receiving' ? world.tries(self, commandFor(scene, done)) : answerTo(world.does(self, commandFor(scene, done)));
  if (did !== 'allowed') return did === 'R-ROLE' ? 'unable' : `cannot even begin: ${did}`;
  bringToDue(scene, next);
  world.wait(10);
  return world.tries(self, commandFor(scene, next));
}

describe('the table', () => {
  test('has a cell for every ordered pair, and every act on a form is in it', () => {
    expect(Object.keys(PAIRS)).toEqual([...DEEDS]);
    for (const row of Object.values(PAIRS)) expect(row.split(' ')).toHaveLength(DEEDS.length);
    const played = new Set(DEEDS.map((deed) => commandFor(sceneFor('clerk', deed), deed).kind));
    expect([...played].sort()).toEqual(
      KINDS.filter((kind) => 'form' in BODIES[kind].def.shape && 'revision' in BODIES[kind].def.shape).sort(),
    );
  });

  test('says "no pair" exactly where no role may do both', () => {
    for (const done of DEEDS)
      for (const next of DEEDS) {
        const both = ROLES_OF[done].filter((role) => ROLES_OF[next].includes(role));
        expect([done, next, PAIRS[done].split(' ')[DEEDS.indexOf(next)] === '-']).toEqual([done, next, both.length === 0]);
      }
  });

  test('uses every letter', () => {
    const used = new Set(Object.values(PAIRS).flatMap((row) => row.split(' ')));
    expect([...used].filter((letter) => letter !== '-').sort()).toEqual(Object.keys(LETTERS).sort());
  });
});

describe('one person on one revision, first the one and then the other', () => {
  test.each(ROWS)('%s, %s', (role, done) => {
    const came = DEEDS.map((next) => [next, play(role, done, next)]);
    expect(came).toEqual(DEEDS.map((next) => [next, promised(role, done, next)]));
  });
});

/** The rows of the specification's own table of persons, as [done, next, allowed or refused]; `–` says nothing of persons. */
function specified(): readonly (readonly [string, string, string])[] {
  const lines = readFileSync(SPECIFICATION, 'utf8').split('\n');
  const head = lines.findIndex((line) => line.startsWith('| | entry 2 | reading |'));
  const cells = (line = '') =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const columns = cells(lines[head]);
  return lines.slice(head + 2, head + 6).flatMap((line) => {
    const [done = '', ...row] = cells(line);
    return row.map((cell, at) => [done, columns[at + 1] ?? '', cell] as const);
  });
}

describe.skipIf(!existsSync(SPECIFICATION))('the specification’s table of persons (SKIPPED where it is not beside the project)', () => {
  test('is kept by this one, cell by cell', () => {
    const told = specified().filter(([, , cell]) => cell === 'refused' || cell === 'allowed');
    expect(told).toHaveLength(13);
    for (const [done, next, cell] of told) {
      const letter = PAIRS[done as Deed].split(' ')[DEEDS.indexOf(next as Deed)] ?? '';
      expect([done, next, LETTERS[letter] === 'allowed' ? 'allowed' : 'refused']).toEqual([done, next, cell]);
    }
  });
});
