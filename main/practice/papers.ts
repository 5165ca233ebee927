/**
 * The papers of a practice election: invented as for the demonstration, so that a few of them are wrong as on a real night. Those
 * that have not come yet lie in a folder as pictures, named as the commission's kits named them in 2022, to be received.
 */

import path from 'node:path';
import type { Figures } from '../../core/acts.ts';
import type { Figure } from '../../core/count.ts';
import type { Definition } from '../../core/definition.ts';
import { COUNT_ROWS, candidateRow, TABLE_TOTAL } from '../../core/form.ts';
import { present } from '../../core/result.ts';
import { makeFolder, writeDurably } from '../../db/durable.ts';
import type { CsvCell } from '../demo/csv-text.ts';
import type { FormCells } from '../demo/figures.ts';
import type { DemoStation } from '../demo/mfano.ts';
import { inventForms } from '../demo/papers.ts';
import { eastAfricaTime } from '../east-africa.ts';
import { practicePaper } from '../rehearse/practice-paper.ts';
import type { Part } from '../rehearse/waves.ts';

const KIT = '00417';
/** Every paper of a contest, in the order of its stations. */
export function papersOf(contest: string, definition: Definition, stations: readonly DemoStation[], seed: number): readonly Part[] {
  const { candidates } = present(
    definition.contests.find(({ id }) => id === contest),
    contest,
  );
  const rows = inventForms(stations, seed).filter((cells) => cells.contest === contest && cells.registered !== undefined);
  const numbers = candidates.map(({ number }) => number);
  return rows.map((cells, at) => ({
    paper: { line: at + 1, contest, station: String(cells.station_code), serial: String(cells.serial), figures: figuresIn(cells, numbers) },
    isAside: false,
    reason: 'Practice: as written on the paper.',
  }));
}

/** Columns of a table become rows of the form: the foot of the candidates' table is the only one with another name. */
function figuresIn(cells: FormCells, numbers: readonly number[]): Figures {
  const columns: readonly (readonly [string, string])[] = [
    ...numbers.map((number, at) => [candidateRow(number), `v${at + 1}`] as const),
    [TABLE_TOTAL, 'valid_foot'],
    ...COUNT_ROWS.map(({ code }) => [code, code] as const),
  ];
  return Object.fromEntries(columns.map(([row, column]) => [row, figureIn(present(cells[column], column))]));
}

function figureIn(cell: CsvCell): Figure {
  if (cell === '-') return 'blank';
  return cell === '?' ? 'unreadable' : Number(cell);
}

/** Draws the papers into the folder, a minute apart. */
export function layOut(folder: string, parts: readonly Part[], definition: Definition, now: number): void {
  makeFolder(folder);
  parts.forEach(({ paper }, at) => {
    const file = path.join(folder, fileName(paper.contest, paper.station, definition, now - (parts.length - at) * 60_000));
    writeDurably(file, practicePaper(paper, definition));
  });
}

/** Form number and letter, station, kit, date and time (DOMAIN, law 7). */
function fileName(contestId: string, station: string, { contests }: Definition, milliseconds: number): string {
  const formA = present(
    contests.find(({ id }) => id === contestId),
    contestId,
  ).formA;
  const [date = '', time = ''] = eastAfricaTime(milliseconds).replaceAll(/[-:]/g, '').split('T');
  return `1_${formA.slice(0, 2)}_${formA.slice(2)}_${station}_${KIT}_${date}_${time}.pdf`;
}
