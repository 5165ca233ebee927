/**
 * Marks that people draw for the paper: pictures in the folder `marks` beside the database, one for each person and version of a
 * summary. They bind nobody and prove nothing, what binds is the signature by key; they are printed in the paper's box, and may be
 * drawn again until then.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { digest, utf8 } from '../../core/bytes.ts';
import { type Result, refuse } from '../../core/result.ts';
import { makeFolder, writeDurably } from '../../db/durable.ts';
import { withFile } from '../define/files.ts';

const FOLDER = 'marks';
/** ISO/IEC 15948 section 5.2. */
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export interface MarkOf {
  readonly contest: string;
  readonly version: number;
  readonly person: string;
}

/** Where the mark lies: official numbers hold characters that no file name may have, so the person is named by digest. */
function fileOf(folder: string, { contest, version, person }: MarkOf): string {
  return path.join(folder, FOLDER, `${contest}-v${version}-${digest(utf8(person)).slice(0, 16)}.png`);
}

export function hasMark(folder: string, mark: MarkOf): boolean {
  return existsSync(fileOf(folder, mark));
}

/** The marks that were drawn for one version, by person. */
export function marksOf(folder: string, version: Omit<MarkOf, 'person'>, people: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const drawn = people.filter((person) => hasMark(folder, { ...version, person }));
  return new Map(drawn.map((person) => [person, Uint8Array.from(readFileSync(fileOf(folder, { ...version, person })))]));
}

/** Keeps a mark in the data folder, in place of the one drawn before. Refuses E-FILE for anything but a PNG. */
export function keepMark(folder: string, mark: MarkOf, bytes: Uint8Array): Result<undefined> {
  if (!PNG.every((byte, at) => bytes[at] === byte)) return refuse('E-FILE', 'not a picture in PNG');
  const file = fileOf(folder, mark);
  return withFile(file, () => {
    makeFolder(path.dirname(file));
    writeDurably(file, bytes);
    return undefined;
  });
}
