/** One paper of the station: how it came, what is missing on it, its figures as written, the findings on them, and the agents' answers. */
import { useTranslation } from 'react-i18next';
import type { StationFinding, StationForm, StationView } from '../../core/views/station.ts';
import { StandingState } from '../board/StandingState.tsx';
import { FigureRead } from '../paper/FigureRead.tsx';
import { Sheet } from '../paper/Sheet.tsx';
import { showCount, showTime } from '../parts/figures.ts';
import { NoteLabel } from '../parts/NoteLabel.tsx';
import { Section } from '../parts/Room.tsx';
import { State } from '../parts/State.tsx';
import { Outcomes } from './Outcomes.tsx';
import css from './StationRoom.module.css';

interface PaperPartProps {
  readonly view: StationView;
  readonly form: StationForm;
}

export function PaperPart({ view, form }: PaperPartProps) {
  const { t } = useTranslation('station');
  const { figures } = form;
  return (
    <Section
      title={t('paper', { form: form.form })}
      note={
        <>
          {t('revision', { revision: form.revision })} <StandingState standing={form.standing} />
        </>
      }
    >
      <Arrival form={form} />
      {figures === undefined ? (
        <p className={css.note}>{t('hidden')}</p>
      ) : (
        <Sheet
          rows={view.rows}
          formName={view.formName}
          says={t('asWritten')}
          isDense
          figure={({ row }) => <FigureRead figure={figures[row]} />}
        />
      )}
      {figures === undefined ? null : <Findings findings={form.findings} />}
      <Outcomes view={view} form={form} />
      <Ending form={form} />
    </Section>
  );
}

function Arrival({ form }: { readonly form: StationForm }) {
  const { t } = useTranslation(['station', 'paper']);
  const { received, particulars, defects, scans, scanAbsent, typists } = form;
  const names = typists.map(({ kind, by }) => (kind === 'entry' ? by : t('station:readBy', { name: by })));
  const serial = { '-': t('paper:serial.none'), '?': t('paper:serial.unreadable') }[particulars.serial] ?? particulars.serial;
  const noScan = scanAbsent === undefined ? t('station:noScanYet') : t('station:noScan', { reason: scanAbsent });
  return (
    <div className={css.note}>
      <p>
        {t('station:received', { who: received.by, time: showTime(received.at) })}. {serial},{' '}
        {t(`paper:book.${particulars.book as 'unknown'}`)}, {t(`paper:copy.${particulars.copy}`)}.
      </p>
      {typists.length === 0 ? null : <p>{t('station:typed', { names: names.join(', ') })}.</p>}
      <p>
        {defects.length === 0
          ? t('station:noDefects')
          : `${t('station:defects')}: ${defects.map((item) => t(`paper:defects.${item}`)).join('; ')}.`}
      </p>
      <p>{scans.length === 0 ? noScan : t('station:scansAttached', { scans: scans.length })}</p>
    </div>
  );
}

function Findings({ findings }: { readonly findings: readonly StationFinding[] }) {
  const { t } = useTranslation('station');
  const toRule = findings.filter(({ kind }) => kind === 'needs ruling');
  const notes = findings.filter(({ kind }) => kind === 'note');
  return (
    <>
      <h3 className={css.part}>{t('findings')}</h3>
      {toRule.length === 0 ? <p className={css.note}>{t('noFindings')}</p> : null}
      <ul className={css.list}>
        {toRule.map((finding) => (
          <FindingLine key={finding.code} finding={finding} />
        ))}
      </ul>
      {notes.length === 0 ? null : (
        <>
          <h3 className={css.part}>{t('notes')}</h3>
          <ul className={css.list}>
            {notes.map((note) => (
              <NoteLine key={note.code} note={note} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function NoteLine({ note: { code, difference, isAid } }: { readonly note: StationFinding }) {
  const { t } = useTranslation(['station', 'findings']);
  return (
    <li>
      <State shape="waits">{code}</State> {t(`findings:${code as 'W01'}.title`)}
      {difference === undefined ? null : <>, {t('station:by', { difference: showCount(Math.abs(difference)) })}</>}{' '}
      <NoteLabel isAid={isAid} />
    </li>
  );
}

function FindingLine({ finding: { code, difference, ruling } }: { readonly finding: StationFinding }) {
  const { t } = useTranslation(['station', 'findings']);
  const decided =
    ruling === undefined || ruling.ruling === 'count' ? t('station:count') : t('station:disregard', { ground: ruling.ground ?? '' });
  return (
    <li>
      <State shape={ruling === undefined ? 'needs' : 'waits'} tone={ruling === undefined ? 'danger' : undefined}>
        {code}
      </State>{' '}
      {t(`findings:${code as 'F01'}.title`)}
      {difference === undefined ? null : <>, {t('station:by', { difference: showCount(Math.abs(difference)) })}</>}
      <p>{ruling === undefined ? t('station:unruled') : t('station:ruled', { ruling: decided, who: ruling.by, reason: ruling.reason })}</p>
    </li>
  );
}

function Ending({ form: { answer, acceptedBy, asideReason } }: { readonly form: StationForm }) {
  const { t } = useTranslation('station');
  const lines = [
    answer === undefined ? undefined : t('answer', { answer }),
    acceptedBy === undefined ? undefined : t('acceptedBy', { who: acceptedBy }),
    asideReason === undefined ? undefined : t('aside', { reason: asideReason }),
  ];
  return lines.map((line) =>
    line === undefined ? null : (
      <p key={line} className={css.note}>
        {line}
      </p>
    ),
  );
}
