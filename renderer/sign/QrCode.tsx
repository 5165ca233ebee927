/** A line as a square code that a telephone reads from the screen or from paper: drawn as one shape, on white in every light. */
import { encode } from 'uqr';
import css from './Sign.module.css';

/** White squares around it, without which readers do not find it. */
const MARGIN = 4;

export function QrCode({ line, label }: { readonly line: string; readonly label: string }) {
  const { data, size } = encode(line, { ecc: 'M', border: MARGIN });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg className={css.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path className={css.dark} d={path} />
    </svg>
  );
}
