/** A refusal on a button that cannot act: its code's short reason where there is one, else the code's sentence. */
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../core/result.ts';
import { showTime } from '../parts/figures.ts';

const SHORT = [
  'R-TOO-EARLY',
  'R-OUTCOME-NOT-OWED',
  'R-OUTCOME-MISSING',
  'R-ACCEPT-SAME-PERSON',
  'R-FINDING-UNRULED',
  'R-FIGURE-UNREADABLE',
  'R-RESULT-CLOSED',
  'R-OTHER-FORM-OPEN',
  'R-SUMMARY-READY',
  'R-DECLARED',
  'R-CENTRE-NOT-OPEN',
  'R-NOTHING-TO-REOPEN',
  'R-PARTY-FULL',
  'R-NOT-ACCREDITED',
  'R-SUSPENDED',
] as const;

/** `from`: the time from which it may be done, where waiting helps. */
export function useRefusalWords(): (refusal: Refusal | undefined, from?: string) => string | undefined {
  const { t } = useTranslation(['accept', 'refusals']);
  return (refusal, from) => {
    if (refusal === undefined) return undefined;
    const short = SHORT.find((code) => code === refusal.code);
    if (short === undefined) return t(`refusals:${refusal.code}`);
    if (short === 'R-TOO-EARLY')
      return from === undefined ? t('refusals:R-TOO-EARLY') : t('accept:short.R-TOO-EARLY', { time: showTime(from) });
    return [t(`accept:short.${short}`), refusal.detail].filter(Boolean).join(' ');
  };
}
