/** The verdict large and in words, and what keeps it from being more; in the room and on the verifier page alike. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Check, Verdict } from '../../core/checks.ts';
import { Shape } from '../parts/State.tsx';
import css from './VerdictWords.module.css';
import { VERDICT_SHAPES } from './words-of.ts';

interface VerdictWordsProps {
  readonly verdict: Verdict;
  readonly checks: readonly Check[];
  /** Whether it takes the keyboard when it appears. */
  readonly isFocused: boolean;
  readonly children?: ReactNode;
}

export function VerdictWords({ verdict, checks, isFocused, children }: VerdictWordsProps) {
  const { t } = useTranslation(['verify', 'terms']);
  const words = useRef<HTMLHeadingElement>(null);
  const focuses = useRef(isFocused);
  useEffect(() => {
    if (focuses.current) words.current?.focus();
  }, []);
  const statusOf = (wanted: Check['name']) => checks.find((check) => check.name === wanted)?.status;
  return (
    <div className={`${css.verdict} ${css[verdict]}`}>
      <h2 ref={words} tabIndex={-1}>
        <Shape shape={VERDICT_SHAPES[verdict]} /> {t(`terms:verdicts.${verdict}`)}
      </h2>
      <p>{t(`terms:verdictsExplained.${verdict}`)}</p>
      {statusOf('kind') === 'failed' ? <p>{t('verify:refusedRehearsal')}</p> : null}
      {statusOf('anchor') === 'not checked' ? <p>{t('verify:withoutAnchor')}</p> : null}
      {children}
    </div>
  );
}
