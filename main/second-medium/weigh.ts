/**
 * Holds a receipt or a checkpoint that somebody brought against a history: is its head in it, is it newer, or does it speak of another
 * history? Only a head that a device of this very journal signed counts; anything else could be written by anybody.
 */
import type { Head } from '../../core/acts.ts';
import { type KnownJournal, strangerIn } from '../../core/known-journal.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { readWitness } from '../../core/witness.ts';
import type { BroughtFile, KnownHead, WeighedHead } from './contract.ts';

/** A history as far as it matters here. */
export interface Known extends KnownJournal {
  /** The root after so many entries; undefined beyond the end. */
  rootAt(size: number): string | undefined;
}

export function verdictOn({ rootAt }: Pick<Known, 'rootAt'>, { size, root }: Head): WeighedHead['verdict'] {
  const own = rootAt(size);
  if (own === undefined) return 'lost';
  return own === root ? 'held' : 'contradicted';
}

/** Refuses E-CONTENT for a file that is neither, or of another journal, or signed by no device of it. */
export function weigh(known: Known, { name, bytes }: BroughtFile): Result<WeighedHead> {
  const witness = readWitness(bytes);
  if (!witness.ok) return refuse('E-CONTENT', 'neither a receipt nor a checkpoint', name);
  const stranger = strangerIn(witness.value, known);
  if (stranger !== undefined) return refuse('E-CONTENT', stranger, name);
  const { size, root } = witness.value.head;
  const agent = witness.value.is === 'receipt' ? { agent: witness.value.receipt.act.body.agent } : {};
  return ok({ size, root, source: name, verdict: verdictOn(known, { size, root }), ...agent });
}

/** Each head once, those known from elsewhere first, the largest last. */
export function distinct(heads: readonly KnownHead[]): readonly KnownHead[] {
  const found = new Map(heads.map((head) => [`${head.size} ${head.root}`, head]));
  return [...found.values()].sort((a, b) => a.size - b.size);
}
