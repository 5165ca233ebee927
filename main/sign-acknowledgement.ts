/** Signs the national centre's acknowledgement of a summary that was verified there. */
import type { KeyObject } from 'node:crypto';
import { ACKNOWLEDGEMENT_KIND, type Acknowledgement } from '../core/acknowledgement.ts';
import { canonical, canonicalBytes } from '../core/canonical.ts';
import { payloadType, preAuthenticationEncoding, sealEnvelope } from '../core/envelope.ts';
import { publicKeyOf, signWith } from '../db/signing.ts';

/** The canonical text of the acknowledgement's envelope; the signer is added. */
export function signAcknowledgement(content: Omit<Acknowledgement, 'signer'>, key: KeyObject): string {
  const signer = publicKeyOf(key);
  const payload = canonicalBytes({ ...content, signer: signer.text });
  const signature = signWith(key, preAuthenticationEncoding(payloadType(ACKNOWLEDGEMENT_KIND), payload));
  return canonical(sealEnvelope(ACKNOWLEDGEMENT_KIND, payload, signer.id, signature));
}
