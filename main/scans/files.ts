/** Reading picture files that a person chose. Only what a scan may be in size is read; a file's name becomes text that may be signed. */
import { readdirSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { ok, type Result, refuse } from '../../core/result.ts';
import { isPlainText } from '../../core/text.ts';
import { LARGEST_SCAN } from '../../db/scans.ts';
import { troubleOf } from '../define/files.ts';

const LONGEST_NAME = 200;
const DEEPEST = 4;

export async function readPicture(file: string): Promise<Result<Uint8Array>> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST_SCAN) return refuse('E-PICTURE', `${size} bytes: a scan may have ${LARGEST_SCAN}`);
    return ok(new Uint8Array(await readFile(file)));
  } catch (error) {
    return refuse('E-FILE', troubleOf(error));
  }
}

/** The name as the journal may say it: composed, on one line, never empty, with a mark where a character cannot be written. */
export function nameOf(file: string): string {
  const name = [...path.basename(file).normalize('NFC')].map((character) =>
    isPlainText(character) && character !== '\n' ? character : '�',
  );
  return name.join('').trim().slice(0, LONGEST_NAME).trim() || '�';
}

/** Every file below a folder but hidden ones, in the order of their names; links are not followed. */
export function filesBelow(folder: string, depth = 0): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  const sorted = entries.sort((left, right) => left.name.localeCompare(right.name, 'en', { numeric: true }));
  return sorted.flatMap((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return depth < DEEPEST ? filesBelow(place, depth + 1) : [];
    return entry.isFile() ? [place] : [];
  });
}
