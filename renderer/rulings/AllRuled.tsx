/** When nothing of the form waits for a ruling any more: where it goes from here, what was ruled, and the next form. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuledForm } from '../../core/views/rulings.ts';
import { Button } from '../parts/Button.tsx';
import { focusOn } from '../parts/focus-on.ts';
import { Room } from '../parts/Room.tsx';
import { Instead } from './Instead.tsx';
import { OtherPapers } from './OtherPapers.tsx';
import { PastRulings } from './PastRulings.tsx';
import css from './Rulings.module.css';

export interface AllRuledProps {
  readonly form: RuledForm;
  readonly about: ReactNode;
  readonly right: ReactNode;
  readonly list: ReactNode;
  readonly beside: ReactNode;
  readonly layout: string | undefined;
  readonly said: string;
  /** The next form that waits for a ruling. */
  readonly next: string | undefined;
  readonly onForm: (form: string) => void;
  readonly onPlace: (place: string) => void;
  readonly onLeave: () => void;
}

export function AllRuled({ form, about, right, list, beside, layout, said, next, onForm, onPlace, onLeave }: AllRuledProps) {
  const { t } = useTranslation('rulings');
  const isRuled = form.findings.some(({ check }) => check === 'fails');
  const isUnreadable = form.stage === 'agreed' && form.unreadable.length > 0;
  const goesOn = isUnreadable
    ? 'nextReading'
    : form.stage === 'open'
      ? 'nextSigning'
      : form.stage === 'accepted'
        ? 'nextSummary'
        : 'nextOpening';
  return (
    <Room
      title={t('title')}
      about={about}
      right={right}
      layout={layout}
      finish={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('leave')}
          </Button>
          <Button keys="S" onPress={() => onPlace('/sign')}>
            {t('toSigning')}
          </Button>
          {next === undefined ? null : (
            <Button keys="Enter" look="main" ref={focusOn} onPress={() => onForm(next)}>
              {t('nextForm')}
            </Button>
          )}
        </>
      }
    >
      {list}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is long scrolls, and is scrolled by keys */}
      <section className={css.reasoning} aria-label={t('theRuling')} tabIndex={0} ref={next === undefined ? focusOn : undefined}>
        <p role="status" className={css.done}>
          {said} {isRuled ? t('allRuled') : t('noFindings')} {t(goesOn)}
        </p>
        {isUnreadable ? <Instead form={form} onPlace={onPlace} /> : null}
        <PastRulings rulings={form.rulings} />
        {form.otherPapers.length === 0 ? null : <OtherPapers form={form} />}
      </section>
      {beside}
    </Room>
  );
}
