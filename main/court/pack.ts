/**
 * The whole court pack as files with their text, made from the journal alone and from what its audit found: the same journal gives
 * the same bytes, on any day and any machine. Nothing is written here.
 */

import { digest, utf8 } from '../../core/bytes.ts';
import type { Language } from '../../core/contract/frame.ts';
import { csvLine, neutralCell } from '../../core/csv-line.ts';
import { workflowChart } from './chart.ts';
import { collect, type Source } from './collect.ts';
import { factsOf } from './facts.ts';
import { certificatePage, courtPage } from './page.ts';
import { readmeText } from './readme.ts';
import type { Register } from './table.ts';
import { registers } from './tables.ts';
import { WORDS } from './words/words.ts';

export interface PackOrder {
  readonly language: Language;
  /** What the certificate is given under, as a lawyer names it; a blank otherwise. */
  readonly certificateUnder?: string | undefined;
}

export interface PackFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const NAMES = {
  page: 'court-pack.html',
  certificate: 'certificate-draft.html',
  chart: 'workflow.svg',
  checkpoint: 'checkpoint',
  sums: 'SHA256SUMS',
} as const;
const README = 'README.txt';

/** The files in the order of their names; `onEntry` is told after each entry of the journal that was read. */
export function courtPack(source: Source, { language, certificateUnder }: PackOrder, onEntry?: () => void): readonly PackFile[] {
  const words = WORDS[language];
  const collected = collect(source, onEntry);
  const facts = factsOf(collected);
  const tables = registers(collected);
  const order = { collected, facts, tables, words, under: certificateUnder };
  const texts: readonly (readonly [string, string])[] = [
    [README, readmeText(order, NAMES)],
    [NAMES.page, courtPage(order)],
    [NAMES.certificate, certificatePage(order)],
    [NAMES.chart, `<?xml version="1.0" encoding="UTF-8"?>\n${workflowChart(words).markup}`],
    ...tables.map((register) => [`${register.id}.csv`, csvText(register)] as const),
    ...(source.checkpoint === undefined ? [] : [[NAMES.checkpoint, source.checkpoint.text] as const]),
  ];
  const files = texts.map(([name, text]) => ({ name, bytes: utf8(text) })).toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return [...files, { name: NAMES.sums, bytes: utf8(sumsOf(files)) }];
}

function csvText({ columns, rows }: Register): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => neutralCell(row[column] ?? '')))];
  return lines.map((cells) => `${csvLine(cells)}\r\n`).join('');
}

/** As sha256sum writes it, and reads it with -c. */
function sumsOf(files: readonly PackFile[]): string {
  return files.map(({ name, bytes }) => `${digest(bytes)}  ${name}\n`).join('');
}
