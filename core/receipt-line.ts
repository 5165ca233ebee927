/**
 * A receipt on one line of text, for the square code on an agent's slip: which journal, how long it was and its root at that moment,
 * which act lists the agent's answers. The device signs the line, so that the slip alone can be checked, and holds the journal to its
 * word as the receipt's file does. It is written in capitals, figures and colons, which a square code holds most densely.
 */
import type { ActOf } from './acts.ts';
import { fromHex, toHex, utf8 } from './bytes.ts';
import { type PublicKey, parseRawPublicKey } from './keys.ts';
import { SIGNATURE_LENGTH } from './points.ts';
import { verifySignature } from './primitives.ts';
import { ok, type Result, refuse } from './result.ts';

export interface ReceiptLine {
  readonly election: string;
  readonly journal: string;
  readonly head: { readonly size: number; readonly root: string };
  /** Digest of the act `receipt-issued`, which lists what the receipt covers. */
  readonly act: string;
  readonly device: PublicKey;
}

/** How every such line begins; the first version was not signed, and is not read any more. */
const LABEL = 'COUNTERSIGN:RECEIPT:2';
const DIGEST = '([0-9A-F]{64})';
const LINE = new RegExp(`^${LABEL}:${DIGEST}:${DIGEST}:(0|[1-9][0-9]{0,15}):${DIGEST}:${DIGEST}:${DIGEST}:([0-9A-F]{128})$`);

/** Whether somebody means this to be a receipt's line, damaged or not. */
export function looksLikeReceiptLine(text: string): boolean {
  return text.startsWith('COUNTERSIGN:RECEIPT:');
}

/** What the device signs: the line without its signature. */
export function receiptStatement({ election, journal, digest, body: { head } }: ActOf<'receipt-issued'>, device: PublicKey): string {
  return [LABEL, election, journal, head.size, head.root, digest, toHex(device.raw)].join(':').toUpperCase();
}

/** The whole line: the statement and the signature over its bytes. Throws unless that is 64 bytes. */
export function sealReceiptLine(statement: string, signature: Uint8Array): string {
  if (signature.length !== SIGNATURE_LENGTH) throw new TypeError('not a 64-byte signature');
  return `${statement}:${toHex(signature).toUpperCase()}`;
}

/** What a line says, if the device that it names signed it. Refuses E-CONTENT, E-KEY or E-SIGNATURE. */
export function readReceiptLine(text: string): Result<ReceiptLine> {
  const [whole, ...fields] = LINE.exec(text) ?? [];
  if (whole === undefined) return refuse('E-CONTENT', 'not the signed line of a receipt');
  const [election = '', journal = '', size = '', root = '', act = '', raw = '', sealed = ''] = fields.map((field) => field.toLowerCase());
  if (!Number.isSafeInteger(Number(size))) return refuse('E-CONTENT', 'a number that cannot be');
  const device = parseRawPublicKey(fromHex(raw) ?? new Uint8Array());
  if (!device.ok) return device;
  const statement = utf8(text.slice(0, text.lastIndexOf(':')));
  const isSigned = verifySignature(device.value.raw, statement, fromHex(sealed) ?? new Uint8Array());
  if (!isSigned) return refuse('E-SIGNATURE', `not made by key ${device.value.id}`);
  return ok({ election, journal, head: { size: Number(size), root }, act, device: device.value });
}
