/**
 * A certificate is what the commission (or, for its own agents, a party) signs about a key that was made at the centre: this key is
 * that person's. It turns *enrolled on site* into *certified*, at once or years later.
 */
import * as z from 'zod/mini';
import { utf8 } from './bytes.ts';
import { parseCanonical, parseCanonicalText } from './canonical.ts';
import type { SignedDefinition } from './definition.ts';
import { type OpenedEnvelope, openEnvelope, verifyEnvelope } from './envelope.ts';
import { type PublicKey, parsePublicKey } from './keys.ts';
import { ok, type Result, refuse } from './result.ts';
import { digestSchema, keySchema, personSchema } from './text.ts';

export const CERTIFICATE_KIND = 'certificate';

/** `election` and `person` are left out where the signer was shown nothing but a key; what stands there must hold. */
const certificateSchema = z.strictObject({
  key: keySchema,
  signer: keySchema,
  election: z.optional(digestSchema),
  person: z.optional(personSchema),
  role: z.optional(z.enum(['ro', 'dro', 'clerk', 'agent'])),
});
export type CertificateContent = z.infer<typeof certificateSchema>;

export interface Certificate {
  readonly key: PublicKey;
  readonly signer: PublicKey;
  readonly content: CertificateContent;
}

/** Opens a certificate and verifies its signature by the signer it names; whether that signer counts is for the caller. */
export function openCertificate(envelope: OpenedEnvelope): Result<Certificate> {
  if (envelope.kind !== CERTIFICATE_KIND) return refuse('E-ENVELOPE', `an envelope of kind ${envelope.kind} is not a certificate`);
  const json = parseCanonicalText(envelope.payloadText);
  if (!json.ok) return json;
  const content = certificateSchema.safeParse(json.value);
  if (!content.success) return refuse('E-CONTENT', z.prettifyError(content.error), 'certificate');
  const key = parsePublicKey(content.data.key);
  if (!key.ok) return key;
  const signer = parsePublicKey(content.data.signer);
  if (!signer.ok) return signer;
  const verified = verifyEnvelope(envelope, signer.value);
  return verified.ok ? ok({ key: key.value, signer: signer.value, content: content.data }) : verified;
}

/**
 * Reads a certificate for one election, as text of its envelope. Refuses one of another election, and one whose signer is neither
 * the commission nor a party that the definition gives a key (a party certifies agents only).
 */
export function readCertificate(text: string, definition: SignedDefinition): Result<Certificate> {
  const json = parseCanonical(utf8(text));
  if (!json.ok) return json;
  const envelope = openEnvelope(json.value);
  if (!envelope.ok) return envelope;
  const certificate = openCertificate(envelope.value);
  if (!certificate.ok) return certificate;
  const { content, signer } = certificate.value;
  if (content.election !== undefined && content.election !== definition.digest)
    return refuse('E-CONTENT', 'a certificate of another election');
  const byCommission = signer.id === definition.commission.id;
  const byParty = content.role === 'agent' && definition.content.parties.some((party) => party.key === signer.text);
  return byCommission || byParty ? certificate : refuse('E-SIGNATURE', 'signed neither by the commission nor by a party with a key');
}
