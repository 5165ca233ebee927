/**
 * One station, whole: what the register says, every paper with its figures, findings and answers, and beside it the history or the
 * scans. Nothing is changed here; each piece of work has its key to the room where it is done. Escape goes back to the board.
 */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { FramePerson } from '../../core/views/frame.ts';
import type { Work } from '../../core/views/queues.ts';
import type { StationForm, StationView } from '../../core/views/station.ts';
import { StandingState } from '../board/StandingState.tsx';
import type { RoomProps } from '../frame/routes.tsx';
import { useView } from '../office/use-view.ts';
import { Button } from '../parts/Button.tsx';
import { showStation } from '../parts/figures.ts';
import { Room } from '../parts/Room.tsx';
import voices from '../parts/voices.module.css';
import { ScanPanel } from '../scan/ScanPanel.tsx';
import { History } from './History.tsx';
import { PaperPart } from './PaperPart.tsx';
import { StationFacts } from './StationFacts.tsx';
import css from './StationRoom.module.css';

export function StationRoom({ frame, parameters }: RoomProps) {
  const { t } = useTranslation('station');
  const [, go] = useLocation();
  const contest = decodeURIComponent(parameters.contest ?? '');
  const { value, refusal } = useView('station', { contest, station: decodeURIComponent(parameters.station ?? '') });
  const back = (
    <Button keys="Escape" look="plain" onPress={() => go(`/board/${contest}`)}>
      {t('back')}
    </Button>
  );
  if (value === undefined) {
    return (
      <Room title={t('title')} refusal={refusal} finish={back}>
        {null}
      </Room>
    );
  }
  return <StationPage view={value} back={back} role={frame.person?.role} />;
}

/** One paper, with all that can be done with it as a whole. */
const FORM_PLACE = '/sign/form/';
/** Where each piece of work is done. */
const PLACES: Readonly<Record<Work, string>> = {
  entry: '/entry/',
  differences: '/differences/',
  rulings: '/rulings/',
  opening: FORM_PLACE,
  signing: FORM_PLACE,
  acceptance: FORM_PLACE,
};
/** An agent signs form after form in a place without rail. */
const AGENTS_PLACE = '/sign/agent';

interface StationPageProps {
  readonly view: StationView;
  readonly back: ReactNode;
  readonly role: FramePerson['role'] | undefined;
}

function StationPage({ view, back, role }: StationPageProps) {
  const { t } = useTranslation('station');
  const [beside, setBeside] = useState<'history' | 'scans'>('history');
  const scans = view.forms.flatMap((form) => form.scans);
  return (
    <Room
      title={t('title')}
      about={
        <>
          <b className={voices.strong}>{view.station.name}</b> <span className={voices.code}>{showStation(view.station.code)}</span>{' '}
          <span className={voices.quiet}>{t('about', { contest: view.contestTitle, form: view.formName })}</span>
        </>
      }
      right={<StandingState standing={view.standing} />}
      layout={css.station}
      actions={
        <>
          <Button keys="H" onPress={() => setBeside('history')} isPressed={beside === 'history'}>
            {t('history')}
          </Button>
          <Button keys="C" onPress={() => setBeside('scans')} isPressed={beside === 'scans'}>
            {t('scans')}
          </Button>
          <Ways forms={view.forms} isAgent={role === 'agent'} />
          {role === 'ro' || role === 'dro' ? <Interventions forms={view.forms} /> : null}
        </>
      }
      finish={back}
    >
      <Papers view={view} />
      {beside === 'history' ? <History view={view} /> : <ScanPanel scans={scans} />}
    </Room>
  );
}

/** A key for each paper that waits for whoever is at the keyboard. */
function Ways({ forms, isAgent }: { readonly forms: readonly StationForm[]; readonly isAgent: boolean }) {
  const { t } = useTranslation('station');
  const [, go] = useLocation();
  const waiting = forms.flatMap(({ form, work }) => (work === undefined ? [] : [{ form, work }]));
  return waiting.map(({ form, work }, at) => (
    <Button key={form} keys={String(at + 1)} onPress={() => go(isAgent ? AGENTS_PLACE : PLACES[work] + encodeURIComponent(form))}>
      {waiting.length === 1 ? t(`go.${work}`) : t('moreAbout', { words: t(`go.${work}`), more: form })}
    </Button>
  ));
}

/** An official comes from here to every other paper too, wherever it stands: to reopen it, set it aside or bring it back. */
function Interventions({ forms }: { readonly forms: readonly StationForm[] }) {
  const { t } = useTranslation('station');
  const [, go] = useLocation();
  const others = forms.filter(({ work }) => work === undefined || PLACES[work] !== FORM_PLACE);
  return others.map(({ form }, at) => (
    <Button key={form} keys={`Shift+F${at + 1}`} onPress={() => go(FORM_PLACE + encodeURIComponent(form))}>
      {others.length === 1 ? t('intervene') : t('moreAbout', { words: t('intervene'), more: form })}
    </Button>
  ));
}

/** The papers one below the other; the column has the focus when the page opens, so that arrows scroll it. */
function Papers({ view }: { readonly view: StationView }) {
  const { t } = useTranslation('station');
  const column = useRef<HTMLElement>(null);
  useEffect(() => column.current?.focus({ preventScroll: true }), []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a column that scrolls must be reachable by the keyboard
    <section ref={column} className={css.column} aria-label={t('papers')} tabIndex={0}>
      <StationFacts view={view} />
      {view.forms.length === 0 ? <p className={css.note}>{t('noPaper')}</p> : null}
      {view.forms.map((form) => (
        <PaperPart key={form.form} view={view} form={form} />
      ))}
    </section>
  );
}
