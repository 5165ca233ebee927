/** A rehearsal whose keys cost as much as in a live election: slow on purpose, and otherwise the same. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { must } from '../../core/result.ts';
import { FULL_COST, readKeyFileHeader } from '../../db/key-file.ts';
import { writeDemoFolder } from '../../main/demo/constituency.ts';
import { temporaryFolder } from '../db/folders.ts';
import { constituencies, dataFolder, expectedTotals, writeConstituency } from './convert.ts';
import { goWholeWay, verifyAll, type WholeWay } from './whole-way.ts';

const STATIONS = 3;

function costsIn({ day }: WholeWay): readonly number[] {
  const keys = path.join(day, 'keys');
  return readdirSync(keys).map((name) => must(readKeyFileHeader(readFileSync(path.join(keys, name)))).cost);
}

/** Leaves the header and the first rows. */
function shorten(file: string, rows: number): void {
  writeFileSync(file, `${readFileSync(file, 'utf8').split('\n').slice(0, rows + 1).join('\n')}\n`); // biome-ignore format: short
}

test('with scrypt at full cost a few stations go the whole way', async () => {
  const dir = temporaryFolder();
  const [code] = dataFolder() === undefined ? [] : constituencies();
  if (code === undefined) writeDemoFolder(dir, 3);
  else writeConstituency(code, dir, { stations: STATIONS });
  shorten(path.join(dir, 'agents.csv'), 2);
  shorten(path.join(dir, 'officials.csv'), 4);
  const way = await goWholeWay(dir, '--scrypt-cost', String(FULL_COST));
  expect(new Set(costsIn(way))).toEqual(new Set([131_072]));
  const [line] = await verifyAll(way);
  if (code !== undefined) expect(line?.summary.totals).toEqual(expectedTotals(code, STATIONS));
});
