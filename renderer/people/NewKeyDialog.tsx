/**
 * A person's key: made here, with five words on a card that is shown once and typed back, or brought in a key file. Only what the
 * person typed goes on; the words of the card are forgotten with the card.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../core/contract/frame.ts';
import type { PaperAnswer } from '../../core/contract/papers.ts';
import type { BroughtKey, NewWords } from '../../core/contract/setup.ts';
import type { Refusal, Result } from '../../core/result.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { showDigest } from '../parts/figures.ts';
import { Refused } from '../parts/Refused.tsx';
import voices from '../parts/voices.module.css';
import { firstFlaw, NO_WORDS, Words } from '../unlock/Words.tsx';
import { KeyCard } from './KeyCard.tsx';
import { useLapsed } from './use-lapsed.ts';

export interface KeyHolder {
  readonly id: string;
  readonly name: string;
  readonly role: 'ro' | 'dro' | 'clerk' | 'agent';
}

export interface NewKeyDialogProps {
  readonly holder: KeyHolder;
  /** Which ways are open: where the definition names a key, only that key's file will do. */
  readonly ways: readonly ('make' | 'bring')[];
  readonly words: () => Promise<Result<NewWords> | undefined>;
  /** Saves the card of these words as a paper. */
  readonly saveCard: (language: Language) => Promise<Result<PaperAnswer> | undefined>;
  readonly bring: () => Promise<Result<BroughtKey | undefined> | undefined>;
  /** Takes the typed words; a refusal keeps the dialog where it is. */
  readonly finish: (secret: string) => Promise<Result<unknown> | undefined>;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

type Step =
  | { readonly is: 'ways' }
  | { readonly is: 'card'; readonly card: NewWords }
  | { readonly is: 'typing'; readonly card?: NewWords; readonly brought?: BroughtKey };

export function NewKeyDialog({ holder, ways, words, saveCard, bring, finish, onDone, onLeave }: NewKeyDialogProps) {
  const { t } = useTranslation('people');
  const [step, setStep] = useState<Step>({ is: 'ways' });
  const [typed, setTyped] = useState(NO_WORDS);
  const [attempt, setAttempt] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const run = async <T,>(deed: () => Promise<Result<T> | undefined>, then: (value: T) => void) => {
    if (isBusy) return;
    setBusy(true);
    setRefusal(undefined);
    const done = await deed();
    setBusy(false);
    if (done?.ok) then(done.value);
    else setRefusal(done?.refusal);
  };
  const at = step.is === 'card' ? step.card : step.is === 'typing' ? (step.card ?? step.brought) : undefined;
  const isLapsed = useLapsed(holder.id, isBusy ? undefined : at?.fingerprint, () => {
    setStep({ is: 'ways' });
    setTyped(NO_WORDS);
  });
  const make = () => void run(words, (made) => setStep({ is: 'card', card: made }));
  const choose = () => void run(bring, (brought) => brought !== undefined && setStep({ is: 'typing', brought }));
  const type = (given: readonly string[]) => {
    if (firstFlaw(given) !== undefined) return;
    setTyped(NO_WORDS);
    setAttempt((before) => before + 1);
    void run(() => finish(given.join(' ')), onDone);
  };
  const flaw = firstFlaw(typed);
  /** The boxes are empty already while the words are tried: nothing is missing then. */
  const barred = isBusy ? t('wordsTried') : flaw === undefined ? undefined : t('wordMissing', { place: flaw.at });
  return (
    <Dialog
      title={t('keyOf', { name: holder.name })}
      onLeave={onLeave}
      actions={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('leave')}
          </Button>
          {step.is === 'typing' && step.card !== undefined ? (
            <Button keys="F5" onPress={() => step.card !== undefined && setStep({ is: 'card', card: step.card })}>
              {t('cardAgain')}
            </Button>
          ) : null}
          {step.is === 'ways' && ways.includes('bring') ? (
            <Button keys="B" onPress={choose} isBusy={isBusy}>
              {t('bringKey')}
            </Button>
          ) : null}
          {step.is === 'ways' && ways.includes('make') ? (
            <Button keys="M" look="main" onPress={make} isBusy={isBusy}>
              {t('makeKey')}
            </Button>
          ) : null}
          {step.is === 'card' ? (
            <Button keys="Enter" look="main" onPress={() => setStep({ is: 'typing', card: step.card })}>
              {t('written')}
            </Button>
          ) : null}
          {step.is === 'typing' ? (
            <Button keys="Enter" look="main" onPress={() => type(typed)} isBusy={isBusy} barred={barred}>
              {t('signFirst')}
            </Button>
          ) : null}
        </>
      }
    >
      {step.is === 'ways' ? <p>{ways.includes('make') ? t('waysAbout') : t('onlyNamedKey')}</p> : null}
      {step.is === 'card' ? <KeyCard holder={holder} card={step.card} save={saveCard} /> : null}
      {step.is === 'typing' ? (
        <>
          <p>{step.brought === undefined ? t('typeBack') : t('typeBrought')}</p>
          {step.brought === undefined ? null : (
            <p className={voices.missing}>
              {t('fingerprint')} <span className={voices.digest}>{showDigest(step.brought.fingerprint, 4)}</span>
            </p>
          )}
          <Words key={attempt} typed={typed} onType={setTyped} isHidden={false} onDone={type} />
          <p className={voices.missing}>{t('firstSignature', { name: holder.name })}</p>
        </>
      ) : null}
      <Refused refusal={refusal ?? (step.is === 'ways' && isLapsed ? { code: 'R-CARD-LAPSED' } : undefined)} />
    </Dialog>
  );
}
