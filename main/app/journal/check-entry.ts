/**
 * One act of the journal checked again while somebody looks at it: its bytes, its signature, whose key that was, its place in the
 * tree, and the head its signer saw. Nothing here relies on what the office remembers of the act; the leaves are hashed anew.
 */
import { setImmediate } from 'node:timers/promises';
import { equalBytes, toHex } from '../../../core/bytes.ts';
import type { EntryCheck } from '../../../core/contract/journal.ts';
import { verifyEnvelope } from '../../../core/envelope.ts';
import { type Entry, introduceKeys, readEntry, signingKey } from '../../../core/journal.ts';
import type { PublicKey } from '../../../core/keys.ts';
import { appendLeaf, emptyFrontier, type Frontier, rootOf } from '../../../core/merkle.ts';
import { namedInDefinition } from '../../../core/people.ts';
import type { Result } from '../../../core/result.ts';
import type { Centre } from '../../../core/state.ts';
import type { JournalReader, StoredEntry } from '../../../db/journal-store.ts';

/** The root after so many entries, from their leaves. */
export type Heads = (size: number) => Promise<string>;

const STEP = 512;
/** Leaves hashed at one go: a hundredth of a second's work, so that nobody else waits for a whole night. */
const PIECE = 2048;

/** Remembers a frontier now and then, so that only the first look at a late act hashes the whole night. */
export function headsOf(store: Pick<JournalReader, 'leaves'>): Heads {
  const known: Frontier[] = [emptyFrontier];
  return async (size) => {
    const step = Math.min(Math.floor(size / STEP), known.length - 1);
    let frontier = known[step] ?? emptyFrontier;
    while (frontier.size < size) {
      const leaves = store.leaves(frontier.size, Math.min(frontier.size + PIECE, size));
      for (const leaf of leaves) {
        frontier = appendLeaf(frontier, leaf);
        if (frontier.size % STEP === 0) known[frontier.size / STEP] = frontier;
      }
      if (leaves.length < PIECE) break;
      await setImmediate();
    }
    return toHex(rootOf(frontier));
  };
}

export interface Checked {
  readonly store: JournalReader;
  readonly centre: Centre;
  readonly heads: Heads;
}

export async function checkEntry(
  { store, centre, heads }: Checked,
  stored: StoredEntry,
  { act, envelope, leaf, seq }: Entry,
): Promise<readonly EntryCheck[]> {
  const columns = stored.kind === act.kind && stored.at === act.at && stored.person === act.by.person && stored.seq === seq;
  const key = keyBehind({ store, centre }, stored.seq, act);
  const { size, root } = act.saw;
  return [
    check('bytes', columns && equalBytes(leaf, stored.leaf)),
    check('signature', key.ok && verifyEnvelope(envelope, key.value).ok),
    { ...check('key', key.ok), ...(key.ok ? { standing: standingOf(centre, act, key.value) } : {}) },
    check('place', toHex(stored.root) === (await heads(stored.seq + 1))),
    check('saw', size <= stored.seq && root === (await heads(size))),
  ];
}

function check(name: EntryCheck['name'], isSound: boolean): EntryCheck {
  return { name, status: isSound ? 'passed' : 'failed' };
}

/** The key that the act's speaker had introduced by then. */
function keyBehind({ store, centre }: Omit<Checked, 'heads'>, seq: number, act: Entry['act']): Result<PublicKey> {
  const introduced = new Map<string, string>();
  const known = centre.keys.get(act.by.key);
  if (known?.person === act.by.person) introduced.set(act.by.key, known.text);
  else for (const entry of introductions(store, seq, act)) introduceKeys(entry.act, introduced);
  return signingKey(act, introduced);
}

/** The acts that may have introduced a key: a device's with the creation and each restore, a person's with an own enrolment. */
function introductions(store: JournalReader, seq: number, { by }: Entry['act']): readonly Entry[] {
  const asked = { before: seq + 1, limit: 1000 };
  const stored =
    by.role === 'device'
      ? [...store.entries(0, 1), ...store.newest({ ...asked, kind: 'backup-restored' })]
      : store.newest({ ...asked, kind: 'person-enrolled', person: by.person });
  return stored.flatMap(({ bytes }) => {
    const entry = readEntry(bytes);
    return entry.ok ? [entry.value] : [];
  });
}

function standingOf(centre: Centre, { by }: Entry['act'], key: PublicKey): NonNullable<EntryCheck['standing']> {
  if (by.role === 'device') return 'device';
  if (namedInDefinition(centre, by.person)?.key === key.text) return 'named';
  return centre.certified.has(by.key) ? 'certified' : 'on site';
}
