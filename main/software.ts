/** The program as it names itself in the journal: its version, and the digest of the package description that pins what it is made of. */
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { digest } from '../core/bytes.ts';
import { present } from '../core/result.ts';
import type { Software } from './office/office.ts';

/** The description that is nearest above this file, whether it runs from its source or from the built app. */
const description = readFileSync(present(findPackageJSON(import.meta.url), 'package.json'));
const { version } = JSON.parse(description.toString('utf8')) as { version: string };

export const SOFTWARE: Software = { version: `countersign ${version}`, digest: digest(description) };
