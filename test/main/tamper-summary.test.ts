/** A summary with other numbers, and seals by somebody else: what is derived is derived again, and who seals is asked of the journal. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHECKPOINT, JOURNAL, README, SUMMARY } from '../../core/bundle.ts';
import { concat, fromUtf8, utf8 } from '../../core/bytes.ts';
import { canonicalBytes, parseCanonical } from '../../core/canonical.ts';
import { must, present } from '../../core/result.ts';
import type { SummaryContent } from '../../core/summary.ts';
import { deviceKey } from '../../db/device-key.ts';
import { systemRandom } from '../../db/random.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { demoElection, playDay } from './played-day.ts';
import { bytesOf, detailOf, failures, type Members, replaced, unpack, verifyMembers, withCheckpoint, withManifest } from './tampering.ts';

const folder = sharedFolder();
const day = await playDay(await demoElection(folder), path.join(folder, 'day'));
const members = await unpack(readFileSync(path.join(day.folder, 'president.bundle.zip')));

/** The same bundle with `change` made to one member. */
function changed(name: string, change: (bytes: Uint8Array) => Uint8Array): Members {
  return replaced(members, name, change(bytesOf(members, name)));
}

describe('a summary with other numbers', () => {
  function withSummary(change: (summary: SummaryContent) => object): Members {
    const summary = must(parseCanonical(bytesOf(members, SUMMARY))) as unknown as SummaryContent;
    return withManifest(replaced(members, SUMMARY, canonicalBytes(change(summary))), day.device);
  }

  function moved(votes: readonly number[]): readonly number[] {
    const [first = 0, second = 0, ...others] = votes;
    return [first - 1, second + 1, ...others];
  }

  test('the very same numbers written again pass', async () => {
    expect(
      await verifyMembers(
        withSummary((summary) => summary),
        day.trust,
      ),
    ).toMatchObject({ verdict: 'authentic' });
  });

  test('one vote moved in the totals does not add up', async () => {
    const altered = withSummary((summary) => ({ ...summary, totals: { ...summary.totals, votes: moved(summary.totals.votes) } }));
    const verification = await verifyMembers(altered, day.trust);
    expect(failures(verification)).toEqual(['summary', 'totals']);
    expect(detailOf(verification, 'totals')).toContain('do not add up');
  });

  test('one vote moved on a station’s form and in the totals adds up, and is not what the journal gives', async () => {
    const altered = withSummary((summary) => {
      const at = summary.stations.findIndex(({ disposition }) => disposition === 'counted');
      const station = present(summary.stations[at], 'a counted station');
      const form = present(station.form, 'form');
      const [candidate1, candidate2] = moved([Number(form.figures.candidate1), Number(form.figures.candidate2)]);
      const figures = { ...form.figures, candidate1, candidate2 };
      const stations = summary.stations.with(at, { ...station, form: { ...form, figures } } as never);
      return { ...summary, stations, totals: { ...summary.totals, votes: moved(summary.totals.votes) } };
    });
    const verification = await verifyMembers(altered, day.trust);
    expect(failures(verification)).toEqual(['summary']);
    expect(detailOf(verification, 'summary')).toMatch(/not what the journal gives, from byte \d+ on/);
  });

  test('a station left out, or counted twice, does not add up', async () => {
    const without = withSummary((summary) => ({ ...summary, stations: summary.stations.slice(1) }));
    const twice = withSummary(({ stations, ...summary }) => ({ ...summary, stations: [...stations.slice(0, 1), ...stations] }));
    for (const altered of [without, twice]) expect(failures(await verifyMembers(altered, day.trust))).toEqual(['summary', 'totals']);
  });

  test('a counted station called disregarded does not add up', async () => {
    const altered = withSummary(({ stations, ...summary }) => ({
      ...summary,
      stations: stations.map((line, at) => (at === 0 ? { ...line, disposition: 'disregarded' } : line)),
    }));
    expect(failures(await verifyMembers(altered, day.trust))).toEqual(['summary', 'totals']);
  });

  test('a page to read first that tells other numbers is caught', async () => {
    const altered = changed(README, (bytes) => utf8(present(fromUtf8(bytes), 'text').replace(/: (\d+)\n/, ': 1$1\n')));
    expect(failures(await verifyMembers(withManifest(altered, day.device), day.trust))).toEqual(['readme']);
  });
});

describe('seals by somebody else', () => {
  const stranger = () => deviceKey(temporaryFolder(), systemRandom);

  test('a manifest by a device that the journal does not know', async () => {
    const verification = await verifyMembers(withManifest(members, stranger()), day.trust);
    expect(failures(verification)).toEqual(['manifest', 'checkpoint']);
    expect(detailOf(verification, 'manifest')).toContain('signed by a device that is not the one of this journal');
  });

  test('a manifest that names this device and is signed by another', async () => {
    const altered = withManifest(members, stranger(), { device: day.device.publicKey.text });
    expect(detailOf(await verifyMembers(altered, day.trust), 'manifest')).toContain('E-SIGNATURE');
  });

  test('a checkpoint by another device, or for another head', async () => {
    const foreign = withManifest(withCheckpoint(members, stranger()), day.device);
    expect(failures(await verifyMembers(foreign, day.trust))).toEqual(['checkpoint']);
    const earlier = withCheckpoint(
      changed(JOURNAL, (bytes) => bytes.subarray(0, bytes.lastIndexOf(0x0a, bytes.length - 2) + 1)),
      day.device,
    );
    const shorter = withManifest(replaced(members, CHECKPOINT, bytesOf(earlier, CHECKPOINT)), day.device);
    const verification = await verifyMembers(shorter, day.trust);
    expect(failures(verification)).toEqual(['checkpoint']);
    expect(detailOf(verification, 'checkpoint')).toMatch(/signed for \d+ entries, the journal has \d+/);
  });

  test.each([
    ['election', 'journal'],
    ['journal', 'manifest'],
  ] as const)('a manifest that names another %s', async (field, check) => {
    const verification = await verifyMembers(withManifest(members, day.device, { [field]: 'ab'.repeat(32) }), day.trust);
    expect(failures(verification)).toEqual([check]);
  });

  test('a manifest for another contest of the centre: its summary is not what this journal gives', async () => {
    const verification = await verifyMembers(withManifest(members, day.device, { contest: 'ward-wino' }), day.trust);
    expect(failures(verification)).toEqual(expect.arrayContaining(['summary', 'readme']));
  });

  test('a journal without its last newline, or with an empty line, is another encoding', async () => {
    const cut = changed(JOURNAL, (bytes) => bytes.subarray(0, -1));
    const padded = changed(JOURNAL, (bytes) => concat(bytes, utf8('\n')));
    for (const altered of [cut, padded]) {
      expect(failures(await verifyMembers(withManifest(altered, day.device), day.trust))).toEqual(['journal']);
    }
  });
});
