/** The page of one form that is ruled on: its findings at the left, in the middle what is read and decided, the paper at the right. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../core/result.ts';
import { focusOn } from '../parts/focus-on.ts';
import { Room } from '../parts/Room.tsx';
import css from './Rulings.module.css';

/** What stays the same while one goes from finding to finding. */
export interface RulingFrame {
  readonly about: ReactNode;
  readonly right: ReactNode;
  readonly list: ReactNode;
  readonly beside: ReactNode;
  /** What was done last, read out. */
  readonly said: string;
  readonly onPlace: (place: string) => void;
  readonly onLeave: () => void;
}

export interface RulingRoomProps {
  readonly frame: RulingFrame;
  /** Of the middle: its name, or where that stands. */
  readonly label: { readonly 'aria-label': string } | { readonly 'aria-labelledby': string };
  /** Where nothing can be chosen the keyboard goes to what is read. */
  readonly isFocused: boolean;
  readonly refusal?: Refusal | undefined;
  readonly actions?: ReactNode;
  readonly finish: ReactNode;
  readonly children: ReactNode;
}

export function RulingRoom({ frame: { about, right, list, beside }, label, isFocused, children, ...foot }: RulingRoomProps) {
  const { t } = useTranslation('rulings');
  return (
    <Room title={t('title')} about={about} right={right} layout={css.ruling} {...foot}>
      {list}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is long scrolls, and is scrolled by keys */}
      <section {...label} className={css.reasoning} tabIndex={0} ref={isFocused ? focusOn : undefined}>
        {children}
      </section>
      {beside}
    </Room>
  );
}
