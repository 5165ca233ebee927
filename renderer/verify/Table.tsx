/** What was laid on the table, by the files' own names; rehearsals are accepted only where somebody says so here. */
import { useTranslation } from 'react-i18next';
import type { ChosenFiles } from '../../core/contract/verify.ts';
import { Button } from '../parts/Button.tsx';
import { showCount } from '../parts/figures.ts';
import { useKey } from '../parts/keys.tsx';
import { Section } from '../parts/Room.tsx';
import voices from '../parts/voices.module.css';
import css from './Verify.module.css';

export interface TableProps {
  readonly chosen: ChosenFiles | undefined;
  readonly acceptRehearsal: boolean;
  readonly onAcceptRehearsal: (accept: boolean) => void;
  readonly onClear: () => void;
}

const MOST_NAMED = 6;

export function Table({ chosen, acceptRehearsal, onAcceptRehearsal, onClear }: TableProps) {
  const { t } = useTranslation('verify');
  useKey('T', () => onAcceptRehearsal(!acceptRehearsal));
  return (
    <aside className={css.table} aria-label={t('table')}>
      <Section title={t('table')}>
        <dl className={css.chosen}>
          <Named name={t('bundles')} files={chosen?.bundles ?? []} />
          <Named name={t('anchor')} files={chosen?.anchor === undefined ? [] : [chosen.anchor]} />
          <Named name={t('receipts')} files={chosen?.receipts ?? []} />
          <Named name={t('certificates')} files={chosen?.certificates ?? []} />
        </dl>
        <label className={css.tick}>
          <input
            type="checkbox"
            checked={acceptRehearsal}
            aria-keyshortcuts="T"
            onChange={({ target }) => onAcceptRehearsal(target.checked)}
          />
          <span>
            {t('acceptRehearsal')} <kbd>T</kbd> <small className={voices.quiet}>{t('acceptRehearsalHint')}</small>
          </span>
        </label>
        <Button keys="Delete" look="plain" onPress={onClear}>
          {t('clear')}
        </Button>
      </Section>
    </aside>
  );
}

function Named({ name, files }: { readonly name: string; readonly files: readonly string[] }) {
  const { t } = useTranslation('verify');
  const more = files.length - MOST_NAMED;
  return (
    <div>
      <dt>{name}</dt>
      {files.length === 0 ? <dd className={voices.missing}>{t('notChosen')}</dd> : null}
      {files.slice(0, MOST_NAMED).map((file) => (
        <dd key={file}>{file}</dd>
      ))}
      {more > 0 ? <dd className={voices.missing}>+ {showCount(more)}</dd> : null}
    </div>
  );
}
