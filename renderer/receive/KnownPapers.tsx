/** Papers that have come, one line each: to look at, to amend what was answered about them, to attach a further scan. */
import { useTranslation } from 'react-i18next';
import type { KnownPaper, ReceiveContest } from '../../core/views/receive.ts';
import { showTime } from '../parts/figures.ts';
import { useRoving } from '../parts/roving.ts';
import css from './Known.module.css';

export interface KnownPapersProps {
  readonly title: string;
  readonly none: string;
  readonly papers: readonly KnownPaper[];
  readonly contests: readonly ReceiveContest[];
  readonly chosen: string | undefined;
  readonly onTake: (paper: KnownPaper) => void;
}

export function KnownPapers({ title, none, papers, contests, chosen, onTake }: KnownPapersProps) {
  const { t } = useTranslation(['receive', 'terms']);
  const item = useRoving(papers.length);
  return (
    <section className={css.known} aria-label={title}>
      <h2>
        {title} <span>{papers.length}</span>
      </h2>
      {papers.length === 0 ? <p className={css.none}>{none}</p> : null}
      <ul>
        {papers.map((paper, at) => (
          <li key={paper.form}>
            <button type="button" {...item(at)} aria-current={paper.form === chosen ? 'true' : undefined} onClick={() => onTake(paper)}>
              <span className={css.name}>{paper.station.name}</span>
              <span className={css.time}>{showTime(paper.receivedAt)}</span>
              <span className={css.about}>
                {contests.find(({ id }) => id === paper.contest)?.formA} · {t('receive:serialIs', { serial: paper.particulars.serial })} ·{' '}
                {t(`terms:stages.${paper.stage}`)}
                {paper.scans.length === 0 ? ` · ${t('receive:noScan')}` : ''}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
