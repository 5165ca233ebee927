/**
 * The paper in hand: what is answered about it, its pictures, and receiving it; or, for a paper that came before, amending what was
 * answered and attaching further pictures.
 */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { defectsOf, type Particulars, unanswered } from '../../core/particulars.ts';
import { tidy } from '../../core/text.ts';
import type { KnownPaper, ReceiveContest, ReceivePlace } from '../../core/views/receive.ts';
import { useView } from '../office/use-view.ts';
import { Button } from '../parts/Button.tsx';
import { showStation } from '../parts/figures.ts';
import { Room } from '../parts/Room.tsx';
import voices from '../parts/voices.module.css';
import { Contests } from './Contests.tsx';
import { type Asking, PaperDialogs } from './PaperDialogs.tsx';
import { Questions } from './Questions.tsx';
import { type Item, QUESTIONS } from './questions.ts';
import css from './Receive.module.css';
import { Side } from './Side.tsx';
import { useDropped } from './use-dropped.ts';
import { usePaper } from './use-paper.ts';
import { usePictures } from './use-pictures.ts';
import { useReceiving } from './use-receiving.ts';

export interface PaperProps {
  readonly person: string;
  readonly place: ReceivePlace;
  readonly contest: ReceiveContest;
  /** A paper that came before; none for the one in hand. */
  readonly known: KnownPaper | undefined;
  readonly left: ReactNode;
  readonly right: ReactNode;
  /** What was done last. */
  readonly said: string;
  readonly onContest: (contest: string) => void;
  readonly onFolder: () => void;
  readonly onTurnout: () => void;
  readonly onDone: (said: string) => void;
}

export function Paper(props: PaperProps) {
  const { person, place, contest, known, left, right } = props;
  const { t } = useTranslation('receive');
  const { paper, change, forget } = usePaper(`${person} ${known?.form ?? `${contest.id} ${place.station.code}`}`, known?.particulars ?? {});
  const [active, setActive] = useState<Item>('serial');
  const [asking, setAsking] = useState<Asking>();
  const places = useRef(new Map<Item, HTMLElement>());
  const receiving = useReceiving();
  const pictures = usePictures((picture) => {
    if (known !== undefined) return void receiving.attach(known.form, [picture]);
    change((before) => ({ ...before, held: [...before.held.filter(({ scan }) => scan.digest !== picture.scan.digest), picture] }));
  });
  useDropped((files) => void pictures.drop(files));
  useEffect(() => places.current.get('serial')?.focus(), []);

  const serial = tidy(paper.answers.serial ?? '');
  const answers = { ...paper.answers, serial };
  const open = unanswered(answers);
  const scans = known?.scans ?? paper.held.map(({ scan }) => scan);
  const station = place.station.code;
  const asked = {
    contest: contest.id,
    station,
    scans: scans.map(({ digest }) => digest),
    ...(known === undefined ? {} : { form: known.form }),
  };
  const { value: clashes = [] } = useView('clashes', { ...asked, ...(serial === '' ? {} : { serial }) });
  const waiting = useWaiting(contest.id, station, scans.length === 0 && known === undefined);
  const finish = async () => {
    if (known !== undefined) return setAsking('amend');
    const received = await receiving.receive({
      contest: contest.id,
      station,
      particulars: answers as Particulars,
      held: paper.held,
      absent: paper.absent,
    });
    if (received === undefined) return;
    forget();
    const receivedAs = t('receivedAs', { form: contest.formA, title: contest.title });
    props.onDone(`${t('received', { form: received, serial, scans: paper.held.length })} ${receivedAs} ${t('undo')}`);
  };
  const amend = async (reason: string) => {
    if (known === undefined || !(await receiving.amend(known, answers as Particulars, reason))) return;
    forget();
    props.onDone(t('amended', { form: known.form }));
  };
  const barred = () => {
    const [first] = open;
    if (first !== undefined) return t('missing', { number: QUESTIONS.indexOf(first as Item) + 1 });
    if (known === undefined) return scans.length === 0 && paper.absent === undefined ? t('scanOrReason') : undefined;
    if (!known.mayAmend) return t('tooLateToAmend');
    return QUESTIONS.every((item) => known.particulars[item] === answers[item]) ? t('nothingChanged') : undefined;
  };
  return (
    <Room
      title={t('title')}
      about={
        <>
          {place.station.name} <span className={voices.code}>{showStation(station)}</span> · <b>{contest.formA}</b> {contest.title}
        </>
      }
      right={right}
      layout={css.layout}
      refusal={receiving.refusal ?? pictures.refusal}
      actions={
        <>
          <Button keys="F3" onPress={() => void pictures.choose()} isBusy={pictures.isBusy}>
            {t('files')}
          </Button>
          <Button keys="F4" onPress={() => setAsking('camera')}>
            {t('camera')}
          </Button>
          <Button keys="F5" onPress={props.onFolder}>
            {t('folder')}
          </Button>
          <Button keys="F6" onPress={props.onTurnout}>
            {t('turnout')}
          </Button>
          {known === undefined ? (
            <Button keys="F7" onPress={() => setAsking('no-scan')} barred={scans.length > 0 ? t('hasScan') : undefined}>
              {t('noScan')}
            </Button>
          ) : null}
        </>
      }
      finish={
        <>
          <span className={css.progress}>{t('answered', { number: QUESTIONS.length - open.length, total: QUESTIONS.length })}</span>
          <Button keys="Shift+Enter" look="main" onPress={() => void finish()} isBusy={receiving.isBusy} barred={barred()}>
            {known !== undefined ? t('amend') : place.contests.length < 2 ? t('receive') : t('receiveAs', { form: contest.formA })}
          </Button>
        </>
      }
    >
      {left}
      <div className={css.middle}>
        <Contests contests={place.contests} chosen={contest.id} known={known} onContest={props.onContest} />
        <Questions
          answers={paper.answers}
          active={active}
          onActive={setActive}
          onAnswer={(item, answer) => change((before) => ({ ...before, answers: { ...before.answers, [item]: answer } }))}
          onDone={() => undefined}
          serialNote={clashes.some(({ is }) => is === 'serial') ? t('serialUsed') : undefined}
          places={places.current}
        />
      </div>
      <Side
        said={props.said}
        scans={scans}
        held={new Map(paper.held.map(({ scan, bytes }) => [scan.digest, bytes]))}
        absent={known?.scanAbsent ?? paper.absent}
        clashes={clashes}
        defects={defectsOf({ ...answers, ...(serial === '' ? { serial: 'x' } : {}) }).length}
        waiting={waiting?.name}
        onTakeWaiting={() => waiting !== undefined && void pictures.takeImported(waiting.handle, waiting.file)}
        onDropLast={
          known === undefined && paper.held.length > 0
            ? () => change((before) => ({ ...before, held: before.held.slice(0, -1) }))
            : undefined
        }
      />
      <PaperDialogs
        asking={asking}
        absent={paper.absent}
        isBusy={receiving.isBusy}
        refusal={receiving.refusal}
        onPicture={(bytes) => void pictures.add('camera', bytes)}
        onAbsent={(absent) => change((before) => ({ ...before, absent }))}
        onAmend={(reason) => void amend(reason)}
        onLeave={() => setAsking(undefined)}
      />
    </Room>
  );
}

/** A picture of this very paper in the folder that was brought in. */
function useWaiting(contest: string, station: string, isWanted: boolean) {
  const { value } = useView('scanImport', {});
  if (!isWanted || value?.stage !== 'ready') return undefined;
  const file = value.files.find((one) => one.is === 'matched' && one.contest === contest && one.station === station);
  return file === undefined ? undefined : { handle: value.handle, file: file.file, name: file.name };
}
