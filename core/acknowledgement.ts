/**
 * The national centre's acknowledgement: a signed receipt that this very summary, by its digest, has arrived and was verified there. It
 * is signed by the commission's key, or by a key to which the commission gave a certificate that names no person and no role; so nobody
 * at a constituency's centre can acknowledge what they sent themselves.
 */
import * as z from 'zod/mini';
import { utf8 } from './bytes.ts';
import { parseCanonical, parseCanonicalText } from './canonical.ts';
import { readCertificate } from './certificate.ts';
import type { SignedDefinition } from './definition.ts';
import { type OpenedEnvelope, openEnvelope, verifyEnvelope } from './envelope.ts';
import { type PublicKey, parsePublicKey } from './keys.ts';
import { ok, type Result, refuse } from './result.ts';
import { contestSchema, digestSchema, keySchema, nameSchema, timeSchema } from './text.ts';

export const ACKNOWLEDGEMENT_KIND = 'acknowledgement';

const acknowledgementSchema = z.strictObject({
  signer: keySchema,
  /** The canonical text of the envelope by which the commission vouches for `signer`; left out where the commission itself signs. */
  certificate: z.optional(z.string().check(z.minLength(1), z.maxLength(4000))),
  election: digestSchema,
  journal: digestSchema,
  contest: contestSchema,
  version: z.int().check(z.minimum(1)),
  summary: digestSchema,
  at: timeSchema,
  /** Who acknowledges, in words. */
  by: nameSchema,
});
export type Acknowledgement = z.infer<typeof acknowledgementSchema>;

/** What a file says, whoever wrote it: nothing of it is verified yet. */
export interface OpenedAcknowledgement {
  readonly envelope: OpenedEnvelope;
  readonly content: Acknowledgement;
  readonly signer: PublicKey;
}

/** Opens an acknowledgement, as text of its envelope, without judging it. */
export function openAcknowledgement(text: string): Result<OpenedAcknowledgement> {
  const json = parseCanonical(utf8(text));
  if (!json.ok) return json;
  const envelope = openEnvelope(json.value);
  if (!envelope.ok) return envelope;
  const content = contentOf(envelope.value);
  if (!content.ok) return content;
  const signer = parsePublicKey(content.value.signer);
  return signer.ok ? ok({ envelope: envelope.value, content: content.value, signer: signer.value }) : signer;
}

/** Reads an acknowledgement for one election. Refuses one that the commission does not stand behind. */
export function readAcknowledgement(text: string, definition: SignedDefinition): Result<Acknowledgement> {
  const opened = openAcknowledgement(text);
  if (!opened.ok) return opened;
  const { envelope, content, signer } = opened.value;
  const verified = verifyEnvelope(envelope, signer);
  if (!verified.ok) return verified;
  if (content.election !== definition.digest) return refuse('E-CONTENT', 'an acknowledgement of another election');
  const vouched = vouchFor(signer, content.certificate, definition);
  return vouched.ok ? ok(content) : vouched;
}

function contentOf({ kind, payloadText }: OpenedEnvelope): Result<Acknowledgement> {
  if (kind !== ACKNOWLEDGEMENT_KIND) return refuse('E-ENVELOPE', `an envelope of kind ${kind} is not an acknowledgement`);
  const json = parseCanonicalText(payloadText);
  if (!json.ok) return json;
  const content = acknowledgementSchema.safeParse(json.value);
  return content.success ? ok(content.data) : refuse('E-CONTENT', z.prettifyError(content.error), 'acknowledgement');
}

/** That the commission stands behind a key that belongs to nobody at a constituency's centre. */
export function vouchFor(signer: PublicKey, certificateText: string | undefined, definition: SignedDefinition): Result<undefined> {
  if (signer.id === definition.commission.id) return ok(undefined);
  if (certificateText === undefined) return refuse('E-SIGNATURE', 'not signed by the commission, and without its certificate');
  const certificate = readCertificate(certificateText, definition);
  if (!certificate.ok) return certificate;
  const { key, signer: voucher, content } = certificate.value;
  if (key.id !== signer.id || voucher.id !== definition.commission.id)
    return refuse('E-SIGNATURE', 'the certificate is not the commission’s for this key');
  const isPersonal = content.person !== undefined || content.role !== undefined;
  return isPersonal ? refuse('E-SIGNATURE', 'the certificate is for a person at a centre') : ok(undefined);
}
