/**
 * From a draft to a signed definition. The commission's public key is put into the draft, the whole is written down in its one
 * canonical form, and the commission signs that under the label of a definition. What comes out is read back before it is handed
 * over: a definition that the centre would refuse on the day is never written.
 */
import type { KeyObject } from 'node:crypto';
import { digest } from '../../core/bytes.ts';
import { canonicalBytes } from '../../core/canonical.ts';
import { DEFINITION_KIND, type Definition, readDefinition } from '../../core/definition.ts';
import { parseEnvelopeFile, payloadType, preAuthenticationEncoding, sealEnvelope } from '../../core/envelope.ts';
import type { PublicKey } from '../../core/keys.ts';
import { must, ok, type Result } from '../../core/result.ts';
import { publicKeyOf, signWith } from '../../db/signing.ts';
import type { DefinitionDraft } from './definition-folder.ts';

/** The bytes of definition.json, and the digest of what is signed: the one that stands on the commission's paper notice. */
export interface SignedFile {
  readonly bytes: Uint8Array;
  readonly digest: string;
}

function payloadOf(draft: DefinitionDraft, key: PublicKey): Uint8Array {
  const definition: Definition = { ...draft, commission: { ...draft.commission, key: key.text } };
  return canonicalBytes(definition);
}

/** Exactly the bytes the commission's key signs (DSSE pre-authentication encoding). */
export function bytesToSign(draft: DefinitionDraft, key: PublicKey): Uint8Array {
  return preAuthenticationEncoding(payloadType(DEFINITION_KIND), payloadOf(draft, key));
}

/**
 * The definition with a signature made elsewhere, 64 bytes. Refuses E-SIGNATURE if this key did not make it over this draft, and
 * E-CONTENT if the key is also somebody else's in the draft.
 */
export function sealDefinition(draft: DefinitionDraft, key: PublicKey, signature: Uint8Array): Result<SignedFile> {
  const payload = payloadOf(draft, key);
  const bytes = canonicalBytes(sealEnvelope(DEFINITION_KIND, payload, key.id, signature));
  const readBack = readDefinition(must(parseEnvelopeFile(bytes)));
  return readBack.ok ? ok({ bytes, digest: digest(payload) }) : readBack;
}

/** The definition signed with a key at hand. The same draft and key always give the same bytes. */
export function signDraft(draft: DefinitionDraft, privateKey: KeyObject): Result<SignedFile> {
  const key = publicKeyOf(privateKey);
  return sealDefinition(draft, key, signWith(privateKey, bytesToSign(draft, key)));
}

/** As `signDraft`, for drafts and keys that are known to be sound. */
export function signDefinition(draft: DefinitionDraft, privateKey: KeyObject): SignedFile {
  return must(signDraft(draft, privateKey));
}
