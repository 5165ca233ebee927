/** Which contests this machine holds: all of them, unless other laptops of the same centre take some. One contest, one machine. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/Button.tsx';
import { useRoving } from '../parts/roving.ts';
import css from './Setup.module.css';
import { StepPage, type StepPageProps } from './StepPage.tsx';

export interface ContestsStepProps extends Pick<StepPageProps, 'chosen' | 'language'> {
  readonly onChosen: (contests: readonly string[]) => void;
  readonly onLeave: () => void;
}

export function ContestsStep({ chosen, language, onChosen, onLeave }: ContestsStepProps) {
  const { t } = useTranslation('setup');
  const all = chosen.contests.map(({ id }) => id);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const item = useRoving(all.length);
  const held = all.filter((id) => !left.has(id));
  const turn = (id: string) => setLeft(left.has(id) ? new Set([...left].filter((other) => other !== id)) : new Set(left).add(id));
  return (
    <StepPage
      chosen={chosen}
      language={language}
      step="contests"
      lead={t('contestsLead')}
      finish={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('refuseFile')}
          </Button>
          <Button keys="Enter" look="main" onPress={() => onChosen(held)} barred={held.length === 0 ? t('noContest') : undefined}>
            {t('holdThese', { held: held.length, total: all.length })}
          </Button>
        </>
      }
    >
      <fieldset className={css.contests} aria-label={t('contestsLead')}>
        {chosen.contests.map(({ id, title, formA, formB }, at) => {
          const { ref, ...roving } = item(at);
          return (
            <label key={id}>
              <input
                {...roving}
                ref={(box) => {
                  ref(box);
                  if (at === 0 && document.activeElement === document.body) box?.focus();
                }}
                type="checkbox"
                checked={!left.has(id)}
                onChange={() => turn(id)}
              />
              <span>{title}</span>
              <span>{t('forms', { formA, formB })}</span>
            </label>
          );
        })}
      </fieldset>
      <p className={css.note}>{t('contestsNote')}</p>
    </StepPage>
  );
}
