/**
 * Decide: a command becomes an act, or a refusal. A person states what only a person can know; whatever follows from the journal
 * (the next form's id, the subject, who was asked, every outcome, the digest of the summary) is filled in here, the same way a
 * verifier will derive it again.
 */
import * as z from 'zod/mini';
import { type Act, BODIES, type Body, type Head, type Kind, type Signer, type Statement } from './acts.ts';
import { digest, utf8 } from './bytes.ts';
import { canonicalBytes, NotCanonical } from './canonical.ts';
import { judge } from './centre.ts';
import { dispositionOf, nextFormId, openingOf } from './lifecycle.ts';
import { toBase64 } from './primitives.ts';
import { ok, type Refusal, type Result, refusal, refuse } from './result.ts';
import { outcomesOf, replacedBy } from './signoff.ts';
import { type Centre, contestStateOf, type Form } from './state.ts';
import { summarise, summaryDigest } from './summary.ts';
import { totalsStatement } from './totals-line.ts';

/** The parts of a body that are derived and therefore not asked for. */
export interface Derived {
  'form-received': 'form' | 'revision';
  'particulars-amended': 'revision';
  'scan-attached': 'revision';
  'entry-sealed': 'revision';
  'finding-ruled': 'revision';
  'form-opened': 'revision' | 'subject' | 'findings' | 'asked';
  'signoff-given': 'revision' | 'replaces';
  'signoff-closed': 'revision' | 'subject';
  'form-accepted': 'revision' | 'disposition' | 'outcomes';
  'form-reopened': 'revision';
  'form-set-aside': 'revision';
  'form-brought-back': 'revision';
  'summary-prepared': 'version' | 'digest' | 'supersedes';
  'summary-signed': 'lineSignature';
  'summary-signoff-given': 'replaces';
  'summary-declared': 'outcomes';
}
type CommandBody<K extends Kind> = K extends keyof Derived ? Omit<Body<K>, Derived[K]> & { readonly revision?: number } : Body<K>;
/** What a window or the command line asks for. `revision`, where given, is the one the screen showed: a stale screen is refused. */
export type Command = { [K in Kind]: { readonly kind: K; readonly body: CommandBody<K> } }[Kind];

export interface Speaker {
  readonly by: Signer;
  readonly at: string;
  readonly saw: Head;
  /** The speaker's key at work, for what is signed inside an act. Whoever only tries a command signs nothing here. */
  sign(message: Uint8Array): Uint8Array;
}

/** A judged act with the payload bytes to sign; its digest is its name. */
export interface Decided {
  readonly act: Act;
  readonly payload: Uint8Array;
}

/** Decides one command. Pure: the office signs and appends, or passes the refusal on. */
export function decide(centre: Centre, command: Command, speaker: Speaker): Result<Decided> {
  const written = write(centre, command, speaker);
  if (written === undefined) return refuse('R-CONTENT-WRONG', 'text that cannot be written down in one way');
  const { statement, payload } = written;
  const act = { ...statement, digest: digest(payload) } as Act;
  const refused = judge(centre, act) ?? judgeShape(act);
  return refused === undefined ? ok({ act, payload }) : { ok: false, refusal: refused };
}

/** The statement and the bytes to sign; none where a text has no one spelling: half a letter, or a decomposed one, in a reason. */
function write(centre: Centre, command: Command, speaker: Speaker): { statement: Statement; payload: Uint8Array } | undefined {
  const { by, at, saw } = speaker;
  try {
    const journal = command.kind === 'centre-created' ? command.body.journal : centre.journal;
    const body = compose(centre, command, speaker);
    const statement = { election: centre.definition.digest, journal, kind: command.kind, by, at, saw, body } as Statement;
    return { statement, payload: canonicalBytes(statement) };
  } catch (error) {
    if (error instanceof NotCanonical) return undefined;
    throw error;
  }
}

/** What is signed must be what every reader of the journal accepts: each field of its kind, within its bounds, and no other. */
function judgeShape(act: Act): Refusal | undefined {
  const read = BODIES[act.kind].safeParse(act.body);
  return read.success ? undefined : refusal('R-CONTENT-WRONG', z.prettifyError(read.error));
}

function compose(centre: Centre, command: Command, speaker: Speaker): object {
  switch (command.kind) {
    case 'form-received':
      return { ...command.body, form: nextFormId(centre, command.body.contest, command.body.station), revision: 1 };
    case 'summary-prepared':
      return composeSummary(centre, command.body, speaker);
    case 'summary-signed':
      return { ...command.body, lineSignature: signLine(centre, command.body, speaker) };
    case 'summary-signoff-given': {
      const { ready } = contestStateOf(centre, command.body.contest);
      return { ...command.body, ...replacing(ready && replacedBy(centre, ready.asking, speaker.by.person)) };
    }
    case 'summary-declared': {
      const { ready } = contestStateOf(centre, command.body.contest);
      return { ...command.body, outcomes: ready === undefined ? [] : outcomesOf(centre, command.body.contest, ready.asking).outcomes };
    }
    default:
      return 'form' in command.body ? composeForm(centre, command as FormCommand, speaker) : command.body;
  }
}

type FormCommand = Extract<Command, { body: { form: string } }>;

/** Fills in what follows from the form; of a form that is unknown nothing follows, and `judge` refuses. */
function composeForm(centre: Centre, command: FormCommand, speaker: Speaker): object {
  const form = centre.forms.get(command.body.form);
  if (form === undefined) return { revision: 1, ...command.body };
  const revision = command.kind === 'form-reopened' ? form.revision + 1 : form.revision;
  return { revision, ...command.body, ...derivedOf(centre, command, form, speaker) };
}

function derivedOf(centre: Centre, command: FormCommand, form: Form, speaker: Speaker): object {
  const { stage } = form;
  if (command.kind === 'form-opened') return stage.stage === 'agreed' ? openingOf(centre, form) : { subject: '', findings: [], asked: [] };
  if (!('asking' in stage)) return {};
  if (command.kind === 'signoff-given') return replacing(replacedBy(centre, stage.asking, speaker.by.person));
  if (command.kind === 'signoff-closed') return { subject: stage.subject };
  if (command.kind !== 'form-accepted') return {};
  return { disposition: dispositionOf(centre, form), outcomes: outcomesOf(centre, form.contest, stage.asking).outcomes };
}

function replacing(replaces: string | undefined): object {
  return replaces === undefined ? {} : { replaces };
}

/** The totals on one line, signed beside the summary they are of; of another summary nothing is signed, and `judge` refuses. */
function signLine(centre: Centre, { contest, digest: named }: CommandBody<'summary-signed'>, speaker: Speaker): string {
  const { ready } = contestStateOf(centre, contest);
  return ready?.digest === named ? toBase64(speaker.sign(utf8(totalsStatement(ready.content, named)))) : '';
}

function composeSummary(centre: Centre, body: CommandBody<'summary-prepared'>, speaker: Speaker): Omit<Body<'summary-prepared'>, never> {
  const { contest, reason } = body;
  const { lastNumber, declared } = contestStateOf(centre, contest);
  const version = lastNumber + 1;
  const occasion = { version, at: speaker.at, by: speaker.by.person, head: speaker.saw, ...(reason === undefined ? {} : { reason }) };
  const known = centre.roll.contests.has(contest);
  return {
    contest,
    version,
    digest: known ? summaryDigest(summarise(centre, contest, occasion)) : '',
    ...(declared === undefined ? {} : { supersedes: { version: declared.number, digest: declared.digest } }),
    ...(reason === undefined ? {} : { reason }),
  };
}
