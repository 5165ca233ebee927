/**
 * A receipt as the device would sign it if somebody made it say something else: with the answers changed, and a journal invented
 * around them, so that signatures and proofs fit. Only what agents and bundles hold besides can tell.
 */
import type { Body } from '../../core/acts.ts';
import { digest, toHex, utf8 } from '../../core/bytes.ts';
import { canonicalBytes } from '../../core/canonical.ts';
import { checkpointText, sealCheckpoint } from '../../core/checkpoint.ts';
import { payloadType, preAuthenticationEncoding, sealEnvelope } from '../../core/envelope.ts';
import { entryBytes } from '../../core/journal.ts';
import { leafHash, rootOfLeaves } from '../../core/merkle.ts';
import { sha256, toBase64 } from '../../core/primitives.ts';
import { receiptBytes } from '../../core/receipt.ts';
import { proveReceipt } from '../../core/receipt-proof.ts';
import type { DeviceKey } from '../../db/device-key.ts';

type Listed = Body<'receipt-issued'>['forms'][number];
type Device = Pick<DeviceKey, 'publicKey' | 'sign'>;

/** What an agent said, as its act's payload; and how the receipt lists it. */
export interface Answer {
  readonly listed: Listed;
  readonly said: Said;
}
interface Said {
  readonly kind: string;
  readonly at: string;
  readonly by: { readonly key: string };
  readonly body: object;
}

interface ReceiptFile {
  readonly checkpoint: string;
  readonly entries: readonly { readonly act: { readonly payload: string } }[];
  readonly receipt: { readonly payload: string };
}

/** The same receipt with other answers, in a journal of the same size whose other entries are `filling`. */
export function remade(
  bytes: Uint8Array,
  device: Device,
  change: (answers: readonly Answer[]) => readonly Answer[],
  filling = 'another entry',
): Uint8Array {
  const file: ReceiptFile = JSON.parse(Buffer.from(bytes).toString());
  const said = payloadOf(file.receipt);
  const answers = file.entries.map(({ act }, at): Answer => ({ listed: said.body.forms[at], said: payloadOf(act) }));
  const stored = change(answers).map((answer) => ({ ...answer, ...entered(answer) }));
  const leaves = Array.from({ length: said.body.head.size }, (_, seq) => sha256(utf8(`${filling} ${seq}`)));
  for (const { seq, bytes: entry } of stored) leaves[seq] = leafHash(entry);
  const head = { size: leaves.length, root: toHex(rootOfLeaves(leaves)) };
  const body = { ...said.body, head, forms: stored.map(({ listed, act }) => ({ ...listed, act })) };
  const payload = canonicalBytes({ ...said, body });
  const receipt = sealEnvelope('receipt-issued', payload, device.publicKey.id, device.sign(signedBytes('receipt-issued', payload)));
  const statement = [
    'COUNTERSIGN:RECEIPT:2',
    said.election,
    said.journal,
    head.size,
    head.root,
    digest(payload),
    toHex(device.publicKey.raw),
  ];
  const lineSignature = toBase64(device.sign(utf8(statement.join(':').toUpperCase())));
  const checkpoint = checkpointAt(file.checkpoint.split('\n')[0] ?? '', leaves, device);
  return receiptBytes({ ...proveReceipt(leaves, stored, undefined), receipt, checkpoint, device: device.publicKey.text, lineSignature });
}

function checkpointAt(origin: string, leaves: readonly Uint8Array[], device: Device): string {
  const head = { origin, size: leaves.length, root: rootOfLeaves(leaves) };
  return sealCheckpoint(head, device.publicKey.raw, device.sign(utf8(checkpointText(head))));
}

/** The entry of an answer; whether its agent signed it is not for a receipt to say. */
function entered({ listed: { seq }, said }: Answer): { readonly seq: number; readonly bytes: Uint8Array; readonly act: string } {
  const payload = canonicalBytes(said);
  const envelope = sealEnvelope(said.kind, payload, said.by.key, new Uint8Array(64));
  return { seq, bytes: entryBytes(seq, said.at, envelope), act: digest(payload) };
}

function signedBytes(kind: string, payload: Uint8Array): Uint8Array {
  return preAuthenticationEncoding(payloadType(kind), payload);
}

function payloadOf({ payload }: { readonly payload: string }) {
  return JSON.parse(Buffer.from(payload, 'base64').toString());
}
