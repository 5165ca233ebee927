/**
 * A receipt is what an agent takes away: which forms the agent answered and how, each act's digest and place, and a checkpoint of
 * the journal at that moment, all signed by the device. It can be checked alone, and against the published journal years later: a
 * journal from which one of those acts was cut cannot be shown again without this paper exposing it.
 */
import * as z from 'zod/mini';
import type { ActOf } from './acts.ts';
import { equalBytes, fromHex } from './bytes.ts';
import { canonicalBytes, parseCanonical } from './canonical.ts';
import { verifyCheckpoint } from './checkpoint.ts';
import { type Envelope, openEnvelope, verifyEnvelope } from './envelope.ts';
import { readAct } from './journal.ts';
import { type PublicKey, parsePublicKey } from './keys.ts';
import { ok, type Result, refuse } from './result.ts';
import { keySchema } from './text.ts';

const receiptSchema = z.strictObject({
  checkpoint: z.string().check(z.maxLength(2000)),
  device: keySchema,
  receipt: z.unknown(),
});

export interface Receipt {
  readonly act: ActOf<'receipt-issued'>;
  readonly device: PublicKey;
}

/** `countersign/<election>/<journal, 16 hex>/<epoch>`: names one journal on one device. */
export function checkpointOrigin(election: string, journal: string, epoch: number): string {
  return `countersign/${election}/${journal.slice(0, 16)}/${epoch}`;
}

/** The file of a receipt: canonical JSON and a final newline. */
export function receiptBytes(envelope: Envelope, checkpoint: string, device: string): Uint8Array {
  const json = canonicalBytes({ receipt: envelope, checkpoint, device });
  const file = new Uint8Array(json.length + 1);
  file.set(json);
  file[json.length] = 0x0a;
  return file;
}

/** Reads a receipt and checks all that it carries: both signatures by the device it names, and that they speak of one head. */
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
  return checkHead(act.value, parsed.data.checkpoint, device.value);
}

function checkHead(act: ActOf<'receipt-issued'>, text: string, device: PublicKey): Result<Receipt> {
  const origin = text.slice(0, text.indexOf('\n'));
  const checkpoint = verifyCheckpoint(text, device.raw, origin);
  if (!checkpoint.ok) return checkpoint;
  const { size, root } = act.body.head;
  const named = fromHex(root);
  const same = checkpoint.value.size === size && named !== undefined && equalBytes(named, checkpoint.value.root);
  return same ? ok({ act, device }) : refuse('E-CONTENT', 'receipt and checkpoint name different heads');
}
