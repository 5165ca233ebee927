/**
 * What somebody brings to hold a journal to its word: an agent's receipt, the line from its slip, or a bare checkpoint. Each is a head
 * of a journal that a device signed. They are told apart by what is in them, and each must be sound by itself before it is held
 * against anything.
 */
import type { Head } from './acts.ts';
import { equalBytes, fromUtf8, toHex } from './bytes.ts';
import { keyHash, openCheckpoint } from './checkpoint.ts';
import type { PublicKey } from './keys.ts';
import { verifySignature } from './primitives.ts';
import { type Receipt, readReceipt } from './receipt.ts';
import { looksLikeReceiptLine, type ReceiptLine, readReceiptLine } from './receipt-line.ts';
import { ok, type Result } from './result.ts';

interface BareCheckpoint {
  readonly origin: string;
  readonly head: Head;
  /** Whether it names this key and this key signed it; a checkpoint brings no key of its own, only four bytes that hint at one. */
  isSignedBy(key: PublicKey): boolean;
}
export type Witness =
  | { readonly is: 'receipt'; readonly head: Head; readonly receipt: Receipt }
  | { readonly is: 'line'; readonly head: Head; readonly line: ReceiptLine }
  | { readonly is: 'checkpoint'; readonly head: Head; readonly checkpoint: BareCheckpoint };

/** How every checkpoint of this program begins. */
const CHECKPOINT_BEGINS = 'countersign/';

/** Whether a text is meant as a bare checkpoint, damaged or not. */
export function looksLikeCheckpoint(text: string): boolean {
  return text.startsWith(CHECKPOINT_BEGINS);
}

/** Reads what was brought. Refuses what is none of the three, and what is not sound: a wrong signature, a proof that does not hold. */
export function readWitness(bytes: Uint8Array): Result<Witness> {
  const text = fromUtf8(bytes) ?? '';
  if (looksLikeReceiptLine(text)) return lineWitness(text.trimEnd());
  if (looksLikeCheckpoint(text)) return checkpointWitness(text);
  const receipt = readReceipt(bytes);
  return receipt.ok ? ok({ is: 'receipt', head: receipt.value.act.body.head, receipt: receipt.value }) : receipt;
}

function lineWitness(text: string): Result<Witness> {
  const line = readReceiptLine(text);
  return line.ok ? ok({ is: 'line', head: line.value.head, line: line.value }) : line;
}

function checkpointWitness(text: string): Result<Witness> {
  const opened = openCheckpoint(text);
  if (!opened.ok) return opened;
  const { checkpoint, signed, signature, keyHash: hint } = opened.value;
  const head = { size: checkpoint.size, root: toHex(checkpoint.root) };
  const isSignedBy = (key: PublicKey) =>
    equalBytes(hint, keyHash(checkpoint.origin, key.raw)) && verifySignature(key.raw, signed, signature);
  return ok({ is: 'checkpoint', head, checkpoint: { origin: checkpoint.origin, head, isSignedBy } });
}

/** The first digits of the journal's id, which every one of them names. */
export function journalOf(witness: Witness): string {
  if (witness.is === 'checkpoint') return witness.checkpoint.origin.split('/').at(-2) ?? '';
  return (witness.is === 'line' ? witness.line.journal : witness.receipt.act.journal).slice(0, 16);
}

/** The whole name of the journal, which a line does not say. */
export function originOf(witness: Witness): string | undefined {
  if (witness.is === 'line') return undefined;
  return witness.is === 'checkpoint' ? witness.checkpoint.origin : witness.receipt.origin;
}

/** The device's key, where it is brought along. */
export function keyIn(witness: Witness): PublicKey | undefined {
  if (witness.is === 'checkpoint') return undefined;
  return witness.is === 'line' ? witness.line.device : witness.receipt.device;
}

export function isSignedBy(witness: Witness, key: PublicKey): boolean {
  return witness.is === 'checkpoint' ? witness.checkpoint.isSignedBy(key) : keyIn(witness)?.id === key.id;
}
