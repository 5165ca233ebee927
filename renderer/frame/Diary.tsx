/** The incident diary: one key from everywhere, a short note, dated and signed by whoever is at the keyboard. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Frame } from '../../core/contract/frame.ts';
import { useDeed } from '../office/use-deed.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { TextField } from '../parts/Field.tsx';
import { useKey } from '../parts/keys.tsx';
import { Refused } from '../parts/Refused.tsx';

const STAFF: readonly string[] = ['ro', 'dro', 'clerk'];

export function Diary({ frame }: { readonly frame: Frame }) {
  const [isOpen, setOpen] = useState(false);
  useKey('F8', () => setOpen(frame.person !== undefined && STAFF.includes(frame.person.role)));
  return isOpen ? <DiaryNote onLeave={() => setOpen(false)} /> : null;
}

function DiaryNote({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation('frame');
  const [text, setText] = useState('');
  const note = useDeed('noteIncident');
  const sign = async () => {
    const noted = await note.do({ text: text.trim().normalize('NFC') });
    if (noted?.ok) onLeave();
  };
  return (
    <Dialog
      title={t('diary')}
      onLeave={onLeave}
      actions={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('leave')}
          </Button>
          <Button
            keys="Ctrl+Enter"
            look="main"
            onPress={() => void sign()}
            isBusy={note.isBusy}
            barred={text.trim() === '' ? t('diaryEmpty') : undefined}
          >
            {t('diarySign')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('diaryLabel')}
        value={text}
        onChange={setText}
        lines={4}
        maxLength={2000}
        hint={t('reasonsArePublic')}
        autoFocus
      />
      <Refused refusal={note.refusal} />
    </Dialog>
  );
}
