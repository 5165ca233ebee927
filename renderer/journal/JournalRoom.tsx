/**
 * The journal: every act, newest first, one of them opened with its checks. Nothing can be changed here; the whole of it can be
 * checked again at any time, and officials can take it along as a file.
 */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoomProps } from '../frame/routes.tsx';
import { useDeed } from '../office/use-deed.ts';
import { useView } from '../office/use-view.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { showCount } from '../parts/figures.ts';
import { useKey } from '../parts/keys.tsx';
import { Room } from '../parts/Room.tsx';
import { State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import { ActList } from './ActList.tsx';
import { ActPanel } from './ActPanel.tsx';
import { CourtPackDialog } from './CourtPackDialog.tsx';
import { FindBoxes } from './FindBoxes.tsx';
import css from './Journal.module.css';
import { JumpDialog } from './JumpDialog.tsx';
import { useJournal } from './use-journal.ts';
import { CheckLine, WholeCheck } from './WholeCheck.tsx';

type Asked = 'jump' | 'check' | 'bytes' | 'court';

export function JournalRoom({ frame }: RoomProps) {
  const { t } = useTranslation('journal');
  const place = useJournal();
  const [asked, setAsked] = useState<Asked>();
  const firstBox = useRef<HTMLSelectElement>(null);
  const list = useRef<HTMLElement>(null);
  const seq = place.chosen?.seq ?? 0;
  const { value: act } = useView('journalAct', { seq }, place.chosen !== undefined);
  const { value: check = { is: 'none' as const } } = useView('journalCheck', {});
  const checking = useDeed('startJournalCheck');
  const exporting = useDeed('exportJournal');
  const writing = useDeed('startCourtPack');
  const [exported, setExported] = useState<{ readonly folder: string; readonly entries: number }>();
  const { centre, person } = frame;
  const isOfficial = person?.role === 'ro' || person?.role === 'dro';
  const toList = () => list.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
  const leave = () => setAsked(undefined);

  useKey('F3', () => firstBox.current?.focus());
  const checkNow = () => {
    setAsked('check');
    if (check.is !== 'running') void checking.do({});
  };
  const exportNow = async () => {
    const answer = await exporting.do({});
    if (answer?.ok && answer.value !== undefined) setExported(answer.value);
  };
  if (centre === undefined) return null;
  const isFinding = Object.keys(place.find).length > 0;
  const takeBarred = isOfficial || frame.readOnly !== undefined ? undefined : t('exportBarred');
  return (
    <Room
      title={t('title')}
      about={
        <>
          {t('about', { size: showCount(place.page?.size ?? centre.size) })}{' '}
          {centre.restores === 0 ? null : <State shape="received">{t('restored', { number: centre.restores })}</State>}
        </>
      }
      right={<CheckLine check={check} />}
      layout={css.journal}
      refusal={place.refusal ?? checking.refusal ?? exporting.refusal}
      actions={
        <>
          <Button keys="F3" onPress={() => firstBox.current?.focus()}>
            {t('find')}
          </Button>
          {isFinding ? (
            <Button keys="C" onPress={() => place.look({})}>
              {t('clear')}
            </Button>
          ) : null}
          <Button keys="G" onPress={() => setAsked('jump')}>
            {t('jump')}
          </Button>
          <Button keys="X" onPress={() => setAsked('bytes')}>
            {t('exactBytes')}
          </Button>
          <Button keys="K" onPress={checkNow} barred={person === undefined ? t('checkNeedsPerson') : undefined}>
            {t('checkNow')}
          </Button>
          <Button keys="E" onPress={() => void exportNow()} isBusy={exporting.isBusy} barred={takeBarred}>
            {t('export')}
          </Button>
          <Button keys="P" onPress={() => setAsked('court')} barred={takeBarred}>
            {t('courtPack')}
          </Button>
        </>
      }
      finish={
        <p role="status" className={`${voices.small} ${voices.quiet}`}>
          {exported === undefined ? t('readOnly') : t('exported', { ...exported, entries: showCount(exported.entries) })}
        </p>
      }
    >
      <section className={css.left} ref={list} aria-label={t('list')}>
        <FindBoxes find={place.find} people={place.page?.people ?? []} onLook={place.look} onLeave={toList} first={firstBox} />
        <ActList place={place} onOpen={() => setAsked('bytes')} />
      </section>
      <ActPanel act={place.chosen === undefined ? undefined : act} centre={centre} />
      {asked === 'jump' ? (
        <JumpDialog
          size={place.page?.size ?? 0}
          onLeave={leave}
          onGo={(to) => {
            leave();
            place.goTo(to);
          }}
        />
      ) : null}
      {asked === 'check' ? <WholeCheck check={check} onLeave={leave} /> : null}
      {asked === 'court' ? <CourtPackDialog language={frame.language} writing={writing} onLeave={leave} /> : null}
      {asked === 'bytes' ? <ExactBytes payload={act?.payload} onLeave={leave} /> : null}
    </Room>
  );
}

function Payload({ text }: { readonly text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what may have to be scrolled must be reachable by keyboard
    <pre className={css.payload} tabIndex={0}>
      {text}
    </pre>
  );
}

function ExactBytes({ payload, onLeave }: { readonly payload: string | undefined; readonly onLeave: () => void }) {
  const { t } = useTranslation('journal');
  return (
    <Dialog
      title={t('exactBytes')}
      onLeave={onLeave}
      actions={
        <Button keys="Escape" onPress={onLeave}>
          {t('close')}
        </Button>
      }
    >
      {payload === undefined ? <p>{t('bytesHidden')}</p> : <Payload text={payload} />}
    </Dialog>
  );
}
