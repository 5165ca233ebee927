/**
 * What a paper is made of: words, tables, drawings and gaps, described as data and told apart by what they mean, so that a reader who
 * listens to the paper hears headings, rows and column heads in their order. The names of the fields are pdfmake's, which lays the
 * blocks out; `role` and `lang` are ours.
 */

/** The standard roles of PDF (ISO 32000-1, 14.8.4) that papers use; `none` is for what only decorates. */
export type Role = 'H1' | 'H2' | 'P' | 'TH' | 'TD' | 'Figure' | 'Span' | 'none';
export type Language = 'en' | 'sw';

export interface Look {
  readonly font?: 'Sans' | 'Condensed' | 'Mono';
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly alignment?: 'left' | 'right' | 'center';
  readonly lineHeight?: number;
  readonly characterSpacing?: number;
  /** Left, above, right, below, in points. */
  readonly margin?: readonly [number, number, number, number];
}
export interface Run extends Look {
  readonly text: string;
}
interface Cell {
  readonly colSpan?: number;
  readonly verticalAlignment?: 'top' | 'middle' | 'bottom';
}
export interface Words extends Look, Cell {
  readonly text: string | readonly Run[];
  readonly role?: Role;
  readonly lang?: Language;
  readonly pageBreak?: 'before' | 'after';
}
export interface Stack extends Look, Cell {
  readonly stack: readonly Block[];
  readonly role?: Role;
  readonly pageBreak?: 'before' | 'after';
  readonly unbreakable?: boolean;
}
export interface Columns extends Look, Cell {
  readonly columns: readonly (Block & { readonly width?: number | 'auto' | '*' })[];
  readonly columnGap?: number;
  readonly unbreakable?: boolean;
}
/** Lines of a table: how thick the rule above row `at` is, in points. */
export type Ruling = (at: number, rows: number) => number;
export interface Table extends Look, Cell {
  readonly table: {
    readonly widths: readonly (number | 'auto' | '*')[];
    readonly body: readonly (readonly Block[])[];
    readonly headerRows?: number;
    readonly dontBreakRows?: boolean;
    readonly keepWithHeaderRows?: number;
    readonly heights?: number | ((row: number) => number);
  };
  /** A table for the eye alone: its cells are read as if they stood one after the other. */
  readonly isArrangement?: boolean;
  readonly rules?: Ruling;
  /** Rules between columns, in points. */
  readonly uprights?: (at: number, columns: number) => number;
  readonly padding?: number;
  /** Between the edges of a cell and what stands in it; 3 points where nothing is said. */
  readonly gutter?: number;
  readonly pageBreak?: 'before' | 'after';
  readonly unbreakable?: boolean;
}
/** A drawing, with what it shows in words. */
export interface Drawing extends Look, Cell {
  readonly svg: string;
  readonly width: number;
  readonly alt: string;
}
/** A picture as a data address, with what it shows in words. */
export interface Picture extends Look, Cell {
  readonly image: string;
  readonly fit: readonly [number, number];
  readonly alt: string;
}
export type Block = Words | Stack | Columns | Table | Drawing | Picture;

/** A whole paper, before it is laid out. */
export interface Paper {
  readonly title: string;
  readonly subject: string;
  readonly language: Language;
  /** When what it says was fixed: the paper's date, whatever day it is printed. RFC 3339, UTC. */
  readonly at: string;
  /** What makes this paper another than any other: digests, version, state. */
  readonly identity: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly margins: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  readonly content: readonly Block[];
  readonly head?: (page: number, pages: number) => Block;
  readonly foot?: (page: number, pages: number) => Block;
  /** Across every page, behind the words: what the paper is not. */
  readonly watermark?: string;
}

export const A4_LANDSCAPE = { width: 841.89, height: 595.28 };
export const A4_PORTRAIT = { width: 595.28, height: 841.89 };
export const A5_PORTRAIT = { width: 419.53, height: 595.28 };
export const INK = '#000000';
export const QUIET = '#4a4a4a';
const MILLIMETRE = 72 / 25.4;

export function millimetres(length: number): number {
  return length * MILLIMETRE;
}

export function words(text: string | readonly Run[], look: Omit<Words, 'text'> = {}): Words {
  return { text, ...look };
}

export function stack(blocks: readonly Block[], look: Omit<Stack, 'stack'> = {}): Stack {
  return { stack: blocks, ...look };
}

/** A box that stands empty. */
export const EMPTY: Words = { text: '' };

/** The places that a wide cell covers. */
export function covered(count: number): readonly Words[] {
  return Array.from({ length: count - 1 }, () => EMPTY);
}

/** A cell over several columns, with the places it covers. */
export function over<Wide extends Block>(columns: number, cell: Wide): readonly Block[] {
  return [{ ...cell, colSpan: columns }, ...covered(columns)];
}
