/** A late remark on an accepted form: to agree or to object after the fact, in words. It is listed beside the outcome and changes nothing. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentPage } from '../../core/views/sign-agent.ts';
import { usePerform } from '../office/use-deed.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { TextField } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { KeyedChoice } from './KeyedChoice.tsx';
import css from './Sign.module.css';

const STANCES = ['agree', 'object'] as const;

export interface RemarkProps {
  readonly page: AgentPage;
  readonly isListening: boolean;
  readonly onDone: () => void;
}

export function Remark({ page, isListening, onDone }: RemarkProps) {
  const { t } = useTranslation('sign');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button keys="1" once onPress={() => setOpen(isListening)}>
        {t('remark')}
      </Button>
      <span className={css.quiet}>{t('remarkChangesNothing')}</span>
      {isOpen ? <RemarkDialog page={page} onLeave={() => setOpen(false)} onDone={onDone} /> : null}
    </>
  );
}

interface RemarkDialogProps {
  readonly page: AgentPage;
  readonly onLeave: () => void;
  readonly onDone: () => void;
}

function RemarkDialog({ page, onLeave, onDone }: RemarkDialogProps) {
  const { t } = useTranslation(['sign', 'frame']);
  const [stance, setStance] = useState<(typeof STANCES)[number]>();
  const [text, setText] = useState('');
  const performing = usePerform();
  const words = text.trim().normalize('NFC');
  const sign = async () => {
    if (stance === undefined) return;
    const { form, revision } = page.paper;
    const body = { form, revision, subject: page.subject, stance, ...(words === '' ? {} : { text: words }) };
    if (!(await performing.perform({ kind: 'late-remark', body }))) return;
    onLeave();
    onDone();
  };
  const missing = stance === undefined ? t('sign:whichStance') : stance === 'object' && words === '' ? t('sign:wordsMissing') : undefined;
  return (
    <Dialog
      title={t('sign:remark')}
      onLeave={onLeave}
      actions={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('sign:back')}
          </Button>
          <Button keys="Ctrl+Enter" look="main" once onPress={() => void sign()} isBusy={performing.isBusy} barred={missing}>
            {t('sign:signRemark')}
          </Button>
        </>
      }
    >
      <KeyedChoice
        label={t('sign:remarkStance')}
        value={stance}
        options={STANCES.map((value, at) => ({ value, keys: String(at + 1), words: t(`sign:stance_${value}`) }))}
        onChange={setStance}
      />
      <TextField
        label={t('sign:inYourWords')}
        value={text}
        onChange={setText}
        lines={4}
        maxLength={2000}
        hint={t('frame:reasonsArePublic')}
      />
      <Refused refusal={performing.refusal} />
    </Dialog>
  );
}
