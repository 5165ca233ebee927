/**
 * The second medium: how it stands, and what officials do about it. The folder is chosen in the desktop's own dialog; a window hears
 * its name, what lies there, and whether it is on the same disk, and never where it is.
 */
import * as z from 'zod/mini';
import type { MediumCopy, MediumView } from '../views/medium.ts';
import { ask, OFFICIALS } from './ask.ts';

/** Drawn by the main process for one chosen folder. */
export const mediumTicketSchema = z.string().check(z.regex(/^[0-9a-f]{32}$/));

/** *nothing*: no copy of any centre. *own*: a copy of this one. *other*: a copy of another, which stays as it is. */
export type LiesThere = 'nothing' | 'own' | 'other';

export interface MediumOffer {
  /** By which `useSecondMedium` means this folder. */
  readonly medium: string;
  readonly name: string;
  readonly isSameDisk: boolean;
  readonly lies: LiesThere;
  /** Of what lies there: its constituency, and how many acts. */
  readonly constituency?: string;
  readonly size?: number;
}

export const mediumAsks = {
  secondMedium: ask('anybody', {}),
  /** The desktop's own dialog; nothing where it was left. */
  chooseSecondMedium: ask(OFFICIALS, {}),
  useSecondMedium: ask(OFFICIALS, { medium: mediumTicketSchema }),
  stopSecondMedium: ask(OFFICIALS, {}),
  /** Setup asks for a medium no more. */
  goOnWithoutMedium: ask(OFFICIALS, {}),
  /** A full, verified copy now; how far it is stands in `secondMedium`. */
  copyToMedium: ask(OFFICIALS, {}),
};

export interface MediumAnswers {
  readonly secondMedium: MediumView;
  readonly chooseSecondMedium: MediumOffer | undefined;
  readonly useSecondMedium: undefined;
  readonly stopSecondMedium: undefined;
  readonly goOnWithoutMedium: undefined;
  readonly copyToMedium: MediumCopy;
}
