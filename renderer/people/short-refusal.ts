/** Why a key will not do now, short enough to stand on a button; what has no short form is told by its whole sentence. */
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../core/result.ts';
import { showTime } from '../parts/figures.ts';

const SHORT = [
  'R-NOT-UNLOCKED',
  'R-ROLE',
  'R-CENTRE-NOT-OPEN',
  'R-CENTRE-OPEN',
  'R-OFFICIALS-TOO-FEW',
  'R-PARTY-FULL',
  'R-PROPOSAL-PENDING',
  'R-PROPOSAL-LAPSED',
  'R-SECOND-SAME-PERSON',
  'R-SELF-ADMIT',
  'R-KEY-REVOKED',
  'R-SUSPENDED',
  'R-LOCKED-OUT',
  'R-NOT-DECLARED',
  'R-TOO-EARLY',
  'R-RESTORE-UNCONFIRMED',
] as const;

export function useShortRefusal(): (refusal: Refusal | undefined, from?: string) => string | undefined {
  const { t } = useTranslation(['people', 'refusals']);
  return (refusal, from) => {
    if (refusal === undefined) return undefined;
    const short = SHORT.find((code) => code === refusal.code);
    if (short === undefined) return t(`refusals:${refusal.code}`);
    if (short === 'R-TOO-EARLY' && from !== undefined) return t('people:tooEarlyUntil', { time: showTime(from) });
    return t(`people:short.${short}`);
  };
}
