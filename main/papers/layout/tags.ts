/**
 * The tree of what a paper means, beside how it looks: document, headings, paragraphs, tables with rows and column heads. Every piece
 * of text is bound to its place in this tree before the paper is laid out, so that a screen reader can read the rows of a table in
 * order and name the column of each figure.
 */
import type { Block, Language, Role, Ruling, Run, Table, Words } from './blocks.ts';

export interface Tag {
  readonly role: string;
  readonly children: Tag[];
  readonly lang?: string;
  readonly alt?: string;
  readonly scope?: 'Column' | 'Row';
  readonly columns?: number;
}

const LANGUAGES: Readonly<Record<Language, string>> = { en: 'en-KE', sw: 'sw-KE' };

export function languageTag(language: Language): string {
  return LANGUAGES[language];
}

export function newTag(role: string, more: Omit<Tag, 'role' | 'children'> = {}): Tag {
  return { role, children: [], ...more };
}

function under(parent: Tag | undefined, tag: Tag): Tag | undefined {
  if (parent === undefined) return undefined;
  parent.children.push(tag);
  return tag;
}

/**
 * A copy of a block that pdfmake may work on, its text bound to new places under `parent`; where there is no parent, the block is
 * decoration and is read to nobody.
 */
export function bound(block: Block, parent: Tag | undefined): object {
  if ('text' in block) return boundWords(block, parent);
  if ('table' in block) return boundTable(block, parent);
  if ('columns' in block) return { ...block, columns: block.columns.map((column) => bound(column, parent)) };
  if ('stack' in block) return { ...block, stack: block.stack.map((one) => bound(one, block.role === 'none' ? undefined : parent)) };
  return { ...block, tag: under(parent, newTag('Figure', { alt: block.alt })) };
}

function boundWords(block: Words, parent: Tag | undefined): object {
  const { role = 'P', lang } = block;
  const runs: readonly Run[] = typeof block.text === 'string' ? [{ text: block.text }] : block.text;
  const language = lang === undefined ? {} : { lang: languageTag(lang) };
  const isSilent = role === 'none' || runs.every(({ text }) => text === '');
  const tag = isSilent ? undefined : under(parent, newTag(role, language));
  return { ...block, text: runs.map((run) => ({ ...run, tag })) };
}

// ---- tables ------------------------------------------------------------------------------------------------------------------

const GUTTER = 3;
/** Rules thinner than this are drawn in grey, so that a firmer one stands out on any printer. */
const HAIRLINE = 0.4;
const QUIET_RULE = '#7a7a7a';

function boundTable(block: Table, parent: Tag | undefined): object {
  const { table, isArrangement = false, rules = () => 0, uprights = () => 0, padding = 1.5, gutter = GUTTER, ...look } = block;
  const tag = isArrangement ? parent : under(parent, newTag('Table'));
  const body = table.body.map((row, at) =>
    isArrangement ? row.map((cell) => bound(cell, tag)) : boundRow(row, at < (table.headerRows ?? 0), tag),
  );
  return { ...look, table: { ...table, widths: [...table.widths], body }, layout: layoutOf(rules, uprights, padding, gutter) };
}

function boundRow(row: readonly Block[], isHead: boolean, table: Tag | undefined): readonly object[] {
  const tag = under(table, newTag('TR'));
  let hidden = 0;
  return row.map((cell) => {
    if (hidden > 0) {
      hidden -= 1;
      return { text: '' };
    }
    const columns = cell.colSpan ?? 1;
    hidden = columns - 1;
    return boundCell(cell, isHead, columns, tag);
  });
}

function boundCell(cell: Block, isHead: boolean, columns: number, row: Tag | undefined): object {
  const role: Role = isHead || ('role' in cell && cell.role === 'TH') ? 'TH' : 'TD';
  const scope = role === 'TH' ? { scope: isHead ? ('Column' as const) : ('Row' as const) } : {};
  const tag = under(row, newTag(role, { ...scope, ...(columns > 1 ? { columns } : {}) }));
  if (!('text' in cell)) return bound(cell, tag);
  return bound({ ...cell, role: cell.role === 'none' ? 'none' : 'P' }, tag);
}

function layoutOf(rules: Ruling, uprights: (at: number, columns: number) => number, padding: number, gutter: number): object {
  return {
    hLineWidth: (at: number, { table }: { table: { body: readonly unknown[] } }) => rules(at, table.body.length),
    vLineWidth: (at: number, { table }: { table: { widths: readonly unknown[] } }) => uprights(at, table.widths.length),
    hLineColor: (at: number, { table }: { table: { body: readonly unknown[] } }) =>
      rules(at, table.body.length) < HAIRLINE ? QUIET_RULE : '#000000',
    vLineColor: () => '#000000',
    paddingLeft: (at: number) => (at === 0 && uprights(0, 2) === 0 ? 0 : gutter),
    paddingRight: (at: number, { table }: { table: { widths: readonly unknown[] } }) =>
      at === table.widths.length - 1 && uprights(table.widths.length, table.widths.length) === 0 ? 0 : gutter,
    paddingTop: () => padding,
    paddingBottom: () => padding,
  };
}
