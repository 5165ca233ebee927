/** How the second medium stands, in a few words with a shape: around every room, at the foot of signing, and on its own page. */
import { useTranslation } from 'react-i18next';
import type { MediumState } from '../../core/views/medium.ts';
import { showCount, showSeconds, showTime } from '../parts/figures.ts';
import type { ShapeName, Tone } from '../parts/State.tsx';

interface Stands {
  readonly state: MediumState;
  readonly behind: number;
  readonly at?: string;
  readonly since?: string;
  readonly alarm?: string;
  readonly isExpected: boolean;
}

const SHAPES: Readonly<Record<MediumState, ShapeName>> = {
  none: 'unknown',
  current: 'full',
  behind: 'once',
  missing: 'needs',
  failed: 'needs',
  other: 'fails',
};

export function mediumShape({ state, isExpected }: Stands): ShapeName {
  return state === 'none' && !isExpected ? 'empty' : SHAPES[state];
}

export function mediumTone({ state, alarm, isExpected }: Stands): Tone | undefined {
  if (alarm !== undefined) return alarm === 'late' ? 'attention' : 'danger';
  return state === 'none' && isExpected ? 'attention' : undefined;
}

export function useMediumWords(): (medium: Stands) => string {
  const { t } = useTranslation('medium');
  return ({ state, behind, at, since = '' }) => {
    switch (state) {
      case 'current':
        return at === undefined ? t('upToDate') : t('current', { time: showSeconds(at) });
      case 'behind':
        return behind === 0 ? t('filesBehind') : t('behind', { number: showCount(behind) });
      case 'missing':
      case 'failed':
        return t(state, { time: since === '' ? '' : showTime(since) });
      case 'other':
      case 'none':
        return t(state);
    }
  };
}
