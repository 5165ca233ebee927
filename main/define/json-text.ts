/**
 * Says where a JSON file (RFC 8259) is wrong, by line and column, and where a name stands twice in one object. The language's own
 * reader gives no place for most slips and silently keeps the last of two equal names, which in an election file must not happen.
 */
import { quoted } from './cells.ts';

/** A slip in the text; line and column are counted from 1. */
export interface JsonFlaw {
  readonly line: number;
  readonly column: number;
  readonly detail: string;
}

const BLANK = /[ \t\r\n]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the very characters JSON forbids in a text
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /true|false|null/y;
const DEEPEST = 64;

class Slip extends Error {
  readonly at: number;

  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

/** The first slip of a text, or undefined if it is JSON without repeated names. */
export function findJsonFlaw(text: string): JsonFlaw | undefined {
  try {
    const end = skip(text, BLANK, readValue(text, 0, 0));
    if (end < text.length) throw new Slip(end, `${quoted(text.charAt(end))} stands after the end`);
    return undefined;
  } catch (error) {
    if (!(error instanceof Slip)) throw error;
    const before = text.slice(0, error.at).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1, detail: error.message };
  }
}

/** Where the pattern's match at this place ends; the place itself if it does not match. */
function skip(text: string, pattern: RegExp, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function found(text: string, at: number): string {
  return at >= text.length ? 'the file ends' : `${quoted(text.charAt(at))} stands`;
}

function readValue(text: string, from: number, depth: number): number {
  const at = skip(text, BLANK, from);
  if (depth > DEEPEST) throw new Slip(at, 'brackets within brackets too deep');
  if (text[at] === '{') return readMembers(text, at, depth);
  if (text[at] === '[') return readItems(text, at, '[', ']', (place) => readValue(text, place, depth + 1));
  for (const pattern of [STRING, NUMBER, WORD]) {
    const end = skip(text, pattern, at);
    if (end > at) return end;
  }
  throw new Slip(at, text[at] === '"' ? 'a text is opened and not closed on its line' : `${found(text, at)} where a value is wanted`);
}

function readMembers(text: string, start: number, depth: number): number {
  const names = new Set<string>();
  return readItems(text, start, '{', '}', (from) => {
    const at = skip(text, BLANK, from);
    const end = skip(text, STRING, at);
    if (end === at) throw new Slip(at, `${found(text, at)} where a name in quotation marks is wanted`);
    const name: unknown = JSON.parse(text.slice(at, end));
    if (names.size === names.add(String(name)).size) throw new Slip(at, `${quoted(String(name))} stands twice`);
    return readValue(text, expect(text, end, ':'), depth + 1);
  });
}

/** Items between brackets, separated by commas, none after the last. */
function readItems(text: string, start: number, open: string, close: string, readItem: (from: number) => number): number {
  let at = skip(text, BLANK, start + open.length);
  if (text[at] === close) return at + 1;
  for (;;) {
    at = skip(text, BLANK, readItem(at));
    if (text[at] === close) return at + 1;
    if (text[at] !== ',') throw new Slip(at, `${found(text, at)} where a comma or ${quoted(close)} is wanted`);
    at += 1;
  }
}

function expect(text: string, from: number, mark: string): number {
  const at = skip(text, BLANK, from);
  if (text[at] !== mark) throw new Slip(at, `${found(text, at)} where ${quoted(mark)} is wanted`);
  return at + 1;
}
