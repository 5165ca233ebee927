/**
 * The first time a clerk comes to type on this machine, the practice is offered once: a note at the edge that takes no key away from
 * the form and is gone with the room.
 */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/Button.tsx';
import css from './Help.module.css';

const OFFERED = 'countersign.practice-offered';

export function FirstOffer({ onPractise }: { readonly onPractise: () => void }) {
  const { t } = useTranslation('help');
  const [isOffered, setOffered] = useState(() => localStorage.getItem(OFFERED) === null);
  useEffect(() => localStorage.setItem(OFFERED, 'yes'), []);
  if (!isOffered) return null;
  return (
    <aside className={css.offer} aria-label={t('practice.offerLabel')}>
      <p>{t('practice.offer')}</p>
      <Button keys="F7" onPress={onPractise}>
        {t('practice.start')}
      </Button>
      <Button keys="Shift+F7" look="plain" onPress={() => setOffered(false)}>
        {t('practice.notNow')}
      </Button>
    </aside>
  );
}
