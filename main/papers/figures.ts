/**
 * Figures, shares, codes and moments as papers write them: thousands grouped by commas, shares with two decimals, the fifteen digits
 * of a station's code by area, times on the clock of East Africa.
 */

import type { Figure } from '../../core/count.ts';
import { groupsOf } from '../../core/groups.ts';
import { eastAfricaTime } from '../east-africa.ts';
import type { Language } from './layout/blocks.ts';
import type { PaperWords } from './words/words.ts';

/** 13179 as 13,179. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A figure as written: a count, or the word for a box that holds none. */
export function figureText(figure: Figure | undefined, words: PaperWords): string {
  return typeof figure === 'number' ? grouped(figure) : words.marks[figure ?? 'blank'];
}

/** A part of a whole in per cent, rounded half up in whole hundredths; nothing where the whole is nought. */
export function share(part: number, whole: number): string | undefined {
  if (whole <= 0) return undefined;
  const hundredths = (BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole));
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')} %`;
}

/** 051117058101104 as county, constituency, ward, centre and stream; other codes as they are. */
export function stationCode(code: string): string {
  return code.replace(/^(\d{3})(\d{3})(\d{4})(\d{3})(\d{2})$/, '$1 $2 $3 $4 $5');
}

/** Sixteen groups of four on two lines. */
export function digestLines(digest: string): readonly [string, string] {
  const groups = groupsOf(digest);
  return [groups.slice(0, 8).join(' '), groups.slice(8).join(' ')];
}

/** How a head of the journal is named where there is no room for all of it. */
export function shortDigest(digest: string): string {
  return groupsOf(digest).slice(0, 4).join(' ');
}

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  sw: ['Januari', 'Februari', 'Machi', 'Aprili', 'Mei', 'Juni', 'Julai', 'Agosti', 'Septemba', 'Oktoba', 'Novemba', 'Desemba'],
};

/** `2027-08-09` as 9 August 2027. */
export function dayText(day: string, language: Language): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  return `${Number(date)} ${MONTHS[language][Number(month) - 1] ?? month} ${year}`;
}

/** A moment of the journal on the clock of East Africa, which has no summer time; the same on a machine set to any zone. */
export function momentText(at: string, language: Language): string {
  const there = eastAfricaTime(Date.parse(at));
  return `${dayText(there, language)}, ${there.slice(11, 16)} EAT`;
}
