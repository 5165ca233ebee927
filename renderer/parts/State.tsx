/**
 * A state in words with its shape before it: circles are under way, diamonds wait for somebody, squares are final. Colour comes last
 * and only for what waits.
 */
import css from './State.module.css';

const SHAPES = {
  awaited: <circle cx="8" cy="8" r="5.5" strokeDasharray="2 2.3" />,
  received: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path className={css.filled} d="M8 8V2.5A5.5 5.5 0 0 1 13.5 8z" />
    </>
  ),
  once: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path className={css.filled} d="M8 2.5a5.5 5.5 0 0 1 0 11z" />
    </>
  ),
  full: <circle className={css.filled} cx="8" cy="8" r="5.5" />,
  out: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M5 8h6" />
    </>
  ),
  waits: <path d="M8 2 14 8 8 14 2 8z" />,
  differs: (
    <>
      <path d="M8 2 14 8 8 14 2 8z" />
      <path d="M6 6.5h4M6 9.5h4" />
    </>
  ),
  needs: <path className={css.filled} d="M8 2 14 8 8 14 2 8z" />,
  unknown: <path d="M8 2 14 8 8 14 2 8z" strokeDasharray="2 1.8" />,
  counted: <path className={css.filled} d="M3 3h10v10H3z" />,
  struck: (
    <>
      <path d="M3 3h10v10H3z" />
      <path d="M1 8h14" />
    </>
  ),
  aside: (
    <>
      <path d="M3 3h10v10H3z" />
      <path d="M3 13 13 3" />
    </>
  ),
  empty: <path d="M3 3h10v10H3z" />,
  passes: <path d="M2.5 8.6 6.4 12.4 13.5 3.8" />,
  fails: <path d="M3.5 3.5l9 9m0-9l-9 9" />,
} as const;

export type ShapeName = keyof typeof SHAPES;
export type Tone = 'attention' | 'danger' | 'settled';

export function Shape({ shape }: { readonly shape: ShapeName }) {
  return (
    <svg className={css.shape} viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.5">
      {SHAPES[shape]}
    </svg>
  );
}

export function State({
  shape,
  tone,
  children,
}: {
  readonly shape: ShapeName;
  readonly tone?: Tone | undefined;
  readonly children: React.ReactNode;
}) {
  return (
    <span className={tone === undefined ? css.state : `${css.state} ${css[tone]}`}>
      <Shape shape={shape} />
      {children}
    </span>
  );
}
