/** A line of text as a square code, as one drawn shape; large enough for a telephone to read it from paper. */
import { encode } from 'uqr';
import { type Drawing, millimetres } from './blocks.ts';

/** White squares around it, without which readers do not find it. */
const QUIET_ZONE = 4;
/** The least side of one square that cameras read from paper, with some to spare. */
export const LEAST_MODULE_MM = 0.42;

export function qr(line: string, alt: string, moduleMm = LEAST_MODULE_MM): Drawing {
  const { data, size } = encode(line, { ecc: 'M', border: QUIET_ZONE });
  const outline = data.flatMap((row, y) => runsIn(row).map(([x, length]) => `M${x} ${y}h${length}v1h${-length}z`)).join('');
  const white = `<rect width="${size}" height="${size}" fill="#ffffff"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">${white}<path d="${outline}" fill="#000000"/></svg>`;
  return { svg, alt, width: millimetres(size * moduleMm) };
}

/** Neighbouring dark squares are one shape, so that no white hair shows between them. */
function runsIn(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const [x, isDark] of row.entries()) {
    const last = runs.at(-1);
    if (!isDark) continue;
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  }
  return runs;
}
