/** Files that are not what a command asks for. */
import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../db/folders.ts';

export function letter(text = 'Dear reader,\n'): string {
  const file = path.join(temporaryFolder(), 'letter');
  writeFileSync(file, text);
  return file;
}

/** Three gibibytes of nothing, which take no room on the disk. */
export function enormous(): string {
  const file = letter();
  truncateSync(file, 3 * 2 ** 30);
  return file;
}
