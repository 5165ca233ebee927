/**
 * Reads a paper back as somebody else's program does: poppler's pdftotext for the words, pdfinfo for the title and the tags. What our
 * own code drew is never asked what it drew.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

function withPdf(bytes: Uint8Array, program: string, ...args: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-paper-'));
  const file = path.join(folder, 'paper.pdf');
  try {
    writeFileSync(file, bytes);
    const after = program === 'pdftotext' ? ['-'] : [];
    return execFileSync(program, [...args, file, ...after], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The text of each page, laid out as on paper. */
export function pagesOf(bytes: Uint8Array): readonly string[] {
  return withPdf(bytes, 'pdftotext', '-layout').split('\f').slice(0, -1);
}

/** All words, parted by single blanks. */
export function wordsOf(bytes: Uint8Array): string {
  return withPdf(bytes, 'pdftotext', '-layout').replaceAll(/\s+/g, ' ');
}

export function informationOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  const lines = withPdf(bytes, 'pdfinfo', '-rawdates').split('\n').filter(Boolean);
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
}

/** The tree of tags with the text in it, one a line, as pdfinfo indents it. */
export function tagsOf(bytes: Uint8Array): readonly string[] {
  return withPdf(bytes, 'pdfinfo', '-struct-text').split('\n');
}

/** A figure, in brackets or not, or the word for a box without one; at the end of a row. */
const FIGURE = String.raw`\(?(?:\d{1,3}(?:,\d{3})*|blank|unreadable|tupu|haisomeki)\)?`;

/** The last `count` figures of a line; nothing where it has fewer. */
export function figuresAtEnd(line: string, count: number): readonly string[] | undefined {
  const found = new RegExp(String.raw`((?:\s+${FIGURE}){${count}})\s*$`).exec(line)?.[1];
  return found?.trim().split(/\s+/);
}

export function countOf(figure: string): number {
  return Number(figure.replaceAll(',', ''));
}
