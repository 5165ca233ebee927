/** The three steps from a restored centre to one where work goes on, and the officials of whom one signs first. */
import { useTranslation } from 'react-i18next';
import type { AwaitedRestoreView } from '../../core/contract/restore.ts';
import type { KeyboardPerson } from '../../core/views/unlock.ts';
import ledger from '../parts/ledger.module.css';
import type { Rows } from '../parts/rows.ts';
import { Shape } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import css from './Restore.module.css';

const STEPS = ['restored', 'signed', 'confirmed'] as const;

export function AwaitedSteps({ stage }: { readonly stage: AwaitedRestoreView['stage'] }) {
  const { t } = useTranslation(['restore', 'setup']);
  const here = stage === 'unsigned' ? 1 : 2;
  return (
    <ol className={css.steps} aria-label={t('restore:stepsLabel')}>
      {STEPS.map((name, at) => (
        <li key={name} aria-current={at === here ? 'step' : undefined}>
          <Shape shape={at < here ? 'passes' : at === here ? 'once' : 'awaited'} />
          <span>{at + 1}</span>
          <span className={voices.unseen}>{t(at < here ? 'setup:stepDone' : at === here ? 'setup:stepHere' : 'setup:stepAhead')}</span>
          {t(`restore:stepNames.${name}`)}
        </li>
      ))}
    </ol>
  );
}

export function Officials({ officials, rows }: { readonly officials: readonly KeyboardPerson[]; readonly rows: Rows }) {
  const { t } = useTranslation(['restore', 'terms']);
  return (
    <table aria-label={t('restore:whoSigns')} className={`${ledger.ledger} ${ledger.typed}`}>
      <tbody>
        {officials.map(({ id, name, role }) => (
          <tr key={id} {...rows.rowProps(id)} className={id === rows.chosen ? ledger.active : undefined}>
            <th scope="row">
              {name} <span className={voices.code}>{id}</span>
            </th>
            <td>{t(`terms:roles.${role}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
