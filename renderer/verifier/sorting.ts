/**
 * What somebody has dropped or pasted is told by what is in it, not by its name: a bundle, a public key, a receipt, certificates. A
 * private key is refused by name, because whoever carries one about should know.
 */

import { utf8 } from '../../core/bytes.ts';
import { CERTIFICATE_KIND } from '../../core/certificate.ts';
import { parseEnvelopeFile } from '../../core/envelope.ts';
import { fromPem, type PublicKey, parsePublicKey } from '../../core/keys.ts';
import { readReceipt } from '../../core/receipt.ts';
import { looksLikeReceiptLine } from '../../core/receipt-line.ts';
import type { Result } from '../../core/result.ts';
import type { BroughtReceipt } from '../../core/verify-receipts.ts';
import { looksLikeCheckpoint } from '../../core/witness.ts';

export type Sorted =
  | { readonly is: 'bundle'; readonly file: File }
  | { readonly is: 'key'; readonly name: string; readonly key: PublicKey }
  | { readonly is: 'receipt'; readonly receipt: BroughtReceipt }
  | { readonly is: 'certificates'; readonly name: string; readonly text: string }
  | { readonly is: 'private-key' | 'unknown'; readonly name: string };

/** No key, receipt or list of certificates comes near this. */
const LARGEST_TEXT = 4 * 1024 * 1024;
/** How every ZIP file with members begins. */
const CONTAINER = 'PK\u0003\u0004';

export async function sortFile(file: File): Promise<Sorted> {
  const beginning = await file.slice(0, CONTAINER.length).text();
  if (beginning === CONTAINER || file.name.endsWith('.zip')) return { is: 'bundle', file };
  if (file.size > LARGEST_TEXT) return { is: 'unknown', name: file.name };
  return sortText(await file.text(), file.name);
}

/** `name` is how it will be spoken of. */
export function sortText(text: string, name: string): Sorted {
  const key = readKey(text);
  if (key.ok) return { is: 'key', name, key: key.value };
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) return { is: 'private-key', name };
  const line = text.trim();
  if (looksLikeReceiptLine(line)) return { is: 'receipt', receipt: { name, bytes: utf8(line) } };
  if (isReceipt(line) || looksLikeCheckpoint(line)) return { is: 'receipt', receipt: { name, bytes: utf8(`${line}\n`) } };
  if (areCertificates(text)) return { is: 'certificates', name, text };
  return { is: 'unknown', name };
}

/** A public key in PEM, or only its middle line. */
export function readKey(text: string): Result<PublicKey> {
  const pem = text.trim();
  return pem.startsWith('-----') ? fromPem(pem) : parsePublicKey(pem);
}

/** Also one that is damaged or forged, so that the verification can say so. */
function isReceipt(text: string): boolean {
  return readReceipt(utf8(`${text}\n`)).ok || /^\{"checkpoint":.*"receipt":/.test(text);
}

function areCertificates(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const opened = lines.map((line) => parseEnvelopeFile(utf8(line)));
  return opened.length > 0 && opened.every((one) => one.ok && one.value.kind === CERTIFICATE_KIND);
}
