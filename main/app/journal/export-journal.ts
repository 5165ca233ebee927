/**
 * The whole journal as a file anybody can check: one entry a line, exactly the bytes that were hashed, and the checkpoint of its
 * head signed by the device. It goes into a folder of its own, so that nothing is overwritten.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { CHECKPOINT, JOURNAL } from '../../../core/bundle.ts';
import { utf8 } from '../../../core/bytes.ts';
import { ok, type Result } from '../../../core/result.ts';
import { makeFolder, writeDurably } from '../../../db/durable.ts';
import { withFile } from '../../define/files.ts';
import type { Office } from '../../office/office.ts';

export interface ExportedJournal {
  /** The new folder's own name. */
  readonly folder: string;
  readonly entries: number;
}

const NEWLINE = utf8('\n');

/** Refuses E-FILE where the folder cannot be written. */
export function exportJournal(office: Office, into: string): Result<ExportedJournal> {
  const entries = office.store.size();
  const lines: Uint8Array[] = [];
  for (const { bytes } of office.store.entries(0, entries)) lines.push(bytes, NEWLINE);
  const folder = freeName(into, `journal-${office.centre().definition.content.constituency.code}-${entries}`);
  const written = withFile(path.basename(folder), () => {
    makeFolder(folder);
    writeDurably(path.join(folder, JOURNAL), Buffer.concat(lines));
    // An altered journal, or another machine's, is written out as it is; this machine signs no head of it.
    if (!office.isReadOnly && office.awaitedRestore() === undefined) writeDurably(path.join(folder, CHECKPOINT), utf8(office.checkpoint()));
  });
  return written.ok ? ok({ folder: path.basename(folder), entries }) : written;
}

/** A folder's name that nothing bears yet: nothing is ever overwritten. */
export function freeName(into: string, name: string): string {
  for (let copy = 1; ; copy++) {
    const folder = path.join(into, copy === 1 ? name : `${name}-${copy}`);
    if (!existsSync(folder)) return folder;
  }
}
