/**
 * A receipt is what an agent takes away: which forms the agent answered and how, each act's digest and place, and a checkpoint of
 * the journal at that moment, all signed by the device, with the proof that the acts stand under that checkpoint. It can be checked
 * alone, and against the published journal years later: a journal from which one of those acts was cut cannot be shown again without
 * this paper exposing it.
 */
import * as z from 'zod/mini';
import { type ActOf, signatureSchema } from './acts.ts';
import { equalBytes, fromHex } from './bytes.ts';
import { canonicalBytes, parseCanonical } from './canonical.ts';
import { verifyCheckpoint } from './checkpoint.ts';
import { type Envelope, openEnvelope, verifyEnvelope } from './envelope.ts';
import { readAct } from './journal.ts';
import { type PublicKey, parsePublicKey } from './keys.ts';
import { fromBase64 } from './primitives.ts';
import { readReceiptLine, receiptStatement, sealReceiptLine } from './receipt-line.ts';
import { checkProof, proofFields, type ReceiptProof } from './receipt-proof.ts';
import { ok, type Result, refuse } from './result.ts';
import { keySchema } from './text.ts';

const receiptSchema = z.strictObject({
  ...proofFields,
  checkpoint: z.string().check(z.maxLength(2000)),
  device: keySchema,
  lineSignature: signatureSchema,
  receipt: z.unknown(),
});

export interface Receipt {
  readonly act: ActOf<'receipt-issued'>;
  readonly device: PublicKey;
  /** Of the journal that the checkpoint names. */
  readonly origin: string;
  /** The signed line of the square code. */
  readonly line: string;
  /** The head of the agent's receipt before, with which this one's history is proved to begin. */
  readonly earlier?: { readonly size: number; readonly root: string } | undefined;
}

/** `countersign/<election>/<journal, 16 hex>/<epoch>`: names one journal on one device. */
export function checkpointOrigin(election: string, journal: string, epoch: number): string {
  return `countersign/${election}/${journal.slice(0, 16)}/${epoch}`;
}

export interface ReceiptParts extends ReceiptProof {
  readonly receipt: Envelope;
  readonly checkpoint: string;
  readonly device: string;
  /** Base64 of the device's signature over the statement of the line. */
  readonly lineSignature: string;
}

/** The file of a receipt: canonical JSON and a final newline. */
export function receiptBytes(parts: ReceiptParts): Uint8Array {
  const json = canonicalBytes(parts);
  const file = new Uint8Array(json.length + 1);
  file.set(json);
  file[json.length] = 0x0a;
  return file;
}

/** Reads a receipt and checks all that it carries: the device's three signatures, that they speak of one head, and the proof. */
export function readReceipt(file: Uint8Array): Result<Receipt> {
  if (file.at(-1) !== 0x0a) return refuse('E-CONTENT', 'a receipt ends with a line feed');
  const json = parseCanonical(file.subarray(0, -1));
  if (!json.ok) return json;
  const parsed = receiptSchema.safeParse(json.value);
  if (!parsed.success) return refuse('E-CONTENT', z.prettifyError(parsed.error), 'receipt');
  const device = parsePublicKey(parsed.data.device);
  if (!device.ok) return device;
  const envelope = openEnvelope(parsed.data.receipt as never);
  if (!envelope.ok) return envelope;
  const verified = verifyEnvelope(envelope.value, device.value);
  if (!verified.ok) return verified;
  const act = readAct(envelope.value);
  if (!act.ok) return act;
  if (act.value.kind !== 'receipt-issued') return refuse('E-CONTENT', `a ${act.value.kind} is not a receipt`);
  return checkParts(act.value, device.value, parsed.data);
}

function checkParts(act: ActOf<'receipt-issued'>, device: PublicKey, parts: z.infer<typeof receiptSchema>): Result<Receipt> {
  const origin = checkHead(act, parts.checkpoint, device);
  if (!origin.ok) return origin;
  const line = lineOf(act, device, parts.lineSignature);
  if (!line.ok) return line;
  const proof = checkProof(act, parts);
  if (!proof.ok) return proof;
  const { earlier } = parts;
  return ok({ act, device, origin: origin.value, line: line.value, ...(earlier === undefined ? {} : { earlier: headOf(earlier) }) });
}

function headOf({ size, root }: { readonly size: number; readonly root: string }) {
  return { size, root };
}

/** The checkpoint's origin, if it is of the head that the act names. */
function checkHead(act: ActOf<'receipt-issued'>, text: string, device: PublicKey): Result<string> {
  const origin = text.slice(0, text.indexOf('\n'));
  const checkpoint = verifyCheckpoint(text, device.raw, origin);
  if (!checkpoint.ok) return checkpoint;
  const { size, root } = act.body.head;
  const named = fromHex(root);
  const same = checkpoint.value.size === size && named !== undefined && equalBytes(named, checkpoint.value.root);
  if (!same) return refuse('E-CONTENT', 'receipt and checkpoint name different heads');
  const isOfJournal = origin.split('/').at(-2) === act.journal.slice(0, 16);
  return isOfJournal ? ok(origin) : refuse('E-CONTENT', 'receipt and checkpoint name different journals');
}

function lineOf(act: ActOf<'receipt-issued'>, device: PublicKey, signature: string): Result<string> {
  const bytes = fromBase64(signature);
  if (!bytes.ok) return bytes;
  const line = sealReceiptLine(receiptStatement(act, device), bytes.value);
  const read = readReceiptLine(line);
  return read.ok ? ok(line) : read;
}
