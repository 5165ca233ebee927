/**
 * The first signature for a restore: first the reason, which everybody may read for ever, then the five words of the official who
 * signs. Nobody can be at the keyboard before it, so the words are typed here.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeed } from '../office/use-deed.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { ReasonDialog } from '../parts/ReasonDialog.tsx';
import { Refused } from '../parts/Refused.tsx';
import { firstFlaw, NO_WORDS, Words } from '../unlock/Words.tsx';

export interface SignRestoreProps {
  readonly official: { readonly id: string; readonly name: string };
  readonly onDone: () => void;
}

export function SignRestore({ official, onDone }: SignRestoreProps) {
  const { t } = useTranslation('restore');
  const [reason, setReason] = useState<string>();
  if (reason !== undefined) return <SignWords official={official} reason={reason} onDone={onDone} />;
  return <ReasonDialog title={t('signTitle')} does={t('signDoes')} verb={t('goOn')} onSign={setReason} onLeave={onDone} />;
}

function SignWords({ official, reason, onDone }: SignRestoreProps & { readonly reason: string }) {
  const { t } = useTranslation(['restore', 'frame']);
  const [typed, setTyped] = useState(NO_WORDS);
  const [attempt, setAttempt] = useState(0);
  const signing = useDeed('signRestore');
  const sign = async (words: readonly string[]) => {
    if (firstFlaw(words) !== undefined) return;
    setTyped(NO_WORDS);
    const signed = await signing.do({ person: official.id, secret: words.join(' '), reason });
    setAttempt((before) => before + 1);
    if (signed?.ok) onDone();
  };
  const flaw = firstFlaw(typed);
  /** The boxes are empty already while the words are tried: nothing is missing then. */
  const barred = signing.isBusy ? t('restore:wordsTried') : flaw === undefined ? undefined : t('restore:wordMissing', { place: flaw.at });
  return (
    <Dialog
      title={t('restore:wordsTitle', { name: official.name })}
      onLeave={onDone}
      actions={
        <>
          <Button keys="Escape" look="plain" onPress={onDone}>
            {t('frame:leave')}
          </Button>
          <Button keys="Enter" look="main" onPress={() => void sign(typed)} isBusy={signing.isBusy} barred={barred}>
            {t('restore:signNow')}
          </Button>
        </>
      }
    >
      <p>{t('restore:wordsAbout')}</p>
      <Words key={attempt} typed={typed} onType={setTyped} isHidden={false} onDone={(words) => void sign(words)} />
      <Refused refusal={signing.refusal} />
    </Dialog>
  );
}
