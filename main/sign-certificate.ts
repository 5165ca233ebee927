/** Signs certificates: what the commission, or a party for its agents, says about a key that was made at the centre. */
import type { KeyObject } from 'node:crypto';
import { canonical, canonicalBytes } from '../core/canonical.ts';
import { CERTIFICATE_KIND, type CertificateContent } from '../core/certificate.ts';
import { payloadType, preAuthenticationEncoding, sealEnvelope } from '../core/envelope.ts';
import { publicKeyOf, signWith } from '../db/signing.ts';

/** Whose key is certified; the signer is added. */
export type Holder = Omit<CertificateContent, 'signer'>;

/** The canonical text of the certificate's envelope. */
export function signCertificate(holder: Holder, key: KeyObject): string {
  const signer = publicKeyOf(key);
  const payload = canonicalBytes({ ...holder, signer: signer.text });
  const signature = signWith(key, preAuthenticationEncoding(payloadType(CERTIFICATE_KIND), payload));
  return canonical(sealEnvelope(CERTIFICATE_KIND, payload, signer.id, signature));
}
