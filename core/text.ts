/**
 * The few shapes of words that definition and acts share. Every text is public and permanent: length is bounded, control
 * characters are refused so that no text can redraw a terminal or a paper.
 */
import * as z from 'zod/mini';

/** C0 and C1 controls but the line feed, and the marks that turn the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to refuse
const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

export function isPlainText(text: string): boolean {
  return !UNPRINTABLE.test(text) && text.isWellFormed() && text.normalize('NFC') === text;
}

/** What a person typed, as it is kept: without the blanks around it, and each letter spelled in its one way. */
export function tidy(text: string): string {
  return text.trim().normalize('NFC');
}

function plain(longest: number, lines: 'one line' | 'lines') {
  return z.string().check(
    z.minLength(1),
    z.maxLength(longest),
    z.refine((text) => isPlainText(text) && text.trim() !== '' && (lines === 'lines' || !text.includes('\n'))),
  );
}

/** On one line: a name must not add lines to a paper. */
export const nameSchema = plain(200, 'one line');
/** A reason, remark or note: 1 to 2,000 characters (LIFECYCLE, Acts). */
export const reasonSchema = plain(2000, 'lines');
/** Official and accreditation numbers as the commission writes them, and contest ids, which also name files. */
export const PERSON_ID = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/;
export const CONTEST_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
export const personSchema = z.string().check(z.regex(PERSON_ID));
export const contestSchema = z.string().check(z.regex(CONTEST_ID));
/** Ward, station and area codes: the gazette's digits, letters allowed for rehearsals. */
export const AREA_CODE = /^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/;
export const codeSchema = z.string().check(z.regex(AREA_CODE));
/** Lower-case hex of 32 bytes. */
export const digestSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** Base64 of a DER SubjectPublicKeyInfo; whether it is a good key is for `keys` to say. */
export const keySchema = z.string().check(z.regex(/^[A-Za-z0-9+/]{59}=$/));
/** RFC 3339 in UTC with exactly three decimals, so that order of text is order of time; only moments that exist. */
export const timeSchema = z
  .string()
  .check(z.regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/), z.refine(isMoment));

/** The thirtieth of February is read as a day of March: written again it is another text. */
function isMoment(text: string): boolean {
  if (text === lastMoment) return true;
  const moment = Date.parse(text);
  const exists = !Number.isNaN(moment) && new Date(moment).toISOString() === text;
  if (exists) lastMoment = text;
  return exists;
}
/** An entry and its act name the same moment, one after the other. */
let lastMoment = '';
export const sizeSchema = z.int().check(z.minimum(0));
