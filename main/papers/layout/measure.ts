/**
 * How wide words are on paper, so that rows can be counted out over pages before anything is drawn: what a page brings forward has to
 * be known when its first row is written.
 */
import type { Face } from 'pdfmake/js/PDFDocument.js';
import { START_OF_TIME } from '../../../core/state.ts';
import { A4_PORTRAIT, type Look } from './blocks.ts';
import { PaperDocument } from './document.ts';

type Type = Required<Pick<Look, 'font' | 'fontSize'>> & Pick<Look, 'bold'>;

let ruler: PaperDocument | undefined;

function faceOf({ font, bold = false }: Type): Face {
  ruler ??= new PaperDocument({ title: '', subject: '', language: 'en', at: START_OF_TIME, identity: '', size: A4_PORTRAIT });
  return ruler.provideFont(font, bold, false);
}

/** In points. */
export function widthOf(text: string, type: Type): number {
  return faceOf(type).widthOfString(text, type.fontSize);
}

/** The height of one line, in points. */
export function lineHeight(type: Type, factor = 1.05): number {
  return faceOf(type).lineHeight(type.fontSize) * factor;
}

/** Words on lines of a width in points: broken between words, and within a word only where it alone is too wide. */
export function fold(text: string, width: number, type: Type): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => broken(one, width, type))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, type) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** The type, made smaller where a word would not fit on a line of its own; below five points words are broken instead. */
export function fitted<Kind extends Type>(text: string, width: number, type: Kind): Kind {
  const widest = Math.max(...text.split(' ').map((word) => widthOf(word, type)));
  return widest <= width ? type : { ...type, fontSize: Math.max(LEAST_SIZE, Math.floor((type.fontSize * width * 10) / widest) / 10) };
}

const LEAST_SIZE = 5;

function broken(word: string, width: number, type: Type): readonly string[] {
  if (widthOf(word, type) <= width) return [word];
  const letters = [...word];
  const parts: string[] = [];
  let part = '';
  for (const letter of letters) {
    if (part !== '' && widthOf(part + letter, type) > width) {
      parts.push(part);
      part = letter;
    } else part += letter;
  }
  return [...parts, part];
}
