/** A centre that holds one contest has nothing to hide: in its bundle every entry is shown. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { toHex } from '../../core/bytes.ts';
import { canonicalBytes } from '../../core/canonical.ts';
import { leafHash } from '../../core/merkle.ts';
import { sharedFolder } from '../db/folders.ts';
import { demoElection, playDay } from './played-day.ts';
import { detailOf, failures, findLine, linesOf, resealed, unpack, verifyMembers, withLines } from './tampering.ts';

/** Leaves the ward contest out of every table. */
function presidentOnly(dir: string): void {
  const rewrite = (file: string, change: (text: string) => string) =>
    writeFileSync(path.join(dir, file), change(readFileSync(path.join(dir, file), 'utf8')));
  const withoutWard = (text: string) => text.replaceAll(/^.*ward-wino.*\n/gm, '');
  for (const file of ['candidates.csv', 'agents.csv', 'forms.csv']) rewrite(file, withoutWard);
  rewrite('election.json', (text) => {
    const { contests, ...election } = JSON.parse(text) as { contests: readonly object[] };
    return JSON.stringify({ ...election, contests: contests.slice(0, 1) });
  });
}

const folder = sharedFolder();
const day = await playDay(await demoElection(folder, presidentOnly), path.join(folder, 'day'));
const members = await unpack(readFileSync(path.join(day.folder, 'president.bundle.zip')));
const lines = linesOf(members);

test('its bundle shows every entry, and is authentic', async () => {
  expect(lines.filter(({ leaf }) => leaf !== undefined)).toEqual([]);
  expect(await verifyMembers(members, day.trust)).toMatchObject({ verdict: 'authentic' });
});

test.each(['session-unlocked', 'agent-signed-in', 'certificate-recorded'])('a hidden %s is a fault of the journal', async (kind) => {
  const seq = findLine(lines, kind);
  const hidden = lines.map((line, at) => (at === seq ? { seq, leaf: toHex(leafHash(canonicalBytes(line))) } : line));
  const verification = await verifyMembers(resealed(withLines(members, hidden), day.device), day.trust);
  expect(failures(verification)).toContain('journal');
  expect(detailOf(verification, 'journal')).toBe(`seq ${seq}: an entry is hidden, though this centre holds one contest only`);
});
