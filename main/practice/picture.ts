/**
 * One page of paper, drawn as PDF (ISO 32000-1) with nothing but what every reader has built in: the standard fonts, lines and
 * curves. Distances are in points from the lower left corner of an A4 page. The same drawing gives the same bytes.
 */
const FONTS = {
  plain: 'Helvetica',
  bold: 'Helvetica-Bold',
  written: 'Times-Italic',
} as const;
type Font = keyof typeof FONTS;

export const PAGE = { width: 595, height: 842 };

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Red, green and blue, each from 0 to 1. */
export type Ink = readonly [number, number, number];
export const BLACK: Ink = [0, 0, 0];

export interface Writing {
  readonly font?: Font;
  readonly size?: number;
  readonly ink?: Ink;
  /** Degrees, counter-clockwise. */
  readonly turn?: number;
}

/** What has been drawn so far, as the operators of a content stream. */
export interface Picture {
  text(at: Point, words: string, writing?: Writing): void;
  /** Digits only, ending at a point: every digit of a standard font has the same width. */
  digits(end: Point, count: number, writing?: Writing): void;
  line(from: Point, to: Point, width?: number, ink?: Ink): void;
  box(corner: Point, width: number, height: number, line?: number): void;
  /** A curve through the points, each third one on it (two Bézier controls before it). */
  curve(points: readonly Point[], width: number, ink: Ink): void;
  circle(centre: Point, radius: number, width: number, ink: Ink): void;
  bytes(): Uint8Array;
}

export function newPicture(): Picture {
  const operators: string[] = [];
  const draw = (...parts: readonly (string | number)[]) => void operators.push(parts.map(written).join(' '));
  const text: Picture['text'] = ({ x, y }, words, { font = 'plain', size = 10, ink = BLACK, turn = 0 } = {}) => {
    const [cosine, sine] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
    draw('BT', ...ink, 'rg', `/${font}`, size, 'Tf', cosine, sine, -sine, cosine, x, y, 'Tm', stringOf(words), 'Tj ET');
  };
  const curve: Picture['curve'] = ([start, ...rest], width, ink) => {
    if (start === undefined) return;
    const controls = rest.map(({ x, y }, at) => `${written(x)} ${written(y)}${at % 3 === 2 ? ' c' : ''}`);
    draw(...ink, 'RG', width, 'w 1 J 1 j', start.x, start.y, 'm', ...controls, 'S');
  };
  return {
    text,
    digits: ({ x, y }, count, writing = {}) => {
      const digits = String(count);
      text({ x: x - digits.length * digitWidth(writing), y }, digits, writing);
    },
    line: (from, to, width = 0.5, ink = BLACK) => draw(...ink, 'RG', width, 'w', from.x, from.y, 'm', to.x, to.y, 'l S'),
    box: ({ x, y }, width, height, line = 0.5) => draw(...BLACK, 'RG', line, 'w', x, y, width, height, 're S'),
    curve,
    circle: (centre, radius, width, ink) => curve(circlePoints(centre, radius), width, ink),
    bytes: () => pdfOf(operators.join('\n')),
  };
}

/** A digit is 0.556 of the size wide in Helvetica, half of it in Times. */
function digitWidth({ font = 'plain', size = 10 }: Writing): number {
  return size * (font === 'written' ? 0.5 : 0.556);
}

/** Four Bézier arcs; the constant is the usual one, off by less than a thousandth of the radius. */
function circlePoints({ x, y }: Point, r: number): readonly Point[] {
  const c = 0.5523 * r;
  const around = [
    ...[[r, 0], [r, c], [c, r], [0, r], [-c, r], [-r, c], [-r, 0]],
    ...[[-r, -c], [-c, -r], [0, -r], [c, -r], [r, -c], [r, 0]],
  ] as const; // biome-ignore format: one circle
  return around.map(([dx, dy]) => ({ x: x + dx, y: y + dy }));
}

/** Numbers to a hundredth of a point, and never with an exponent. */
function written(part: string | number): string {
  return typeof part === 'string' ? part : String(Number(part.toFixed(2)) + 0);
}

/** Marks that stand elsewhere in the fonts' encoding (WinAnsi) than in Unicode. */
const ELSEWHERE: Readonly<Record<string, number>> = { '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96, '—': 0x97 };

function stringOf(words: string): string {
  return `(${[...words].map(characterOf).join('')})`;
}

/** What the fonts do not have becomes a question mark. */
function characterOf(character: string): string {
  if ('\\()'.includes(character)) return `\\${character}`;
  const code = ELSEWHERE[character] ?? character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f) return character;
  const isKnown = ELSEWHERE[character] !== undefined || (code >= 0xa0 && code <= 0xff);
  return isKnown ? `\\${code.toString(8)}` : '?';
}

/** The file around one page; every byte of it is ASCII, so that characters and bytes count the same. */
function pdfOf(content: string): Uint8Array {
  const fonts = Object.keys(FONTS).map((font, at) => `/${font} ${5 + at} 0 R`);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents 4 0 R /Resources << /Font << ${fonts.join(' ')} >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ...Object.values(FONTS).map((font) => `<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding /WinAnsiEncoding >>`),
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = pdf.length;
    pdf += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
  return new TextEncoder().encode(`${pdf}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}${trailer}`);
}
