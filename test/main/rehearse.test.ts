/** `rehearse` by its contract: its keying errors are caught, and what it may not play it refuses. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { rehearse } from '../../main/commands/rehearse.ts';
import { csvText } from '../../main/demo/csv-text.ts';
import { OFFICIALS } from '../../main/demo/mfano.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { type Paper, paperOf, writeForms } from './papers.ts';
import { demoElection, type Election } from './played-day.ts';
import { recorded } from './recorded.ts';

const folder = sharedFolder();
const election = await demoElection(folder);
const { stations } = election.definition.content;

function paper(at: number, changes: Paper = {}): Paper {
  return paperOf(stations, at, changes);
}

function formsFile(papers: readonly Paper[]): string {
  return writeForms(path.join(temporaryFolder(), 'forms.csv'), papers);
}

async function play(papers: readonly Paper[], { definitionFile }: Election = election, ...more: readonly string[]) {
  const out = path.join(temporaryFolder(), 'day');
  const forms = formsFile(papers);
  return { folder: out, ...(await recorded(rehearse, '--definition', definitionFile, '--forms', forms, '--out', out, ...more)) };
}

describe('keying errors', () => {
  test('that are seeded are all caught, with another seed others, and none reaches a figure', async () => {
    const papers = stations.map((_, at) => paper(at));
    const told = [];
    for (const seed of ['1', '2', '3']) {
      const { code, out } = await play(papers, election, '--seed', seed);
      const [, seeds, caught, readings] = /seeded (\d+), differences caught (\d+), readings made (\d+)/.exec(out) ?? [];
      expect({ code, caught }).toEqual({ code: 0, caught: seeds });
      expect(Number(readings)).toBeGreaterThan(0);
      told.push(seeds);
      expect(out).toContain('figures that differ from the paper after all: 0');
    }
    expect(new Set(told).size).toBeGreaterThan(1);
  });
});

describe('what is refused', () => {
  const altered = (change: (dir: string) => void) => demoElection(path.join(temporaryFolder(), 'election'), change);
  const inFile = (file: string, from: string | RegExp, to: string) => (dir: string) => {
    const place = path.join(dir, file);
    writeFileSync(place, readFileSync(place, 'utf8').replace(from, to));
  };

  function nameKey(dir: string): void {
    const key = 'MCowBQYDK2VwAyEAPUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=';
    const rows = OFFICIALS.map((row) => [...row, row[0] === 'RO1' ? key : '']);
    writeFileSync(path.join(dir, 'officials.csv'), csvText(['id', 'name', 'role', 'public_key'], rows));
  }

  test.each<readonly [string, string, () => Promise<Election>]>([
    ['the definition of a live election', 'R-LIVE-ELECTION', () => altered(inFile('election.json', '"rehearsal"', '"live"'))],
    ['a single official', 'R-OFFICIALS-TOO-FEW', () => altered(inFile('officials.csv', /DRO1.*\n/, ''))],
    ['a single clerk', 'R-OFFICIALS-TOO-FEW', () => altered(inFile('officials.csv', /C2.*\nC3.*\nC4.*\n/, ''))],
    ['keys that a rehearsal does not hold', 'R-KEY-NOT-NAMED', () => altered(nameKey)],
  ])('%s', async (_what, refusal, make) => {
    const { code, err, folder } = await play([paper(0)], await make());
    expect(code).toBe(1);
    expect(err).toContain(refusal);
    expect(err).toMatch(/nothing was played\n$/);
    expect(existsSync(folder)).toBe(false);
  });

  test('a folder in which a centre is already', async () => {
    const { folder } = await play([paper(0)]);
    const before = readFileSync(path.join(folder, 'centre.sqlite'));
    const args = ['--definition', election.definitionFile, '--forms', formsFile([paper(0)]), '--out', folder];
    const { code, err } = await recorded(rehearse, ...args);
    expect({ code, refused: err.includes('R-CENTRE-EXISTS') }).toEqual({ code: 1, refused: true });
    expect(readFileSync(path.join(folder, 'centre.sqlite'))).toEqual(before);
  });

  test('a folder that cannot be made, in words', async () => {
    const args = [
      '--definition',
      election.definitionFile,
      '--forms',
      formsFile([paper(0)]),
      '--out',
      path.join(election.definitionFile, 'day'),
    ];
    const { code, err } = await recorded(rehearse, ...args);
    expect(code).toBe(1);
    expect(err).toMatch(/^the rehearsal stopped: .*part of its path is not a folder: .*day\n$/);
  });

  test('a definition that another key than the anchor signed', async () => {
    const other = await altered(() => undefined);
    expect((await play([paper(0)], election, '--anchor', `${other.keyFile}.pub`)).err).toContain('E-SIGNATURE');
    expect((await play([paper(0)], election, '--anchor', `${election.keyFile}.pub`)).code).toBe(0);
  });

  test('a form to be disregarded that is not over the register', async () => {
    const { code, err } = await play([paper(0, { ruling: 'disregard', reason: 'I do not like it.' })]);
    expect(code).toBe(1);
    expect(err).toContain('forms.csv:2:ruling  R-NOT-DISREGARDABLE');
  });

  test('all faults of forms.csv in one run', async () => {
    const { err } = await play([paper(0, { v1: '12.5' }), paper(0, { serial: 'S0' }), paper(1, { contest: 'emperor' })]);
    expect(err.match(/forms\.csv:\d+:/g)).toEqual(['forms.csv:2:', 'forms.csv:3:', 'forms.csv:4:']);
  });

  test.each([
    [[], '--definition, --forms and --out are needed'],
    [['--definition', 'd', '--forms', 'f'], '--definition, --forms and --out are needed'],
    [['--definition', 'd', '--forms', 'f', '--out', 'o', '--seed', 'seven'], '--seed is a whole number'],
    [['--definition', 'd', '--forms', 'f', '--out', 'o', '--scrypt-cost', '1000'], '--scrypt-cost is a power of two'],
    [['--definition', 'd', '--forms', 'f', '--out', 'o', '--scrypt-cost', '512'], '--scrypt-cost is a power of two'],
    [['--definition', 'd', '--forms', 'f', '--out', 'o', 'more'], "Unexpected argument 'more'"],
  ])('unusable arguments %j', async (args, line) => {
    const { code, out, err } = await recorded(rehearse, ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n')[0]).toContain(line);
    expect(err.split('\n')[1]).toMatch(/^usage: countersign rehearse/);
  });
});
