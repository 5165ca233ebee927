/**
 * What the pack is drawn from, out of a database that was audited: the entries as they stand, the state as far as the journal could
 * be followed, and the checkpoint of its head, signed where the machine's own key lies beside the database.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { toHex, utf8 } from '../../core/bytes.ts';
import { type Checkpoint, checkpointText, sealCheckpoint } from '../../core/checkpoint.ts';
import { rootOf } from '../../core/merkle.ts';
import { checkpointOrigin } from '../../core/receipt.ts';
import type { Audit, AuditCheck } from '../../db/check.ts';
import type { Handle } from '../../db/database.ts';
import { DEVICE_KEY_FILE, deviceKeyForReading } from '../../db/device-key.ts';
import { journalReader, type StoredEntry } from '../../db/journal-store.ts';
import { systemRandom } from '../../db/random.ts';
import type { Source } from './collect.ts';

/** `checks` are those of the audit and whatever was checked beside it; `folder` is where the database lies. */
export function sourceOf(handle: Handle | undefined, audit: Audit, checks: readonly AuditCheck[], folder: string): Source {
  const { definition, journal } = audit;
  const head = followedHead(audit);
  const checkpoint = head === undefined ? undefined : checkpointOf(audit, folder);
  return {
    entries: handle === undefined ? [] : entriesIn(handle),
    checks,
    ...(definition === undefined ? {} : { definition }),
    ...(journal === undefined ? {} : { centre: journal.centre() }),
    ...(head === undefined ? {} : { head }),
    ...(checkpoint === undefined ? {} : { checkpoint }),
  };
}

/** A file without a journal's table has no entries; that it has none is among what the audit found. */
function* entriesIn(handle: Handle): Iterable<StoredEntry> {
  yield* journalReader(handle).entries();
}

/** No head is named of a journal that is broken, or in which somebody saw another history. */
function followedHead({ journal }: Audit): Source['head'] {
  if (journal === undefined || Object.keys(journal.breaks).length > 0) return undefined;
  const frontier = journal.frontier();
  return { size: frontier.size, root: toHex(rootOf(frontier)) };
}

function checkpointOf({ journal, definition, sound }: Audit, folder: string): Source['checkpoint'] {
  if (journal === undefined || definition === undefined || !sound) return undefined;
  const { journal: id, epoch, device } = journal.centre();
  const frontier = journal.frontier();
  const checkpoint: Checkpoint = {
    origin: checkpointOrigin(definition.content.id, id, epoch),
    size: frontier.size,
    root: rootOf(frontier),
  };
  const signed = signedBy(device, checkpoint, folder);
  return signed === undefined ? { text: checkpointText(checkpoint), isSigned: false } : { text: signed, isSigned: true };
}

/** Signed by the journal's own machine only: another key, or none that can be read, would vouch for what it never saw. */
function signedBy(device: string, checkpoint: Checkpoint, folder: string): string | undefined {
  if (!existsSync(path.join(folder, DEVICE_KEY_FILE))) return undefined;
  const key = deviceKeyForReading(folder, systemRandom);
  if (key.publicKey.id !== device) return undefined;
  return sealCheckpoint(checkpoint, key.publicKey.raw, key.sign(utf8(checkpointText(checkpoint))));
}
