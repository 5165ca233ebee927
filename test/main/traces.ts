/**
 * Looks for secrets in whatever was written: every byte of every file, in each spelling in which a secret could have got there by
 * carelessness. Of a passphrase any two words that stand together are a trace already; what a file holds compressed is unpacked first.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';

const BETWEEN = [' ', '', '\n', '","', ',', '+', '%20', '\0'];
/** Of a word enough letters to be told from all others. */
const TYPED = 4;

export interface Secret {
  readonly what: string;
  readonly traces: readonly Buffer[];
}

/** A passphrase as it was issued or typed, each pair of its words. */
export function passphraseSecret(what: string, passphrase: string): Secret {
  const words = passphrase.split(' ');
  const spellings = [words, words.map((word) => word.slice(0, TYPED)), words.map((word) => word.toUpperCase())];
  const pairs = spellings.flatMap((spelt) => spelt.slice(1).map((word, at) => [spelt[at] ?? '', word] as const));
  const texts = pairs
    .flatMap(([one, next]) => BETWEEN.map((between) => `${one}${between}${next}`))
    .filter((text) => text.length >= 2 * TYPED);
  return { what, traces: texts.flatMap((text) => [...encodings(Buffer.from(text)), Buffer.from(text, 'utf16le')]) };
}

/** The bytes of a secret key. */
export function seedSecret(what: string, seed: Uint8Array): Secret {
  return { what, traces: encodings(Buffer.from(seed)) };
}

/** As they are, in hexadecimal, and in base64 wherever they may begin in it. */
function encodings(bytes: Buffer): readonly Buffer[] {
  const hexadecimal = bytes.toString('hex');
  const shifted = [0, 1, 2].map((before) => Buffer.concat([Buffer.alloc(before), bytes]).toString('base64'));
  // The characters that depend on what stands before and after are left out.
  const base64 = shifted.map((text, before) => text.slice([0, 2, 3][before], -4)).filter((text) => text.length >= 8);
  return [bytes, ...[hexadecimal, hexadecimal.toUpperCase(), ...base64].map((text) => Buffer.from(text))];
}

/** Every file below the folders. */
export function filesBelow(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(folder, name))
      .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true),
  );
}

/** What of which secret stands in which file. */
export function tracesIn(files: readonly string[], secrets: readonly Secret[]): readonly string[] {
  const search = searchFor(secrets);
  return files.flatMap((file) => search(contentOf(file)).map((what) => `${what} in ${file}`));
}

/** A browser at work throws files of its own away while one looks. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

/** One walk over the bytes for all secrets: most places do not begin as any trace does. */
export function searchFor(secrets: readonly Secret[]): (bytes: Buffer) => readonly string[] {
  const byBeginning = new Map<number, { readonly what: string; readonly trace: Buffer }[]>();
  const begins = new Uint8Array(2 ** 24);
  for (const { what, traces } of secrets)
    for (const trace of traces) {
      const beginning = trace.readUIntBE(0, 3);
      begins[beginning] = 1;
      byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), { what, trace }]);
    }
  const walk = (bytes: Buffer, found: Set<string>) => {
    let beginning = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      beginning = ((beginning << 8) | (bytes[at] ?? 0)) & 0xffffff;
      if (at < 2 || begins[beginning] === 0) continue;
      for (const { what, trace } of byBeginning.get(beginning) ?? [])
        if (bytes.subarray(at - 2, at - 2 + trace.length).equals(trace)) found.add(what);
    }
  };
  return (bytes) => {
    const found = new Set<string>();
    for (const part of [bytes, ...unpacked(bytes)]) walk(part, found);
    return [...found];
  };
}

/** The compressed parts of a PDF. */
function unpacked(bytes: Buffer): readonly Buffer[] {
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) return [];
  const parts: Buffer[] = [];
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 1)) {
    try {
      parts.push(inflateSync(bytes.subarray(at + 'stream\n'.length)));
    } catch {
      // Not compressed, or the end of one: it is searched as it stands.
    }
  }
  return parts;
}
