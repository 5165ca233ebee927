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

function printObject(value: object, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('not canonical: an object that is not plain');
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([key, member]) => `${printKey(key)}:${print(member, depth)}`).join(',')}}`;
}

function printKey(key: string): string {
  if (!isKey(key)) throw new TypeError(`not canonical: bad key ${JSON.stringify(key)}`);
  return `"${key}"`;
}

function print(value: unknown, depth: number): string {
  if (typeof value === 'object' && value !== null) {
    if (depth >= MAXIMUM_DEPTH) throw new TypeError(`not canonical: depth over ${MAXIMUM_DEPTH}`);
    if (!Array.isArray(value)) return printObject(value, depth + 1);
    return `[${Array.from(value, (item) => print(item, depth + 1)).join(',')}]`;
  }
  const flaw = scalarFlaw(value);
  if (flaw !== undefined) throw new TypeError(`not canonical: ${flaw}`);
  return JSON.stringify(value);
}

/** The canonical text of a value; properties that are undefined are left out. Throws on anything outside the subset: our defect. */
export function canonical(value: unknown): string {
  return print(value, 0);
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
  // Canonical text escapes only control characters, and reveals a lone surrogate by an escape.
  const plain = ASCII.test(text) && !text.includes('\\u');
  const flaw = findFlaw(parsed.value, 0, plain);
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
