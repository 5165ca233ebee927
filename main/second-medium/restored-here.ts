/**
 * Whether a centre was restored to this machine, told without the long check: the note beside the database says so, and the first acts
 * after the backup say how far it was signed for. Until two officials have settled it, nothing else stands there, so few are looked at.
 */
import type { ListedRestore } from '../../core/contract/setup.ts';
import type { JournalReader } from '../../db/journal-store.ts';
import { restoredNote } from '../office/restoring.ts';

/** Undefined where the folder says nothing of it, and where what it says cannot be read: that the check at the opening will tell. */
export function restoredHere(folder: string, store: JournalReader): ListedRestore | undefined {
  const note = restoredNote(folder);
  if (note === undefined) return undefined;
  try {
    return restoreAfter(note.backup.size, store);
  } catch {
    return undefined;
  }
}

function restoreAfter(backup: number, store: JournalReader): ListedRestore {
  let epoch = store.epoch() + 1;
  let signed: string | undefined;
  for (const { kind, at } of store.entries(backup)) {
    // With the first signature the new device is in the journal, and its epoch has begun.
    if (kind === 'backup-restored') [signed, epoch] = [at, store.epoch()];
    if (kind === 'proposal-withdrawn') signed = undefined;
    if (kind === 'act-confirmed' && signed !== undefined) return { stage: 'settled', epoch, at: signed };
  }
  return signed === undefined ? { stage: 'unsigned', epoch } : { stage: 'unconfirmed', epoch, at: signed };
}
