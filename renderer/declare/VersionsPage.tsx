/** Every version of a contest's summary with its digest, the latest first, and the figures that a correction changed, before and after. */
import { useTranslation } from 'react-i18next';
import type { DeclareContest } from '../../core/views/declare.ts';
import type { DeclaredLine, NamedChange } from '../../core/views/declare-versions.ts';
import { showCount, showDay, showTime } from '../parts/figures.ts';
import ledger from '../parts/ledger.module.css';
import { Section } from '../parts/Room.tsx';
import { type ShapeName, State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import css from './Declare.module.css';
import { DigestGroups } from './DigestGroups.tsx';

export function VersionsPage({ contest, language }: { readonly contest: DeclareContest; readonly language: string }) {
  const { t } = useTranslation(['declare', 'terms']);
  const { ready, declared, superseded, correction, changes } = contest;
  const isNone = ready === undefined && declared === undefined;
  const past = (version: DeclaredLine) => t('declare:declaredBy', { name: version.declaredBy, time: momentWords(version.declaredAt) });
  const arrived = ({ acknowledged }: DeclaredLine) =>
    acknowledged.map(({ by, at }) => t('declare:acknowledgedBy', { by, time: momentWords(at) }));
  const momentWords = (at: string) => `${showDay(at, language)}, ${showTime(at)}`;
  return (
    <>
      <Section title={t('declare:versions')}>
        {isNone ? <p className={css.line}>{t('declare:noVersion')}</p> : null}
        {ready === undefined ? null : (
          <Version
            shape="waits"
            state={t(ready.isStale ? 'terms:summary.stale' : 'terms:summary.ready')}
            version={ready}
            said={t('declare:preparedBy', { name: ready.preparedBy, time: momentWords(ready.preparedAt) })}
          />
        )}
        {declared === undefined ? null : (
          <Version
            shape="counted"
            state={t(correction === undefined ? 'terms:summary.declared' : 'terms:summary.under-correction')}
            version={declared}
            said={past(declared)}
            acknowledged={arrived(declared)}
          />
        )}
        {[...superseded].reverse().map((version) => (
          <Version
            key={version.number}
            shape="struck"
            state={t('terms:summary.superseded')}
            version={version}
            said={past(version)}
            acknowledged={arrived(version)}
          />
        ))}
      </Section>
      {changes.length === 0 ? null : <Changes changes={changes} />}
    </>
  );
}

interface VersionProps {
  readonly shape: ShapeName;
  readonly state: string;
  readonly version: Pick<DeclaredLine, 'number' | 'digest' | 'reason' | 'supersedes'> & { readonly alone?: string };
  readonly acknowledged?: readonly string[];
  readonly said: string;
}

function Version({ shape, state, version, said, acknowledged = [] }: VersionProps) {
  const { t } = useTranslation('declare');
  return (
    <article className={css.version} aria-label={t('versionNumber', { version: version.number })}>
      <p>
        <b>{t('versionNumber', { version: version.number })}</b> <State shape={shape}>{state}</State>
      </p>
      <p className={voices.quiet}>{said}</p>
      {version.supersedes === undefined ? null : <p>{t('supersedes', { version: version.supersedes.version })}</p>}
      {version.reason === undefined ? null : <p>{version.reason}</p>}
      {version.alone === undefined ? null : (
        <p>
          <State shape="needs" tone="danger">
            {t('oneAlone')}
          </State>{' '}
          {version.alone}
        </p>
      )}
      {acknowledged.map((words) => (
        <p key={words}>{words}</p>
      ))}
      <DigestGroups digest={version.digest} label={t('digest')} />
    </article>
  );
}

function Changes({ changes }: { readonly changes: readonly NamedChange[] }) {
  const { t } = useTranslation(['declare', 'paper', 'terms']);
  const rowWords = (row: string) => {
    const candidate = /^candidate([0-9]+)$/.exec(row)?.[1];
    if (candidate !== undefined) return t('declare:candidateNumber', { number: candidate });
    return row === 'disposition' ? t('declare:disposition') : t(`paper:rows.${row as 'valid'}`);
  };
  const figureWords = (row: string, figure: string) => {
    if (row === 'disposition') return t(`terms:results.${figure as 'counted'}`);
    if (figure === 'none') return t('declare:noFigure');
    return figure === 'blank' || figure === 'unreadable' ? t(`paper:marks.${figure}`) : showCount(Number(figure));
  };
  return (
    <Section title={t('declare:whatChanged')} note={t('declare:changesNumber', { number: changes.length })}>
      <table className={ledger.ledger}>
        <thead>
          <tr>
            <th scope="col">{t('declare:station')}</th>
            <th scope="col">{t('declare:row')}</th>
            <th scope="col" className={ledger.number}>
              {t('declare:before')}
            </th>
            <th scope="col" className={ledger.number}>
              {t('declare:after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ station, row, from, to }) => (
            <tr key={`${station.code} ${row}`}>
              <th scope="row">{station.name}</th>
              <td>{rowWords(row)}</td>
              <td className={ledger.number}>{figureWords(row, from)}</td>
              <td className={ledger.number}>{figureWords(row, to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
