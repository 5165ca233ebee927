/**
 * The passphrase card: five words with their places, for copying by hand or for printing. It is on the screen only while it is being
 * copied, and on paper only in the hands of its owner. It is printed by the window itself, so that no file of it comes to be; it is
 * saved as one only where somebody asks for that.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../core/contract/frame.ts';
import type { PaperAnswer } from '../../core/contract/papers.ts';
import type { NewWords } from '../../core/contract/setup.ts';
import type { Result } from '../../core/result.ts';
import { useDeed } from '../office/use-deed.ts';
import { PaperOutcome } from '../papers/PaperOutcome.tsx';
import { Button } from '../parts/Button.tsx';
import { showDigest } from '../parts/figures.ts';
import { Refused } from '../parts/Refused.tsx';
import voices from '../parts/voices.module.css';
import css from './KeyCard.module.css';
import type { KeyHolder } from './NewKeyDialog.tsx';

const ALL_GROUPS = 16;

export interface KeyCardProps {
  readonly holder: KeyHolder;
  readonly card: NewWords;
  readonly save: (language: Language) => Promise<Result<PaperAnswer> | undefined>;
}

export function KeyCard({ holder, card: { words, fingerprint }, save }: KeyCardProps) {
  const { t, i18n } = useTranslation(['people', 'terms', 'papers']);
  const [outcome, setOutcome] = useState<Result<PaperAnswer>>();
  const [isSaving, setSaving] = useState(false);
  const begin = async () => {
    setSaving(true);
    setOutcome(await save(i18n.language === 'sw' ? 'sw' : 'en'));
    setSaving(false);
  };
  const printing = useDeed('printPage');
  return (
    <>
      <section data-print className={css.card} aria-label={t('people:card')}>
        <h3>
          {holder.name} <span>{[t(`terms:roles.${holder.role}`), holder.id].join(', ')}</span>
        </h3>
        <ol>
          {words.split(' ').map((word, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a word is named by its place
            <li key={at}>
              <span>{at + 1}</span> {word}
            </li>
          ))}
        </ol>
        <p>
          {t('people:fingerprint')} <span className={voices.digest}>{showDigest(fingerprint, ALL_GROUPS)}</span>
        </p>
        <p>{t('people:cardAbout')}</p>
      </section>
      <Button keys="F7" onPress={() => void printing.do({})} isBusy={printing.isBusy}>
        {t('people:printCard')}
      </Button>{' '}
      <Button keys="S" once onPress={() => void begin()} isBusy={isSaving}>
        {t('papers:cardSave')}
      </Button>
      <p className={css.file}>{t('papers:cardFile')}</p>
      <div aria-live="polite">
        {isSaving ? <p>{t('papers:choosing')}</p> : null}
        {outcome?.ok ? <PaperOutcome outcome={outcome.value} /> : null}
      </div>
      <Refused refusal={outcome?.ok === false ? outcome.refusal : undefined} />
    </>
  );
}
