/** One station: how it ended, its form in the paper's order with the scan beside it, the findings, and every agent's word. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SummaryContent, SummaryStation } from '../../core/summary.ts';
import { showCount, showStation } from '../parts/figures.ts';
import { Section } from '../parts/Room.tsx';
import { Shape, State } from '../parts/State.tsx';
import { STANDING_SHAPES } from '../parts/shapes.ts';
import voices from '../parts/voices.module.css';
import { VERDICT_SHAPES } from '../verify/words-of.ts';
import bundles from './Bundle.module.css';
import { FindingLines } from './FindingLines.tsx';
import { FormFigures } from './FormFigures.tsx';
import type { Judged, JudgedSummary } from './judged.ts';
import { OutcomeTable } from './OutcomeTable.tsx';
import { Particulars } from './Particulars.tsx';
import { addressOf } from './place.ts';
import { Scans } from './Scans.tsx';
import css from './Station.module.css';
import tables from './Tables.module.css';
import { nameIn, wardIn } from './use-names.ts';
import { Stamps } from './Verdict.tsx';

interface StationPageProps {
  readonly bundle: Judged;
  readonly file: Blob;
  readonly place: number;
  readonly code: string;
}

export function StationPage({ bundle: { verdict, summary }, file, place, code }: StationPageProps) {
  const { t } = useTranslation('terms');
  const station = summary?.content.stations.find((one) => one.station === code);
  if (summary === undefined || station === undefined) return null;
  const { content } = summary;
  return (
    <>
      <Ways content={content} place={place} code={code} />
      <p className={`${bundles.verdict} ${bundles[verdict]} ${bundles.small}`}>
        <Shape shape={VERDICT_SHAPES[verdict]} /> {t(`verdicts.${verdict}`)}: {t(`verdictsExplained.${verdict}`)}
      </p>
      <Head summary={summary} station={station} />
      {station.form === undefined ? null : <FormParts summary={summary} station={{ ...station, form: station.form }} file={file} />}
      <Closed content={content} station={station} />
    </>
  );
}

function Ways({ content: { stations }, place, code }: { readonly content: SummaryContent; readonly place: number; readonly code: string }) {
  const { t } = useTranslation('verifier');
  const at = stations.findIndex(({ station }) => station === code);
  const [previous, next] = [stations[at - 1], stations[at + 1]];
  const way = (to: SummaryStation | undefined, words: string) =>
    to === undefined ? null : (
      <a className={bundles.way} href={addressOf({ is: 'station', bundle: place, station: to.station })}>
        {words}
      </a>
    );
  return (
    <nav aria-label={t('part.stations')}>
      <a className={bundles.way} href={addressOf({ is: 'bundle', bundle: place })}>
        {t('backToResult')}
      </a>
      {way(previous, t('previous'))}
      {way(next, t('next'))}
    </nav>
  );
}

function Head({
  summary,
  station: { name, station, ward, register, disposition },
}: {
  readonly summary: JudgedSummary;
  readonly station: SummaryStation;
}) {
  const { t } = useTranslation(['verifier', 'station', 'terms']);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    head.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <h2 ref={head} tabIndex={-1} className={css.name}>
        {name}
      </h2>
      <p>
        <State shape={STANDING_SHAPES[disposition]}>{t(`terms:results.${disposition}`)}</State> <Stamps summary={summary} />
      </p>
      <p className={tables.words}>
        <span className={voices.code}>{showStation(station)}</span> · {t('station:ward')} {wardIn(summary, ward)} · {t('station:register')}:{' '}
        {showCount(register)} · {summary.content.contest.title}
      </p>
    </>
  );
}

export type StationWithForm = SummaryStation & { readonly form: NonNullable<SummaryStation['form']> };

interface FormPartsProps {
  readonly summary: JudgedSummary;
  readonly station: StationWithForm;
  readonly file: Blob;
}

function FormParts({ summary, station, file }: FormPartsProps) {
  const { t } = useTranslation(['verifier', 'station', 'paper']);
  const { content } = summary;
  const { form } = station;
  return (
    <div className={css.parts}>
      <div className={css.columns}>
        <Section title={t('paper:form', { code: content.contest.formA })}>
          <p className={css.paper}>
            {t('station:paper', { form: form.form })}, {t('station:revision', { revision: form.revision })}
          </p>
          <FormFigures content={content} form={form} />
        </Section>
        <Section title={t('station:scans')}>
          <Scans summary={summary} station={station} file={file} />
        </Section>
      </div>
      <Section title={t('station:findings')}>
        {form.findings.length === 0 ? <p className={tables.words}>{t('verifier:noFindings')}</p> : null}
        {form.findings.map((finding) => (
          <FindingLines key={finding.code} content={content} finding={finding} />
        ))}
      </Section>
      <Section title={t('station:agents')}>
        <OutcomeTable content={content} outcomes={form.outcomes} title={t('station:agents')} />
        {form.answer === undefined ? null : <p className={tables.words}>{t('station:answer', { answer: form.answer })}</p>}
      </Section>
      <Section title={t('verifier:particulars')}>
        <Particulars content={content} form={form} />
      </Section>
    </div>
  );
}

/** Stations closed without a form, and papers that were set aside, each with who said so and why. */
function Closed({ content, station: { form, closed, setAside } }: { readonly content: SummaryContent; readonly station: SummaryStation }) {
  const { t } = useTranslation(['verifier', 'station']);
  const witnesses = closed?.witnesses.map((one) => nameIn(content, one)).join(', ') ?? '';
  return (
    <div className={tables.words}>
      {form === undefined ? <p>{t('verifier:noForm')}</p> : null}
      {closed === undefined ? null : (
        <p>
          {t('station:closedBy', { who: nameIn(content, closed.by), reason: closed.reason })}.{' '}
          {witnesses === '' ? t('station:noWitnesses') : t('station:witnesses', { names: witnesses })}
        </p>
      )}
      {setAside.map(({ by, ...aside }) => (
        <p key={aside.form}>{t('verifier:setAsideBy', { ...aside, who: nameIn(content, by) })}</p>
      ))}
    </div>
  );
}
