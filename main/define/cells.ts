/**
 * What may stand in one cell of a table, or in one field of election.json: a code, a name, a whole number, a choice, a key. Each
 * reader takes the text a person wrote and returns the value, or says plainly what is wrong with it, quoting what was written.
 */
import { LARGEST_COUNT } from '../../core/count.ts';
import { parsePublicKey } from '../../core/keys.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { AREA_CODE, CONTEST_ID, isPlainText, PERSON_ID } from '../../core/text.ts';

/** Reads one text, already without surrounding blanks. The detail of a refusal is shown to the person as it stands. */
export type CellReader<T> = (text: string) => Result<T>;

const LONGEST_NAME = 200;
const LONGEST_REASON = 2000;
const LONGEST_QUOTATION = 60;

/** A text within a message: shortened, and with nothing in it that could redraw a terminal. */
export function quoted(text: string): string {
  const characters = Array.from(text.length > LONGEST_QUOTATION ? `${text.slice(0, LONGEST_QUOTATION)}…` : text);
  return `“${characters.map((one) => (one !== '\n' && isPlainText(one) ? one : escaped(one))).join('')}”`;
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

function wrong(detail: string) {
  return refuse('E-CSV', detail);
}

function matching(pattern: RegExp, words: string): CellReader<string> {
  return (text) => (pattern.test(text) ? ok(text) : wrong(`${quoted(text)} is not ${words}`));
}

export const areaCode = matching(AREA_CODE, 'a code (letters, digits and hyphens, at most 32 characters)');
export const contestId = matching(CONTEST_ID, 'an id (letters, digits, dot, underscore, hyphen, at most 64 characters)');
const wellFormedPerson = matching(PERSON_ID, 'an id (letters, digits, dot, underscore, slash, hyphen, at most 64 characters)');

/** The number a person is known by. The device signs acts too, so nobody else may bear its name. */
export const personId: CellReader<string> = (text) =>
  text === 'device' ? wrong('no person may be called “device”') : wellFormedPerson(text);

/** A name or title: one line of at most 200 characters. */
export const name: CellReader<string> = (text) => {
  if (text.length > LONGEST_NAME) return wrong(`${quoted(text)} has ${text.length} characters, more than ${LONGEST_NAME}`);
  const line = isPlainText(text) && !text.includes('\n');
  return line ? ok(text) : wrong(`${quoted(text)} holds a line break or a control character`);
};

/** A reason, shown to everybody: at most 2,000 characters, line breaks allowed. */
export const reason: CellReader<string> = (text) => {
  if (text.length > LONGEST_REASON) return wrong(`the reason has ${text.length} characters, more than ${LONGEST_REASON}`);
  return isPlainText(text) ? ok(text) : wrong(`${quoted(text)} holds a control character`);
};

/** A whole number of ballots, voters, minutes or the like, in digits only: 1,200 and 12.5 are not guessed at. */
export function wholeNumber(least = 0, most = LARGEST_COUNT): CellReader<number> {
  return (text) => {
    if (!/^[0-9]{1,15}$/.test(text)) return wrong(`${quoted(text)} is not a whole number`);
    const number = Number(text);
    if (number < least) return wrong(`${text} is less than ${least}`);
    return number > most ? wrong(`${text} is more than ${most}`) : ok(number);
  };
}

export function oneOf<const Choice extends string>(choices: readonly Choice[]): CellReader<Choice> {
  return (text) => {
    const choice = choices.find((one) => one === text);
    return choice === undefined ? wrong(`${quoted(text)} is none of ${choices.join(', ')}`) : ok(choice);
  };
}

/** Several values in one cell, separated by spaces. The first bad one is named; the same one twice is a slip. */
export function listOf<T>(reader: CellReader<T>): CellReader<readonly T[]> {
  return (text) => {
    const words = text.split(/\s+/).filter((word) => word !== '');
    const repeated = words.find((word, at) => words.indexOf(word) !== at);
    if (repeated !== undefined) return wrong(`${quoted(repeated)} stands twice in the cell`);
    const read = words.map(reader);
    const refused = read.find((one) => !one.ok);
    return refused ?? ok(read.flatMap((one) => (one.ok ? [one.value] : [])));
  };
}

/** An Ed25519 public key: the middle line of its PEM file, as `enrol` prints it. */
export const publicKey: CellReader<string> = (text) => {
  const key = parsePublicKey(text);
  return key.ok ? ok(text) : wrong(`${quoted(text)} is not a usable Ed25519 public key: ${key.refusal.detail ?? key.refusal.code}`);
};

/** A day of the calendar, written year-month-day. */
export const date: CellReader<string> = (text) => {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return wrong(`${quoted(text)} is not a date like 2027-08-10`);
  const day = new Date(`${text}T00:00:00Z`);
  const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  return exists ? ok(text) : wrong(`${quoted(text)} is not a day of the calendar`);
};
