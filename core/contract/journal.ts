/** The journal room: acts page by page, one act with its checks, the full check in the background, and the journal as a file. */
import * as z from 'zod/mini';
import { KINDS, type Kind } from '../acts.ts';
import type { Refusal } from '../result.ts';
import { nameSchema, personSchema, sizeSchema } from '../text.ts';
import type { JournalField, JournalLine } from '../views/journal.ts';
import { ask, EVERY_PERSON } from './ask.ts';
import { LANGUAGES } from './frame.ts';

const LARGEST_PAGE = 200;
const searched = z.string().check(z.minLength(1), z.maxLength(200));

export const journalAsks = {
  /** Acts before a place, newest first, that fit all that is asked for. */
  journal: ask('anybody', {
    before: z.optional(sizeSchema),
    limit: z.int().check(z.minimum(1), z.maximum(LARGEST_PAGE)),
    kind: z.optional(z.enum(KINDS as [Kind, ...Kind[]])),
    person: z.optional(personSchema),
    text: z.optional(searched),
    form: z.optional(searched),
  }),
  journalAct: ask('anybody', { seq: sizeSchema }),
  journalCheck: ask('anybody', {}),
  startJournalCheck: ask(EVERY_PERSON, {}),
  /** For officials; of a centre that can only be read, for anybody: what is there can always be carried out of it. */
  exportJournal: ask('anybody', {}),
  /** For the same people: chooses a folder and begins to write the court pack, in the language of the screen. */
  startCourtPack: ask('anybody', { language: z.enum(LANGUAGES), certificateUnder: z.optional(nameSchema) }),
  courtPack: ask('anybody', {}),
};

/** An entry whose bytes cannot be read any more: only a database that was altered has such. */
export interface BrokenLine {
  readonly seq: number;
  readonly broken: string;
}

export interface JournalPage {
  readonly size: number;
  readonly lines: readonly (JournalLine | BrokenLine)[];
  /** Where the next page begins; none where the journal's first act was reached. */
  readonly next?: number;
  /** Everybody who may have spoken, for the choice of a person. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

export type EntryCheckName = 'bytes' | 'signature' | 'key' | 'place' | 'saw';
export interface EntryCheck {
  readonly name: EntryCheckName;
  readonly status: 'passed' | 'failed';
  /** How far a key is vouched for, where the check is of a key. */
  readonly standing?: 'named' | 'certified' | 'on site' | 'device';
}

export interface JournalAct {
  readonly line: JournalLine | BrokenLine;
  readonly contest?: string;
  readonly fields: readonly JournalField[];
  readonly checks: readonly EntryCheck[];
  readonly leaf: string;
  readonly root: string;
  readonly saw?: { readonly size: number; readonly root: string };
  /** The exact text that was signed; left out where a part of it may not be seen yet. */
  readonly payload?: string;
}

export interface JournalCheckOutcome {
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'not checked';
  readonly detail: string;
}
export type JournalCheck =
  | { readonly is: 'none' }
  | { readonly is: 'running'; readonly done: number; readonly total: number }
  | { readonly is: 'broken-off'; readonly detail: string }
  | { readonly is: 'done'; readonly at: string; readonly sound: boolean; readonly checks: readonly JournalCheckOutcome[] };

/** The court pack that was asked for last: how far it is, the new folder's own name, or why there is none. */
export type CourtPack =
  | { readonly is: 'none' }
  | { readonly is: 'running'; readonly done: number; readonly total: number }
  | { readonly is: 'broken-off'; readonly detail: string }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | { readonly is: 'written'; readonly folder: string; readonly files: number; readonly entries: number; readonly sound: boolean };

export interface JournalAnswers {
  readonly journal: JournalPage;
  readonly journalAct: JournalAct;
  readonly journalCheck: JournalCheck;
  readonly startJournalCheck: undefined;
  /** The folder's own name, and how many entries were written; nothing where nobody chose a folder. */
  readonly exportJournal: { readonly folder: string; readonly entries: number } | undefined;
  /** Whether it was begun: not where nobody chose a folder. */
  readonly startCourtPack: boolean;
  readonly courtPack: CourtPack;
}
