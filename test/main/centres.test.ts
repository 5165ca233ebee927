/** The data folders of a machine: found again, named truly, and never erased where an election lies. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { must } from '../../core/result.ts';
import { openCentres } from '../../main/centres.ts';
import { createOffice, DATABASE_FILE } from '../../main/office/office.ts';
import { markPractice } from '../../main/practice/practice-words.ts';
import { SOFTWARE } from '../../main/software.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { withoutGuards } from '../db/tampering.ts';
import { demoElection, type Election } from './played-day.ts';

const folder = sharedFolder();
const rehearsal = await demoElection(path.join(folder, 'rehearsal'));
const live = await demoElection(path.join(folder, 'live'), (dir) => {
  const file = path.join(dir, 'election.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"rehearsal"', '"live"'));
});

function make(at: string, { definition, envelope }: Election): string {
  must(createOffice(at, definition, envelope, { software: SOFTWARE })).close();
  return at;
}

/** A machine with a live centre, a rehearsal and a practice election. */
function machine() {
  const root = path.join(temporaryFolder(), 'data');
  const centres = openCentres(root);
  const folders = {
    live: make(centres.folderFor(live.definition.digest), live),
    rehearsal: make(centres.folderFor(rehearsal.definition.digest), rehearsal),
    practice: make(centres.newPracticeFolder(), rehearsal),
  };
  markPractice(folders.practice);
  return { root, centres, ...folders };
}

function kindOf(centres: ReturnType<typeof openCentres>, at: string): string | undefined {
  return centres.list().find((centre) => centre.folder === at)?.kind;
}

describe('the data folders', () => {
  test('are listed with what their definitions say', () => {
    const { centres, live: liveFolder, rehearsal: rehearsalFolder, practice } = machine();
    const { title, constituency } = rehearsal.definition.content;
    const words = { title, constituency: constituency.name };
    const ofLive = { ...words, folder: liveFolder, kind: 'live', digest: live.definition.digest };
    const ofRehearsal = { ...words, folder: rehearsalFolder, kind: 'rehearsal', digest: rehearsal.definition.digest };
    const ofPractice = { ...ofRehearsal, folder: practice, kind: 'practice' };
    const byName = [ofLive, ofRehearsal].sort((left, right) => left.folder.localeCompare(right.folder, 'en', { numeric: true }));
    expect(centres.list()).toEqual([...byName, ofPractice]);
  });

  test('have one place for each definition, told by its digest', () => {
    const { centres, root } = machine();
    expect(centres.folderFor(live.definition.digest)).toBe(path.join(root, 'centres', live.definition.digest.slice(0, 16)));
    for (const digest of ['', '../../etc', live.definition.digest.slice(1)]) expect(() => centres.folderFor(digest)).toThrow('no digest');
  });

  test('of practice elections are numbered on, and none is used twice', () => {
    const { centres, practice } = machine();
    expect(path.basename(practice)).toBe('1');
    const names = Array.from({ length: 10 }, () => path.basename(centres.newPracticeFolder()));
    expect(names).toEqual(['2', '3', '4', '5', '6', '7', '8', '9', '10', '11']);
  });

  test('are none on a new machine', () => {
    const centres = openCentres(path.join(temporaryFolder(), 'new', 'machine'));
    expect([centres.list(), centres.current()]).toEqual([[], undefined]);
  });

  test.each<readonly [string, (at: string) => void, RegExp]>([
    ['without a database', (at) => rmSync(path.join(at, DATABASE_FILE)), /no centre/],
    ['with a file that is no database', (at) => writeFileSync(path.join(at, DATABASE_FILE), 'a'.repeat(9000)), /not a database/],
    [
      'whose definition was altered',
      (at) => spoilDefinition(at, 'UPDATE definition SET envelope = cast(replace(envelope, \'"sig":"\', \'"sig":"A\') AS BLOB)'),
      /E-/,
    ],
    ['whose definition is gone', (at) => spoilDefinition(at, 'DELETE FROM definition'), /not exactly one definition/],
  ])('%s are listed as damaged, with the reason, and the others as ever', (_what, spoil, reason) => {
    const { centres, rehearsal: spoilt, live: liveFolder } = machine();
    spoil(spoilt);
    expect(centres.list().find((centre) => centre.folder === spoilt)).toEqual({
      folder: spoilt,
      kind: 'damaged',
      reason: expect.stringMatching(reason),
    });
    expect(kindOf(centres, liveFolder)).toBe('live');
  });

  function spoilDefinition(at: string, sql: string): void {
    withoutGuards(path.join(at, DATABASE_FILE), (handle) => handle.exec(sql));
  }
});

describe('the centre that was open last', () => {
  test('is found again after a restart, also where the whole root was moved', () => {
    const { root, centres, rehearsal: chosen } = machine();
    must(centres.setCurrent(chosen));
    expect(openCentres(root).current()).toBe(chosen);
    renameSync(root, `${root}-moved`);
    expect(openCentres(`${root}-moved`).current()).toBe(path.join(`${root}-moved`, path.relative(root, chosen)));
  });

  test('is none once it was erased', () => {
    const { centres, rehearsal: chosen } = machine();
    must(centres.setCurrent(chosen));
    must(centres.erase(chosen));
    expect(centres.current()).toBeUndefined();
  });

  test('is never a folder elsewhere', () => {
    const { root, centres } = machine();
    for (const elsewhere of [root, path.dirname(root), path.join(root, 'centres'), path.join(root, 'centres', 'missing')])
      expect(centres.setCurrent(elsewhere)).toMatchObject({ refusal: { code: 'E-FILE' } });
    for (const kept of ['{"folder":"../elsewhere"}', '{"folder":"centres"}', '{"folder":7}', 'null', 'not json']) {
      writeFileSync(path.join(root, 'current.json'), kept);
      expect(centres.current()).toBeUndefined();
    }
  });
});

describe('erasing', () => {
  test('takes a practice election whose database was damaged', () => {
    const { centres, practice } = machine();
    writeFileSync(path.join(practice, DATABASE_FILE), 'a'.repeat(9000));
    must(centres.erase(practice));
    expect(existsSync(practice)).toBe(false);
  });

  test('removes a rehearsal or a practice election, all of it, and nothing else', () => {
    const { centres, live: liveFolder, rehearsal: one, practice } = machine();
    must(centres.erase(one));
    must(centres.erase(practice));
    expect([existsSync(one), existsSync(practice)]).toEqual([false, false]);
    expect(centres.list().map(({ folder: at }) => at)).toEqual([liveFolder]);
  });

  test('is refused for a live centre, also one that calls itself practice', () => {
    const { root, centres, live: liveFolder } = machine();
    expect(centres.erase(liveFolder)).toMatchObject({ refusal: { code: 'R-LIVE-ELECTION' } });
    const disguised = path.join(root, 'practice', '9');
    renameSync(liveFolder, disguised);
    markPractice(disguised);
    expect(kindOf(centres, disguised)).toBe('live');
    expect(centres.erase(disguised)).toMatchObject({ refusal: { code: 'R-LIVE-ELECTION' } });
    expect(existsSync(path.join(disguised, DATABASE_FILE))).toBe(true);
  });

  test('is refused for a folder that cannot be read: it may be a live centre', () => {
    const { centres, live: liveFolder, practice } = machine();
    for (const at of [liveFolder, practice]) writeFileSync(path.join(at, DATABASE_FILE), 'a'.repeat(9000));
    rmSync(path.join(practice, 'practice.json'));
    for (const at of [liveFolder, practice]) expect(centres.erase(at)).toMatchObject({ refusal: { code: 'R-LIVE-ELECTION' } });
    markPractice(liveFolder);
    expect(centres.erase(liveFolder)).toMatchObject({ refusal: { code: 'R-LIVE-ELECTION' } });
    rmSync(path.join(liveFolder, DATABASE_FILE));
    expect(centres.erase(liveFolder)).toMatchObject({ refusal: { code: 'R-LIVE-ELECTION' } });
  });

  test('takes a practice election that was never finished', () => {
    const { centres } = machine();
    const begun = centres.newPracticeFolder();
    expect(kindOf(centres, begun)).toBe('damaged');
    must(centres.erase(begun));
    expect(existsSync(begun)).toBe(false);
  });

  test('is refused outside the root, and for the shelves themselves', () => {
    const { root, centres, rehearsal: one } = machine();
    const outside = make(path.join(path.dirname(root), 'outside'), rehearsal);
    const inside = path.join(one, 'scans');
    for (const at of [
      outside,
      root,
      path.join(root, 'centres'),
      path.join(root, 'practice'),
      inside,
      path.join(root, 'centres', '..'),
      '/',
      '',
    ])
      expect(centres.erase(at)).toMatchObject({ refusal: { code: 'E-FILE' } });
    expect([existsSync(outside), existsSync(one)]).toEqual([true, true]);
  });

  test.skipIf(process.platform === 'win32')('is refused through links that lead out, and follows none that lie within', () => {
    const { root, centres, rehearsal: one } = machine();
    const outside = make(path.join(path.dirname(root), 'outside'), rehearsal);
    const link = path.join(root, 'practice', '7');
    symlinkSync(outside, link);
    expect(centres.erase(link)).toMatchObject({ refusal: { code: 'E-FILE' } });
    expect(centres.list().map(({ folder: at }) => at)).not.toContain(link);
    symlinkSync(outside, path.join(one, 'a link'));
    must(centres.erase(one));
    expect(existsSync(path.join(outside, DATABASE_FILE))).toBe(true);
  });

  test.skipIf(process.platform === 'win32')('is refused where the shelf itself was replaced by a link', () => {
    const { root, centres } = machine();
    const elsewhere = path.join(path.dirname(root), 'elsewhere');
    const shelf = path.join(root, 'practice');
    mkdirSync(elsewhere);
    renameSync(path.join(shelf, '1'), path.join(elsewhere, '1'));
    rmSync(shelf, { recursive: true });
    symlinkSync(elsewhere, shelf);
    expect(centres.erase(path.join(shelf, '1'))).toMatchObject({ refusal: { code: 'E-FILE' } });
    expect(existsSync(path.join(elsewhere, '1', DATABASE_FILE))).toBe(true);
  });
});
