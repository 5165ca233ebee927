/**
 * Receive: the paper comes to the table. First its station is found and its contest named, then every question about it is answered in
 * the order in which the hand turns the paper, its picture is attached or its absence explained, and it is received. Nothing about it is
 * ever refused.
 */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { KnownPaper, ReceiveView } from '../../core/views/receive.ts';
import type { RoomProps } from '../frame/routes.tsx';
import { useView } from '../office/use-view.ts';
import { Button } from '../parts/Button.tsx';
import { showCount } from '../parts/figures.ts';
import { useKey } from '../parts/keys.tsx';
import { Room } from '../parts/Room.tsx';
import { State } from '../parts/State.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { KnownPapers } from './KnownPapers.tsx';
import { Paper } from './Paper.tsx';
import css from './Receive.module.css';
import { StationFinder } from './StationFinder.tsx';
import { TurnoutDialog } from './TurnoutDialog.tsx';
import { WhichContest } from './WhichContest.tsx';

export function ReceiveRoom({ frame, parameters }: RoomProps) {
  const { t } = useTranslation('receive');
  const station = parameters.station === undefined ? undefined : decodeURIComponent(parameters.station);
  const { value: view, refusal } = useView('receive', station === undefined ? {} : { station });
  if (view === undefined) {
    return (
      <Room title={t('title')} refusal={refusal}>
        {null}
      </Room>
    );
  }
  return <Table view={view} station={station} person={frame.person?.id ?? ''} />;
}

interface TableProps {
  readonly view: ReceiveView;
  readonly station: string | undefined;
  readonly person: string;
}

function Table({ view, station, person }: TableProps) {
  const { t } = useTranslation('receive');
  const [, go] = useLocation();
  const finder = useRef<HTMLInputElement>(null);
  const [contest, setContest] = useState<string>();
  const [form, setForm] = useState<string>();
  const [said, setSaid] = useState('');
  const [dialog, setDialog] = useState<'folder' | 'turnout'>();
  const place = view.place?.station.code === station ? view.place : undefined;
  const papers = place?.contests.flatMap((one) => one.papers) ?? [];
  const known = papers.find((paper) => paper.form === form);
  const only = place?.contests.length === 1 ? place.contests[0]?.id : undefined;
  const chosen = place?.contests.find(({ id }) => id === (known?.contest ?? contest ?? only));
  const toFinder = () => {
    setForm(undefined);
    setContest(undefined);
    go('/receive');
    finder.current?.focus();
  };
  useKey('Escape', toFinder);
  useKey('F', toFinder);
  const take = (code: string, paper?: string, of?: string) => {
    setForm(paper);
    setContest(of);
    setSaid('');
    go(`/receive/${encodeURIComponent(code)}`);
  };
  const done = (words: string) => {
    toFinder();
    setSaid(words);
  };
  const listed = (title: string, none: string, papersListed: readonly KnownPaper[]) => (
    <KnownPapers
      title={title}
      none={none}
      papers={papersListed}
      contests={view.contests}
      chosen={form}
      onTake={(paper) => take(paper.station.code, paper.form, paper.contest)}
    />
  );
  const left = (
    <div className={css.left}>
      <StationFinder
        ref={finder}
        stations={view.stations}
        contests={view.contests}
        chosen={station}
        onTake={(code) => take(code)}
        isFirst={place === undefined}
      />
      {place === undefined ? null : listed(t('papersOfStation'), t('noneOfStation'), papers)}
    </div>
  );
  const right = (
    <>
      <span className={css.arrived}>{t('arrived', { done: showCount(view.arrived.done), total: showCount(view.arrived.total) })}</span>
      {place === undefined ? null : (
        <Button keys="F" onPress={toFinder}>
          {t('findStation')}
        </Button>
      )}
    </>
  );
  return (
    <>
      {place !== undefined && chosen === undefined ? (
        <WhichContest
          key={place.station.code}
          place={place}
          results={view.stations.find(({ code }) => code === place.station.code)?.results ?? []}
          left={left}
          right={right}
          onContest={setContest}
        />
      ) : place === undefined || chosen === undefined ? (
        <Room
          title={t('title')}
          right={right}
          layout={css.layout}
          actions={
            <Button keys="F5" onPress={() => setDialog('folder')}>
              {t('folder')}
            </Button>
          }
        >
          {left}
          <div className={css.waiting}>
            <div className={css.said}>
              <p role="status">{said === '' ? '' : <State shape="passes">{said}</State>}</p>
              <p>{t('takeAPaper')}</p>
            </div>
            {listed(t('mine'), t('noneMine'), view.mine)}
          </div>
        </Room>
      ) : (
        <Paper
          key={known?.form ?? `${place.station.code} ${chosen.id}`}
          person={person}
          place={place}
          contest={chosen}
          known={known}
          left={left}
          right={right}
          said={said}
          onContest={(id) => {
            setForm(undefined);
            setContest(id);
          }}
          onFolder={() => setDialog('folder')}
          onTurnout={() => setDialog('turnout')}
          onDone={done}
        />
      )}
      {dialog === 'folder' ? (
        <ImportDialog
          onLeave={() => setDialog(undefined)}
          onDone={(attached) => {
            setDialog(undefined);
            setSaid(t('importDone', { number: attached }));
          }}
        />
      ) : null}
      {dialog === 'turnout' && place !== undefined ? (
        <TurnoutDialog
          place={place}
          onLeave={() => setDialog(undefined)}
          onDone={(voters) => {
            setDialog(undefined);
            setSaid(t('turnoutDone', { number: showCount(voters), station: place.station.name }));
          }}
        />
      ) : null}
    </>
  );
}
