/**
 * A folder that looks like Electron's own as far as a packer looks, for machines where the real one cannot be had. Its program is a
 * script that says what it is; what is packed with it is thrown away, and the real packing refuses it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What @electron/fuses searches for in the program; behind it stand the version, the number of fuses, and the fuses as delivered. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const DELIVERED = '101100010';
const LANGUAGES = ['en-US', 'en-GB', 'sw', 'nl'];
const HELPERS = ['chrome-sandbox', 'chrome_crashpad_handler'];

export function fabricateElectron(folder: string, version: string): string {
  for (const below of ['locales', 'resources']) mkdirSync(path.join(folder, below), { recursive: true });
  const wire = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, DELIVERED.length]), Buffer.from(DELIVERED)]);
  const script = '#!/bin/sh\necho "This is not Electron, and cannot run anything." >&2\nexit 70\n';
  writeFileSync(path.join(folder, 'electron'), Buffer.concat([Buffer.from(script), wire]), { mode: 0o755 });
  for (const helper of HELPERS) writeFileSync(path.join(folder, helper), script, { mode: 0o755 });
  for (const language of LANGUAGES) writeFileSync(path.join(folder, 'locales', `${language}.pak`), '');
  for (const file of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(path.join(folder, file), 'fabricated\n');
  writeFileSync(path.join(folder, 'version'), version);
  return folder;
}
