/** Which version this is, which one it takes the place of and why, and each figure that changed. */
import { useTranslation } from 'react-i18next';
import type { FigureChange, SummaryContent } from '../../core/summary.ts';
import { showCount, showDigest } from '../parts/figures.ts';
import { addressOf } from './place.ts';
import { Region } from './Region.tsx';
import tables from './Tables.module.css';
import { stationIn, useRowWord } from './use-names.ts';

interface VersionsProps {
  readonly content: SummaryContent;
  readonly place: number;
}

export function Versions({ content, place }: VersionsProps) {
  const { t } = useTranslation('verifier');
  const { version, supersedes, reason, changes = [] } = content;
  if (version === 0) return <p className={tables.words}>{t('noVersion')}</p>;
  if (supersedes === undefined) return <p className={tables.words}>{t('firstVersion', { version })}</p>;
  return (
    <>
      <div className={tables.words}>
        <p>{t('supersedes', { version, before: supersedes.version })}</p>
        {reason === undefined ? null : <p>{t('reason', { reason })}</p>}
        <p>
          {t('formerDigest')}: <span className={tables.digest}>{showDigest(supersedes.digest, 16)}</span>
        </p>
        {changes.length === 0 ? <p>{t('nothingChanged')}</p> : null}
      </div>
      {changes.length === 0 ? null : <Changes content={content} changes={changes} place={place} />}
    </>
  );
}

interface ChangesProps extends VersionsProps {
  readonly changes: readonly FigureChange[];
}

function Changes({ content, changes, place }: ChangesProps) {
  const { t } = useTranslation(['verifier', 'verify']);
  const wordOf = useRowWord(content);
  const say = useChanged();
  return (
    <Region label={t('verifier:changed')}>
      <table className={tables.table} aria-label={t('verifier:changed')}>
        <thead>
          <tr>
            {[t('verify:station'), t('verifier:row'), t('verifier:before'), t('verifier:after')].map((words) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ station, row, from, to }) => (
            <tr key={`${station} ${row}`}>
              <th scope="row" className={tables.name}>
                <a href={addressOf({ is: 'station', bundle: place, station })}>{stationIn(content, station)}</a>
              </th>
              <td className={tables.name}>{wordOf(row)}</td>
              <td>{say(from)}</td>
              <td>{say(to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Region>
  );
}

/** A change is written as text: a count, blank or unreadable, a disposition, or nothing. */
function useChanged(): (text: string) => string {
  const { t } = useTranslation(['verifier', 'paper', 'terms']);
  return (text) => {
    if (/^[0-9]{1,9}$/.test(text)) return showCount(Number(text));
    if (text === 'blank' || text === 'unreadable') return t(`paper:marks.${text}`);
    if (text === 'none') return t('verifier:none');
    return t(`terms:results.${text as 'counted'}`, { defaultValue: text });
  };
}
