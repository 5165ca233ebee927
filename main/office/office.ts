/**
 * The office: the one place that loads the state, decides, signs, appends and answers. Windows, the command line and the rehearsal
 * all go through it; nothing else writes. When the start-up check finds the database altered, the office opens read-only: it shows
 * where, allows export, and repairs nothing.
 */
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Command } from '../../core/decide.ts';
import type { SignedDefinition } from '../../core/definition.ts';
import type { Envelope } from '../../core/envelope.ts';
import { emptyFrontier } from '../../core/merkle.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { type Centre, emptyCentre } from '../../core/state.ts';
import { type Audit, auditDatabase } from '../../db/check.ts';
import { type DeviceKey, deviceKey, deviceKeyForReading } from '../../db/device-key.ts';
import { type Drafts, openDrafts } from '../../db/drafts.ts';
import { makeFolder } from '../../db/durable.ts';
import { type JournalReader, type JournalWriter, journalWriter, readOnlyStore } from '../../db/journal-store.ts';
import { openKeystore } from '../../db/keystore.ts';
import { type Random, systemRandom } from '../../db/random.ts';
import { openScans, type Scans, type StoredScan } from '../../db/scans.ts';
import { onStorage } from '../../db/storage-trouble.ts';
import type { OfficeMedium } from '../second-medium/contract.ts';
import { openKeeper, type Pace } from '../second-medium/keeper.ts';
import { faultAgainst } from '../second-medium/settled.ts';
import { type Clock, systemClock } from './clock.ts';
import { type Desk, openDesk } from './desk.ts';
import { enrol, type Founding, found, importKey, makeKey, type Newcomer } from './enrolment.ts';
import { type Keyboard, openKeyboard } from './keyboard.ts';
import { type Appended, type Ledger, openLedger } from './ledger.ts';
import { type Covered, checkpointOf, issueReceipt } from './receipts.ts';
import { awaitedRestore, isAwaitingRestore, proposeRestore, type RestoredNote, restoredNote } from './restoring.ts';
import { DATABASE_FILE, inSeat, type Seat, takeNewSeat, takeSeat, toWriting } from './seat.ts';
import type { IdleMinutes } from './session.ts';

export { DATABASE_FILE };

export interface Software {
  readonly version: string;
  readonly digest: string;
}
export interface OfficeOptions {
  readonly clock?: Clock;
  readonly random?: Random;
  readonly idle?: IdleMinutes;
  readonly software: Software;
  readonly onProgress?: (done: number, total: number) => void;
  /** Something about the second medium changed. */
  readonly onMedium?: () => void;
  readonly mediumPace?: Pace;
}

/**
 * `unlock` gives the keyboard to a person, `perform` does what that person asks, all or nothing; `id` is the click's key, by which a
 * repeated click gets the first answer. `tick`, called now and then, locks a person who has left.
 */
export interface Office extends Keyboard, OfficeMedium {
  readonly folder: string;
  readonly scans: Scans;
  /** What people had typed when they were interrupted; to be asked for the person at the keyboard only. */
  readonly drafts: Drafts;
  readonly store: JournalReader;
  readonly device: DeviceKey;
  /** The start-up check's account; undefined for a centre made just now. */
  readonly audit?: Audit;
  readonly isReadOnly: boolean;
  /** Why, where it is so: what the check found, or whose machine this is not. */
  readonly whyReadOnly?: string;
  centre(): Centre;
  head(): { readonly size: number; readonly root: string };
  now(): string;
  /**
   * Makes the first acts: the returning officer creates the centre, enrols and is admitted. Needs the officer's key in the keystore;
   * `keyId` says which, where an interrupted start left several.
   */
  found(person: string, passphrase: string, body: Founding, keyId?: string): Promise<Result<Appended>>;
  /**
   * Makes a key for a person and keeps it encrypted; nothing is said in the journal yet. A seed is given where the key's fingerprint
   * had to be known before; it is wiped. Answers the key's id.
   */
  makeKey(newcomer: Newcomer, passphrase: string, cost?: number, seed?: Uint8Array): Promise<Result<string>>;
  /** Keeps a key file brought on a memory stick; the passphrase proves that it is whole. */
  importKey(file: Uint8Array, passphrase: string): Promise<Result<string>>;
  /** Whether a key file is kept here under a key's id, readable or not. */
  hasKeyFile(keyId: string): boolean;
  /**
   * The encrypted key file of a key's id, as its owner may take it to another machine; undefined where it is not kept here. Refuses
   * R-KEY-UNREADABLE.
   */
  keyFile(keyId: string): Result<Uint8Array | undefined>;
  /** The person's own first signature. */
  enrol(newcomer: Newcomer, keyId: string, passphrase: string): Promise<Result<Appended>>;
  attachScan(form: string, bytes: Uint8Array, source: string): Result<StoredScan>;
  /** What an agent takes away: everything said, or what of it is covered. The file's bytes. */
  issueReceipt(agent: string, covered?: Covered): Result<Uint8Array>;
  /** The signed checkpoint of the current head. */
  checkpoint(): string;
  close(): void;
}

/** Creates a data folder for a definition. Refuses where one is already. */
export function createOffice(folder: string, definition: SignedDefinition, envelope: Envelope, options: OfficeOptions): Result<Office> {
  const made = withFolder(folder);
  if (!made.ok) return made;
  const taken = takeNewSeat(folder);
  if (!taken.ok) return taken;
  return inSeat(taken.value, () => {
    const store = journalWriter(taken.value.handle);
    if (store.size() > 0 || store.definition() !== undefined) return refuse('R-CENTRE-EXISTS', folder);
    store.setDefinition(envelope);
    return ok(office(taken.value, store, openLedger(store, emptyCentre(definition), emptyFrontier), options));
  });
}

/** A path that leads through a file is a slip of whoever named it, and no trouble of the disk. */
function withFolder(folder: string): Result<undefined> {
  const made = onStorage(() => {
    makeFolder(folder);
    return ok(undefined);
  });
  return made.ok || made.refusal.detail !== 'ENOTDIR' ? made : refuse('E-FILE', 'part of its path is not a folder', folder);
}

/** Opens a data folder after the full start-up check; read-only when the check fails. */
export async function openOffice(folder: string, options: OfficeOptions): Promise<Result<Office>> {
  const file = path.join(folder, DATABASE_FILE);
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return refuse('E-FILE', 'there is no centre in this folder', file);
  const taken = takeSeat(folder);
  if (!taken.ok) return taken;
  const audit = await auditDatabase(taken.value.handle, options.onProgress);
  const seated = audit.sound ? toWriting(taken.value) : taken;
  if (!seated.ok) taken.value.leave();
  if (!seated.ok) return seated;
  return inSeat(seated.value, () => {
    const { journal, definition } = audit;
    if (definition === undefined || journal === undefined) return refuse('E-FILE', faultIn(audit), file);
    const store = audit.sound ? journalWriter(seated.value.handle) : readOnlyStore(seated.value.handle);
    return ok(office(seated.value, store, openLedger(store, journal.centre(), journal.frontier()), options, audit));
  });
}

function faultIn({ checks }: Audit): string | undefined {
  return checks.find(({ status }) => status === 'failed')?.detail;
}

function office(seat: Seat, store: JournalWriter, pen: Ledger, options: OfficeOptions, audit?: Audit): Office {
  const { folder } = seat;
  const { clock = systemClock, random = systemRandom } = options;
  const device = audit === undefined ? deviceKey(folder, random) : deviceKeyForReading(folder, random);
  const note = restoredNote(folder);
  const awaits = () => isAwaitingRestore(pen.centre(), device, note);
  const isToRestore = awaits();
  const frozen = audit === undefined || isToRestore ? undefined : faultAgainst(folder, pen.centre(), store);
  const readOnly = audit === undefined ? undefined : (reasonToOnlyRead(audit, pen.centre(), device, note) ?? frozen?.detail);
  const ledger = heeded(
    pen,
    () => keeper.grew(),
    () => void keeper.copyNow(),
  );
  const desk = openDesk({ ledger, store, keystore: openKeystore(folder), device, clock, random }, readOnly, awaits);
  const keeper = openKeeper({
    folder,
    database: path.join(folder, DATABASE_FILE),
    store,
    ...(frozen === undefined ? {} : { frozen }),
    ...(options.mediumPace === undefined ? {} : { pace: options.mediumPace }),
    now: desk.now,
    onChange: options.onMedium ?? (() => {}),
    onCopied: (head) => noteSystem(desk, { kind: 'backup-made', body: { head } }),
  });
  const keyboard = openKeyboard(desk, options.idle);
  const scans = openScans(folder);
  const begin = () => noteSystem(desk, { kind: 'app-started', body: options.software });
  // On a full disk it opens all the same: what it holds can be shown and exported.
  if (audit !== undefined) begin();
  if (!desk.isReadOnly && !isToRestore) keeper.begin();
  return {
    ...keyboard,
    folder,
    scans,
    drafts: openDrafts(folder),
    store,
    device,
    ...(audit === undefined ? {} : { audit }),
    isReadOnly: desk.isReadOnly,
    ...(readOnly === undefined ? {} : { whyReadOnly: readOnly }),
    centre: ledger.centre,
    head: ledger.head,
    now: desk.now,
    found: async (person, passphrase, body, keyId) => {
      const founded = await found(desk, person, passphrase, body, keyId);
      if (founded.ok) begin();
      return founded;
    },
    makeKey: (newcomer, passphrase, cost, seed) => makeKey(desk, newcomer, passphrase, cost, seed),
    importKey: (file, passphrase) => importKey(desk, file, passphrase),
    hasKeyFile: (keyId) => desk.keystore.has(keyId),
    keyFile: (keyId) => desk.keystore.find(keyId),
    enrol: (newcomer, keyId, passphrase) => enrol(desk, newcomer, keyId, passphrase),
    attachScan: (form, bytes, source) => attachScan(keyboard, scans, form, bytes, source),
    issueReceipt: (agent, covered = {}) => issueReceipt(desk, agent, covered),
    checkpoint: () => checkpointOf(desk),
    secondMedium: keeper.secondMedium,
    setSecondMedium: async (wanted) => (awaits() ? refuse('R-RESTORE-UNCONFIRMED') : keeper.setSecondMedium(wanted)),
    copyNow: keeper.copyNow,
    finishMedium: keeper.finishMedium,
    awaitedRestore: () => awaitedRestore(desk, note),
    proposeRestore: async (person, passphrase, reason) => {
      const wasAwaited = awaits();
      const proposed = await proposeRestore(desk, note, person, passphrase, reason);
      if (proposed.ok && wasAwaited) begin();
      if (proposed.ok && wasAwaited) keeper.begin();
      return proposed;
    },
    close: () => {
      keyboard.lock('quit');
      noteSystem(desk, { kind: 'app-stopped', body: {} });
      keeper.close();
      seat.leave();
    },
  };
}

/** The ledger, with somebody who is told when it has grown, and when the centre was closed. */
function heeded(ledger: Ledger, grew: () => void, closed: () => void): Ledger {
  const append: Ledger['append'] = (...asked) => {
    const before = ledger.centre();
    const said = ledger.append(...asked);
    const after = ledger.centre();
    if (after.size > before.size) grew();
    if (before.phase === 'open' && after.phase === 'closed') closed();
    return said;
  };
  return { ...ledger, append };
}

/** Why nothing may be appended: the check failed, or this machine is not the device that the journal knows, nor was restored to. */
function reasonToOnlyRead(audit: Audit, centre: Centre, device: DeviceKey, note: RestoredNote | undefined): string | undefined {
  if (!audit.sound) return faultIn(audit);
  if (device.fault !== undefined) return device.fault;
  const isStrange = centre.phase !== 'empty' && centre.device !== device.publicKey.id;
  return isStrange && note === undefined ? 'the device key here is not the one of this journal' : undefined;
}

/** A fact about the program itself; there is nothing to say while no centre exists or nothing may be appended. */
function noteSystem({ ledger, isReadOnly, note }: Desk, command: Command): void {
  if (!isReadOnly && ledger.centre().phase !== 'empty') note(command);
}

/** The bytes are kept first: an act must never name a scan that is not there. */
function attachScan(keyboard: Keyboard, scans: Scans, form: string, bytes: Uint8Array, source: string): Result<StoredScan> {
  if (keyboard.unlocked() === undefined) return refuse('R-NOT-UNLOCKED');
  const added = onStorage(() => scans.add(bytes));
  if (!added.ok) return added;
  const { digest: scan, mediaType, size } = added.value;
  const said = keyboard.perform([{ kind: 'scan-attached', body: { form, scan, mediaType, size, source } }]);
  return said.ok ? added : said;
}
