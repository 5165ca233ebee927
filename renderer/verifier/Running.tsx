/** How far the verification has come: the reading, the journal, the signatures. It can be stopped at any moment. */
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/Button.tsx';
import { showCount } from '../parts/figures.ts';
import { Section } from '../parts/Room.tsx';
import css from './Files.module.css';
import type { VerifyProgress } from './order.ts';

const MEGABYTE = 1_000_000;

interface RunningProps {
  readonly progress: VerifyProgress | undefined;
  readonly onStop: () => void;
}

export function Running({ progress, onStop }: RunningProps) {
  const { t } = useTranslation('verifier');
  return (
    <Section title={t('running')}>
      <div className={css.running}>
        <p role="status">{progress === undefined ? t('running') : <Step progress={progress} />}</p>
        <progress {...shareOf(progress)} aria-label={t('running')} />
        <Button onPress={onStop}>{t('stop')}</Button>
      </div>
    </Section>
  );
}

function Step({ progress }: { readonly progress: VerifyProgress }) {
  const { t } = useTranslation('verifier');
  const { place, of, bundle, read, size, met, verified } = progress;
  const megabytes = (bytes: number) => showCount(Math.ceil(bytes / MEGABYTE));
  const counts = { met: showCount(met), verified: showCount(verified) };
  return (
    <>
      {t('bundleOf', { place, of, bundle })}
      <br />
      {met === 0
        ? t('reading', { read: megabytes(Math.min(read, size)), size: megabytes(size) })
        : verified === 0
          ? t('following', counts)
          : t('verifyingSignatures', counts)}
    </>
  );
}

/** While the journal is followed nobody knows how long it is: the bar then only moves. */
function shareOf(progress: VerifyProgress | undefined): { readonly max?: number; readonly value?: number } {
  if (progress === undefined) return {};
  const { read, size, met, verified } = progress;
  if (met === 0) return { max: Math.max(1, size), value: Math.min(read, size) };
  return verified === 0 ? {} : { max: met, value: verified };
}
