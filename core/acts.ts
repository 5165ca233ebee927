/**
 * The closed list of acts (LIFECYCLE §1): everything a person, or the device for its own facts, can say in a journal. Each act is
 * signed by who said it; its body has exactly the fields listed here and no others. A new kind has to be thought about in every
 * switch over `Kind` before the program compiles.
 */
import * as z from 'zod/mini';
import { countSchema, type Figure, isFigure } from './count.ts';
import { particularsSchema } from './particulars.ts';
import {
  codeSchema,
  contestSchema,
  digestSchema,
  keySchema,
  nameSchema,
  personSchema,
  reasonSchema,
  sizeSchema,
  timeSchema,
} from './text.ts';

const positive = z.int().check(z.minimum(1));
const flag = z.literal(true);
const persons = z.array(personSchema);
const headSchema = z.strictObject({ size: sizeSchema, root: digestSchema });
/** An envelope carried inside an act, as its canonical text. */
const carried = z.string().check(z.minLength(1), z.maxLength(20_000));

/** `<contest>.<station>.<n>`: the n-th paper of that result, so that anyone can count along. */
export const formIdSchema = z.string().check(z.maxLength(140), z.regex(/^[A-Za-z0-9._-]+$/));
const form = { form: formIdSchema, revision: positive };

const ROW_CODE = /^[a-z][A-Za-z0-9]{0,30}$/;
/** Row by row, without the library's own walk: figures stand in nearly every act, and a night of them is read at every start. */
export const figuresSchema = z.custom<Readonly<Record<string, Figure>>>(isFigures, 'figures: rows with a count, blank or unreadable');

function isFigures(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([row, figure]) => ROW_CODE.test(row) && isFigure(figure));
}
const decisionSchema = z.strictObject({ ballot: nameSchema, candidate: positive });
const decisionsSchema = z.array(decisionSchema).check(z.maxLength(500));

export const OUTCOMES = [
  'agree',
  'agree-with-objection',
  'refuse-with-reason',
  'refuse-reason-refused',
  'did-not-respond',
  'absent',
  'left',
  'revoked',
] as const;
const outcomeSchema = z.strictObject({ agent: personSchema, outcome: z.enum(OUTCOMES), act: z.optional(digestSchema) });
export const DISPOSITIONS_WITHOUT_FORM = ['not-held', 'postponed', 'lost', 'cancelled', 'set-aside'] as const;

const answer = {
  choice: z.enum(['agree', 'object', 'refuse']),
  code: z.optional(z.enum(['paper-differs', 'own-copy-differs', 'other'])),
  reason: z.optional(reasonSchema),
  reasonRefused: z.optional(flag),
  replaces: z.optional(digestSchema),
};
/** Base64 of 64 bytes. */
export const signatureSchema = z.string().check(z.regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/));
const version = { contest: contestSchema, version: positive, digest: digestSchema };
export const totalsSchema = z.strictObject({
  registered: sizeSchema,
  rejected: sizeSchema,
  objected: sizeSchema,
  disputed: sizeSchema,
  tableTotal: sizeSchema,
  valid: sizeSchema,
  votes: z.array(sizeSchema),
});

export const BODIES = {
  'centre-created': z.strictObject({
    definition: digestSchema,
    typedGroups: z.array(z.string().check(z.regex(/^(0[1-9]|1[0-6]):[0-9a-f]{4}$/))).check(z.length(2)),
    journal: digestSchema,
    device: keySchema,
    contests: z.array(contestSchema).check(z.minLength(1)),
    officer: keySchema,
  }),
  'centre-opened': z.strictObject({ present: persons }),
  'centre-closed': z.strictObject({ contests: z.array(z.strictObject({ contest: contestSchema, version: positive })) }),
  'backup-restored': z.strictObject({ backup: headSchema, later: z.array(headSchema), device: keySchema, reason: reasonSchema }),
  'bundle-exported': z.strictObject({
    contest: contestSchema,
    edition: z.enum(['official', 'public']),
    status: z.enum(['provisional', 'declared']),
    version: z.optional(positive),
    digest: digestSchema,
  }),
  'acknowledgement-recorded': z.strictObject({ contest: contestSchema, version: positive, receipt: carried }),
  'incident-noted': z.strictObject({ text: reasonSchema }),
  'receipt-issued': z.strictObject({
    agent: personSchema,
    head: headSchema,
    since: z.optional(sizeSchema),
    forms: z.array(
      z.strictObject({
        contest: contestSchema,
        form: formIdSchema,
        revision: positive,
        kind: z.enum(['signoff-given', 'late-remark']),
        choice: z.enum(['agree', 'object', 'refuse']),
        act: digestSchema,
        seq: sizeSchema,
      }),
    ),
  }),

  'person-enrolled': z.strictObject({
    person: z.strictObject({ id: personSchema, role: z.enum(['ro', 'dro', 'clerk', 'agent']), name: nameSchema, key: keySchema }),
  }),
  'person-admitted': z.strictObject({
    enrolment: digestSchema,
    basis: z.enum(['definition', 'certificate', 'letter']),
    party: z.optional(nameSchema),
    letter: z.optional(nameSchema),
  }),
  'key-replaced': z.strictObject({ enrolment: digestSchema, oldKey: digestSchema, cause: z.enum(['lost', 'compromised']) }),
  'certificate-recorded': z.strictObject({ certificate: carried }),
  'person-suspended': z.strictObject({ person: personSchema, compromised: z.boolean(), reason: reasonSchema }),
  'person-restored': z.strictObject({ person: personSchema, reason: reasonSchema }),
  'accreditation-ended': z.strictObject({ successor: z.optional(nameSchema) }),
  'accreditation-revoked': z.strictObject({ agent: personSchema, reason: reasonSchema }),
  'lockout-cleared': z.strictObject({ person: personSchema }),

  'agent-signed-in': z.strictObject({}),
  'agent-signed-out': z.strictObject({}),
  'agent-marked-gone': z.strictObject({ agent: personSchema, reason: reasonSchema }),

  'form-received': z.strictObject({
    ...form,
    station: codeSchema,
    contest: contestSchema,
    particulars: particularsSchema,
    scanAbsent: z.optional(reasonSchema),
  }),
  'particulars-amended': z.strictObject({ ...form, particulars: particularsSchema, reason: reasonSchema }),
  'scan-attached': z.strictObject({
    ...form,
    scan: digestSchema,
    mediaType: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
    size: positive,
    source: nameSchema,
  }),
  'entry-sealed': z.strictObject({ ...form, figures: figuresSchema, decisions: decisionsSchema }),
  'reading-sealed': z.strictObject({ ...form, figures: figuresSchema, decisions: z.optional(decisionsSchema) }),
  'turnout-recorded': z.strictObject({
    station: codeSchema,
    source: z.enum(['diary', 'tablet']),
    voters: countSchema,
    reason: z.optional(reasonSchema),
  }),
  'finding-ruled': z.strictObject({
    ...form,
    finding: z.string().check(z.regex(/^[FW][0-9]{2}$/)),
    inputs: digestSchema,
    ruling: z.enum(['count', 'disregard']),
    ground: z.optional(z.enum(['b', 'c'])),
    reason: reasonSchema,
    witnesses: persons,
  }),
  'form-opened': z.strictObject({ ...form, subject: digestSchema, findings: z.array(z.string()), asked: persons }),
  'signoff-given': z.strictObject({
    ...form,
    ...answer,
    subject: digestSchema,
    figures: figuresSchema,
    findings: z.array(z.string()),
    scans: z.array(digestSchema),
    ownFigures: z.optional(figuresSchema),
  }),
  'signoff-closed': z.strictObject({ ...form, subject: digestSchema, agent: personSchema, reason: reasonSchema }),
  'form-accepted': z.strictObject({
    ...form,
    subject: digestSchema,
    disposition: z.enum(['counted', 'disregarded']),
    outcomes: z.array(outcomeSchema),
    answer: z.optional(reasonSchema),
  }),
  'late-remark': z.strictObject({
    ...form,
    subject: digestSchema,
    stance: z.enum(['agree', 'object']),
    text: z.optional(reasonSchema),
    ownFigures: z.optional(figuresSchema),
  }),
  'form-reopened': z.strictObject({ ...form, keep: z.enum(['none', 'figures']), reason: reasonSchema }),
  'form-set-aside': z.strictObject({ ...form, reason: reasonSchema }),
  'form-brought-back': z.strictObject({ ...form, reason: reasonSchema }),

  'result-closed': z.strictObject({
    station: codeSchema,
    contest: contestSchema,
    disposition: z.enum(DISPOSITIONS_WITHOUT_FORM),
    reason: reasonSchema,
    witnesses: persons,
  }),
  'closing-withdrawn': z.strictObject({ station: codeSchema, contest: contestSchema, reason: reasonSchema }),
  'summary-prepared': z.strictObject({
    ...version,
    supersedes: z.optional(z.strictObject({ version: positive, digest: digestSchema })),
    reason: z.optional(reasonSchema),
  }),
  'summary-withdrawn': z.strictObject({ contest: contestSchema, version: positive, reason: reasonSchema }),
  'summary-signed': z.strictObject({ ...version, totals: totalsSchema, lineSignature: signatureSchema }),
  'summary-signoff-given': z.strictObject({ ...version, ...answer }),
  'summary-signoff-closed': z.strictObject({ ...version, agent: personSchema, reason: reasonSchema }),
  'summary-declared': z.strictObject({ ...version, outcomes: z.array(outcomeSchema), alone: z.optional(reasonSchema) }),
  'correction-opened': z.strictObject({
    contest: contestSchema,
    version: positive,
    stations: z.array(codeSchema).check(z.minLength(1)),
    reason: reasonSchema,
  }),
  'act-confirmed': z.strictObject({ act: digestSchema, alone: z.optional(reasonSchema) }),
  'proposal-withdrawn': z.strictObject({ act: digestSchema }),

  'app-started': z.strictObject({ version: nameSchema, digest: digestSchema }),
  'app-stopped': z.strictObject({}),
  'session-unlocked': z.strictObject({ person: personSchema }),
  'session-locked': z.strictObject({ person: personSchema, cause: z.enum(['person', 'idle', 'switch', 'quit']) }),
  'unlock-failed': z.strictObject({ person: personSchema, failures: positive }),
  'clock-jumped': z.strictObject({ from: timeSchema, to: timeSchema }),
  'backup-made': z.strictObject({ head: headSchema }),
} as const;

export type Kind = keyof typeof BODIES;
export const KINDS = Object.keys(BODIES) as readonly Kind[];
export type Body<K extends Kind> = z.infer<(typeof BODIES)[K]>;

export const ROLES = ['ro', 'dro', 'clerk', 'agent', 'device'] as const;
export type Role = (typeof ROLES)[number];
/** Who spoke: a person (or `device`), in which role, with which key (its id). */
export interface Signer {
  readonly person: string;
  readonly role: Role;
  readonly key: string;
}
export type Head = z.infer<typeof headSchema>;

/** What is common to all acts (DESIGN, Bytes). `saw` is the journal head the signer saw: each signature also witnesses history. */
interface Common {
  readonly election: string;
  readonly journal: string;
  readonly by: Signer;
  readonly at: string;
  readonly saw: Head;
}
export type StatementOf<K extends Kind> = Common & { readonly kind: K; readonly body: Body<K> };
/** What is said, before it is signed. */
export type Statement = { [K in Kind]: StatementOf<K> }[Kind];
/** What was said: a statement with the digest of its signed payload, which is the act's name everywhere. */
export type ActOf<K extends Kind> = StatementOf<K> & { readonly digest: string };
export type Act = { [K in Kind]: ActOf<K> }[Kind];

export type Figures = z.infer<typeof figuresSchema>;
export type Decision = z.infer<typeof decisionSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;
export type OutcomeName = (typeof OUTCOMES)[number];
export type Totals = z.infer<typeof totalsSchema>;

export const commonSchema = z.strictObject({
  election: digestSchema,
  journal: digestSchema,
  kind: z.enum(KINDS as [Kind, ...Kind[]]),
  by: z.strictObject({ person: personSchema, role: z.enum(ROLES), key: digestSchema }),
  at: timeSchema,
  saw: headSchema,
  body: z.unknown(),
});

/** The forms' acts: they carry the form they speak of, and belong to its contest alone. */
export type FormKind = { [K in Kind]: Body<K> extends { form: string; revision: number } ? K : never }[Kind];
export function concernsForm(act: Statement): act is Extract<Statement, { kind: FormKind }> {
  return 'form' in act.body;
}
