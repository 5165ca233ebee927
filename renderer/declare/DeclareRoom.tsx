/**
 * Declare: one contest summed up. What is missing comes first, then the totals, then the signatures; the form before it is printed,
 * the error report and the list of versions are one key away. What cannot be done yet says why.
 */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { DeclareShown } from '../../core/contract/declare.ts';
import type { DeclareContest } from '../../core/views/declare.ts';
import type { RoomProps } from '../frame/routes.tsx';
import { queries, useView } from '../office/use-view.ts';
import { Button } from '../parts/Button.tsx';
import { showTime } from '../parts/figures.ts';
import { Room } from '../parts/Room.tsx';
import voices from '../parts/voices.module.css';
import css from './Declare.module.css';
import { DeclareActions, DeclareFinish } from './DeclareActions.tsx';
import { type DialogName, Dialogs } from './Dialogs.tsx';
import { Overview } from './Overview.tsx';
import { ReportPage } from './ReportPage.tsx';
import { SheetPage } from './SheetPage.tsx';
import { VersionsPage } from './VersionsPage.tsx';

const PAGES = ['overview', 'sheet', 'report', 'versions'] as const;
type Page = (typeof PAGES)[number];

export function DeclareRoom({ frame, parameters }: RoomProps) {
  const { t } = useTranslation('declare');
  const asked = parameters.contest === undefined ? {} : { contest: decodeURIComponent(parameters.contest) };
  const { value, refusal } = useView('declare', asked);
  const contest = value?.contest;
  // Waits end without anybody doing anything: the room is drawn again with the clock.
  const minute = showTime(frame.at);
  useEffect(() => {
    if (minute !== '') void queries.invalidateQueries({ queryKey: ['declare'] });
  }, [minute]);
  if (value === undefined || contest === undefined)
    return (
      <Room title={t('title')} refusal={refusal}>
        {value === undefined ? null : <p role="status">{t('noContest')}</p>}
      </Room>
    );
  const page = PAGES.find((one) => one === parameters.page) ?? 'overview';
  return <Contest key={contest.id} frame={frame} shown={value} contest={contest} page={page} />;
}

interface ContestProps {
  readonly frame: RoomProps['frame'];
  readonly shown: DeclareShown;
  readonly contest: DeclareContest;
  readonly page: Page;
}

function Contest({ frame, shown, contest, page }: ContestProps) {
  const { t } = useTranslation(['declare', 'papers', 'acknowledgement']);
  const [, go] = useLocation();
  const [open, setOpen] = useState<DialogName>();
  const here = `/declare/${encodeURIComponent(contest.id)}`;
  const turn = (other: Page) => go(page === other ? here : `${here}/${other}`);
  const role = frame.person?.role;
  const isOfficial = role === 'ro' || role === 'dro' || frame.readOnly !== undefined;
  return (
    <>
      <Room
        title={t('title')}
        about={<About contest={contest} />}
        right={<Switch shown={shown} contest={contest} page={page} />}
        layout={{ overview: css.overview, sheet: css.whole, report: css.whole, versions: undefined }[page]}
        actions={
          <>
            <Button keys="V" onPress={() => turn('sheet')} isPressed={page === 'sheet'}>
              {t('formPreview', { form: contest.formB })}
            </Button>
            <Button keys="E" onPress={() => turn('report')} isPressed={page === 'report'}>
              {t('errorReport')}
            </Button>
            <Button keys="H" onPress={() => turn('versions')} isPressed={page === 'versions'}>
              {t('versions')}
            </Button>
            {isOfficial && page === 'versions' && hasDeclared(contest) ? (
              <Button keys="A" onPress={() => setOpen('acknowledgement')}>
                {t('acknowledgement:button')}
              </Button>
            ) : null}
            {isOfficial && page !== 'report' ? (
              <Button keys="P" onPress={() => setOpen('papers')}>
                {t('papers:papers')}
              </Button>
            ) : null}
            <DeclareActions shown={shown} contest={contest} isOfficial={isOfficial} role={role} onOpen={setOpen} />
          </>
        }
        finish={
          <>
            <Button keys="Escape" look="plain" onPress={() => go(page === 'overview' ? '/board' : here)}>
              {t(page === 'overview' ? 'leave' : 'back')}
            </Button>
            {isOfficial ? <DeclareFinish shown={shown} contest={contest} onOpen={setOpen} /> : null}
          </>
        }
      >
        {page === 'overview' ? <Overview shown={shown} contest={contest} role={role} /> : null}
        {page === 'sheet' ? <Sheet contest={contest.id} /> : null}
        {page === 'report' ? <Report contest={contest.id} {...(isOfficial ? { onPaper: () => setOpen('report') } : {})} /> : null}
        {page === 'versions' ? <VersionsPage contest={contest} language={frame.language} /> : null}
      </Room>
      <Dialogs name={open} contest={contest} onLeave={() => setOpen(undefined)} />
    </>
  );
}

function hasDeclared({ declared, superseded }: DeclareContest): boolean {
  return declared !== undefined || superseded.length > 0;
}

function Sheet({ contest }: { readonly contest: string }) {
  const { value } = useView('summarySheet', { contest });
  return value === undefined ? null : <SheetPage sheet={value} />;
}

function Report({ contest, ...paper }: { readonly contest: string; readonly onPaper?: () => void }) {
  const { value } = useView('errorReport', { contest });
  return value === undefined ? null : <ReportPage report={value} {...paper} />;
}

function About({ contest }: { readonly contest: DeclareContest }) {
  const { t } = useTranslation(['declare', 'terms']);
  const { title, formB, version, counts, stations, at, state, word } = contest;
  const states = {
    provisional: t('terms:summary.provisional'),
    ready: t('terms:summary.ready'),
    stale: t('terms:summary.stale'),
    declared: t(`declare:done_${word}`),
    correction: t('terms:summary.under-correction'),
  };
  return (
    <>
      {title}, {t('declare:form', { form: formB })}
      {version === 0 ? '' : `, ${t('declare:inVersion', { version })}`} · {states[state]}{' '}
      <span className={voices.quiet}>{t('declare:countedAsAt', { number: counts.counted, total: stations, time: showTime(at) })}</span>
    </>
  );
}

/** From one contest to the next, where this machine holds several. */
function Switch({ shown, contest, page }: { readonly shown: DeclareShown; readonly contest: DeclareContest; readonly page: Page }) {
  const { t } = useTranslation('declare');
  const [, go] = useLocation();
  const { contests } = shown;
  if (contests.length < 2) return null;
  const at = contests.findIndex(({ id }) => id === contest.id);
  const turn = (by: 1 | -1) => {
    const next = contests[(at + by + contests.length) % contests.length];
    if (next !== undefined) go(`/declare/${encodeURIComponent(next.id)}${page === 'overview' ? '' : `/${page}`}`);
  };
  return (
    <>
      <span className={voices.quiet}>{t('contestPlace', { place: at + 1, total: contests.length })}</span>
      <Button keys="[" look="plain" label={t('previous')} onPress={() => turn(-1)}>
        {null}
      </Button>
      <Button keys="]" look="plain" label={t('next')} onPress={() => turn(1)}>
        {null}
      </Button>
    </>
  );
}
