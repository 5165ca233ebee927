/**
 * The bytes of a database file that hold something (SQLite file format, sections 1.3 to 1.6): the file's header, each page's header,
 * its cell pointers, its cells, and what of a long cell stands on overflow pages. Left out, because nobody ever reads them: free
 * pages, the gap between pointers and cells, freeblocks and fragments, the rest of the last overflow page; and the counters by which
 * SQLite notices that a file has changed (bytes 24 to 27, 40 to 43, 92 to 99), which every use of the file may move.
 */
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { present } from '../../core/result.ts';

export type LivePart = 'file header' | 'page header' | 'pointers' | 'cell' | 'separator' | 'overflow';
export interface LiveBytes {
  readonly from: number;
  readonly length: number;
  readonly part: LivePart;
  /** Table or index. */
  readonly of: string;
}

interface Page {
  readonly name: string;
  readonly pageno: number;
  readonly pagetype: string;
  readonly payload: number;
}

const MOVING_COUNTERS: readonly (readonly [number, number])[] = [
  [24, 28],
  [40, 44],
  [92, 100],
];

export function liveBytes(database: string): readonly LiveBytes[] {
  const file = readFileSync(database);
  const size = file.readUInt16BE(16);
  const handle = new Database(database, { readonly: true });
  const pages = handle.prepare<[], Page>('SELECT name, pageno, pagetype, payload FROM dbstat').all();
  handle.close();
  return [...headerBytes(), ...pages.flatMap((page) => pageBytes(file, size, page))];
}

function headerBytes(): readonly LiveBytes[] {
  const bounds = [0, ...MOVING_COUNTERS.flat()];
  const kept = bounds.flatMap((from, at) =>
    at % 2 === 0 && at + 1 < bounds.length ? [[from, present(bounds[at + 1], 'end')] as const] : [],
  );
  return kept.map(([from, to]) => ({ from, length: to - from, part: 'file header', of: 'the file' }));
}

function pageBytes(file: Buffer, size: number, { name, pageno, pagetype, payload }: Page): readonly LiveBytes[] {
  const start = (pageno - 1) * size;
  if (pagetype === 'overflow') return [{ from: start, length: 4 + payload, part: 'overflow', of: name }];
  const header = start + (pageno === 1 ? 100 : 0);
  const kind = file.readUInt8(header);
  const pointers = header + (kind < 10 ? 12 : 8);
  const cells = Array.from({ length: file.readUInt16BE(header + 3) }, (_, cell) => start + file.readUInt16BE(pointers + 2 * cell));
  return [
    { from: header, length: pointers - header, part: 'page header', of: name },
    { from: pointers, length: 2 * cells.length, part: 'pointers', of: name },
    ...cells.flatMap((from) => cellBytes(file, size, kind, from).map((part) => ({ ...part, of: name }))),
  ];
}

const [INDEX_INTERIOR, TABLE_INTERIOR, TABLE_LEAF] = [2, 5, 13];

/** A cell of an interior page of a table is a pointer and a separator: any number between its neighbours separates them as well. */
function cellBytes(file: Buffer, size: number, kind: number, from: number): readonly Omit<LiveBytes, 'of'>[] {
  if (kind === TABLE_INTERIOR) {
    return [
      { from, length: 4, part: 'cell' },
      { from: from + 4, length: numberAt(file, from + 4).length, part: 'separator' },
    ];
  }
  const left = kind === INDEX_INTERIOR ? 4 : 0;
  const payload = numberAt(file, from + left);
  const rowid = kind === TABLE_LEAF ? numberAt(file, from + left + payload.length).length : 0;
  return [{ from, length: left + payload.length + rowid + onPage(size, kind === TABLE_LEAF, payload.value), part: 'cell' }];
}

/** How much of a payload stands in its cell, with the pointer to the rest (section 1.6). */
function onPage(size: number, isTable: boolean, payload: number): number {
  const most = isTable ? size - 35 : Math.floor(((size - 12) * 64) / 255) - 23;
  if (payload <= most) return payload;
  const least = Math.floor(((size - 12) * 32) / 255) - 23;
  const fitting = least + ((payload - least) % (size - 4));
  return (fitting <= most ? fitting : least) + 4;
}

/** A number of one to nine bytes, seven bits each; ours are far below the ninth. */
function numberAt(file: Buffer, at: number): { readonly value: number; readonly length: number } {
  let value = 0;
  for (let length = 1; length <= 8; length++) {
    const byte = file.readUInt8(at + length - 1);
    value = value * 128 + (byte & 127);
    if (byte < 128) return { value, length };
  }
  throw new Error('broken invariant: a number of nine bytes in a database of ours');
}
