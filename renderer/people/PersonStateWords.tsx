/** Where a person stands, as shape and word: in the hall since when, waiting to be admitted, barred from the keyboard. */
import { useTranslation } from 'react-i18next';
import type { PersonRow, PersonState } from '../../core/views/people.ts';
import { showSeconds, showTime } from '../parts/figures.ts';
import { type ShapeName, State, type Tone } from '../parts/State.tsx';

const SHAPES: Readonly<Record<PersonState, ShapeName>> = {
  'not-enrolled': 'awaited',
  enrolled: 'waits',
  admitted: 'full',
  suspended: 'aside',
  in: 'full',
  out: 'out',
  gone: 'out',
  'not-come': 'awaited',
  ended: 'struck',
  revoked: 'struck',
};
const TONES: Partial<Record<PersonState, Tone>> = { enrolled: 'attention' };

export function PersonStateWords({ row }: { readonly row: PersonRow }) {
  const { t } = useTranslation('people');
  if (row.lockedUntil !== undefined) {
    return (
      <State shape="needs" tone="danger">
        {t('wrongTries', { number: row.failures, time: showSeconds(row.lockedUntil) })}
      </State>
    );
  }
  if (row.isAtKeyboard && row.role !== 'agent') return <State shape="full">{t('atKeyboard')}</State>;
  const time = row.since === undefined ? '' : showTime(row.since);
  return (
    <State shape={SHAPES[row.state]} tone={TONES[row.state]}>
      {t(`states.${row.state}`)} {time}
    </State>
  );
}
