/**
 * All six contests of one constituency, the ward contest in each of its wards, with agents for some contests only. One contest's
 * bundle publishes nothing of the others, whichever is declared first.
 */
import { describe, expect, test } from 'vitest';
import type { Json } from '../../core/canonical.ts';
import { openEnvelope } from '../../core/envelope.ts';
import { must } from '../../core/result.ts';
import { writeDemoFolder } from '../../main/demo/constituency.ts';
import { sharedFolder } from '../db/folders.ts';
import { constituencies, dataFolder, expectedTotals, writeSixContests } from './convert.ts';
import { goWholeWay, journalOf, summaryOf, verifyAll } from './whole-way.ts';

const STATIONS = 8;

interface Line {
  readonly seq: number;
  readonly leaf?: string;
  readonly act?: Json;
}

/** What a shown line says, word for word. */
function wordsOf({ act }: Line): string {
  return act === undefined ? '' : must(openEnvelope(act)).payloadText;
}

const dir = sharedFolder();
const code = dataFolder() === undefined ? undefined : constituencies()[4];
if (code === undefined) writeDemoFolder(dir, 5);
else writeSixContests(code, dir, STATIONS);
const way = await goWholeWay(dir);
const verified = (await verifyAll(way)).map(({ summary }) => summary);
const contests = verified.map(({ contest }) => contest);

describe.skipIf(code === undefined)('six contests (NOT TESTED, only the demonstration’s two, where the public record is not here)', () => {
  test('are all declared and all authentic, ward contests among them', () => {
    expect(contests.filter((contest) => !contest.startsWith('ward-')).sort()).toEqual(
      ['governor', 'nationalAssembly', 'president', 'senator', 'womanRep'].sort(),
    );
    expect(contests.filter((contest) => contest.startsWith('ward-')).length).toBeGreaterThan(1);
  });

  test('count the record’s figures for the President', () => {
    expect(verified.find(({ contest }) => contest === 'president')?.totals).toEqual(expectedTotals(code ?? '', STATIONS));
  });

  test('ask only the agents who are accredited for them', async () => {
    const agents = new Map<string, readonly string[]>();
    for (const contest of contests) agents.set(contest, (await summaryOf(way, contest)).agents.map(({ agent }) => agent).sort());
    const eight = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8'];
    expect(agents.get('president')).toEqual([...eight, 'A9'].sort());
    expect(agents.get('governor')).toEqual([...eight, 'A10'].sort());
    expect(agents.get('womanRep')).toEqual([...eight, 'A12'].sort());
    const wards = contests.filter((contest) => contest.startsWith('ward-'));
    expect(wards.map((ward) => agents.get(ward)?.includes('A11')).filter(Boolean)).toHaveLength(1);
  });
});

test.each(contests)('%s: its bundle shows the acts of no other contest, only their places', async (contest) => {
  const others = contests.filter((other) => other !== contest);
  const lines = (await journalOf(way, contest)).map((line) => JSON.parse(line) as Line);
  const hidden = lines.filter(({ leaf }) => leaf !== undefined);
  expect(hidden.length).toBeGreaterThan(0);
  for (const line of hidden) expect(Object.keys(line).sort()).toEqual(['leaf', 'seq']);
  for (const line of lines.filter(({ act }) => act !== undefined).slice(1)) {
    const words = wordsOf(line);
    expect(others.filter((other) => words.includes(`"${other}"`) || words.includes(`"${other}.`))).toEqual([]);
  }
});

test('the first declared contest’s bundle contains no figure of the others, although they were all on the table by then', async () => {
  const lines = (await journalOf(way, 'president')).map((line) => JSON.parse(line) as Line);
  const entries = lines.filter((line) => wordsOf(line).includes('"kind":"entry-sealed"'));
  const own = (await summaryOf(way, 'president')).stations.flatMap(({ form }) => form?.form ?? []);
  expect(entries).toHaveLength(2 * own.length);
  for (const line of entries) expect(own.some((form) => wordsOf(line).includes(`"form":"${form}"`))).toBe(true);
  const other = (await journalOf(way, contests.find((contest) => contest !== 'president') ?? '')).map((line) => JSON.parse(line) as Line);
  const places = other.filter((line) => wordsOf(line).includes('"kind":"entry-sealed"')).map(({ seq }) => seq);
  const earlier = places.filter((place) => place < lines.length);
  expect(earlier.length).toBeGreaterThan(0);
  for (const seq of earlier) expect(lines[seq]).toEqual({ seq, leaf: expect.any(String) });
});
