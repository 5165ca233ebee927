/** Opening and closing the centre: one official signs, and it takes effect when another confirms. The opening names who is present. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asClosed, type DeclaredContest } from '../../core/views/people.ts';
import { usePerform } from '../office/use-deed.ts';
import { useView } from '../office/use-view.ts';
import { ActDialog } from '../parts/ActDialog.tsx';
import css from './People.module.css';

export function OpenCentreDialog({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(['people', 'terms']);
  const { value: view } = useView('people', {});
  const performing = usePerform();
  const [away, setAway] = useState<ReadonlySet<string>>(new Set());
  const staff = (view?.staff ?? []).filter(({ state }) => state === 'admitted');
  const present = staff.filter(({ id }) => !away.has(id)).map(({ id }) => id);
  const turn = (id: string) => setAway(away.has(id) ? new Set([...away].filter((other) => other !== id)) : new Set(away).add(id));
  const sign = async () => {
    if (await performing.perform({ kind: 'centre-opened', body: { present } })) onDone();
  };
  return (
    <ActDialog
      title={t('people:openCentre')}
      verb={t('people:signOpening')}
      isBusy={performing.isBusy}
      refusal={performing.refusal}
      onSign={() => void sign()}
      onLeave={onDone}
    >
      <p>{t('people:openingDoes')}</p>
      <fieldset className={css.ticks}>
        <legend>{t('people:whoIsPresent')}</legend>
        {staff.map(({ id, name, role }) => (
          <label key={id}>
            <input type="checkbox" checked={!away.has(id)} onChange={() => turn(id)} />
            <span>
              {name}, {t(`terms:rolesShort.${role}`)} {id}
            </span>
          </label>
        ))}
      </fieldset>
    </ActDialog>
  );
}

interface CloseCentreDialogProps {
  readonly contests: readonly DeclaredContest[];
  readonly barred: string | undefined;
  readonly onDone: () => void;
}

export function CloseCentreDialog({ contests, barred, onDone }: CloseCentreDialogProps) {
  const { t } = useTranslation('people');
  const performing = usePerform();
  const sign = async () => {
    if (await performing.perform({ kind: 'centre-closed', body: { contests: contests.map(asClosed) } })) onDone();
  };
  return (
    <ActDialog
      title={t('closeCentre')}
      verb={t('signClosing')}
      barred={barred}
      isBusy={performing.isBusy}
      refusal={performing.refusal}
      onSign={() => void sign()}
      onLeave={onDone}
    >
      <p>{t('closingDoes')}</p>
      <ul>
        {contests.map(({ contest, title, version }) => (
          <li key={contest}>{t('closingContest', { contest: title, version })}</li>
        ))}
      </ul>
    </ActDialog>
  );
}
