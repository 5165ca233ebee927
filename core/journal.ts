/**
 * The journal: acts in the order in which they were appended. An entry is the canonical bytes of `{seq, at, act}`; its leaf and the
 * tree head after it are those of RFC 6962, so that no entry can be changed, removed or moved without changing every later head.
 */
import * as z from 'zod/mini';
import { type Act, BODIES, commonSchema } from './acts.ts';
import { fromUtf8, toHex } from './bytes.ts';
import { canonicalBytes, type Json, parseCanonical, parseCanonicalText } from './canonical.ts';
import { type Envelope, type OpenedEnvelope, openEnvelope, openWritten } from './envelope.ts';
import { type PublicKey, parsePublicKey } from './keys.ts';
import { leafHash } from './merkle.ts';
import { ok, type Result, refuse } from './result.ts';
import { sizeSchema, timeSchema } from './text.ts';

/** What stands in a journal: who said what, and the exact signed bytes. */
export interface Entry {
  readonly seq: number;
  readonly act: Act;
  readonly envelope: OpenedEnvelope;
  readonly leaf: Uint8Array;
}

/** The exact bytes of an entry. `at` is the moment of appending, the same as the act's own. */
export function entryBytes(seq: number, at: string, act: Envelope): Uint8Array {
  return canonicalBytes({ seq, at, act });
}

const entrySchema = z.strictObject({ seq: sizeSchema, at: timeSchema, act: z.unknown() });

/** The one way to write an entry: canonical JSON leaves no choice of order, space or spelling for these fields. */
const ENTRY =
  /^\{"act":\{"payload":"([A-Za-z0-9+/=]*)","payloadType":"application\/vnd\.countersign\.([a-z][a-z-]*)\.v1\+json","signatures":\[\{"keyid":"([0-9a-f]{64})","sig":"([A-Za-z0-9+/=]*)"\}\]\},"at":"([^"\\]*)","seq":(0|[1-9][0-9]{0,14})\}$/;

/** Reads one entry's bytes, without verifying the signature. Refuses any second encoding and unknown kinds or fields. */
export function readEntry(bytes: Uint8Array): Result<Entry> {
  const [whole, payload, kind, keyId, signature, at, seq] = ENTRY.exec(fromUtf8(bytes) ?? '') ?? [];
  if (whole === undefined || payload === undefined || kind === undefined || keyId === undefined || signature === undefined)
    return readOther(bytes);
  const envelope = openWritten({ payload, kind, keyId, signature });
  return envelope.ok ? entryOf(Number(seq), at ?? '', envelope.value, bytes) : envelope;
}

/** Says what is wrong with bytes that are not written so. */
function readOther(bytes: Uint8Array): Result<Entry> {
  const json = parseCanonical(bytes);
  if (!json.ok) return json;
  const entry = entrySchema.safeParse(json.value);
  if (!entry.success) return refuse('E-CONTENT', z.prettifyError(entry.error), 'entry');
  const envelope = openEnvelope(entry.data.act as Json);
  return envelope.ok ? entryOf(entry.data.seq, entry.data.at, envelope.value, bytes) : envelope;
}

function entryOf(seq: number, at: string, envelope: OpenedEnvelope, bytes: Uint8Array): Result<Entry> {
  const act = readAct(envelope);
  if (!act.ok) return act;
  if (act.value.at !== at) return refuse('E-CONTENT', 'the entry and its act name different times', `seq ${seq}`);
  return ok({ seq, act: act.value, envelope, leaf: leafHash(bytes) });
}

/** Reads what an envelope says: a statement of its kind, with exactly that kind's fields. */
export function readAct(envelope: OpenedEnvelope): Result<Act> {
  const json = parseCanonicalText(envelope.payloadText);
  if (!json.ok) return json;
  const common = commonSchema.safeParse(json.value);
  if (!common.success) return refuse('E-CONTENT', z.prettifyError(common.error), envelope.kind);
  const { kind, by } = common.data;
  if (kind !== envelope.kind) return refuse('E-CONTENT', `an envelope of kind ${envelope.kind} holds a ${kind}`);
  if (by.key !== envelope.keyId) return refuse('E-CONTENT', 'the envelope names another key than its act');
  const body = BODIES[kind].safeParse(common.data.body);
  if (!body.success) return refuse('E-CONTENT', z.prettifyError(body.error), kind);
  return ok({ ...common.data, body: body.data, digest: envelope.digest } as Act);
}

/** A journal line of a bundle that belongs to another contest: its place and its leaf, nothing else. */
export function hiddenLine(seq: number, leaf: Uint8Array): Uint8Array {
  return canonicalBytes({ seq, leaf: toHex(leaf) });
}

/**
 * The public key an act must be signed with, from what the journal itself introduced: keys come with the centre's creation, each
 * enrolment and each restore, all of which are signed by the key they introduce or by a person known before.
 */
export function signingKey(act: Act, introduced: ReadonlyMap<string, string>): Result<PublicKey> {
  const text =
    act.kind === 'centre-created' ? act.body.officer : act.kind === 'person-enrolled' ? act.body.person.key : introduced.get(act.by.key);
  if (text === undefined) return refuse('E-SIGNATURE', `nothing introduced the key ${act.by.key}`);
  const key = parsePublicKey(text);
  if (!key.ok) return key;
  return key.value.id === act.by.key ? key : refuse('E-SIGNATURE', `${act.by.person} names another key`);
}

/** Adds the keys that an act introduces. */
export function introduceKeys(act: Act, introduced: Map<string, string>): void {
  const texts =
    act.kind === 'centre-created'
      ? [act.body.officer, act.body.device]
      : act.kind === 'person-enrolled'
        ? [act.body.person.key]
        : act.kind === 'backup-restored'
          ? [act.body.device]
          : [];
  for (const text of texts) {
    const key = parsePublicKey(text);
    if (key.ok) introduced.set(key.value.id, text);
  }
}
