/**
 * The official papers as the rooms ask for them: which one, in which language, and whether it is saved as a file where a person
 * chooses or handed to the desktop's own program for such files, which prints it. A window never gets the paper's bytes.
 */
import * as z from 'zod/mini';
import { contestSchema } from '../text.ts';
import { ask } from './ask.ts';
import { LANGUAGES } from './frame.ts';

const PAPER_WAYS = ['save', 'print'] as const;
export type PaperWay = (typeof PAPER_WAYS)[number];
export const CONTEST_PAPERS = ['form', 'errors'] as const;
export type ContestPaper = (typeof CONTEST_PAPERS)[number];
const CENTRE_PAPERS = ['opening', 'closing'] as const;
export type CentrePaper = (typeof CENTRE_PAPERS)[number];

/** What is said of every paper: the language of its words, and what becomes of it. */
export const paperFields = { language: z.enum(LANGUAGES), way: z.enum(PAPER_WAYS) };
const versionSchema = z.int().check(z.minimum(1), z.maximum(999_999));

export const papersAsks = {
  /** The contest's form or its error report; without a version as it would be now. Officials, but where a centre can only be read. */
  contestPaper: ask('anybody', {
    paper: z.enum(CONTEST_PAPERS),
    contest: contestSchema,
    version: z.optional(versionSchema),
    ...paperFields,
  }),
  /** The certificate of the first opening or of the last closing; for the same people. */
  centrePaper: ask('anybody', { paper: z.enum(CENTRE_PAPERS), ...paperFields }),
};

/** Why there is no paper; whatever the reason, nothing half-written stands under the name that was chosen. */
export type PaperTrouble = 'full' | 'gone' | 'not-writable' | 'kept' | 'no-program' | 'broken-off' | 'other';

export type PaperAnswer =
  | { readonly is: 'cancelled' }
  | { readonly is: 'saved' | 'opened'; readonly name: string }
  | { readonly is: 'failed'; readonly trouble: PaperTrouble; readonly detail?: string };

export interface PapersAnswers {
  readonly contestPaper: PaperAnswer;
  readonly centrePaper: PaperAnswer;
}
