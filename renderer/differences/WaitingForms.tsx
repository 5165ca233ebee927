/**
 * The forms that are read again, each with whom it waits for: the viewer, somebody else, or nobody who is left; then it says what
 * officials can do. One tab stop; arrows move, Enter opens what the viewer may read.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormToRead } from '../../core/views/differences.ts';
import { Button } from '../parts/Button.tsx';
import { useBarred } from '../parts/barred.ts';
import { showStation } from '../parts/figures.ts';
import { Section } from '../parts/Room.tsx';
import { useRoving } from '../parts/roving.ts';
import { State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import { FormDeed } from '../rulings/FormDeed.tsx';
import css from './Differences.module.css';

export interface WaitingFormsProps {
  readonly forms: readonly FormToRead[];
  readonly title: string;
  readonly isOfficial: boolean;
  /** Whether the keyboard goes to the first of them: where they are all that the room shows. */
  readonly isAlone?: boolean;
  readonly onForm: (form: string | undefined) => void;
  readonly onPlace: (place: string) => void;
}

export function WaitingForms({ forms, title, isOfficial, isAlone = false, onForm, onPlace }: WaitingFormsProps) {
  const { t } = useTranslation('differences');
  const roving = useRoving(forms.length);
  const stuck = forms.find(({ readersLeft, barred }) => readersLeft === 0 && barred !== 'R-CENTRE-NOT-OPEN');
  if (forms.length === 0) return null;
  return (
    <div>
      <Section title={title}>
        <ol className={css.queue} ref={isAlone ? focusFirst : undefined}>
          {forms.map((form, at) => (
            <li key={form.form}>
              <button
                type="button"
                {...roving(at)}
                aria-disabled={form.barred !== undefined}
                onClick={() => form.barred === undefined && onForm(form.form)}
              >
                <span>
                  {form.station.name} <span className={voices.code}>{showStation(form.station.code)}</span>
                </span>
                <span className={voices.small}>
                  {t('rowsHead')}: {t('rowsOf', { asked: form.asked, rows: form.rows })} · {t('typedHead')}{' '}
                  {form.typists === 1 ? t('person') : t('people', { number: form.typists })}
                </span>
                <WaitsFor form={form} />
              </button>
            </li>
          ))}
        </ol>
      </Section>
      {stuck === undefined ? null : <Stuck form={stuck} isOfficial={isOfficial} onForm={onForm} onPlace={onPlace} />}
      {isOfficial ? <p className={voices.label}>{t('asideWhere')}</p> : null}
    </div>
  );
}

function focusFirst(list: HTMLElement | null): void {
  list?.querySelector('button')?.focus();
}

function WaitsFor({ form: { barred, readersLeft } }: { readonly form: FormToRead }) {
  const { t } = useTranslation('differences');
  const why = useBarred('differences');
  if (barred === undefined)
    return <State shape="waits">{readersLeft === 1 ? t('waitsOnlyYou') : t('waitsYou', { number: readersLeft - 1 })}</State>;
  return (
    <State shape="waits" tone={readersLeft === 0 ? 'attention' : undefined}>
      {readersLeft === 0 ? t('waitsNobody') : t('waitsElse', { number: readersLeft })} · {why(barred)}
    </State>
  );
}

interface StuckProps {
  readonly form: FormToRead;
  readonly isOfficial: boolean;
  readonly onForm: (form: string | undefined) => void;
  readonly onPlace: (place: string) => void;
}

function Stuck({ form, isOfficial, onForm, onPlace }: StuckProps) {
  const { t } = useTranslation('differences');
  const [isReopening, setReopening] = useState(false);
  return (
    <div className={css.stuck} role="status">
      <p>{t('nobodyLeft', { station: form.station.name })}</p>
      {isOfficial ? (
        <p className={css.deeds}>
          <Button keys="F3" onPress={() => onPlace('/people')}>
            {t('toPeople')}
          </Button>
          <Button keys="F4" onPress={() => setReopening(true)}>
            {t('reopen')}
          </Button>
          <Button keys="F5" onPress={() => onPlace(`/station/${form.contest}/${form.station.code}`)}>
            {t('toStation')}
          </Button>
        </p>
      ) : null}
      {isReopening ? (
        <FormDeed
          deed="reopen"
          form={form.form}
          revision={form.revision}
          onDone={() => onForm(undefined)}
          onLeave={() => setReopening(false)}
        />
      ) : null}
    </div>
  );
}
