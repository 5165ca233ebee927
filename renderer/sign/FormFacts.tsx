/**
 * What there is to know about a form beside its figures: what the rules found and how it was ruled, notes apart, who typed it, the
 * paper's state.
 */
import { useTranslation } from 'react-i18next';
import type { FormPage, ShownFinding } from '../../core/views/sign-page.ts';
import { showCount, showDigest, showTime } from '../parts/figures.ts';
import { NoteLabel } from '../parts/NoteLabel.tsx';
import { State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import css from './Paper.module.css';

export function FormFacts({ page }: { readonly page: FormPage }) {
  return (
    <>
      <Findings page={page} />
      <Typists page={page} />
      <PaperState page={page} />
    </>
  );
}

function Findings({ page: { findings, notes, passed, rules, unchecked } }: { readonly page: FormPage }) {
  const { t } = useTranslation('sign');
  return (
    <>
      <h2>{t('found')}</h2>
      <ul>
        {findings.map((finding) => (
          <Finding key={finding.code} finding={finding} />
        ))}
        {unchecked.map((code) => (
          <li key={code}>
            <State shape="unknown">{t('cannotCheck', { code })}</State>
          </li>
        ))}
        <li>
          <State shape="passes">{t('rulesPass', { passed: showCount(passed), rules: showCount(rules) })}</State>
        </li>
      </ul>
      {notes.length === 0 ? null : (
        <>
          <h2>{t('notes')}</h2>
          <p className={css.ruling}>{t('notesSay')}</p>
          <ul>
            {notes.map((note) => (
              <Note key={note.code} note={note} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Note({ note: { code, difference, isAid } }: { readonly note: ShownFinding }) {
  const { t } = useTranslation('findings');
  return (
    <li>
      <State shape="waits">
        <span>
          <b>{code}</b> {t(`${code}.title`)}
          {difference === undefined ? '' : `: ${showCount(Math.abs(difference))}`}
        </span>
      </State>{' '}
      <NoteLabel isAid={isAid} />
    </li>
  );
}

function Finding({ finding: { code, difference, ruling } }: { readonly finding: ShownFinding }) {
  const { t } = useTranslation(['sign', 'findings']);
  return (
    <li>
      <State shape={ruling === undefined ? 'needs' : 'waits'} tone={ruling === undefined ? 'attention' : undefined}>
        <span>
          <b>{code}</b> {t(`findings:${code}.title`)}
          {difference === undefined ? '' : `: ${showCount(Math.abs(difference))}`}
        </span>
      </State>
      <span className={css.ruling}>
        {ruling === undefined
          ? t('sign:notRuled')
          : t(ruling.ruling === 'count' ? 'sign:ruledCount' : 'sign:ruledDisregard', {
              by: ruling.by.name,
              at: showTime(ruling.at),
              reason: ruling.reason,
            })}
      </span>
    </li>
  );
}

function Typists({ page: { typedBy } }: { readonly page: FormPage }) {
  const { t } = useTranslation(['sign', 'terms']);
  const entries = typedBy.filter(({ kind }) => kind === 'entry').length;
  return (
    <>
      <h2>{t('sign:whoTyped')}</h2>
      <ul>
        {typedBy.map(({ kind, by, at }, place) => (
          <li key={`${by.id} ${at}`}>
            {t(kind === 'entry' ? 'sign:entryBy' : 'sign:readingBy', {
              number: kind === 'entry' ? place + 1 : place + 1 - entries,
              who: `${t(`terms:rolesShort.${by.role}`)} ${by.name}`,
              at: showTime(at),
            })}
          </li>
        ))}
        {typedBy.length === 2 ? <li>{t('sign:entriesSame')}</li> : null}
      </ul>
    </>
  );
}

function PaperState({ page: { paper, particulars, defects, subject } }: { readonly page: FormPage }) {
  const { t } = useTranslation(['sign', 'paper']);
  const { serial, copy } = particulars;
  const written = serial === '-' ? t('paper:serial.none') : serial === '?' ? t('paper:serial.unreadable') : t('sign:serial', { serial });
  return (
    <>
      <h2>{t('sign:thePaper')}</h2>
      <ul>
        <li>
          {written}, {t(`paper:copy.${copy}`)}
        </li>
        {defects
          .filter((item) => item !== 'serial' && item !== 'copy')
          .map((item) => (
            <li key={item}>
              <State shape="waits">{t(`paper:defects.${item}`)}</State>
            </li>
          ))}
        <li>
          {t('sign:revision', { revision: paper.revision })} <span className={voices.digest}>{showDigest(subject)}</span>
        </li>
      </ul>
    </>
  );
}
