/**
 * What an act says about somebody or something, whatever its kind: whom it is about, which key, what was decided, why, and of what a
 * confirmation speaks. The columns of the registers are read from here.
 */
import type { Act, ActOf } from '../../core/acts.ts';
import type { Book, Told } from './book.ts';

/** What the fields of the acts are called, whichever act has them. */
export interface Spoken {
  readonly [field: string]: unknown;
}

export const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** The person an act is about, where it is about one. */
export function aboutWhom(act: Act, book: Book): string | undefined {
  switch (act.kind) {
    case 'person-enrolled':
      return act.body.person.id;
    case 'person-admitted':
    case 'key-replaced':
      return book.enrolled(act.body.enrolment)?.person;
    case 'certificate-recorded':
      return book.certified(act)?.person;
    case 'accreditation-ended':
    case 'agent-signed-in':
    case 'agent-signed-out':
      return act.by.person;
    case 'act-confirmed':
    case 'proposal-withdrawn': {
      const proposed = book.proposed(act.body.act);
      return proposed === undefined ? undefined : aboutWhom(proposed.act, book);
    }
    default: {
      const { agent, person }: { readonly agent?: string; readonly person?: string } = act.body as Spoken;
      return agent ?? person;
    }
  }
}

export function ofWhom({ act }: Told, book: Book) {
  const id = aboutWhom(act, book);
  return id === undefined || id === '' ? undefined : book.person(id);
}

export function keyOf(act: Act, book: Book): string {
  if (act.kind === 'person-enrolled') return act.by.key;
  if (act.kind === 'person-admitted' || act.kind === 'key-replaced') return book.enrolled(act.body.enrolment)?.key ?? '';
  return act.kind === 'certificate-recorded' ? (book.certified(act)?.key ?? '') : '';
}

/** A confirmation has no subject of its own: it speaks of what was proposed. */
export function subjectOf({ act }: Told, book: Book): Act {
  return proposalOf(act, book)?.act ?? act;
}

export function proposalOf(act: Act, book: Book): Told | undefined {
  return act.kind === 'act-confirmed' || act.kind === 'proposal-withdrawn' ? book.proposed(act.body.act) : undefined;
}

export function stationOf(told: Told, book: Book): string {
  const subject = subjectOf(told, book);
  return subject.kind === 'correction-opened' ? subject.body.stations.join(' ') : (book.place(subject).station ?? '');
}

/** What was decided, as one word; the act's own name says the rest. */
export function decisionOf(act: Act): string {
  switch (act.kind) {
    case 'finding-ruled':
      return act.body.ruling;
    case 'form-reopened':
      return act.body.keep === 'none' ? 'keep-none' : 'keep-figures';
    case 'result-closed':
    case 'form-accepted':
      return act.body.disposition;
    case 'signoff-given':
    case 'summary-signoff-given':
      return act.body.choice;
    case 'late-remark':
      return act.body.stance;
    case 'person-suspended':
      return act.body.compromised ? 'compromised' : '';
    case 'person-admitted':
      return act.body.basis;
    case 'key-replaced':
    case 'session-locked':
      return act.body.cause;
    default:
      return '';
  }
}

export function reasonOf({ reason, text: words, answer, alone, scanAbsent, reasonRefused, letter, successor }: Spoken): string {
  if (reasonRefused === true) return 'reason-refused';
  return text(reason ?? words ?? answer ?? alone ?? scanAbsent ?? letter ?? successor);
}

export function listed(people: unknown): string {
  return Array.isArray(people) ? people.join(' ') : '';
}

export function headIn(act: Act) {
  if (act.kind === 'backup-made' || act.kind === 'receipt-issued') return act.body.head;
  return act.kind === 'backup-restored' ? act.body.backup : undefined;
}

export function jumpOf({ body }: ActOf<'clock-jumped'>): number {
  return Date.parse(body.to) - Date.parse(body.from);
}
