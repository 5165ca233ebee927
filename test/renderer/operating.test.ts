/**
 * The manual names what stands on the screen. Whoever renames a button, drops a picture or measures a night anew is told here that
 * the manual still says otherwise.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import english from '../../renderer/i18n/en.ts';

const DOCS = path.join(import.meta.dirname, '..', '..', 'docs');
const read = (name: string) => readFileSync(path.join(DOCS, name), 'utf8');
const manual = read('OPERATING.md');

/** Bold words that stand on no screen, each with its reason. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([['Bold', 'says what bold words are']]);

/** Every text below an object of words. */
function textsOf(words: unknown): readonly string[] {
  if (typeof words === 'string') return [words];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsOf) : [];
}

/** As the manual writes it: dots for what is filled in, no full stop, on one line. */
function asWritten(text: string): string {
  return text
    .replaceAll(/\{\{\w+\}\}/g, '…')
    .replaceAll(/\s+/g, ' ')
    .replace(/[.:]$/, '');
}

const onScreen = new Set(textsOf(english).map(asWritten));
const bold = [...manual.matchAll(/\*\*([^*]+)\*\*/g)].map(([, words = '']) => words);
const links = [...manual.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);

/** As the page's own links name a heading. */
const anchorOf = (heading: string) =>
  `#${heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-')}`;
const anchors = new Set([...manual.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading)));

test('every bold word of the manual stands on a screen in English', () => {
  expect(bold.length).toBeGreaterThan(50);
  expect(bold.filter((words) => !onScreen.has(asWritten(words)) && !EXCEPTIONS.has(words))).toEqual([]);
});

test('no exception is kept that the manual does not need', () => {
  expect([...EXCEPTIONS.keys()].filter((words) => !bold.includes(words))).toEqual([]);
});

test('every link of the manual leads somewhere, and every picture is there', () => {
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((target) => (target.startsWith('#') ? !anchors.has(target) : !existsSync(path.join(DOCS, target))))).toEqual([]);
});

/** Forms, countersignatures, person-hours and the hours of one, two and four laptops, as whole numbers. */
function nightsIn(text: string, columns: readonly number[]): readonly (readonly number[])[] {
  const rows = text.split('\n').filter((line) => /^\| (median|largest)/.test(line));
  const cellsOf = (row: string) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => Math.round(Number(cell.replaceAll(/[^0-9.]/g, ''))));
  return rows.map((row) => columns.map((column) => cellsOf(row)[column] ?? Number.NaN));
}

test('the hours of a night are those of docs/HOURS.md', () => {
  const measured = nightsIn(read('HOURS.md'), [1, 3, 4, 5, 6, 7]);
  expect(measured.flat().filter(Number.isNaN)).toEqual([]);
  expect(measured).toHaveLength(2);
  expect(nightsIn(manual, [1, 2, 3, 4, 5, 6])).toEqual(measured);
});

test('the manual stays short enough to be read', () => {
  expect(manual.split('\n').length).toBeLessThan(400);
});
