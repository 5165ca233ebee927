/**
 * Restores a centre from its second medium into a new data folder: the newest full copy that passes its whole check, then the acts on
 * the lines after it, each verified and judged like any other, up to the last sound one; without a copy the lines alone. Nothing is
 * repaired, nothing that exists is touched, and the new folder gets its name when everything is in it.
 */
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Head } from '../../core/acts.ts';
import { BrokenOff } from '../../core/broken-off.ts';
import { follower } from '../../core/replay.ts';
import { ok, present, type Result, refuse } from '../../core/result.ts';
import { emptyCentre } from '../../core/state.ts';
import { auditDatabase } from '../../db/check.ts';
import { openForReading, openForWriting } from '../../db/database.ts';
import { deviceKey } from '../../db/device-key.ts';
import { makeFolder, syncFile, syncFolder } from '../../db/durable.ts';
import { holdFolder } from '../../db/holding.ts';
import { journalWriter } from '../../db/journal-store.ts';
import { copyFile } from '../../db/medium-places.ts';
import { systemRandom } from '../../db/random.ts';
import { writeRestoredNote } from '../office/restoring.ts';
import { DATABASE_FILE } from '../office/seat.ts';
import type { BroughtFile, OnRestoreProgress, Restored } from './contract.ts';
import { extend, type Ground } from './extend.ts';
import { removeHalfMade } from './half-made.ts';
import { type Held, holdMedium } from './held.ts';
import type { Fault } from './history.ts';
import { laterHeads } from './later.ts';
import { bringFiles } from './restored-files.ts';
import { keepChoice } from './settled.ts';

/** Windows gives no other name to a folder in which a file is open. Elsewhere the folder is held until it has its own. */
const IS_NAMED_WHEN_CLOSED = process.platform === 'win32';

export interface RestoreOrder {
  readonly medium: string;
  readonly target: string;
  /** Where everything is put together before it takes its name: beside the target. */
  readonly temporary: string;
  readonly files: readonly BroughtFile[];
}

export async function restore(order: RestoreOrder, onProgress: OnRestoreProgress): Promise<Result<Restored>> {
  const { medium, target, temporary } = order;
  if (existsSync(target)) return refuse('E-FILE', 'it exists already and is not overwritten', target);
  const held = holdMedium(medium);
  if (!held.ok) return held;
  removeHalfMade(path.dirname(path.resolve(target)));
  let letGo = () => {};
  try {
    makeFolder(temporary);
    const working = holdFolder(temporary);
    if (!working.ok) return working;
    letGo = working.value;
    const restored = await putTogether(held.value, order, onProgress);
    if (!restored.ok) return restored;
    // The last moment at which it can still be broken off.
    onProgress('finishing', 1, 1);
    if (IS_NAMED_WHEN_CLOSED) letGo();
    renameSync(temporary, target);
    syncFolder(path.dirname(path.resolve(target)));
    return ok({ ...restored.value, folder: target });
  } finally {
    letGo();
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function putTogether(held: Held, order: RestoreOrder, onProgress: OnRestoreProgress): Promise<Result<Restored>> {
  const { temporary, files } = order;
  const faults: Fault[] = [];
  const ground = await newestSound(held, temporary, faults, onProgress);
  const file = path.join(temporary, DATABASE_FILE);
  const opened = openForWriting(file);
  if (!opened.ok) return opened;
  try {
    const store = journalWriter(opened.value);
    const fresh: Ground = { journal: follower(emptyCentre(held.definition)), size: 0 };
    if (ground === undefined) store.setDefinition(held.envelope);
    const { journal, beyond } = await extend(store, held.places, ground ?? fresh, faults, (done, total) =>
      onProgress('appending', done, total),
    );
    const { size } = journal.frontier();
    if (size === 0) return refuse('E-FILE', faults[0]?.detail ?? 'nothing of this centre can be read', held.places.folder);
    const backup = { size, root: present(journal.rootAt(size), 'root') };
    const later = laterHeads({ held, journal, beyond, files, faults });
    if (!later.ok) return later;
    const brought = bringFiles(held, temporary, journal.centre(), faults, (done, total) => onProgress('scans', done, total));
    onProgress('finishing', 0, 1);
    deviceKey(temporary, systemRandom);
    writeRestoredNote(temporary, { backup, later: later.value });
    keepChoice(temporary, { folder: path.dirname(held.places.folder), begun: journal.centre().journal });
    const lost = Math.max(0, ...later.value.map((head: Head) => head.size - size));
    const from = { ...(ground === undefined ? {} : { fromCopy: ground.size }), fromLines: size - (ground?.size ?? 0) };
    return ok({ folder: order.target, backup, later: later.value, lost, ...from, ...brought, faults });
  } finally {
    opened.value.close();
    if (existsSync(file)) syncFile(file);
  }
}

/** Copies full copies over, the newest first, until one passes its check. */
async function newestSound(held: Held, temporary: string, faults: Fault[], onProgress: OnRestoreProgress): Promise<Ground | undefined> {
  const file = path.join(temporary, DATABASE_FILE);
  for (const size of held.copies) {
    onProgress('checking', 0, size);
    const ground = await groundIn(held, size, file, onProgress);
    if (typeof ground !== 'string') return ground;
    faults.push({ code: 'copy', detail: `the full copy of ${size} acts is not sound: ${ground}` });
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true });
  }
  return undefined;
}

async function groundIn(held: Held, size: number, file: string, onProgress: OnRestoreProgress): Promise<Ground | string> {
  try {
    copyFileSync(copyFile(held.places.folder, size), file);
    syncFile(file);
    const handle = openForReading(file);
    try {
      const { journal, sound, checks, definition } = await auditDatabase(handle, (done, total) => onProgress('checking', done, total));
      const fault = checks.find(({ status }) => status === 'failed');
      if (!sound || journal === undefined) return `${fault?.name}: ${fault?.detail}`;
      if (definition?.digest !== held.definition.digest) return 'it is of another election';
      if (!journal.centre().journal.startsWith(held.folders[0]?.journal ?? '-')) return 'it is of another journal';
      return { journal, size: journal.frontier().size };
    } finally {
      handle.close();
    }
  } catch (error) {
    if (error instanceof BrokenOff) throw error;
    return error instanceof Error ? error.message : String(error);
  }
}
