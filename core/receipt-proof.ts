/**
 * What makes a receipt a proof by itself: the agent's own entries, whole as they stand in the journal, with the hashes that lead from
 * them to the root the device signed; and, where the agent had a receipt before, the hashes that show the journal only to have grown
 * since. So whoever holds the file needs no journal to see that the answers were in it.
 */
import * as z from 'zod/mini';
import type { ActOf } from './acts.ts';
import { fromHex, toHex } from './bytes.ts';
import { canonicalBytes, type Json, parseCanonical } from './canonical.ts';
import { type Entry, readEntry } from './journal.ts';
import { consistencyProof, rootOfLeaves, verifyConsistency } from './merkle.ts';
import { proveTogether, verifyTogether } from './merkle-together.ts';
import { must, ok, type Result, refuse } from './result.ts';
import { digestSchema, sizeSchema } from './text.ts';

type ReceiptAct = ActOf<'receipt-issued'>;

const hashes = z.array(digestSchema);
export const proofFields = {
  entries: z.array(z.unknown()),
  path: hashes,
  earlier: z.optional(z.strictObject({ size: sizeSchema, root: digestSchema, proof: hashes })),
};

export interface ReceiptProof {
  /** Entries of the journal, in its order. */
  readonly entries: readonly unknown[];
  readonly path: readonly string[];
  /** The head on the agent's receipt before this one. */
  readonly earlier?: EarlierHead | undefined;
}
interface EarlierHead {
  readonly size: number;
  readonly root: string;
  readonly proof: readonly string[];
}

/** The proof for entries at these places, of a journal with these leaf hashes; `since` is how many entries an earlier receipt saw. */
export function proveReceipt(
  leaves: readonly Uint8Array[],
  stored: readonly { readonly seq: number; readonly bytes: Uint8Array }[],
  since: number | undefined,
): ReceiptProof {
  const path = proveTogether(
    leaves,
    stored.map(({ seq }) => seq),
  ).map(toHex);
  const entries = stored.map(({ bytes }): Json => must(parseCanonical(bytes)));
  if (since === undefined) return { entries, path };
  const proof = consistencyProof(leaves, since, leaves.length).map(toHex);
  return { entries, path, earlier: { size: since, root: toHex(rootOfLeaves(leaves, since)), proof } };
}

/** That every answer the act lists is one of these entries, and they stand under its head, which began with the earlier one. */
export function checkProof(act: ReceiptAct, { entries: given, path, earlier }: ReceiptProof): Result<undefined> {
  const entries: Entry[] = [];
  for (const json of given) {
    const entry = readEntry(canonicalBytes(json));
    if (!entry.ok) return entry;
    entries.push(entry.value);
  }
  const { size, root } = act.body.head;
  const { forms } = act.body;
  const fits = entries.length === forms.length && forms.every((form, at) => isAnswer(act, form, entries[at]));
  if (!fits) return refuse('E-CONTENT', 'the entries are not the answers that the receipt lists');
  const placed = entries.map(({ seq, leaf }) => ({ place: seq, leaf }));
  if (!verifyTogether(size, placed, bytesOf(path), bytesOf([root])[0] ?? new Uint8Array()))
    return refuse('E-CONTENT', 'the entries do not stand under the head that the receipt names');
  return earlier === undefined || isBeginning(earlier, act.body.head)
    ? ok(undefined)
    : refuse('E-CONTENT', 'the journal did not only grow since the earlier receipt');
}

function isAnswer(receipt: ReceiptAct, form: ReceiptAct['body']['forms'][number], entry: Entry | undefined): boolean {
  if (entry === undefined) return false;
  const { seq, act } = entry;
  if (act.kind !== 'signoff-given' && act.kind !== 'late-remark') return false;
  const choice = act.kind === 'signoff-given' ? act.body.choice : act.body.stance;
  const isOfReceipt = act.election === receipt.election && act.journal === receipt.journal && act.by.person === receipt.body.agent;
  const isListed = act.digest === form.act && seq === form.seq && act.kind === form.kind && choice === form.choice;
  return isOfReceipt && isListed && act.body.form === form.form && act.body.revision === form.revision;
}

function isBeginning({ size, root, proof }: EarlierHead, head: ReceiptAct['body']['head']): boolean {
  const [older, newer] = bytesOf([root, head.root]);
  return older !== undefined && newer !== undefined && verifyConsistency(size, head.size, older, newer, bytesOf(proof));
}

function bytesOf(digests: readonly string[]): readonly Uint8Array[] {
  return digests.flatMap((digest) => fromHex(digest) ?? []);
}
