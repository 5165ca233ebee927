/** What can be done with a form instead of ruling on it: read the paper further, set it aside, or have it typed again. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuledForm } from '../../core/views/rulings.ts';
import { Button } from '../parts/Button.tsx';
import { useBarred } from '../parts/barred.ts';
import { FormDeed } from './FormDeed.tsx';
import css from './Rulings.module.css';

export interface InsteadProps {
  readonly form: RuledForm;
  readonly onPlace: (place: string) => void;
}

export function Instead({ form: { paper, unreadable, barred, stage }, onPlace }: InsteadProps) {
  const { t } = useTranslation('rulings');
  const why = useBarred('rulings');
  const [deed, setDeed] = useState<'setAside' | 'reopen'>();
  return (
    <section className={css.instead} aria-label={t('instead')}>
      <h3>{t('instead')}</h3>
      <ul>
        {stage === 'agreed' && unreadable.length > 0 ? (
          <li>
            <Button keys="E" onPress={() => onPlace(`/differences/${encodeURIComponent(paper.form)}`)}>
              {t('readAgain')}
            </Button>
            <small>{t('readAgainWhy')}</small>
          </li>
        ) : null}
        {stage === 'agreed' ? (
          <li>
            <Button keys="3" barred={why(barred.setAside)} onPress={() => setDeed('setAside')}>
              {t('setAside')}
            </Button>
            <small>{t('setAsideWhy')}</small>
          </li>
        ) : null}
        <li>
          <Button keys="4" barred={why(barred.reopen)} onPress={() => setDeed('reopen')}>
            {t('reopen')}
          </Button>
          <small>{t('reopenWhy')}</small>
        </li>
      </ul>
      {deed === undefined ? null : (
        <FormDeed
          deed={deed}
          form={paper.form}
          revision={paper.revision}
          onDone={() => onPlace('/rulings')}
          onLeave={() => setDeed(undefined)}
        />
      )}
    </section>
  );
}
