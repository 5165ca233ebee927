/**
 * What stands on every page of a contest's papers: the form's name, the place, the document with its version, what it is not yet, and
 * at the foot the digest of the summary with a square code, the journal's head and the page. A page that gets lost says where it
 * belongs.
 */

import { dayText, digestLines, grouped, momentText, shortDigest } from '../figures.ts';
import { type Block, EMPTY, INK, type Paper, QUIET, type Run, words as says, stack, type Table } from '../layout/blocks.ts';
import { fold, lineHeight } from '../layout/measure.ts';
import { LEAST_MODULE_MM, qr } from '../layout/qr.ts';
import { fill, type PaperWords } from '../words/words.ts';
import { documentId, stampsOf, type Telling } from './subject.ts';

export const SIDE = 34;
const HEAD_TOP = 24;
const FOOT_HEIGHT = 78;
const PLACE_WIDTH = 190;
const TITLE = { font: 'Sans', fontSize: 10.5, bold: true } as const;
const SECOND = { font: 'Sans', fontSize: 7.5, color: QUIET } as const;

/** How a paper is called, in one language: `Form 34B` and what it is. */
export type Heading = (words: PaperWords) => { readonly form: string; readonly title: string };

/** The page frame of a contest's paper: head, foot, margins that leave room for both, and what is written across. */
export function frame(
  telling: Telling,
  heading: Heading,
  size: Paper['size'],
): Pick<Paper, 'head' | 'foot' | 'margins' | 'size' | 'watermark'> {
  const width = size.width - 2 * SIDE;
  const head = headOf(telling, heading, width);
  const stamps = stampsOf(telling).join(' · ');
  return {
    size,
    margins: { left: SIDE, right: SIDE, top: HEAD_TOP + head.height, bottom: FOOT_HEIGHT },
    head: () => head.block,
    foot: (page, pages) => footOf(telling, page, pages, width),
    ...(stamps === '' ? {} : { watermark: stamps }),
  };
}

// ---- head --------------------------------------------------------------------------------------------------------------------

function headOf(telling: Telling, heading: Heading, width: number): { readonly block: Block; readonly height: number } {
  const titleWidth = width - PLACE_WIDTH - 12;
  const own = heading(telling.words);
  const second = heading(telling.other);
  const title = fold(`${own.form}   ${own.title}`, titleWidth, TITLE);
  const below = fold(`${second.form}   ${second.title}`, titleWidth, SECOND);
  const place = placeLines(telling);
  const left = title.length * lineHeight(TITLE) + below.length * lineHeight(SECOND);
  const right = place.reduce((sum, { lines, type }) => sum + lines.length * lineHeight(type), 0);
  const titles = stack([
    says(title.join('\n'), { ...TITLE, role: 'H1' }),
    says(below.join('\n'), { ...SECOND, lang: telling.other.language }),
  ]);
  const places = stack(place.map(({ lines, type }) => says(lines.join('\n'), { ...type, alignment: 'right' })));
  const top: Table = {
    isArrangement: true,
    table: { widths: ['*', PLACE_WIDTH], body: [[titles, places]] },
    rules: (at) => (at === 1 ? 1.2 : 0),
    padding: 2,
  };
  return { block: stack([top, standing(telling)]), height: Math.max(left, right) + 4 + 1.2 + STANDING_HEIGHT };
}

const BOLD_PLACE = { font: 'Sans', fontSize: 9.5, bold: true } as const;
const PLACE = { font: 'Sans', fontSize: 7.5 } as const;

function placeLines({ content, words }: Telling) {
  const { constituency, county, election } = content;
  return [
    { lines: fold(`${constituency.name} ${constituency.code}`, PLACE_WIDTH - 6, BOLD_PLACE), type: BOLD_PLACE },
    { lines: fold(`${county.name} ${county.code}`, PLACE_WIDTH - 6, PLACE), type: PLACE },
    { lines: fold(`${election.title}, ${dayText(election.date, words.language)}`, PLACE_WIDTH - 6, PLACE), type: PLACE },
  ];
}

const STANDING_HEIGHT = 26;

/** What the paper is not yet, boxed; and which document it is, as at when. */
function standing(telling: Telling): Block {
  const stamps = stampsOf(telling);
  const cells = stamps.flatMap((stamp) => [stampBox(stamp), EMPTY]);
  const widths = stamps.flatMap(() => ['auto', 2] as const);
  return {
    isArrangement: true,
    margin: [0, 5, 0, 0],
    table: { widths: [...widths, '*'], body: [[...cells, says(documentRuns(telling), { fontSize: 7.5, margin: [0, 2.2, 0, 0] })]] },
  };
}

function stampBox(stamp: string): Block {
  const word = says(stamp, { fontSize: 7.5, bold: true, characterSpacing: 1.4 });
  return { isArrangement: true, table: { widths: ['auto'], body: [[word]] }, rules: () => 1.1, uprights: () => 1.1, padding: 1, gutter: 6 };
}

function documentRuns({ content, state, words }: Telling): readonly Run[] {
  const { version, prepared } = content;
  const document = documentId(content);
  const name = version === 0 ? fill(words.head.draft, { document }) : fill(words.head.document, { document, version });
  const standing = state === 'declared' ? words.summary.declared : words.summary[state];
  const said = [
    fill(words.head.prepared, { at: momentText(prepared.at, words.language) }),
    ...(content.election.kind === 'rehearsal' ? [words.head.rehearsalSays] : []),
    ...(state === 'declared' ? [] : [words.head.provisionalSays]),
  ];
  return [{ text: name, bold: true }, { text: `, ${standing.toLowerCase()}, ${said.join('. ').replace(/\.\. /g, '. ')}` }];
}

// ---- foot --------------------------------------------------------------------------------------------------------------------

/** The line that names this summary, for a telephone: capitals, so that the code packs two of them into eleven bits. */
export function summaryLine(digest: string): string {
  return `COUNTERSIGN:SUMMARY:1:${digest.toUpperCase()}`;
}

function footOf({ content, digest, words }: Telling, page: number, pages: number, width: number): Block {
  const code = qr(summaryLine(digest), words.head.codeShows, LEAST_MODULE_MM);
  const [first, second] = digestLines(digest);
  const small = { fontSize: 7 } as const;
  const { head } = content.prepared;
  const left = stack(
    [
      says(`${documentName(content, words)}. ${words.head.digest}`, small),
      says(first, { font: 'Mono', fontSize: 8 }),
      says(second, { font: 'Mono', fontSize: 8 }),
    ],
    { margin: [0, 12, 0, 0] },
  );
  const right = stack(
    [
      says([{ text: `${fill(words.head.journalHead, { size: grouped(head.size) })} ` }, { text: shortDigest(head.root), font: 'Mono' }], {
        ...small,
        alignment: 'right',
      }),
      says(fill(words.head.pageOf, { page, pages }), { fontSize: 9, bold: true, color: INK, alignment: 'right' }),
    ],
    { margin: [0, 12, 0, 0] },
  );
  const body = [[code, left, right]];
  return { isArrangement: true, table: { widths: [code.width, '*', width * 0.34], body }, rules: (at) => (at === 0 ? 0.8 : 0), padding: 3 };
}

function documentName(content: Telling['content'], words: PaperWords): string {
  const { version } = content;
  const document = documentId(content);
  return version === 0 ? fill(words.head.draft, { document }) : fill(words.head.document, { document, version });
}
