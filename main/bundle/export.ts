/**
 * Puts a contest's bundle together from the journal, the scans and the device key. A declared version ends at the act that declared
 * it, so that exporting it again, years later and after further acts, gives the same bytes; before that the bundle is provisional
 * and ends at the journal's head. After a restore, which brings a new device, it ends no earlier than where the restore was confirmed.
 */
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Act } from '../../core/acts.ts';
import {
  type BundleState,
  CHECKPOINT,
  DEFINITION,
  type Edition,
  JOURNAL,
  MANIFEST,
  MANIFEST_KIND,
  misplacedMember,
  README,
  readmeText,
  SUMMARY,
  scanMember,
} from '../../core/bundle.ts';
import { concat, digest, utf8 } from '../../core/bytes.ts';
import { canonicalBytes } from '../../core/canonical.ts';
import { checkpointText, sealCheckpoint } from '../../core/checkpoint.ts';
import { encodeContainer, type Member } from '../../core/container.ts';
import { payloadType, preAuthenticationEncoding, sealEnvelope } from '../../core/envelope.ts';
import { hiddenLine, readEntry } from '../../core/journal.ts';
import { openDataMembers } from '../../core/open-data/members.ts';
import { checkpointOrigin } from '../../core/receipt.ts';
import { type Follower, follower } from '../../core/replay.ts';
import { must, ok, present, type Result, refuse } from '../../core/result.ts';
import { isShownIn, scopeFollower } from '../../core/scope.ts';
import { type Centre, contestStateOf, emptyCentre } from '../../core/state.ts';
import { type SummaryContent, summaryBytes } from '../../core/summary.ts';
import { summaryAtEnd } from '../../core/verify-summary.ts';
import type { DeviceKey } from '../../db/device-key.ts';
import { discard } from '../../db/durable.ts';
import type { JournalReader, StoredEntry } from '../../db/journal-store.ts';
import type { Scans } from '../../db/scans.ts';

export interface ExportSource {
  readonly centre: Centre;
  readonly store: JournalReader;
  readonly scans: Scans;
  readonly device: Pick<DeviceKey, 'publicKey' | 'sign'>;
  /** The journal as this contest's bundle shows it, where it was followed to its end already. */
  readonly followed?: Follower;
}
export interface ExportOrder {
  readonly contest: string;
  readonly edition: Edition;
  /** Of the declared versions; the latest where none is named. */
  readonly version?: number;
  /**
   * Papers made from the content that is exported, in the order in which they stand: the form, then the error report. Whoever makes
   * them makes the same bytes each time.
   */
  readonly renderings?: readonly Member[];
}

interface Ending {
  readonly size: number;
  readonly content?: SummaryContent;
}

/** Where the journal of this bundle ends, and the declared content where there is one. */
function endingOf({ centre, store }: ExportSource, { contest, version }: ExportOrder): Result<Ending> {
  const { declared, superseded } = contestStateOf(centre, contest);
  const versions = declared === undefined ? superseded : [...superseded, declared];
  const wanted = version === undefined ? declared : versions.find(({ number }) => number === version);
  const introduced = centre.restores.at(-1)?.confirmed ?? 0;
  if (wanted !== undefined) return ok({ size: Math.max(wanted.declared.seq, introduced) + 1, content: wanted.content });
  return version === undefined ? ok({ size: store.size() }) : refuse('R-NOT-DECLARED', `version ${version} of ${contest}`);
}

interface Shown {
  readonly journal: Uint8Array;
  readonly scans: ReadonlyMap<string, { readonly name: string; readonly size: number }>;
  readonly last: StoredEntry;
  readonly content: SummaryContent;
  readonly state: BundleState;
}

/** The journal as this contest's bundle shows it, and what follows from that. */
function showJournal(source: ExportSource, contest: string, ending: Ending): Shown {
  const scopeOf = scopeFollower();
  const parts: Uint8Array[] = [];
  const scans = new Map<string, { name: string; size: number }>();
  const partial = ending.content === undefined && source.followed === undefined ? partialFollower(source.centre, contest) : undefined;
  let last: StoredEntry | undefined;
  for (const stored of source.store.entries(0, ending.size)) {
    const entry = must(readEntry(stored.bytes));
    const isShown = isShownIn(contest, scopeOf(entry.act));
    parts.push(isShown ? stored.bytes : hiddenLine(stored.seq, stored.leaf), NEWLINE);
    if (isShown) noteScan(entry.act, scans);
    if (isShown) partial?.follow(entry);
    else partial?.followHidden(stored.seq, entry.leaf);
    last = stored;
  }
  const derived = ending.content === undefined ? provisional(present(partial ?? source.followed, 'a journal'), contest) : undefined;
  const content = ending.content ?? present(derived?.content, 'content');
  return { journal: concat(...parts), scans, last: present(last, 'an entry'), content, state: derived?.state ?? 'declared' };
}

const NEWLINE = utf8('\n');

/** A provisional account is derived from what the bundle shows, as its reader will derive it. */
export function partialFollower(centre: Centre, contest: string): Follower {
  const hidden = [...centre.roll.contests.keys()].filter((id) => id !== contest);
  return follower({ ...emptyCentre(centre.definition), hidden });
}

function provisional(partial: Follower, contest: string) {
  const size = partial.frontier().size;
  return summaryAtEnd(partial.centre(), contest, { size, root: present(partial.rootAt(size), 'root') });
}

function noteScan(act: Act, scans: Map<string, { name: string; size: number }>): void {
  if (act.kind !== 'scan-attached') return;
  const { scan, mediaType, size } = act.body;
  scans.set(scan, { name: scanMember(scan, mediaType), size });
}

export interface ExportedBundle {
  readonly members: Iterable<Member>;
  readonly content: SummaryContent;
  readonly state: BundleState;
}

/** The members of a bundle, in order; scans are read one at a time. Refuses a contest that is not held, and missing scans. */
export function bundleOf(source: ExportSource, order: ExportOrder): Result<ExportedBundle> {
  if (!source.centre.contests.includes(order.contest)) return refuse('R-NOT-IN-CONTEST', order.contest);
  if (source.centre.restoring !== undefined) return refuse('R-RESTORE-UNCONFIRMED');
  if (source.device.publicKey.id !== source.centre.device) return refuse('E-KEY', 'this device key is not the one of the journal');
  const ending = endingOf(source, order);
  if (!ending.ok) return ending;
  const shown = showJournal(source, order.contest, ending.value);
  const scans = order.edition === 'official' ? [...shown.scans].sort(([, a], [, b]) => (a.name < b.name ? -1 : 1)) : [];
  const missing = scans.find(([scan]) => source.scans.read(scan) === undefined);
  if (missing !== undefined) return refuse('E-FILE', 'a scan is missing or altered', missing[1].name);
  const leading = [...leadingMembers(source, shown, order.edition), ...(order.renderings ?? [])];
  const listed = [
    ...leading.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: digest(bytes) })),
    ...scans.map(([sha256, { name, size }]) => ({ name, size, sha256 })),
  ];
  const misplaced = misplacedMember([...listed.map(({ name }) => name), MANIFEST]);
  if (misplaced !== undefined) throw new Error(`broken invariant: ${misplaced} has no place in a bundle`);
  const manifest = sealedManifest(source, order, listed);
  const members = function* (): Generator<Member> {
    yield* leading;
    for (const [scan, { name }] of scans) yield { name, bytes: present(source.scans.read(scan), 'scan') };
    yield { name: MANIFEST, bytes: manifest };
  };
  return ok({ members: members(), content: shown.content, state: shown.state });
}

function leadingMembers({ store, device, centre }: ExportSource, shown: Shown, edition: Edition): readonly Member[] {
  const summary = summaryBytes(shown.content);
  const checkpoint = {
    origin: checkpointOrigin(centre.definition.content.id, centre.journal, centre.epoch),
    size: shown.last.seq + 1,
    root: new Uint8Array(shown.last.root),
  };
  const signature = device.sign(utf8(checkpointText(checkpoint)));
  return [
    { name: README, bytes: utf8(readmeText(shown.content, digest(summary), shown.state, edition)) },
    { name: SUMMARY, bytes: summary },
    { name: DEFINITION, bytes: present(store.definition(), 'definition').bytes },
    { name: JOURNAL, bytes: shown.journal },
    { name: CHECKPOINT, bytes: utf8(sealCheckpoint(checkpoint, device.publicKey.raw, signature)) },
    ...openDataMembers(shown.content, shown.state),
  ];
}

function sealedManifest({ centre, device }: ExportSource, order: ExportOrder, members: readonly object[]): Uint8Array {
  const { contest, edition } = order;
  const election = centre.definition.digest;
  const payload = canonicalBytes({
    kind: 'manifest',
    election,
    journal: centre.journal,
    contest,
    edition,
    device: device.publicKey.text,
    members,
  });
  const signature = device.sign(preAuthenticationEncoding(payloadType(MANIFEST_KIND), payload));
  return canonicalBytes(sealEnvelope(MANIFEST_KIND, payload, device.publicKey.id, signature));
}

/** Writes the container durably: under a temporary name, flushed, then renamed; nothing is left behind where that fails. */
export function writeBundle(file: string, bundle: ExportedBundle): void {
  const temporary = `${file}.part`;
  try {
    writePieces(temporary, bundle);
    renameSync(temporary, file);
  } finally {
    discard(temporary);
  }
  const folder = openSync(path.dirname(path.resolve(file)), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

function writePieces(file: string, { members }: ExportedBundle): void {
  const handle = openSync(file, 'w');
  try {
    for (const piece of encodeContainer(members)) writeSync(handle, piece);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
