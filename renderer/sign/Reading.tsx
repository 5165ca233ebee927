/** A part of a page to be read, which takes the focus when it appears: whoever looks for the focus finds it, and arrow keys scroll. */
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import css from './Sign.module.css';

export function Reading({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const place = useRef<HTMLElement>(null);
  useLayoutEffect(() => place.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that is read on by keys
    <section ref={place} className={css.reading} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
