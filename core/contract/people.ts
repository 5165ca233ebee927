/**
 * The people of the centre. What people say goes through `perform`; here is only what needs a key's secret or a file: enrolling, a
 * key file brought or taken away, certificates. Words for a new card are made by the office and shown once.
 */
import * as z from 'zod/mini';
import { nameSchema, personSchema } from '../text.ts';
import type { PeopleView } from '../views/people.ts';
import { ask, EVERY_PERSON, OFFICIALS, STAFF } from './ask.ts';
import { LANGUAGES } from './frame.ts';
import type { PaperAnswer } from './papers.ts';
import type { BroughtKey, NewWords } from './setup.ts';

const secretSchema = z.string().check(z.minLength(1), z.maxLength(200));

const roleSchema = z.enum(['ro', 'dro', 'clerk', 'agent']);

export const peopleAsks = {
  people: ask('anybody', {}),
  newWords: ask(STAFF, { person: personSchema }),
  /** The card of these words as a file that a person chooses; never a temporary one. */
  saveCard: ask(STAFF, { person: personSchema, role: roleSchema, name: nameSchema, language: z.enum(LANGUAGES) }),
  /** Whether the words on a card, or a brought key file, still wait for their owner; by their fingerprint, which is no secret. */
  keyWaits: ask('anybody', {}),
  /** Asked by anybody: without the key file its owner cannot unlock. */
  bringKeyFile: ask('anybody', { person: personSchema }),
  /** The newcomer's own first signature, with the words typed back or those of the key file. */
  enrolPerson: ask(STAFF, { person: personSchema, role: roleSchema, name: nameSchema, secret: secretSchema }),
  /** Keeps the key file of somebody admitted already; the words prove that it is whole. */
  returnKey: ask('anybody', { person: personSchema, secret: secretSchema }),
  /** For its owner or an official; the file stays encrypted. */
  takeKeyFile: ask(EVERY_PERSON, { person: personSchema }),
  recordCertificates: ask(OFFICIALS, {}),
  printPage: ask('anybody', {}),
};

/** `lapsed` is the person whose card has to be made again, because nobody typed its words back in time. */
export interface KeyWaits {
  readonly fingerprint?: string;
  readonly lapsed?: string;
}

export interface PeopleAnswers {
  readonly people: PeopleView;
  readonly newWords: NewWords;
  readonly saveCard: PaperAnswer;
  readonly keyWaits: KeyWaits;
  readonly bringKeyFile: BroughtKey | undefined;
  readonly enrolPerson: { readonly enrolment: string };
  readonly returnKey: undefined;
  readonly takeKeyFile: { readonly saved: boolean };
  /** None where the dialog was left. */
  readonly recordCertificates: { readonly recorded: number };
  readonly printPage: { readonly printed: boolean };
}
