/**
 * A paper is asked for: in which language its words are, and whether it is saved or printed. It is made elsewhere while the window goes
 * on; what became of it is said here.
 */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '../../core/contract/frame.ts';
import type { PaperAnswer, PaperWay } from '../../core/contract/papers.ts';
import type { Refusal, Result } from '../../core/result.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Choice } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import voices from '../parts/voices.module.css';
import { PaperOutcome } from './PaperOutcome.tsx';
import css from './Papers.module.css';

export interface PaperDialogProps {
  readonly title: string;
  readonly make: (wanted: { readonly language: Language; readonly way: PaperWay }) => Promise<Result<PaperAnswer> | undefined>;
  readonly refusal: Refusal | undefined;
  /** What is chosen, or said, before the language. */
  readonly children: ReactNode;
  readonly onLeave: () => void;
}

export function PaperDialog({ title, make, refusal, children, onLeave }: PaperDialogProps) {
  const { t, i18n } = useTranslation(['papers', 'frame']);
  const [language, setLanguage] = useState<Language>(i18n.language === 'sw' ? 'sw' : 'en');
  const [under, setUnder] = useState<PaperWay>();
  const [outcome, setOutcome] = useState<PaperAnswer>();
  const begin = async (way: PaperWay) => {
    setOutcome(undefined);
    setUnder(way);
    const made = await make({ language, way });
    setUnder(undefined);
    if (made?.ok) setOutcome(made.value);
  };
  const isBusy = under !== undefined;
  return (
    <Dialog
      title={title}
      onLeave={onLeave}
      actions={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('frame:leave')}
          </Button>
          <Button keys="P" once onPress={() => void begin('print')} isBusy={isBusy}>
            {t('papers:print')}
          </Button>
          <Button keys="Ctrl+Enter" look="main" once onPress={() => void begin('save')} isBusy={isBusy}>
            {t('papers:save')}
          </Button>
        </>
      }
    >
      {children}
      <Choice
        label={t('papers:language')}
        value={language}
        options={LANGUAGES.map((value) => ({ value, words: t(`papers:languages.${value}`) }))}
        onChange={setLanguage}
      />
      <p className={`${voices.quiet} ${css.says}`}>{t('papers:printSays')}</p>
      <div aria-live="polite" className={css.outcome}>
        {under === undefined ? null : <p>{t(under === 'save' ? 'papers:choosing' : 'papers:making')}</p>}
        {outcome === undefined ? null : <PaperOutcome outcome={outcome} />}
      </div>
      <Refused refusal={refusal} />
    </Dialog>
  );
}
