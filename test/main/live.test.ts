/**
 * A rehearsal must never pass for the election. Both are played here with the very same keys and the same journal id, as by somebody
 * who holds every key of the centre: nothing but the definition's digest tells their acts apart.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DEFINITION } from '../../core/bundle.ts';
import { canonicalBytes } from '../../core/canonical.ts';
import { present } from '../../core/result.ts';
import { sharedFolder } from '../db/folders.ts';
import { demoElection, type PlayedDay, playDay, repeatableRandom } from './played-day.ts';
import { detailOf, failures, findLine, type Line, linesOf, replaced, resealed, unpack, verifyMembers, withLines } from './tampering.ts';

const folder = sharedFolder();
const live = await playDay(
  await demoElection(path.join(folder, 'live'), (dir) => {
    const file = path.join(dir, 'election.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"rehearsal"', '"live"'));
  }),
  path.join(folder, 'live-day'),
  { random: repeatableRandom(3) },
);
const practice = await playDay(await demoElection(path.join(folder, 'practice')), path.join(folder, 'practice-day'), {
  random: repeatableRandom(3),
});
const election = { ...live.trust, acceptRehearsal: false };

function membersOf({ folder }: PlayedDay) {
  return unpack(readFileSync(path.join(folder, 'president.bundle.zip')));
}

const members = await membersOf(live);
const lines = linesOf(members);
const practised = linesOf(await membersOf(practice));

async function verifyLines(changed: readonly Line[]) {
  return verifyMembers(resealed(withLines(members, changed), live.device), election);
}

test('the election passes, and so does the rehearsal where one is asked for', async () => {
  expect(await verifyMembers(members, election)).toMatchObject({ verdict: 'authentic' });
  expect(await verifyMembers(await membersOf(practice), practice.trust)).toMatchObject({ verdict: 'authentic' });
  expect(live.device.publicKey.id).toBe(practice.device.publicKey.id);
});

test('a rehearsal is refused where none is asked for', async () => {
  const verification = await verifyMembers(await membersOf(practice), { ...practice.trust, acceptRehearsal: false });
  expect(failures(verification)).toEqual(['kind']);
});

test('an election stays one where rehearsals are accepted', async () => {
  const verification = await verifyMembers(members, { ...election, acceptRehearsal: true });
  expect(verification.verdict).toBe('authentic');
  expect(detailOf(verification, 'kind')).toBe('a live election');
});

test.each(['entry-sealed', 'signoff-given', 'form-accepted', 'summary-signed'])(
  'the same person’s %s of the rehearsal, in its place, is an act of another election',
  async (kind) => {
    const at = findLine(lines, kind);
    const verification = await verifyLines(lines.with(at, present(practised[at], 'line')));
    expect(failures(verification)).toEqual(expect.arrayContaining(['history', 'conduct']));
    expect(detailOf(verification, 'conduct')).toMatch(
      new RegExp(`^seq ${at}: ${kind} by \\S+: R-CONTENT-WRONG an act of another election$`),
    );
  },
);

test('acts of the rehearsal appended at the end are acts of another election', async () => {
  const verification = await verifyLines([...lines, ...practised.slice(-3)]);
  expect(failures(verification)).toEqual(expect.arrayContaining(['history', 'conduct']));
});

test('the whole rehearsal under the election’s definition is not the election', async () => {
  const relabelled = replaced(await membersOf(practice), DEFINITION, canonicalBytes(live.envelope));
  const verification = await verifyMembers(resealed(relabelled, practice.device), election);
  expect(failures(verification)).toEqual(expect.arrayContaining(['journal', 'conduct']));
  expect(detailOf(verification, 'conduct')).toContain('seq 0: centre-created by RO1: R-CONTENT-WRONG an act of another election');
});
