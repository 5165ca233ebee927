/** When nothing of the form waits for a ruling any more: where it goes from here, what was ruled, and the next form. */
import { useTranslation } from 'react-i18next';
import type { RuledForm } from '../../core/views/rulings.ts';
import { Button } from '../parts/Button.tsx';
import { OnToNext } from '../parts/OnToNext.tsx';
import { Instead } from './Instead.tsx';
import { OtherPapers } from './OtherPapers.tsx';
import { PastRulings } from './PastRulings.tsx';
import { type RulingFrame, RulingRoom } from './RulingRoom.tsx';
import css from './Rulings.module.css';

export interface AllRuledProps {
  readonly form: RuledForm;
  readonly frame: RulingFrame;
  /** The next form that waits for a ruling. */
  readonly next: string | undefined;
  readonly onForm: (form: string) => void;
}

export function AllRuled({ form, frame, next, onForm }: AllRuledProps) {
  const { t } = useTranslation('rulings');
  const { said, onPlace, onLeave } = frame;
  const isRuled = form.findings.some(({ check, kind }) => check === 'fails' && kind === 'needs ruling');
  const isUnreadable = form.stage === 'agreed' && form.unreadable.length > 0;
  const goesOn = isUnreadable
    ? 'nextReading'
    : form.stage === 'open'
      ? 'nextSigning'
      : form.stage === 'accepted'
        ? 'nextSummary'
        : 'nextOpening';
  return (
    <RulingRoom
      frame={frame}
      label={{ 'aria-label': t('theRuling') }}
      isFocused={next === undefined}
      finish={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('leave')}
          </Button>
          <Button keys="S" onPress={() => onPlace('/sign')}>
            {t('toSigning')}
          </Button>
          <OnToNext next={next} onGo={onForm}>
            {t('nextForm')}
          </OnToNext>
        </>
      }
    >
      <p role="status" className={css.done}>
        {said} {isRuled ? t('allRuled') : t('noFindings')} {t(goesOn)}
      </p>
      {isUnreadable ? <Instead form={form} onPlace={onPlace} /> : null}
      <PastRulings rulings={form.rulings} />
      {form.otherPapers.length === 0 ? null : <OtherPapers form={form} />}
    </RulingRoom>
  );
}
