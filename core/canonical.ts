/**
 * Canonical JSON: one way only to write a document down, so that its fingerprint is the fingerprint of what it says. It is the
 * output of RFC 8785 over a subset that any language can print: keys of ASCII letters and digits in ascending order, whole numbers
 * of at most 2^53 − 1 either way, true and false, text in Unicode normalization form C, lists, objects; no fractions, no null, no
 * spaces. The reader parses, prints again and requires the same text: a second spelling of a document is not that document.
 */
import { fromUtf8, utf8 } from './bytes.ts';
import { ok, type Result, refuse } from './result.ts';

export type Json = boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

const KEY = /^[a-z][A-Za-z0-9]*$/;
const ASCII = /^[\x20-\x7e]*$/;
const MAXIMUM_DEPTH = 64;

/** What the printer throws: a value that has no canonical text. */
export class NotCanonical extends TypeError {}

/** Keys already seen to be well written. Bounded, because a hostile file may invent as many as it likes. */
const knownKeys = new Set<string>();
const KNOWN_KEYS = 1024;

function isKey(key: string): boolean {
  if (knownKeys.has(key)) return true;
  if (!KEY.test(key)) return false;
  if (knownKeys.size < KNOWN_KEYS && key.length <= 64) knownKeys.add(key);
  return true;
}

function numberFlaw(value: number): string | undefined {
  if (!Number.isInteger(value)) return `float ${value}`;
  if (!Number.isSafeInteger(value)) return `integer beyond 2^53-1: ${value}`;
  return Object.is(value, -0) ? 'negative zero' : undefined;
}

function stringFlaw(value: string): string | undefined {
  if (ASCII.test(value)) return undefined;
  if (!value.isWellFormed()) return 'lone surrogate';
  return value === value.normalize('NFC') ? undefined : 'text not in normalization form C';
}

/** The flaw of anything that is neither a list nor an object, or undefined. */
function scalarFlaw(value: unknown): string | undefined {
  if (typeof value === 'string') return stringFlaw(value);
  if (typeof value === 'number') return numberFlaw(value);
  if (typeof value === 'boolean') return undefined;
  return value === null ? 'null' : `a ${typeof value}`;
}

/** A copy with every object's keys in order, so that the native printer gives the canonical text; strings are looked at later. */
function inOrder(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return soundScalar(value);
  if (depth >= MAXIMUM_DEPTH) throw new NotCanonical(`not canonical: depth over ${MAXIMUM_DEPTH}`);
  return Array.isArray(value) ? Array.from(value, (item) => inOrder(item, depth + 1)) : objectInOrder(value, depth + 1);
}

function soundScalar(value: unknown): unknown {
  const flaw = scalarFlaw(value);
  if (flaw !== undefined) throw new NotCanonical(`not canonical: ${flaw}`);
  return value;
}

function objectInOrder(value: object, depth: number): object {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new NotCanonical('not canonical: an object that is not plain');
  const ordered: Record<string, unknown> = {};
  for (const key of keysInOrder(value)) {
    const member = (value as Record<string, unknown>)[key];
    if (member === undefined) continue;
    if (!isKey(key)) throw new NotCanonical(`not canonical: bad key ${JSON.stringify(key)}`);
    ordered[key] = inOrder(member, depth);
  }
  return ordered;
}

/** Most objects are written with their keys in order already: sorting costs more than looking. */
function keysInOrder(value: object): readonly string[] {
  const keys = Object.keys(value);
  for (let at = 1; at < keys.length; at++) if ((keys[at] as string) < (keys[at - 1] as string)) return keys.sort();
  return keys;
}

/** Canonical text escapes only control characters, and reveals a lone surrogate by an escape: without either, no string has a flaw. */
function isPlain(text: string): boolean {
  return ASCII.test(text) && !text.includes('\\u');
}

/** The canonical text of a value; properties that are undefined are left out. Throws on anything outside the subset: our defect. */
export function canonical(value: unknown): string {
  const ordered = inOrder(value, 0);
  const text = JSON.stringify(ordered);
  const flaw = isPlain(text) ? undefined : findFlaw(ordered, 0, false);
  if (flaw !== undefined) throw new NotCanonical(`not canonical: ${flaw}`);
  return text;
}

/** Whether two values have the same canonical text, without printing them. */
export function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = definedKeys(left);
  const member = (value: object, key: string) => (value as Record<string, unknown>)[key];
  return keys.length === definedKeys(right).length && keys.every((key) => isSame(member(left, key), member(right, key)));
}

function definedKeys(value: object): readonly string[] {
  return Object.keys(value).filter((key) => (value as Record<string, unknown>)[key] !== undefined);
}

/** The UTF-8 bytes of the canonical text. */
export function canonicalBytes(value: unknown): Uint8Array {
  return utf8(canonical(value));
}

/** One walk over parsed JSON. `plain` says that the text holds nothing a string could be faulted for. */
function findFlaw(value: unknown, depth: number, plain: boolean): string | undefined {
  if (typeof value === 'string' && plain) return undefined;
  if (typeof value !== 'object' || value === null) return scalarFlaw(value);
  if (depth >= MAXIMUM_DEPTH) return `depth over ${MAXIMUM_DEPTH}`;
  return Array.isArray(value) ? listFlaw(value, depth + 1, plain) : objectFlaw(value as Record<string, unknown>, depth + 1, plain);
}

function listFlaw(items: readonly unknown[], depth: number, plain: boolean): string | undefined {
  for (const item of items) {
    const flaw = findFlaw(item, depth, plain);
    if (flaw !== undefined) return flaw;
  }
  return undefined;
}

function objectFlaw(members: Record<string, unknown>, depth: number, plain: boolean): string | undefined {
  let previous = '';
  for (const key of Object.keys(members)) {
    if (!isKey(key)) return `bad key ${excerpt(JSON.stringify(key))}`;
    if (key <= previous) return `key order: ${excerpt(key)} after ${excerpt(previous)}`;
    previous = key;
    const flaw = findFlaw(members[key], depth, plain);
    if (flaw !== undefined) return flaw;
  }
  return undefined;
}

function excerpt(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}

function countMembers(text: string): number {
  let members = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inString && character === '\\') at++;
    else if (character === '"') inString = !inString;
    else if (character === ':' && !inString) members++;
  }
  return members;
}

/** What was written another way, when the value is sound but its text is not the one text. */
function spellingFlaw(text: string, printed: string): string {
  if (countMembers(text) !== countMembers(printed)) return 'duplicate key';
  let at = 0;
  while (at < text.length && text[at] === printed[at]) at++;
  return /^[ \t\r\n]/.test(text.slice(at)) ? `white space at character ${at}` : `another spelling at character ${at}`;
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** The value of a canonical text. Refuses E-CANONICAL, saying what kind of flaw it is; never throws. */
export function parseCanonicalText(text: string): Result<Json> {
  const parsed = parseJson(text);
  if (parsed === undefined) return refuse('E-CANONICAL', 'not JSON');
  const flaw = findFlaw(parsed.value, 0, isPlain(text));
  if (flaw !== undefined) return refuse('E-CANONICAL', flaw);
  // With keys ascending and never looking like numbers, the native printer gives the canonical text, and gives it fast.
  const printed = JSON.stringify(parsed.value);
  return printed === text ? ok(parsed.value as Json) : refuse('E-CANONICAL', spellingFlaw(text, printed));
}

/** The value of canonical bytes. Refuses E-CANONICAL, saying what kind of flaw it is; never throws. */
export function parseCanonical(bytes: Uint8Array): Result<Json> {
  const text = fromUtf8(bytes);
  return text === undefined ? refuse('E-CANONICAL', 'not UTF-8') : parseCanonicalText(text);
}
