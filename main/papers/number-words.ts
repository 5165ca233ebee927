/**
 * Numbers in words, as they stand beside the figures of a form, so that nobody can add a digit to one. Every number has its own words
 * in each language: in Kiswahili a comma parts what would otherwise be said alike, *elfu kumi na tatu* (13,000) from *elfu kumi, na
 * tatu* (10,003).
 */
import type { Language } from './layout/blocks.ts';

const LARGEST = 999_999_999_999;

/** Whole numbers from nought to below a million million; anything else is a broken invariant. */
export function numberInWords(language: Language, number: number): string {
  if (!Number.isInteger(number) || number < 0 || number > LARGEST) throw new Error(`broken invariant: ${number} has no words here`);
  return language === 'en' ? english(number) : kiswahili(number);
}

/** Three digits each, the largest first: 1,002,003 is 1, 2 and 3. */
function groupsOfThree(number: number): readonly number[] {
  return [1_000_000_000, 1_000_000, 1000, 1].map((scale) => Math.floor(number / scale) % 1000);
}

// ---- English -----------------------------------------------------------------------------------------------------------------

const ENGLISH = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen',
  'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']; // biome-ignore format: one table
const ENGLISH_TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ENGLISH_SCALES = [' billion', ' million', ' thousand', ''];

function english(number: number): string {
  const groups = groupsOfThree(number);
  const said = groups.flatMap((group, at) => (group === 0 ? [] : [`${englishBelowThousand(group)}${ENGLISH_SCALES[at]}`]));
  if (said.length === 0) return 'zero';
  const last = groups[3] ?? 0;
  const joinsByAnd = said.length > 1 && last > 0 && last < 100;
  return joinsByAnd ? `${said.slice(0, -1).join(', ')} and ${said.at(-1)}` : said.join(', ');
}

function englishBelowThousand(number: number): string {
  const [hundreds, rest] = [Math.floor(number / 100), number % 100];
  if (hundreds === 0) return englishBelowHundred(rest);
  return `${ENGLISH[hundreds]} hundred${rest === 0 ? '' : ` and ${englishBelowHundred(rest)}`}`;
}

function englishBelowHundred(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (number < 20) return ENGLISH[number] ?? '';
  return `${ENGLISH_TENS[tens]}${ones === 0 ? '' : `-${ENGLISH[ones]}`}`;
}

// ---- Kiswahili ---------------------------------------------------------------------------------------------------------------

const KISWAHILI = ['sifuri', 'moja', 'mbili', 'tatu', 'nne', 'tano', 'sita', 'saba', 'nane', 'tisa', 'kumi'];
const KISWAHILI_TENS = ['', 'kumi', 'ishirini', 'thelathini', 'arobaini', 'hamsini', 'sitini', 'sabini', 'themanini', 'tisini'];
const KISWAHILI_SCALES = ['bilioni ', 'milioni ', 'elfu ', ''];

function kiswahili(number: number): string {
  const groups = groupsOfThree(number);
  const said = groups.flatMap((group, at) => (group === 0 ? [] : [`${KISWAHILI_SCALES[at]}${kiswahiliBelowThousand(group)}`]));
  if (said.length === 0) return 'sifuri';
  const last = groups[3] ?? 0;
  return said.length > 1 && isOneWord(last) ? `${said.slice(0, -1).join(', ')}, na ${said.at(-1)}` : said.join(', ');
}

/** What is said without a *na* of its own gets one before it. */
function isOneWord(number: number): boolean {
  return number > 0 && (number <= 10 || (number < 100 && number % 10 === 0) || number % 100 === 0);
}

function kiswahiliBelowThousand(number: number): string {
  const [hundreds, rest] = [Math.floor(number / 100), number % 100];
  if (hundreds === 0) return kiswahiliBelowHundred(rest);
  const hundred = `mia ${KISWAHILI[hundreds]}`;
  if (rest === 0) return hundred;
  return `${hundred} ${isOneWord(rest) ? 'na ' : ''}${kiswahiliBelowHundred(rest)}`;
}

function kiswahiliBelowHundred(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (number <= 10) return KISWAHILI[number] ?? '';
  return `${KISWAHILI_TENS[tens]}${ones === 0 ? '' : ` na ${KISWAHILI[ones]}`}`;
}
