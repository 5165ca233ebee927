/**
 * The board: one contest at a glance. A row of states that adds up to all stations and a cell for each; then what waits for somebody;
 * then every station; and at the right the tally of the forms that count so far. Anybody may look, nothing can be changed here.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { BoardContest, BoardView } from '../../core/views/board.ts';
import type { RoomProps } from '../frame/routes.tsx';
import { ask } from '../office/ask.ts';
import { useView } from '../office/use-view.ts';
import { Button } from '../parts/Button.tsx';
import { showCount, showTime } from '../parts/figures.ts';
import { Room } from '../parts/Room.tsx';
import voices from '../parts/voices.module.css';
import { ContestDialog } from './BoardDialogs.tsx';
import css from './BoardRoom.module.css';
import { Cells } from './Cells.tsx';
import { Stages } from './Stages.tsx';
import { StationsList } from './StationsList.tsx';
import { TallyTable } from './TallyTable.tsx';
import { WaitingList } from './WaitingList.tsx';

export function BoardRoom({ frame, parameters }: RoomProps) {
  const { t } = useTranslation('board');
  const { contest } = parameters;
  const { value, refusal } = useView('board', contest === undefined ? {} : { contest: decodeURIComponent(contest) });
  const shown = value?.shown;
  if (value === undefined || shown === undefined) {
    return (
      <Room title={t('title')} refusal={refusal}>
        {value === undefined ? null : <p role="status">{t('noContest')}</p>}
      </Room>
    );
  }
  const title = frame.centre?.contests.find(({ id }) => id === shown.contest)?.title ?? shown.contest;
  return (
    <Room
      title={t('title')}
      about={<About title={title} at={frame.at} shown={shown} />}
      right={
        <>
          <ContestSwitch frame={frame} view={value} shown={shown.contest} />
          <Button keys="W" onPress={() => void ask('openWall', {})}>
            {t('wall')}
          </Button>
        </>
      }
      layout={css.board}
    >
      <BoardBody shown={shown} />
    </Room>
  );
}

function About({ title, at, shown: { tally } }: { readonly title: string; readonly at: string; readonly shown: BoardContest }) {
  const { t } = useTranslation('board');
  return (
    <p className={css.about} role="status">
      <b className={voices.strong}>{title}</b> {t('inTally', { forms: showCount(tally.forms), stations: showCount(tally.stations) })}{' '}
      <span className={voices.quiet}>{t('asAt', { time: showTime(at) })}</span>
    </p>
  );
}

function BoardBody({ shown }: { readonly shown: BoardContest }) {
  const { t } = useTranslation('board');
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  return (
    <>
      <section className={css.band} aria-label={t('everyStation')}>
        <Stages stages={shown.stages} total={shown.stations.length} />
        <Cells wards={shown.wards} stations={shown.stations} />
        <p className={`${voices.label} ${css.legend}`}>{t('legend')}</p>
      </section>
      <div className={css.columns}>
        <div className={css.lists} ref={setScroller}>
          <WaitingList shown={shown} />
          <StationsList key={shown.contest} shown={shown} scroller={scroller} />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a column that scrolls must be reachable by the keyboard */}
        <section className={css.sums} aria-label={t('tally')} tabIndex={0}>
          <TallyTable tally={shown.tally} />
        </section>
      </div>
    </>
  );
}

interface ContestSwitchProps extends Pick<RoomProps, 'frame'> {
  readonly view: BoardView;
  readonly shown: string;
}

/** From one contest to the next in the order of the definition, or to any of them by the list. */
function ContestSwitch({ frame, view: { contests }, shown }: ContestSwitchProps) {
  const { t } = useTranslation('board');
  const [, go] = useLocation();
  const [isChoosing, setChoosing] = useState(false);
  const show = (contest: string) => go(`/board/${contest}`, { replace: true });
  const step = (by: 1 | -1) => {
    const at = contests.findIndex(({ id }) => id === shown);
    const next = contests[(at + by + contests.length) % contests.length];
    if (next !== undefined) show(next.id);
  };
  if (contests.length < 2) return null;
  return (
    <span className={css.contests}>
      <Button keys="[" look="plain" label={`${t('contest')}: ${t('previous')}`} onPress={() => step(-1)}>
        {null}
      </Button>
      <Button keys="F4" onPress={() => setChoosing(true)}>
        {t('contestPlace', { place: contests.findIndex(({ id }) => id === shown) + 1, total: contests.length })}
      </Button>
      <Button keys="]" look="plain" label={`${t('contest')}: ${t('next')}`} onPress={() => step(1)}>
        {null}
      </Button>
      {isChoosing ? (
        <ContestDialog frame={frame} contests={contests} shown={shown} onChoose={show} onLeave={() => setChoosing(false)} />
      ) : null}
    </span>
  );
}
