/**
 * The thread of an export: the journal is followed once, as this contest's bundle shows it, and papers and bundle are both made from
 * that; then the bundle is written, read back and verified. It holds one moment of the database from beginning to end.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ExportProgress } from '../../core/contract/declare.ts';
import { ok, type Refusal, type Result, refuse } from '../../core/result.ts';
import { emptyCentre } from '../../core/state.ts';
import { openForReading } from '../../db/database.ts';
import { DEVICE_KEY_FILE, deviceKey } from '../../db/device-key.ts';
import { journalReader } from '../../db/journal-store.ts';
import { systemRandom } from '../../db/random.ts';
import { openScans } from '../../db/scans.ts';
import { onStorage } from '../../db/storage-trouble.ts';
import type { ExportOrder } from '../bundle/export.ts';
import { DATABASE_FILE } from '../office/office.ts';
import { definitionIn, followContest } from '../papers/sources/database.ts';
import { workInThread } from '../threads/thread.ts';
import { type Exported, exportToFolder, type OnProgress } from './folder.ts';

export interface ExportWork {
  /** The centre's data folder. */
  readonly data: string;
  /** The folder that a person chose. */
  readonly into: string;
  readonly order: ExportOrder;
}
export type ExportReport =
  | { readonly is: 'progress'; readonly progress: ExportProgress }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | { readonly is: 'exported'; readonly exported: Exported };

async function exportContest({ data, into, order }: ExportWork, onProgress: OnProgress): Promise<Result<Exported>> {
  // Another key must never be made here: it would be in the way of the right one.
  if (!existsSync(path.join(data, DEVICE_KEY_FILE))) return refuse('E-KEY', 'the device key is not there');
  const handle = openForReading(path.join(data, DATABASE_FILE));
  try {
    handle.exec('BEGIN');
    const store = journalReader(handle);
    const definition = definitionIn(store);
    if (definition === undefined) return refuse('E-FILE', 'no definition');
    const followed = followContest(emptyCentre(definition), store, order.contest);
    const device = onStorage(() => ok(deviceKey(data, systemRandom)));
    if (!device.ok) return device;
    const source = { centre: followed.centre(), store, scans: openScans(data), device: device.value, followed };
    return await exportToFolder(source, order, into, onProgress);
  } finally {
    handle.close();
  }
}

await workInThread<ExportWork, ExportReport>(async (work, tell) => {
  const exported = await exportContest(work, (progress) => tell({ is: 'progress', progress }));
  return exported.ok ? { is: 'exported', exported: exported.value } : { is: 'refused', refusal: exported.refusal };
});
