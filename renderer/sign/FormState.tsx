/** Where a form stands, in its shape and words, and how many agents have answered. */
import { useTranslation } from 'react-i18next';
import type { SignFormView } from '../../core/views/sign-form.ts';
import { showCount, showTime } from '../parts/figures.ts';
import { type ShapeName, State } from '../parts/State.tsx';
import { STANDING_SHAPES } from '../parts/shapes.ts';

export function FormState({ view }: { readonly view: SignFormView }) {
  const { t } = useTranslation(['accept', 'sign', 'terms']);
  const { stage, asking, disposition, accepted, remarks, listed } = view;
  return (
    <>
      <State shape={shapeOf(view)}>
        {stage === 'accepted' && disposition !== undefined ? t(`terms:results.${disposition}`) : t(`terms:stages.${stage}`)}
        {stage === 'open' && asking !== undefined ? `, ${showTime(asking.openedAt)}` : ''}
        {accepted === undefined ? '' : `, ${t('accept:acceptedBy', { by: accepted.by.name })}`}
      </State>
      <span>{t('sign:revision', { revision: listed.revision })}</span>
      {asking === undefined ? null : (
        <span role="status">
          {t('accept:answers', { answered: showCount(asking.answered), asked: showCount(asking.asked) })}
          {remarks.length === 0 ? '' : `, ${t('accept:remarks', { number: showCount(remarks.length) })}`}
        </span>
      )}
    </>
  );
}

/** The same shape as on the board. */
function shapeOf({ stage, disposition = 'counted' }: SignFormView): ShapeName {
  if (stage === 'accepted') return STANDING_SHAPES[disposition];
  if (stage === 'agreed') return STANDING_SHAPES.opening;
  return STANDING_SHAPES[stage === 'open' ? 'signing' : stage];
}
