/** A station's state as shape and word: circles are under way, diamonds wait for somebody, squares are final. */
import { useTranslation } from 'react-i18next';
import type { StandingName } from '../../core/views/standing.ts';
import { type ShapeName, State } from '../parts/State.tsx';

const SHAPES: Readonly<Record<StandingName, ShapeName>> = {
  awaited: 'awaited',
  received: 'received',
  'entered-once': 'once',
  differing: 'differs',
  rulings: 'needs',
  opening: 'waits',
  signing: 'full',
  acceptance: 'waits',
  counted: 'counted',
  disregarded: 'struck',
  'set-aside': 'aside',
  'not-held': 'empty',
  postponed: 'empty',
  lost: 'empty',
  cancelled: 'empty',
};

export function StandingState({ standing }: { readonly standing: StandingName }) {
  const { t } = useTranslation('board');
  return <State shape={SHAPES[standing]}>{t(`states.${standing}`)}</State>;
}
