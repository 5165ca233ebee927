/** One bundle: the verdict large and in words, then everything it rests on, part by part. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../parts/Room.tsx';
import { Answers } from './Answers.tsx';
import css from './Bundle.module.css';
import { Checks } from './Checks.tsx';
import { Disregarded } from './Disregarded.tsx';
import { ErrorReport } from './ErrorReport.tsx';
import type { Judged, JudgedSummary } from './judged.ts';
import type { VerifyDone } from './order.ts';
import { addressOf } from './place.ts';
import { Receipts } from './Receipts.tsx';
import { Signers } from './Signers.tsx';
import { Stations } from './Stations.tsx';
import { Totals } from './Totals.tsx';
import { Verdict } from './Verdict.tsx';
import { Versions } from './Versions.tsx';

interface BundlePageProps {
  readonly bundle: Judged;
  readonly done: Pick<VerifyDone, 'engine' | 'milliseconds'>;
  readonly place: number;
  readonly cameFrom: string | undefined;
}

export function BundlePage({ bundle, done, place, cameFrom }: BundlePageProps) {
  const { t } = useTranslation(['verifier', 'verify']);
  const { summary, receipts, checks } = bundle;
  const parts: readonly (readonly [PartName, ReactNode])[] = [
    ...(receipts.length === 0 ? [] : [['receipts', <Receipts key="receipts" receipts={receipts} />] as const]),
    ['checks', <Checks key="checks" checks={checks} />],
    ...(summary === undefined ? [] : partsOf(summary, place)),
  ];
  useComeBack(cameFrom);
  return (
    <>
      <p>
        <a className={css.way} href={addressOf({ is: 'table' })}>
          {t('verifier:backToFiles')}
        </a>
      </p>
      <Verdict bundle={bundle} done={done} isFocused={cameFrom === undefined} />
      {summary === undefined ? <p>{t('verify:noSummary')}</p> : null}
      <Jumps names={parts.map(([name]) => name)} />
      {parts.map(([name, part]) => (
        <div key={name} id={`part-${name}`} tabIndex={-1} className={css.part}>
          <Section title={t(`verifier:part.${name}`)}>{part}</Section>
        </div>
      ))}
    </>
  );
}

type PartName = 'receipts' | 'checks' | 'totals' | 'stations' | 'disregarded' | 'errors' | 'versions' | 'answers' | 'signers';

function partsOf(summary: JudgedSummary, place: number): readonly (readonly [PartName, ReactNode])[] {
  return [
    ['totals', <Totals key="totals" summary={summary} />],
    ['stations', <Stations key="stations" summary={summary} place={place} />],
    ['disregarded', <Disregarded key="disregarded" content={summary.content} place={place} />],
    ['errors', <ErrorReport key="errors" content={summary.content} place={place} />],
    ['versions', <Versions key="versions" content={summary.content} place={place} />],
    ['answers', <Answers key="answers" summary={summary} />],
    ['signers', <Signers key="signers" summary={summary} />],
  ];
}

/** Leads to a part without touching the address, which says where the reader is. */
function Jumps({ names }: { readonly names: readonly PartName[] }) {
  const { t } = useTranslation('verifier');
  const jump = (name: PartName) => {
    const part = document.getElementById(`part-${name}`);
    part?.scrollIntoView();
    part?.focus({ preventScroll: true });
  };
  return (
    <nav aria-label={t('onThisPage')} className={css.jumps}>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <button type="button" onClick={() => jump(name)}>
              {t(`part.${name}`)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Back from a station, the reader stands at its line again; otherwise at the top. */
function useComeBack(cameFrom: string | undefined): void {
  const first = useRef(cameFrom);
  useEffect(() => {
    const link = document.querySelector<HTMLElement>(`a[data-station="${first.current ?? ''}"]`);
    if (link === null) window.scrollTo(0, 0);
    else link.focus();
  }, []);
}
