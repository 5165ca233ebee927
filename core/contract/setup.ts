/**
 * Setup: the centres on this machine, a practice election, and the founding of a centre from the commission's definition. A centre
 * and a chosen file have names of their own here, good for nothing else; a window never learns where they lie. All of it may be
 * asked by anybody, because at a founding there is nobody yet: what is signed is signed with the words typed here.
 */
import * as z from 'zod/mini';
import type { Refusal } from '../result.ts';
import { contestSchema, personSchema } from '../text.ts';
import type { DefinitionView, SetupSteps } from '../views/setup.ts';
import { ask } from './ask.ts';
import { LANGUAGES } from './frame.ts';
import type { PaperAnswer } from './papers.ts';

/** Drawn by the main process for one chosen file, or made from a folder's name. */
const ticketSchema = z.string().check(z.regex(/^[0-9a-f]{32}$/));
const typedGroupSchema = z.strictObject({
  place: z.int().check(z.minimum(1), z.maximum(16)),
  typed: z.string().check(z.regex(/^[0-9a-fA-F]{4}$/)),
});
const groupsSchema = z.array(typedGroupSchema).check(z.minLength(2), z.maxLength(2));
export type TypedGroup = z.infer<typeof typedGroupSchema>;
const secretSchema = z.string().check(z.minLength(1), z.maxLength(200));

/**
 * That a centre was put together again here, and how far that was signed for: by nobody, by one official, or settled by two. The epoch
 * is that of the device it was restored on.
 */
export interface ListedRestore {
  readonly stage: 'unsigned' | 'unconfirmed' | 'settled';
  readonly epoch: number;
  /** When the official signed whose signature stands. */
  readonly at?: string;
}

/** A centre on this machine, by a name that only this machine understands. */
export interface ListedCentre {
  readonly centre: string;
  readonly kind: 'live' | 'rehearsal' | 'practice' | 'damaged';
  readonly isOpen: boolean;
  readonly title?: string;
  readonly constituency?: string;
  readonly digest?: string;
  /** Of a centre that was restored: another of the same election may lie beside it. */
  readonly restored?: ListedRestore;
  /** Why a damaged one cannot be read. */
  readonly reason?: string;
}

export interface SetupView {
  readonly centres: readonly ListedCentre[];
  /** Of the centre that is open. */
  readonly steps?: SetupSteps;
  /** While a practice election is made: steps done, of how many. */
  readonly making?: { readonly done: number; readonly total: number };
  /** What went wrong when a centre was last opened. */
  readonly failure?: Refusal;
}

export interface ChosenDefinition extends DefinitionView {
  /** By which the questions below mean this file. */
  readonly definition: string;
}

export interface BroughtKey {
  readonly person: string;
  readonly name: string;
  readonly fingerprint: string;
}

/** Five new words, and the fingerprint of the key that they will open: what stands on the card. */
export interface NewWords {
  readonly words: string;
  readonly fingerprint: string;
}

const chosen = { definition: ticketSchema };

export const setupAsks = {
  setup: ask('anybody', {}),
  openCentre: ask('anybody', { centre: ticketSchema }),
  eraseCentre: ask('anybody', { centre: ticketSchema }),
  beginPractice: ask('anybody', {}),
  /** The desktop's own dialog; nothing where it was left. */
  chooseDefinition: ask('anybody', {}),
  /** The definition of an open centre whose founding was interrupted. */
  resumeDefinition: ask('anybody', {}),
  /** Whether both groups are those of the file. After three wrong tries the file has to be chosen again. */
  compareGroups: ask('anybody', { ...chosen, groups: groupsSchema }),
  founderWords: ask('anybody', { ...chosen, person: personSchema }),
  /** The card of these words as a file that the officer chooses; never a temporary one. */
  founderCard: ask('anybody', { ...chosen, person: personSchema, language: z.enum(LANGUAGES) }),
  founderKey: ask('anybody', { ...chosen, person: personSchema }),
  createCentre: ask('anybody', {
    ...chosen,
    groups: groupsSchema,
    contests: z.array(contestSchema).check(z.minLength(1), z.maxLength(64)),
    person: personSchema,
    secret: secretSchema,
  }),
};

export interface SetupAnswers {
  readonly setup: SetupView;
  readonly openCentre: undefined;
  readonly eraseCentre: undefined;
  /** The clerk for whom forms wait. */
  readonly beginPractice: { readonly clerk: string };
  readonly chooseDefinition: ChosenDefinition | undefined;
  readonly resumeDefinition: ChosenDefinition;
  readonly compareGroups: { readonly wrong: readonly number[]; readonly triesLeft: number };
  readonly founderWords: NewWords;
  readonly founderCard: PaperAnswer;
  readonly founderKey: BroughtKey | undefined;
  readonly createCentre: undefined;
}
