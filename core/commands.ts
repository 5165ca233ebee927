/**
 * What a window may ask of the centre, act by act: the fields a person fills in, within their bounds, and no others. Whatever
 * follows from the journal is left out here and added by `decide`; acts of the device, and those that come with bytes or keys, are
 * not asked for in this way at all.
 */
import * as z from 'zod/mini';
import { BODIES, type Kind } from './acts.ts';
import type { Command, Derived } from './decide.ts';

/** The fields that `decide` derives, as values; the compiler holds this list against the type beside it. */
export const DERIVED: { readonly [K in keyof Derived]-?: readonly Derived[K][] } = {
  'form-received': ['form', 'revision'],
  'particulars-amended': ['revision'],
  'scan-attached': ['revision'],
  'entry-sealed': ['revision'],
  'finding-ruled': ['revision'],
  'form-opened': ['revision', 'subject', 'findings', 'asked'],
  'signoff-given': ['revision', 'replaces'],
  'signoff-closed': ['revision', 'subject'],
  'form-accepted': ['revision', 'disposition', 'outcomes'],
  'form-reopened': ['revision'],
  'form-set-aside': ['revision'],
  'form-brought-back': ['revision'],
  'summary-prepared': ['version', 'digest', 'supersedes'],
  'summary-signed': ['lineSignature'],
  'summary-signoff-given': ['replaces'],
  'summary-declared': ['outcomes'],
};

/** Acts that no window says by filling in fields: founding and enrolling need a key's secret, scans and bundles need bytes. */
export const NOT_BY_WINDOW = [
  'centre-created',
  'person-enrolled',
  'certificate-recorded',
  'acknowledgement-recorded',
  'backup-restored',
  'bundle-exported',
  'scan-attached',
  'receipt-issued',
  'app-started',
  'app-stopped',
  'session-unlocked',
  'session-locked',
  'unlock-failed',
  'clock-jumped',
  'backup-made',
] as const satisfies readonly Kind[];

const optionalRevision = z.optional(z.int().check(z.minimum(1)));

function fieldsOf(kind: Kind): z.ZodMiniObject {
  const derived: readonly string[] = DERIVED[kind as keyof Derived] ?? [];
  const fields = Object.entries(BODIES[kind].def.shape).filter(([field]) => !derived.includes(field));
  const revision = derived.includes('revision') ? { revision: optionalRevision } : {};
  return z.strictObject({ ...Object.fromEntries(fields), ...revision });
}

const kinds = (Object.keys(BODIES) as Kind[]).filter((kind) => !NOT_BY_WINDOW.some((other) => other === kind));
const schemas = new Map(kinds.map((kind) => [kind as string, fieldsOf(kind)]));

/** A command exactly as a window may send it. */
export const commandSchema = z.custom<Command>((value) => {
  if (typeof value !== 'object' || value === null || Object.keys(value).sort().join() !== 'body,kind') return false;
  const { kind, body } = value as { kind: unknown; body: unknown };
  return typeof kind === 'string' && schemas.get(kind)?.safeParse(body).success === true;
}, 'a command with exactly its fields');
