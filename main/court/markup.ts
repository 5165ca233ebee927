/**
 * Text that a browser reads as a page or a drawing. Whatever is put into it is escaped, because reasons and names are other people's
 * words and must never become part of the page; only what was made here already is taken as it is.
 */
export interface Markup {
  readonly markup: string;
}
export type Piece = string | number | Markup | undefined | readonly Piece[];

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Neither markup nor a character that a page cannot show: a damaged file may hold any. */
export function escaped(text: string): string {
  return text.replaceAll(/[^\P{C}\n]/gu, '·').replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

/** A template of markup: its own text stands as written, everything put in is escaped; lists are joined, nothing stands for undefined. */
export function markup(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  const text = strings.map((string, at) => `${string}${at < pieces.length ? written(pieces[at]) : ''}`).join('');
  return { markup: text };
}

function written(piece: Piece): string {
  if (piece === undefined) return '';
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece));
  return 'markup' in piece ? piece.markup : piece.map(written).join('');
}
