/** What lies on the table, by the files' own names, each to be taken off again. */
import { useTranslation } from 'react-i18next';
import voices from '../parts/voices.module.css';
import css from './Files.module.css';
import { type Table, withoutKey } from './table.ts';

interface LaidProps {
  readonly table: Table;
  readonly change: (next: (table: Table) => Table) => void;
}

export function Laid({ table: { bundles, key, receipts, certificates }, change }: LaidProps) {
  const { t } = useTranslation('verify');
  const without = <Item,>(items: readonly Item[], at: number) => items.filter((_, place) => place !== at);
  return (
    <dl className={css.laid}>
      <Named
        name={t('bundles')}
        files={bundles}
        onRemove={(at) => change((table) => ({ ...table, bundles: without(table.bundles, at) }))}
      />
      <Named name={t('anchor')} files={key === undefined ? [] : [key]} onRemove={() => change(withoutKey)} />
      <Named
        name={t('receipts')}
        files={receipts}
        onRemove={(at) => change((table) => ({ ...table, receipts: without(table.receipts, at) }))}
      />
      {certificates.length === 0 ? null : (
        <Named
          name={t('certificates')}
          files={certificates}
          onRemove={(at) => change((table) => ({ ...table, certificates: without(table.certificates, at) }))}
        />
      )}
    </dl>
  );
}

interface NamedProps {
  readonly name: string;
  readonly files: readonly { readonly name: string }[];
  readonly onRemove: (at: number) => void;
}

function Named({ name, files, onRemove }: NamedProps) {
  const { t } = useTranslation(['verifier', 'verify']);
  return (
    <div>
      <dt>{name}</dt>
      {files.length === 0 ? <dd className={voices.missing}>{t('verify:notChosen')}</dd> : null}
      {files.map((file, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files of one name may lie on the table
        <dd key={at}>
          <bdi>{file.name}</bdi>{' '}
          <button
            type="button"
            className={css.remove}
            aria-label={t('verifier:removeNamed', { name: file.name })}
            onClick={() => onRemove(at)}
          >
            {t('verifier:remove')}
          </button>
        </dd>
      ))}
    </div>
  );
}
