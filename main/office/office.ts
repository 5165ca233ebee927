/**
 * The office: the one place that loads the state, decides, signs, appends and answers. Windows, the command line and the rehearsal
 * all go through it; nothing else writes. When the start-up check finds the database altered, the office opens read-only: it shows
 * where, allows export, and repairs nothing.
 */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Body } from '../../core/acts.ts';
import { toHex, utf8 } from '../../core/bytes.ts';
import { canonical, parseCanonicalText } from '../../core/canonical.ts';
import { isLockedOut } from '../../core/centre.ts';
import { checkpointText, sealCheckpoint } from '../../core/checkpoint.ts';
import type { Command } from '../../core/decide.ts';
import type { SignedDefinition } from '../../core/definition.ts';
import type { Envelope } from '../../core/envelope.ts';
import { emptyFrontier, rootOf } from '../../core/merkle.ts';
import { checkpointOrigin, receiptBytes } from '../../core/receipt.ts';
import { ok, present, type Result, refuse } from '../../core/result.ts';
import { type Centre, emptyCentre } from '../../core/state.ts';
import { countedFigures, summarise } from '../../core/summary.ts';
import { tally } from '../../core/tally.ts';
import { type Audit, auditDatabase } from '../../db/check.ts';
import { type Handle, openForReading, openForWriting } from '../../db/database.ts';
import { type DeviceKey, deviceKey } from '../../db/device-key.ts';
import { makeFolder } from '../../db/durable.ts';
import { type JournalReader, type JournalWriter, journalWriter } from '../../db/journal-store.ts';
import { FULL_COST, openKeyFile, readKeyFileHeader, sealKeyFile } from '../../db/key-file.ts';
import { type Keystore, openKeystore } from '../../db/keystore.ts';
import { type Random, systemRandom } from '../../db/random.ts';
import { openScans, type Scans, type StoredScan } from '../../db/scans.ts';
import { SEED_LENGTH } from '../../db/signing.ts';
import { type Clock, systemClock, watch } from './clock.ts';
import { type Appended, type Ledger, openLedger, type Voice } from './ledger.ts';
import { type IdleMinutes, type LockCause, openSession, type Session } from './session.ts';

export const DATABASE_FILE = 'centre.sqlite';

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
}

/** Who enrols: the person the screen hands the keyboard to. */
export interface Newcomer {
  readonly person: string;
  readonly role: 'ro' | 'dro' | 'clerk' | 'agent';
  readonly name: string;
}

export interface Office {
  readonly folder: string;
  readonly scans: Scans;
  readonly store: JournalReader;
  readonly device: DeviceKey;
  /** The start-up check's account; undefined for a centre made just now. */
  readonly audit?: Audit;
  readonly isReadOnly: boolean;
  centre(): Centre;
  head(): { readonly size: number; readonly root: string };
  now(): string;
  /** Makes the first act: the returning officer creates the centre, enrols and is admitted. Needs the officer's key in the keystore. */
  found(person: string, passphrase: string, body: Pick<Body<'centre-created'>, 'typedGroups' | 'contests'>): Promise<Result<Appended>>;
  /** Makes a key for a person and keeps it encrypted; nothing is said in the journal yet. Answers the key's id. */
  makeKey(newcomer: Newcomer, passphrase: string, cost?: number): Promise<Result<string>>;
  /** Keeps a key file brought on a memory stick; the passphrase proves that it is whole. */
  importKey(file: Uint8Array, passphrase: string): Promise<Result<string>>;
  /** The person's own first signature, with the newest key of theirs in the keystore that the journal does not know yet. */
  enrol(newcomer: Newcomer, keyId: string, passphrase: string): Promise<Result<Appended>>;
  unlock(person: string, passphrase: string): Promise<Result<{ readonly person: string }>>;
  lock(cause?: LockCause): void;
  unlocked(): string | undefined;
  /** To be called now and then: locks a person who has left the keyboard. */
  tick(): void;
  /** Does what the unlocked person asks for, all or nothing. `id` is the click's key: a repeated click gets the first answer. */
  perform(commands: readonly Command[], id?: string): Result<Appended>;
  attachScan(form: string, bytes: Uint8Array, source: string): Result<StoredScan>;
  /** What an agent takes away: everything said since sequence number `since`. The file's bytes. */
  issueReceipt(agent: string, since?: number): Result<Uint8Array>;
  /** The signed checkpoint of the current head. */
  checkpoint(): string;
  close(): void;
}

/** Creates a data folder for a definition. Refuses where one is already. */
export function createOffice(folder: string, definition: SignedDefinition, envelope: Envelope, options: OfficeOptions): Result<Office> {
  makeFolder(folder);
  const opened = openForWriting(path.join(folder, DATABASE_FILE));
  if (!opened.ok) return opened;
  const store = journalWriter(opened.value);
  if (store.size() > 0 || store.definition() !== undefined) {
    opened.value.close();
    return refuse('R-CENTRE-EXISTS', folder);
  }
  store.setDefinition(envelope);
  return ok(office(folder, opened.value, store, openLedger(store, emptyCentre(definition), emptyFrontier), options));
}

/** Opens a data folder after the full start-up check; read-only when the check fails. */
export async function openOffice(folder: string, options: OfficeOptions): Promise<Result<Office>> {
  const file = path.join(folder, DATABASE_FILE);
  const opened = openForWriting(file);
  const handle = opened.ok ? opened.value : openForReading(file);
  const audit = await auditDatabase(handle, options.onProgress);
  const journal = audit.journal;
  if (audit.definition === undefined || journal === undefined) {
    handle.close();
    return refuse('E-FILE', audit.checks.find(({ status }) => status === 'failed')?.detail, file);
  }
  const writer = journalWriter(handle);
  const ledger = openLedger(writer, journal.centre(), journal.frontier());
  const opening = office(folder, handle, writer, ledger, options, audit);
  return ok(opening);
}

function office(folder: string, handle: Handle, store: JournalWriter, ledger: Ledger, options: OfficeOptions, audit?: Audit): Office {
  const clock = options.clock ?? systemClock;
  const random = options.random ?? systemRandom;
  const keystore = openKeystore(folder);
  const scans = openScans(folder);
  const device = deviceKey(folder, random);
  const wristwatch = watch(clock, () => ledger.centre().at);
  let session: Session | undefined;

  const isReadOnly = audit !== undefined && (!audit.sound || ledger.centre().device !== device.publicKey.id);
  const deviceVoice = (): Voice => ({ by: { person: 'device', role: 'device', key: device.publicKey.id }, sign: device.sign });

  const say = (voice: Voice, commands: readonly Command[], id: string = randomUUID()): Result<Appended> => {
    if (isReadOnly) return refuse('R-READ-ONLY', audit?.checks.find(({ status }) => status === 'failed')?.detail ?? 'another device');
    const { at, jumpedFrom } = wristwatch.read();
    if (jumpedFrom !== undefined && ledger.centre().phase !== 'empty') {
      const jump: Command = { kind: 'clock-jumped', body: { from: jumpedFrom, to: at } };
      const noted = ledger.append(randomUUID(), deviceVoice(), at, [jump]);
      if (!noted.ok) return noted;
    }
    return ledger.append(id, voice, at, commands);
  };
  const note = (command: Command): Result<Appended> => say(deviceVoice(), [command]);

  const lock = (cause: LockCause = 'person') => {
    if (session === undefined) return;
    const { person } = session.by;
    session.wipe();
    session = undefined;
    if (!isReadOnly) note({ kind: 'session-locked', body: { person, cause } });
  };
  const openKey = (keyId: string, passphrase: string) => {
    const file = keystore.find(keyId);
    return file === undefined
      ? Promise.resolve(refuse('E-FILE', 'no key file of this person is here', keyId))
      : openKeyFile(file, passphrase);
  };
  const checkpoint = () => sealHead(ledger, device);

  return {
    folder,
    scans,
    store,
    device,
    ...(audit === undefined ? {} : { audit }),
    isReadOnly,
    centre: ledger.centre,
    head: ledger.head,
    now: () => new Date(clock.now()).toISOString(),
    checkpoint,
    makeKey: async (newcomer, passphrase, cost = FULL_COST) => {
      const allowed = judgeCost(ledger.centre(), cost);
      if (allowed !== undefined) return allowed;
      const seed = random(SEED_LENGTH);
      const file = await sealKeyFile({ ...newcomer, seed, passphrase, cost, random });
      seed.fill(0);
      return keystore.add(file);
    },
    importKey: (file, passphrase) => importKey(ledger.centre(), keystore, file, passphrase),
    found: async (person, passphrase, body) => {
      const [header] = keystore.forPerson(person);
      const opened = await openKey(header?.publicKey.id ?? '', passphrase);
      if (!opened.ok) return opened;
      const { seed, role, name, publicKey } = opened.value;
      const founder = openSession({ person, role, key: publicKey.id }, seed, clock.now());
      const done = foundWith(ledger, founder.voice, { id: person, role, name, key: publicKey.text }, say, () => ({
        ...body,
        definition: ledger.centre().definition.digest,
        journal: toHex(random(32)),
        device: device.publicKey.text,
        officer: publicKey.text,
      }));
      founder.wipe();
      if (!done.ok) return done;
      const started = note({ kind: 'app-started', body: options.software });
      return started.ok ? done : started;
    },
    enrol: async ({ person, role, name }, keyId, passphrase) => {
      const opened = await openKey(keyId, passphrase);
      if (!opened.ok) return opened;
      const { seed, publicKey } = opened.value;
      const newcomer = openSession({ person, role, key: publicKey.id }, seed, clock.now());
      const enrolled = say(newcomer.voice, [
        { kind: 'person-enrolled', body: { person: { id: person, role, name, key: publicKey.text } } },
      ]);
      newcomer.wipe();
      return enrolled;
    },
    unlock: async (person, passphrase) => {
      lock('switch');
      const known = ledger.centre().people.get(person);
      if (known === undefined) return refuse('R-ROLE', `${person} is not admitted`);
      if (isLockedOut(ledger.centre(), person, new Date(clock.now()).toISOString())) {
        return refuse('R-LOCKED-OUT', ledger.centre().lockouts.get(person)?.until);
      }
      const opened = await openKey(known.key, passphrase);
      if (!opened.ok) return opened.refusal.code === 'R-PASSPHRASE-WRONG' ? fail(person, ledger, note) : opened;
      lock('switch');
      const entered = note({ kind: 'session-unlocked', body: { person } });
      if (!entered.ok) {
        opened.value.seed.fill(0);
        return entered;
      }
      session = openSession({ person, role: known.role, key: known.key }, opened.value.seed, clock.now(), options.idle);
      return ok({ person });
    },
    lock,
    unlocked: () => session?.by.person,
    tick: () => {
      if (session?.isIdle(clock.now())) lock('idle');
    },
    perform: (commands, id) => {
      if (session?.isIdle(clock.now())) lock('idle');
      if (session === undefined) return refuse('R-NOT-UNLOCKED');
      session.touch(clock.now());
      const differing = commands.map((command) => judgeTotals(ledger.centre(), store, command)).find((fault) => fault !== undefined);
      return differing ?? say(session.voice, commands, id);
    },
    attachScan: (form, bytes, source) => {
      if (session === undefined) return refuse('R-NOT-UNLOCKED');
      const added = scans.add(bytes);
      if (!added.ok) return added;
      const { digest: scan, mediaType, size } = added.value;
      const said = say(session.voice, [{ kind: 'scan-attached', body: { form, scan, mediaType, size, source } }]);
      return said.ok ? added : said;
    },
    issueReceipt: (agent, since = 0) => {
      const forms = answersSince(ledger.centre(), store, agent, since);
      const head = ledger.head();
      const text = checkpoint();
      const body = { agent, head, forms, ...(since === 0 ? {} : { since }) };
      const issued = note({ kind: 'receipt-issued', body });
      if (!issued.ok) return issued;
      return ok(receiptBytes(envelopeAt(store, present(issued.value.acts[0], 'receipt').seq), text, device.publicKey.text));
    },
    close: () => {
      lock('quit');
      if (!isReadOnly && ledger.centre().phase !== 'empty') note({ kind: 'app-stopped', body: {} });
      handle.close();
    },
  };
}

type Say = (voice: Voice, commands: readonly Command[]) => Result<Appended>;

/** Creates, enrols, admits; a power cut between the last two leaves only the last to be done again. */
function foundWith(
  ledger: Ledger,
  voice: Voice,
  person: Body<'person-enrolled'>['person'],
  say: Say,
  creation: () => Body<'centre-created'>,
): Result<Appended> {
  if (ledger.centre().phase === 'empty') {
    const created = say(voice, [
      { kind: 'centre-created', body: creation() },
      { kind: 'person-enrolled', body: { person } },
    ]);
    if (!created.ok) return created;
  }
  const enrolment = ledger.centre().enrolments.find(({ key }) => key === voice.by.key)?.digest ?? '';
  return say(voice, [{ kind: 'person-admitted', body: { enrolment, basis: 'definition' } }]);
}

/** Live elections keep every key at full cost; a rehearsal may be quick. */
function judgeCost(centre: Centre, cost: number) {
  const isLive = centre.definition.content.kind === 'live';
  return isLive && cost < FULL_COST ? refuse('R-LIVE-ELECTION', `scrypt cost ${cost} is below ${FULL_COST}`) : undefined;
}

async function importKey(centre: Centre, keystore: Keystore, file: Uint8Array, passphrase: string): Promise<Result<string>> {
  const header = readKeyFileHeader(file);
  if (!header.ok) return header;
  const allowed = judgeCost(centre, header.value.cost);
  if (allowed !== undefined) return allowed;
  const opened = await openKeyFile(file, passphrase);
  if (!opened.ok) return opened;
  opened.value.seed.fill(0);
  return keystore.add(file);
}

function fail(person: string, ledger: Ledger, note: (command: Command) => Result<Appended>): Result<never> {
  const failures = (ledger.centre().lockouts.get(person)?.failures ?? 0) + 1;
  const noted = note({ kind: 'unlock-failed', body: { person, failures } });
  return noted.ok ? refuse('R-PASSPHRASE-WRONG', person) : noted;
}

/** Before a summary is prepared, the total by replay and the total by SQL over the tables must be the same. */
function judgeTotals(centre: Centre, store: JournalReader, command: Command) {
  if (command.kind !== 'summary-prepared' || !centre.contests.includes(command.body.contest)) return undefined;
  const { contest } = command.body;
  const content = summarise(centre, contest, { version: 0, at: centre.at, head: { size: 0, root: '' } });
  const { totals } = tally(content.contest, countedFigures(content.stations));
  const { votes, ...rows } = totals;
  const byReplay = {
    ...rows,
    ...Object.fromEntries(content.contest.candidates.map(({ number }, at) => [`candidate${number}`, votes[at] ?? 0])),
  };
  const bySql = { ...Object.fromEntries(Object.keys(byReplay).map((row) => [row, 0])), ...store.totals(contest) };
  return canonical(byReplay) === canonical(bySql) ? undefined : refuse('R-TOTALS-DIFFER', contest);
}

/** The answers and remarks an agent gave from a place in the journal on. */
function answersSince(centre: Centre, store: JournalReader, agent: string, since: number): Body<'receipt-issued'>['forms'] {
  return store.saidBy(agent, since).flatMap(({ seq, act }) => {
    if (act.kind !== 'signoff-given' && act.kind !== 'late-remark') return [];
    const choice = act.kind === 'signoff-given' ? act.body.choice : act.body.stance;
    const { form, revision } = act.body;
    const contest = present(centre.forms.get(form), 'form').contest;
    return [{ contest, form, revision, kind: act.kind, choice, act: act.digest, seq }];
  });
}

function envelopeAt(store: JournalReader, seq: number): Envelope {
  for (const { bytes } of store.entries(seq, seq + 1)) {
    const json = parseCanonicalText(new TextDecoder().decode(bytes));
    if (json.ok) return (json.value as unknown as { act: Envelope }).act;
  }
  throw new Error(`broken invariant: no entry ${seq}`);
}

function sealHead(ledger: Ledger, device: DeviceKey): string {
  const { definition, journal, epoch } = ledger.centre();
  const origin = checkpointOrigin(definition.content.id, journal, epoch);
  const frontier = ledger.frontier();
  const checkpoint = { origin, size: frontier.size, root: rootOf(frontier) };
  return sealCheckpoint(checkpoint, device.publicKey.raw, device.sign(utf8(checkpointText(checkpoint))));
}
