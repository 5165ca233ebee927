/** Officials and clerks: their number, who they are, where they stand, and whose key it is. */
import { useTranslation } from 'react-i18next';
import type { PersonRow } from '../../core/views/people.ts';
import ledger from '../parts/ledger.module.css';
import type { Rows } from '../parts/rows.ts';
import voices from '../parts/voices.module.css';
import { KeyWords } from './KeyWords.tsx';
import css from './People.module.css';
import { PersonStateWords } from './PersonStateWords.tsx';

export function StaffTable({ staff, rows }: { readonly staff: readonly PersonRow[]; readonly rows: Rows }) {
  const { t } = useTranslation(['people', 'terms']);
  return (
    <table aria-label={t('people:officials')} className={ledger.ledger}>
      <thead>
        <tr>
          <th scope="col" className={css.number}>
            {t('people:numberShort')}
          </th>
          <th scope="col">{t('people:name')}</th>
          <th scope="col" className={css.staffNow}>
            {t('people:now')}
          </th>
          <th scope="col" className={css.staffKey}>
            {t('people:key')}
          </th>
        </tr>
      </thead>
      <tbody>
        {staff.map((person) => (
          <tr key={person.id} {...rows.rowProps(person.id)} className={person.id === rows.chosen ? ledger.active : undefined}>
            <td className={`${voices.code} ${ledger.cut}`}>{person.role === 'clerk' ? person.id : t(`terms:rolesShort.${person.role}`)}</td>
            <td className={ledger.cut}>{person.name}</td>
            <td className={ledger.cut}>
              <PersonStateWords row={person} />
            </td>
            <td className={ledger.cut}>
              <KeyWords row={person} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
