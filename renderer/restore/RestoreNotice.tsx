/** Above every room of a centre that was restored and not signed for: that nothing else is taken, and the way to the signatures. */
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Frame } from '../../core/contract/frame.ts';
import medium from '../medium/Medium.module.css';
import { Button } from '../parts/Button.tsx';
import { Shape } from '../parts/State.tsx';

export function RestoreNotice({ frame: { restore } }: { readonly frame: Frame }) {
  const { t } = useTranslation('restore');
  const [place, go] = useLocation();
  if (restore === undefined || place === '/setup') return null;
  return (
    <section className={medium.band} aria-label={t('awaiting')}>
      <p role="status">
        <Shape shape="needs" /> {t('band')}
      </p>
      <Button onPress={() => go('/setup')}>{t('bandNext')}</Button>
    </section>
  );
}
