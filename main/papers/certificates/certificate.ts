/** What the opening and the closing certificate share: an upright page that names its centre, its election and its journal. */
import type { Head } from '../../../core/acts.ts';
import type { Centre } from '../../../core/state.ts';
import { named } from '../../../core/views/named.ts';
import { dayText, digestLines } from '../figures.ts';
import { cell, head, table } from '../form/parts.ts';
import { A4_PORTRAIT, type Block, EMPTY, type Language, type Paper, QUIET, words as says } from '../layout/blocks.ts';
import { fill, otherLanguage, type PaperWords, wordsIn } from '../words/words.ts';

/** The centre at one moment of its journal. */
export interface CentreMoment {
  /** As it was right after the act. */
  readonly centre: Centre;
  /** The journal's head right after the act. */
  readonly head: Head;
  /** When, and the officials who did it. */
  readonly at: string;
  readonly by: readonly string[];
  readonly language: Language;
}

export interface Both {
  readonly words: PaperWords;
  readonly other: PaperWords;
}

export function bothLanguages(language: Language): Both {
  return { words: wordsIn(language), other: wordsIn(otherLanguage(language)) };
}

const SIDE = 44;

/** The page around the blocks of a certificate. */
export function certificatePaper(
  { centre, head: journalHead, at, language }: CentreMoment,
  title: (words: PaperWords) => string,
  content: readonly Block[],
): Paper {
  const { words, other } = bothLanguages(language);
  const { constituency, county, title: election, date, kind } = centre.definition.content;
  const place = `${constituency.name} ${constituency.code}, ${county.name} ${county.code}`;
  const stamp = kind === 'rehearsal' ? words.stamps.rehearsal : undefined;
  const titles: readonly Block[] = [
    says(title(words), { role: 'H1', fontSize: 18, bold: true }),
    says(title(other), { fontSize: 9, color: QUIET, lang: other.language }),
    says(place, { fontSize: 12, bold: true, margin: [0, 8, 0, 0] }),
    says(`${election}, ${dayText(date, language)}`, { fontSize: 10 }),
    ...(stamp === undefined ? [] : [says(`${stamp}. ${words.head.rehearsalSays}`, { fontSize: 10, bold: true, margin: [0, 4, 0, 0] })]),
  ];
  return {
    title: `${stamp === undefined ? '' : `${stamp}: `}${title(words)}, ${place}`,
    subject: `${title(words)}, ${election}`,
    language,
    at,
    identity: `${centre.journal} ${journalHead.size} ${journalHead.root} ${language}`,
    size: A4_PORTRAIT,
    margins: { left: SIDE, right: SIDE, top: 48, bottom: 56 },
    content: [...titles, ...content],
    foot: (page, pages) =>
      says(`${fill(words.head.pageOf, { page, pages })}. ${place}. ${digestLines(centre.journal)[0]} …`, {
        fontSize: 7,
        margin: [0, 22, 0, 0],
      }),
    ...(stamp === undefined ? {} : { watermark: stamp }),
  };
}

/** Facts with their names, one a line. */
export function facts(rows: readonly (readonly [name: string, value: string])[]): Block {
  const body = rows.map(([name, value]) => [cell(name, { role: 'TH', color: QUIET }), cell(value, { bold: true, fontSize: 9 })]);
  return { table: { widths: [190, '*'], dontBreakRows: true, body }, rules: () => 0.25, padding: 3, margin: [0, 8, 0, 0] };
}

/** A digest on two lines, for a column of facts. */
export function digestFact(name: string, digest: string): readonly [string, string] {
  return [name, digestLines(digest).join('\n')];
}

/** People with room for their signatures in ink; a digest of each one's key where asked for. */
export function peopleTable(centre: Centre, ids: readonly string[], words: PaperWords, keys: boolean): Block {
  const heads = [words.agents.name, words.signers.role, keys ? words.closing.key : words.opening.signature].map((text) => head(text));
  const rows = ids.map((id) => {
    const { name, role, party } = named(centre, id);
    const key = centre.people.get(id)?.key ?? '';
    const last = keys ? cell(digestLines(key).join('\n'), { font: 'Mono', fontSize: 6.8 }) : EMPTY;
    return [
      cell(name === id ? name : `${name} (${id})`, { role: 'TH', bold: true }),
      cell(party === undefined ? words.roles[role] : `${words.roles[role]}, ${party}`),
      last,
    ];
  });
  const grid = table([170, 150, '*'], heads, rows);
  return keys ? grid : { ...grid, table: { ...grid.table, heights: (row) => (row === 0 ? 0 : 24) } };
}
