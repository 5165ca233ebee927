/** What stands around every room, and what a person may set there: language, light or dark, the wall, the keyboard's lock. */
import * as z from 'zod/mini';
import type { Refusal } from '../result.ts';
import { reasonSchema } from '../text.ts';
import type { CentreFrame, FramePerson } from '../views/frame.ts';
import type { MediumInstrument } from '../views/medium.ts';
import { ask, EVERY_PERSON, STAFF } from './ask.ts';

export const LANGUAGES = ['en', 'sw'] as const;
export type Language = (typeof LANGUAGES)[number];
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The frame as a window shows it. Without a centre the window is at its first run. */
export interface Frame {
  readonly version: string;
  readonly at: string;
  readonly language: Language;
  readonly theme: Theme;
  /** While a centre is opened and checked: acts done, of how many. */
  readonly opening?: { readonly done: number; readonly total: number };
  /** Why the centre that was open last is not open now. */
  readonly notOpened?: Refusal;
  /** The app is about to end, and makes a last full copy on the second medium first. */
  readonly leaving?: true;
  readonly centre?: CentreFrame;
  readonly head?: string;
  /** Why nothing may be written, in the check's words. */
  readonly readOnly?: string;
  /** Where that is because the key of this machine is damaged or cannot be read. */
  readonly withoutDeviceKey?: true;
  readonly medium?: MediumInstrument;
  /** An official went on without a second medium. */
  readonly withoutMedium?: true;
  /** Two officials have not yet signed for the restoring of this centre; until then nothing else is taken. */
  readonly restore?: 'unsigned' | 'unconfirmed';
  /** The words that everybody has in a practice election; never present in another. */
  readonly practiceWords?: string;
  readonly person?: FramePerson;
}

export const frameAsks = {
  frame: ask('anybody', {}, { onWall: true }),
  prefer: ask('anybody', { language: z.optional(z.enum(LANGUAGES)), theme: z.optional(z.enum(THEMES)) }, { onWall: true }),
  openWall: ask('anybody', {}),
  closeWall: ask('anybody', {}, { onWall: true }),
  /** Ends without waiting for the last copy. */
  leaveNow: ask('anybody', {}),
  /** A key was pressed: the person is still there. */
  activity: ask(EVERY_PERSON, {}),
  lock: ask(EVERY_PERSON, {}),
  /** The incident diary: a short dated note, one key away from everywhere. */
  noteIncident: ask(STAFF, { text: reasonSchema }),
};

export interface FrameAnswers {
  readonly frame: Frame;
  readonly prefer: undefined;
  readonly openWall: undefined;
  readonly closeWall: undefined;
  readonly leaveNow: undefined;
  readonly activity: undefined;
  readonly lock: undefined;
  readonly noteIncident: undefined;
}
