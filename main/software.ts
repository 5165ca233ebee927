/** The program as it names itself in the journal: its version, and the digest of the package description that pins what it is made of. */
import { readFileSync } from 'node:fs';
import { digest } from '../core/bytes.ts';
import type { Software } from './office/office.ts';

const description = readFileSync(new URL('../package.json', import.meta.url));
const { version } = JSON.parse(description.toString('utf8')) as { version: string };

export const SOFTWARE: Software = { version: `countersign ${version}`, digest: digest(description) };
