/**
 * The licences of everything that is shipped, in one file of plain text: our own first, then each work's by name. Texts that several
 * works share word for word are printed once, under all their names.
 */
import { labelOf, type Work } from './shipped.ts';

const RULE = `${'='.repeat(100)}\n`;

export function licencesText(ownTitle: string, ownText: string, works: readonly Work[]): string {
  const sections = [...grouped(works)].map(([text, titles]) => section(titles.join('\n'), text));
  return `${section(ownTitle, ownText)}\nWhat others made, and what is inside it\n\n${sections.join('\n')}`;
}

function grouped(works: readonly Work[]): ReadonlyMap<string, readonly string[]> {
  const titles = new Map<string, string[]>();
  const add = (work: Work, inside: string): void => {
    const title = `${labelOf(work)}${inside} (${work.licence})`;
    for (const text of work.texts) titles.set(unified(text), [...(titles.get(unified(text)) ?? []), title]);
    for (const part of work.parts) add(part, `, inside ${work.name}`);
  };
  for (const work of works) add(work, '');
  return titles;
}

function unified(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(/[ \t]+$/gm, '')
    .trim();
}

function section(title: string, text: string): string {
  return `${RULE}${title}\n${RULE}\n${text.trim()}\n`;
}
