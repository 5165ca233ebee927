/** A version that takes the place of another names it, says why, and lists each figure and disposition that changed. */

import { groupsOf } from '../../../core/groups.ts';
import { stationCode } from '../figures.ts';
import { type Block, words as says } from '../layout/blocks.ts';
import { fill, type PaperWords } from '../words/words.ts';
import { cell, head, heading, number, section, table } from './parts.ts';
import type { Telling } from './subject.ts';

export function changeBlocks(telling: Telling): readonly Block[] {
  const { content, words } = telling;
  const { supersedes, reason, changes = [] } = content;
  if (supersedes === undefined) return [];
  const said = [
    fill(words.changes.supersedes, { version: supersedes.version, digest: groupsOf(supersedes.digest).join(' ') }),
    ...(reason === undefined ? [] : [fill(words.changes.reason, { reason })]),
    ...(changes.length === 0 ? [words.changes.none] : []),
  ];
  const title = heading(telling, ({ changes: named }) => named.title);
  return [...section(title, says(said.join('\n'), { fontSize: 8.5 })), ...(changes.length === 0 ? [] : [changeTable(telling)])];
}

function changeTable({ content, words }: Telling): Block {
  const heads = [
    head(words.table.code),
    head(words.table.station),
    head(words.changes.row),
    head(words.changes.before, { alignment: 'right' }),
    head(words.changes.after, { alignment: 'right' }),
  ];
  const names = new Map(content.stations.map(({ station, name }) => [station, name]));
  const rows = (content.changes ?? []).map(({ station, row, from, to }) => [
    cell(stationCode(station)),
    cell(names.get(station) ?? '', { role: 'TH' }),
    cell(rowName(row, content.contest.candidates, words)),
    number(changed(row, from, words)),
    number(changed(row, to, words), { bold: true }),
  ]);
  return table([90, '*', 190, 100, 100], heads, rows, { margin: [0, 4, 0, 0] });
}

/** A row of the station's form by its printed name. */
export function rowName(row: string, candidates: readonly { readonly number: number; readonly name: string }[], words: PaperWords): string {
  const candidate = candidates.find(({ number: ballot }) => row === `candidate${ballot}`);
  if (candidate !== undefined) return `${candidate.number}  ${candidate.name}`;
  if (row === 'disposition') return words.changes.disposition;
  return (words.rows as Readonly<Record<string, string>>)[row] ?? row;
}

function changed(row: string, value: string, words: PaperWords): string {
  if (value === 'none') return words.changes.nothing;
  if (row === 'disposition') return (words.dispositions as Readonly<Record<string, string>>)[value] ?? value;
  return value === 'blank' || value === 'unreadable' ? words.table[value] : value.replace(/\B(?=(\d{3})+$)/g, ',');
}
