/**
 * The wall: what the hall sees on a projector. The denominators are larger than any vote, rows grow with the height of the picture,
 * pages follow one another by a cut. It can ask nothing but what it shows, and has no way into the rooms.
 */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Frame } from '../../core/contract/frame.ts';
import type { WallView } from '../../core/views/wall.ts';
import { queries, useView } from '../office/use-view.ts';
import { showCount, showDay, showDigest, showTime } from '../parts/figures.ts';
import { Key } from '../parts/keys.tsx';
import voices from '../parts/voices.module.css';
import { pagesOf, type WallPage } from './pages.ts';
import { type Turning, useTurning } from './use-turning.ts';
import { useWallLooks } from './use-wall-looks.ts';
import css from './Wall.module.css';
import { WallTable } from './WallTable.tsx';

const HALF_MINUTE = 30_000;
const DIGEST_GROUPS = 4;
const NO_CONTESTS: WallView['contests'] = [];

export function Wall() {
  const { t } = useTranslation('wall');
  const { value: frame } = useView('frame', {});
  const { value: wall } = useView('wall', {});
  const pages = pagesOf(wall?.contests ?? NO_CONTESTS);
  const turning = useTurning(pages);
  useWallLooks(frame);
  useClock();
  const page = pages[turning.at];
  if (frame?.centre === undefined || page === undefined) {
    return (
      <main className={css.empty}>
        <h1>{t('title')}</h1>
        <p>{t('coming')}</p>
      </main>
    );
  }
  return (
    <main className={css.wall}>
      <Head frame={frame} centre={frame.centre} page={page} />
      <Denominators page={page} at={frame.at} />
      <WallTable page={page} />
      <Foot frame={frame} page={page} turning={turning} pages={pages.length} />
    </main>
  );
}

/** The minute on the wall moves on although nothing was done. */
function useClock(): void {
  useEffect(() => {
    const clock = setInterval(() => void queries.invalidateQueries({ queryKey: ['frame'] }), HALF_MINUTE);
    return () => clearInterval(clock);
  }, []);
}

interface HeadProps {
  readonly frame: Frame;
  readonly centre: NonNullable<Frame['centre']>;
  readonly page: WallPage;
}

function Head({ frame, centre, page: { contest } }: HeadProps) {
  const { t, i18n } = useTranslation(['wall', 'frame']);
  return (
    <header className={css.head}>
      <h1>
        <b>
          {centre.constituency.name} {centre.constituency.code}
        </b>{' '}
        <span>{contest.title}</span>{' '}
        <span className={css.election}>
          {centre.title}, {showDay(centre.date, i18n.language)}
        </span>
      </h1>
      <p className={css.stamps}>
        {centre.kind === 'rehearsal' ? <span className={voices.stamp}>{t('frame:rehearsal')}</span> : null}
        {contest.state === 'declared' ? null : <span className={voices.stamp}>{t('frame:provisional')}</span>}
        {frame.readOnly === undefined ? null : <span className={voices.unseen}>{t('frame:readOnly')}</span>}
      </p>
    </header>
  );
}

/** Larger than any vote: how many forms, of how many voters, and when. */
function Denominators({ page: { contest }, at }: { readonly page: WallPage; readonly at: string }) {
  const { t } = useTranslation(['wall', 'frame']);
  const { forms, stations, registered } = contest;
  return (
    <p className={css.denominators}>
      <span>
        <b>{showCount(forms)}</b> {t('wall:ofForms', { stations: showCount(stations) })}
      </span>
      <span>
        {t('wall:with')} <b>{showCount(registered.counted)}</b> {t('wall:ofRegistered', { registered: showCount(registered.all) })}
      </span>
      <span className={css.at}>
        {t('wall:asAt')} <b>{showTime(at)}</b> {t('frame:zone')}
      </span>
    </p>
  );
}

interface FootProps extends Pick<HeadProps, 'frame' | 'page'> {
  readonly turning: Turning;
  readonly pages: number;
}

function Foot({ frame, page: { contest }, turning, pages }: FootProps) {
  const { t } = useTranslation('wall');
  const { sums } = contest;
  const denominators = { forms: showCount(contest.forms), stations: showCount(contest.stations) };
  const said = sums === undefined ? t('noTotals') : t('rejected', { rejected: showCount(sums.rejected), ...denominators });
  return (
    <footer className={css.foot}>
      <div>
        <p>{t('page', { page: turning.at + 1, pages })}</p>
        <p role="status">
          <Key name=" " /> {turning.isHeld ? t('held') : t('hold')}
        </p>
        <p>{said}</p>
        <p className={css.journal}>
          {t('journal', { size: showCount(frame.centre?.size ?? 0) })}{' '}
          <span className={voices.digest}>{showDigest(frame.head ?? '', DIGEST_GROUPS)}</span>
        </p>
      </div>
      <div className={css.keys}>
        <p>{t('keys')}</p>
        {sums === undefined || Object.keys(sums.lacking).length === 0 ? null : <p>{t('lacking')}</p>}
      </div>
    </footer>
  );
}
