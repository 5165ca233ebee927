/** The program as it names itself in the journal: its version, and the digest of the package description that pins what it is made of. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { digest } from '../core/bytes.ts';
import type { Software } from './office/office.ts';

/** The description that is nearest above this file, whether it runs from its source or from the built app. */
const description = readFileSync(nearestDescription(import.meta.dirname));
const { version } = JSON.parse(description.toString('utf8')) as { version: string };

export const SOFTWARE: Software = { version: `countersign ${version}`, digest: digest(description) };

/** Looked for by plain reading, which also reaches into the archive of an installed app. */
function nearestDescription(folder: string): string {
  const file = path.join(folder, 'package.json');
  const above = path.dirname(folder);
  return existsSync(file) || above === folder ? file : nearestDescription(above);
}
