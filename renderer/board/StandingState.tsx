/** A station's state as shape and word: circles are under way, diamonds wait for somebody, squares are final. */
import { useTranslation } from 'react-i18next';
import type { StandingName } from '../../core/views/standing.ts';
import { State } from '../parts/State.tsx';
import { STANDING_SHAPES } from '../parts/shapes.ts';

export function StandingState({ standing }: { readonly standing: StandingName }) {
  const { t } = useTranslation('board');
  return <State shape={STANDING_SHAPES[standing]}>{t(`states.${standing}`)}</State>;
}
