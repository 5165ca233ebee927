/** Pieces that the sections of a paper share: headings in both languages, tables with a firm line under their heads, lines for ink. */
import { type Block, EMPTY, QUIET, words as says, stack, type Table, type Words } from '../layout/blocks.ts';
import type { PaperWords } from '../words/words.ts';
import type { Telling } from './subject.ts';

export const SMALL = { fontSize: 7.5 } as const;
export const QUIET_SMALL = { fontSize: 6.5, color: QUIET } as const;

/** The head of a section, in the paper's language and, quietly, in the other. */
export function heading({ words, other }: Pick<Telling, 'words' | 'other'>, title: (words: PaperWords) => string): Words {
  const runs = [
    { text: title(words), bold: true, fontSize: 10 },
    { text: `   ${title(other)}`, color: QUIET, fontSize: 7 },
  ];
  return says(runs, { role: 'H2', margin: [0, 10, 0, 3] });
}

export function head(text: string, look: Omit<Words, 'text'> = {}): Words {
  return says(text, { fontSize: 7, bold: true, ...look });
}

export function cell(text: Words['text'], look: Omit<Words, 'text'> = {}): Words {
  return says(text, { ...SMALL, ...look });
}

export function number(text: Words['text'], look: Omit<Words, 'text'> = {}): Words {
  return says(text, { ...SMALL, alignment: 'right', ...look });
}

/** A table whose heads are repeated on each page it runs over. */
export function table(
  widths: Table['table']['widths'],
  heads: readonly Block[],
  rows: readonly (readonly Block[])[],
  more: Partial<Table> = {},
): Table {
  return {
    table: { widths, headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, body: [heads, ...rows] },
    rules: (at, count) => (at === 0 || at === 1 ? 0.8 : at === count ? 0.6 : 0.25),
    padding: 2,
    ...more,
  };
}

/** A heading that stays with what it heads. */
export function section(title: Words, ...blocks: readonly Block[]): readonly Block[] {
  const [first, ...rest] = blocks;
  if (first === undefined) return [];
  const isShort = !('table' in first) || first.table.body.length < 14;
  return isShort ? [stack([title, first], { unbreakable: true }), ...rest] : [title, first, ...rest];
}

/** An empty line to write on, with what belongs on it beneath. */
export function line(under: string, width: number | '*' = '*', height = 20): Table {
  return {
    isArrangement: true,
    table: { widths: [width], heights: (row) => (row === 0 ? height : 0), body: [[EMPTY], [says(under, QUIET_SMALL)]] },
    rules: (at) => (at === 1 ? 0.6 : 0),
    padding: 1,
    gutter: 0,
  };
}

/** A box to be filled in by hand. */
export function box(width: number, height: number): Table {
  return {
    isArrangement: true,
    table: { widths: [width], heights: height, body: [[EMPTY]] },
    rules: () => 0.6,
    uprights: () => 0.6,
    padding: 0,
    gutter: 0,
  };
}
