/** A part that scrolls sideways by itself where the window is narrow, so that the page never does; the keyboard can reach it. */
import type { ReactNode } from 'react';
import css from './Tables.module.css';

export function Region({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what may have to be scrolled must be reachable by keyboard
    <section className={css.region} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
