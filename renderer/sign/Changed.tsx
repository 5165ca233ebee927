/** A page that went stale: what changed since it was shown, row by row, and one key to say that the new figures were seen. */
import { useTranslation } from 'react-i18next';
import type { AgentPage } from '../../core/views/sign-agent.ts';
import type { PageChanges } from '../../core/views/sign-changes.ts';
import { FigureRead } from '../paper/FigureRead.tsx';
import { useRowWords } from '../paper/Sheet.tsx';
import { Button } from '../parts/Button.tsx';
import { State } from '../parts/State.tsx';
import css from './Sign.module.css';

export interface ChangedProps {
  readonly changes: PageChanges;
  readonly page: AgentPage;
  readonly onSeen: () => void;
}

export function Changed({ changes, page, onSeen }: ChangedProps) {
  const { t } = useTranslation('sign');
  const wordsOf = useRowWords();
  const nameOf = (code: string) => {
    const row = page.paper.rows.find((one) => one.row === code);
    return row === undefined ? code : wordsOf(row);
  };
  const { revisions } = changes;
  return (
    <div className={css.changed} role="alert">
      <p>
        <State shape="needs" tone="attention">
          {t('pageChanged')}
        </State>
      </p>
      <ul>
        {revisions === undefined ? null : <li>{t('revisionChanged', { from: revisions[0], to: revisions[1] })}</li>}
        {changes.rows.map(({ row, before, after }) => (
          <li key={row}>
            {nameOf(row)}: {t('was')} <FigureRead figure={before} />, {t('isNow')} <FigureRead figure={after} />
          </li>
        ))}
        {changes.findings.length === 0 ? null : <li>{t('findingsChanged', { codes: changes.findings.join(', ') })}</li>}
        {changes.scans === 0 ? null : <li>{t('scansChanged')}</li>}
      </ul>
      <Button keys="Enter" look="main" once onPress={onSeen}>
        {t('showNewPage')}
      </Button>
    </div>
  );
}
