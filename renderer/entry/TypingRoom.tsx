/**
 * The page on which a paper is typed: the form at the left, its scan beside it, and at the foot the keys of the boxes, leaving with
 * the draft kept, and the read-back, which says what it still waits for.
 */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../core/result.ts';
import type { Paper } from '../../core/views/paper.ts';
import { Button } from '../parts/Button.tsx';
import { KeyHint } from '../parts/KeyHint.tsx';
import { Room } from '../parts/Room.tsx';
import { ScanPanel } from '../scan/ScanPanel.tsx';
import type { Typing } from './use-typing.ts';

export interface TypingRoomProps {
  readonly title: string;
  readonly about: ReactNode;
  readonly place: string;
  readonly paper: Paper;
  readonly typing: Typing;
  /** The room's columns and its form, as classes. */
  readonly layout: string | undefined;
  readonly form: string | undefined;
  readonly refusal: Refusal | undefined;
  /** Beside the keys of the boxes. */
  readonly actions?: ReactNode;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

export function TypingRoom({ paper, typing, form, actions, onLeave, children, place, ...room }: TypingRoomProps) {
  const { t } = useTranslation('entry');
  return (
    <Room
      {...room}
      right={place}
      actions={
        <>
          <KeyHint isSpare keys="Enter" words={t('next')} />
          <KeyHint isSpare keys="ArrowUp" words={t('back')} />
          {actions}
          <KeyHint isSpare keys="-" words={t('blank')} />
          <KeyHint isSpare keys="?" words={t('unreadable')} />
        </>
      }
      finish={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('leave')}
          </Button>
          <Button keys="Shift+Enter" look="main" onPress={typing.finish} barred={typing.barred}>
            {t('readBack')}
          </Button>
        </>
      }
    >
      <section className={form} aria-label={t('theForm')}>
        {children}
      </section>
      <ScanPanel scans={paper.scans} form={paper.form} absent={paper.scanAbsent} at={typing.rulerAt} />
    </Room>
  );
}
