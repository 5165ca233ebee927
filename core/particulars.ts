/**
 * The provenance of one paper: which book and copy it is, and what the hand finds when it turns the paper. Every item must be
 * answered before a form moves on; defects are listed, they never block (DOMAIN, law 6).
 */
import * as z from 'zod/mini';
import { isPlainText } from './text.ts';

/** The serial as printed; `-` where the paper bears none, `?` where it cannot be read. */
const serial = z.string().check(
  z.minLength(1),
  z.maxLength(40),
  z.refine((text) => isPlainText(text) && text.trim() === text && !text.includes('\n')),
);
const seen = z.enum(['yes', 'no']);

const ITEMS = {
  serial,
  book: z.enum(['1', '2', 'unknown']),
  copy: z.enum(['original', 'carbon', 'photocopy']),
  stamp: seen,
  watermark: seen,
  presidingOfficerSigned: seen,
  presidingOfficerDated: seen,
  deputySigned: seen,
  deputyDated: seen,
  pagesComplete: seen,
  alterations: z.enum(['none', 'countersigned', 'not-countersigned']),
  stationAsExpected: seen,
};

export const particularsSchema = z.strictObject(ITEMS);
export type Particulars = z.infer<typeof particularsSchema>;

export const PARTICULARS = Object.keys(ITEMS) as readonly (keyof Particulars)[];

/** Items not answered, or answered with something that is no answer to them. */
export function unanswered(particulars: Readonly<Record<string, unknown>>): readonly string[] {
  return PARTICULARS.filter((item) => !ITEMS[item].safeParse(particulars[item]).success);
}

/** Whether two papers can be compared by serial at all. */
export function isReadableSerial(text: string): boolean {
  return text !== '-' && text !== '?';
}

const SOUND: Partial<Record<keyof Particulars, readonly string[]>> = {
  book: ['1'],
  copy: ['original'],
  alterations: ['none', 'countersigned'],
};

/** What is missing or wrong on the paper, of what has been answered, in the order in which the hand turns it. It blocks nothing. */
export function defectsOf(answers: Readonly<Partial<Record<keyof Particulars, string>>>): readonly (keyof Particulars)[] {
  return PARTICULARS.filter((item) => {
    const answer = answers[item];
    if (answer === undefined) return false;
    return item === 'serial' ? !isReadableSerial(answer) : !(SOUND[item] ?? ['yes']).includes(answer);
  });
}
