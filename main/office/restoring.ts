/**
 * A centre that was restored to this machine. The folder says so itself, in a note beside the database: what was restored, and which
 * newer heads are known. Until an official has signed the restore with the new device's key in it, nothing else can be said here; until
 * a second one has confirmed it, only that. The note proves nothing and allows nothing but this.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Head } from '../../core/acts.ts';
import { fromUtf8, utf8 } from '../../core/bytes.ts';
import { type Result, refuse } from '../../core/result.ts';
import type { Centre } from '../../core/state.ts';
import type { DeviceKey } from '../../db/device-key.ts';
import { writeDurably } from '../../db/durable.ts';
import type { AwaitedRestore, KnownHead } from '../second-medium/contract.ts';
import type { Desk } from './desk.ts';
import { openKey } from './enrolment.ts';
import type { Appended } from './ledger.ts';
import { openSession } from './session.ts';

const NOTE_FILE = 'restored.json';

export interface RestoredNote {
  readonly backup: Head;
  readonly later: readonly KnownHead[];
}

export function writeRestoredNote(folder: string, note: RestoredNote): void {
  writeDurably(path.join(folder, NOTE_FILE), utf8(`${JSON.stringify(note)}\n`));
}

/** What the folder says; undefined where it says nothing, or nothing that can be read. */
export function restoredNote(folder: string): RestoredNote | undefined {
  try {
    const note: unknown = JSON.parse(fromUtf8(new Uint8Array(readFileSync(path.join(folder, NOTE_FILE)))) ?? '');
    if (typeof note !== 'object' || note === null || !('backup' in note) || !('later' in note)) return undefined;
    if (!isHead(note.backup) || !Array.isArray(note.later) || !note.later.every(isKnownHead)) return undefined;
    return { backup: note.backup, later: note.later };
  } catch {
    return undefined;
  }
}

function isHead(value: unknown): value is Head {
  if (typeof value !== 'object' || value === null || !('size' in value) || !('root' in value)) return false;
  return Number.isSafeInteger(value.size) && typeof value.root === 'string' && /^[0-9a-f]{64}$/.test(value.root);
}

function isKnownHead(value: unknown): value is KnownHead {
  return isHead(value) && 'source' in value && typeof value.source === 'string';
}

/** Whether the journal does not know this device yet, and the folder says that it was restored. */
export function isAwaitingRestore(centre: Centre, device: DeviceKey, note: RestoredNote | undefined): boolean {
  return note !== undefined && centre.phase !== 'empty' && centre.device !== device.publicKey.id;
}

export function awaitedRestore({ ledger, device }: Desk, note: RestoredNote | undefined): AwaitedRestore | undefined {
  const centre = ledger.centre();
  const { backup = ledger.head(), later = [] } = note ?? {};
  if (isAwaitingRestore(centre, device, note)) return { stage: 'unsigned', backup, later };
  if (centre.restoring === undefined) return undefined;
  const proposal = centre.proposals.find(({ act }) => act.kind === 'backup-restored')?.act;
  if (proposal?.kind !== 'backup-restored') return { stage: 'unsigned', backup, later };
  const { body, digest, by } = proposal;
  const named = body.later.map((head) => ({ ...head, source: later.find(({ root }) => root === head.root)?.source ?? '' }));
  return { stage: 'unconfirmed', backup: body.backup, later: named, act: digest, proposer: by.person };
}

/** An official signs what was restored. The passphrase is asked for at once: this device cannot say yet that somebody unlocked. */
export async function proposeRestore(
  desk: Desk,
  note: RestoredNote | undefined,
  person: string,
  passphrase: string,
  reason: string,
): Promise<Result<Appended>> {
  const awaited = awaitedRestore(desk, note);
  if (awaited?.stage !== 'unsigned') return refuse('R-NO-PROPOSAL', 'no restore is to be signed');
  const known = desk.ledger.centre().people.get(person);
  if (known === undefined) return refuse('R-ROLE', `${person} is not admitted`);
  const opened = await openKey(desk, known.key, passphrase);
  if (!opened.ok) return opened;
  const official = openSession({ person, role: known.role, key: known.key }, opened.value.seed, desk.clock);
  const body = {
    backup: headOf(awaited.backup),
    later: awaited.later.map(headOf),
    device: desk.device.publicKey.text,
    reason,
  };
  const proposed = desk.say(official.voice, [{ kind: 'backup-restored', body }]);
  official.wipe();
  return proposed;
}

function headOf({ size, root }: Head): Head {
  return { size, root };
}
