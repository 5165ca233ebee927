/** The incident diary: one key from everywhere, a short note, dated and signed by whoever is at the keyboard. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Frame } from '../../core/contract/frame.ts';
import { useDeed } from '../office/use-deed.ts';
import { useKey } from '../parts/keys.tsx';
import { ReasonDialog } from '../parts/ReasonDialog.tsx';

const STAFF: readonly string[] = ['ro', 'dro', 'clerk'];

export function Diary({ frame }: { readonly frame: Frame }) {
  const [isOpen, setOpen] = useState(false);
  useKey('F8', () => setOpen(frame.person !== undefined && STAFF.includes(frame.person.role)));
  return isOpen ? <DiaryNote onLeave={() => setOpen(false)} /> : null;
}

function DiaryNote({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation('frame');
  const note = useDeed('noteIncident');
  const sign = async (text: string) => {
    const noted = await note.do({ text });
    if (noted?.ok) onLeave();
  };
  return (
    <ReasonDialog
      title={t('diary')}
      label={t('diaryLabel')}
      lines={4}
      verb={t('diarySign')}
      missing={t('diaryEmpty')}
      isBusy={note.isBusy}
      refusal={note.refusal}
      onSign={(text) => void sign(text)}
      onLeave={onLeave}
    />
  );
}
