/**
 * Holds a receipt or a checkpoint that somebody brought against a history: is its head in it, is it newer, or does it speak of another
 * history? Only a head that a device of this very journal signed counts; anything else could be written by anybody.
 */
import type { Head } from '../../core/acts.ts';
import { fromUtf8, toHex } from '../../core/bytes.ts';
import { openCheckpoint, verifyCheckpoint } from '../../core/checkpoint.ts';
import { parsePublicKey } from '../../core/keys.ts';
import { checkpointOrigin, readReceipt } from '../../core/receipt.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { BroughtFile, KnownHead, WeighedHead } from './contract.ts';

/** A history as far as it matters here. */
export interface Known {
  /** The identifier of the election, by which checkpoints name their origin. */
  readonly election: string;
  readonly journal: string;
  readonly size: number;
  /** The root after so many entries; undefined beyond the end. */
  rootAt(size: number): string | undefined;
  /** The public keys of its devices, one for each epoch. */
  readonly devices: ReadonlySet<string>;
}

export function verdictOn({ rootAt }: Pick<Known, 'rootAt'>, { size, root }: Head): WeighedHead['verdict'] {
  const own = rootAt(size);
  if (own === undefined) return 'lost';
  return own === root ? 'held' : 'contradicted';
}

/** Refuses E-CONTENT for a file that is neither, or of another journal, or signed by no device of it. */
export function weigh(known: Known, { name, bytes }: BroughtFile): Result<WeighedHead> {
  const receipt = readReceipt(bytes);
  const head = receipt.ok ? ok({ ...receipt.value.act.body.head, source: name }) : headOfCheckpoint(known, name, bytes);
  if (!head.ok) return head;
  if (!receipt.ok) return ok({ ...head.value, verdict: verdictOn(known, head.value) });
  const { act, device } = receipt.value;
  if (act.journal !== known.journal) return refuse('E-CONTENT', 'a receipt of another journal', name);
  if (!known.devices.has(device.text)) return refuse('E-CONTENT', 'signed by no device of this journal', name);
  return ok({ ...head.value, verdict: verdictOn(known, head.value), agent: act.body.agent });
}

function headOfCheckpoint(known: Known, name: string, bytes: Uint8Array): Result<KnownHead> {
  const text = fromUtf8(bytes) ?? '';
  const opened = openCheckpoint(text);
  if (!opened.ok) return refuse('E-CONTENT', 'neither a receipt nor a checkpoint', name);
  const { origin } = opened.value.checkpoint;
  if (!origin.startsWith(checkpointOrigin(known.election, known.journal, 0).slice(0, -1)))
    return refuse('E-CONTENT', 'a checkpoint of another journal', name);
  for (const device of known.devices) {
    const key = parsePublicKey(device);
    const verified = key.ok ? verifyCheckpoint(text, key.value.raw, origin) : key;
    if (verified.ok) return ok({ size: verified.value.size, root: toHex(verified.value.root), source: name });
  }
  return refuse('E-CONTENT', 'signed by no device of this journal', name);
}

/** Each head once, those known from elsewhere first, the largest last. */
export function distinct(heads: readonly KnownHead[]): readonly KnownHead[] {
  const found = new Map(heads.map((head) => [`${head.size} ${head.root}`, head]));
  return [...found.values()].sort((a, b) => a.size - b.size);
}
