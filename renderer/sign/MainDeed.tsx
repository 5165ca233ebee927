/** The one thing that is next on a form: open it, hand the keyboard to the agents, or accept it. */
import { useTranslation } from 'react-i18next';
import type { SignFormView } from '../../core/views/sign-form.ts';
import type { Performing } from '../office/use-deed.ts';
import { Button } from '../parts/Button.tsx';
import { useBarred } from '../parts/barred.ts';

export interface MainDeedProps {
  readonly view: SignFormView;
  /** In words, where an objection must be answered; empty where nothing is written. */
  readonly answer: string;
  readonly isBusy: boolean;
  readonly perform: Performing['perform'];
  readonly onHandOver: () => void;
}

export function MainDeed({ view, answer, isBusy, perform, onHandOver }: MainDeedProps) {
  const { t } = useTranslation('accept');
  const wordsOf = useBarred('accept', { isDetailed: true });
  const { listed, page, offers, asking, disposition, needsAnswer, stage } = view;
  const body = { form: listed.form, revision: listed.revision };
  if (offers.open !== undefined)
    return (
      <Button
        keys="Enter"
        look="main"
        once
        onPress={() => void perform({ kind: 'form-opened', body })}
        isBusy={isBusy}
        barred={wordsOf(offers.open.barred)}
      >
        {t('open')}
      </Button>
    );
  if (stage === 'open' && (asking?.owed ?? 0) > 0)
    return (
      <Button keys="Enter" look="main" once onPress={onHandOver}>
        {t('handOver', { number: asking?.owed ?? 0 })}
      </Button>
    );
  if (offers.accept === undefined || page === undefined) return null;
  const accept = () =>
    void perform({ kind: 'form-accepted', body: { ...body, subject: page.subject, ...(needsAnswer ? { answer } : {}) } });
  return (
    <Button
      keys={needsAnswer ? 'Ctrl+Enter' : 'Enter'}
      look="main"
      once
      onPress={accept}
      isBusy={isBusy}
      barred={wordsOf(offers.accept.barred) ?? (needsAnswer && answer === '' ? t('answerMissing') : undefined)}
    >
      {t(disposition === 'disregarded' ? 'acceptDisregarded' : 'acceptCounted')}
    </Button>
  );
}
