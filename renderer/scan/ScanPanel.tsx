/**
 * The scan of a paper beside its figures: which picture of how many, its first groups of digest, the page enlarged, turned and moved
 * by keys or by hand, a ruler on the active row. The keys work alone, and with Alt while a box is being typed into. A scan that is
 * missing, damaged or unreadable is said in words; it is never a blank.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scan } from '../../core/state.ts';
import { showCount, showDigest } from '../parts/figures.ts';
import voices from '../parts/voices.module.css';
import { fitted, followed, kept, type Looking, moved, placed, recall, remember, turned, zoomed } from './looking.ts';
import { NoScan } from './NoScan.tsx';
import css from './ScanPanel.module.css';
import { ScanStage, type Shown } from './ScanStage.tsx';
import { ScanTools } from './ScanTools.tsx';

export interface ScanPanelProps {
  readonly scans: readonly Scan[];
  /** How far down the page the active row stands, 0 to 1; the ruler lies there. */
  readonly at?: number | undefined;
  /** The form, where whoever looks may attach a scan to it. */
  readonly form?: string | undefined;
  /** Why there is no scan, in the words of whoever received the paper. */
  readonly absent?: string | undefined;
  /** Pictures that the window has itself, by digest. */
  readonly held?: ReadonlyMap<string, Uint8Array>;
}

const NONE_HELD: ReadonlyMap<string, Uint8Array> = new Map();
/** Pixels for one press of a key. */
const PACE = 60;

export function ScanPanel({ scans, at, form, absent, held = NONE_HELD }: ScanPanelProps) {
  const { t } = useTranslation('scan');
  const [first] = scans;
  return (
    <section className={css.panel} aria-label={t('scan')}>
      {first === undefined ? (
        <NoScan form={form} absent={absent} />
      ) : (
        <Scans key={form ?? first.digest} of={form ?? first.digest} scans={scans} at={at} held={held} />
      )}
    </section>
  );
}

interface ScansProps {
  readonly of: string;
  readonly scans: readonly Scan[];
  readonly at: number | undefined;
  readonly held: ReadonlyMap<string, Uint8Array>;
}

function Scans({ of, scans, at, held }: ScansProps) {
  const { t } = useTranslation('scan');
  const [looking, setLooking] = useState(() => recall(of));
  const [place, setPlace] = useState({ scan: 0, page: 0 });
  const [shown, setShown] = useState<Shown>();
  const [ruled, setRuled] = useState<{ readonly at: number | undefined; readonly of: Shown | undefined }>({ at, of: undefined });
  const number = Math.min(place.scan, scans.length - 1);
  const scan = scans[number];
  if (scan === undefined) return null;
  const pages = shown?.digest === scan.digest ? shown.pages : 1;
  const withRow = (after: Looking) => {
    if (shown === undefined || at === undefined) return after;
    return followed(after, at, placed(after, shown.page, shown.stage).room, shown.stage);
  };
  // The page goes along when the ruler moves or another page is drawn, and not when it is moved by hand.
  if (ruled.at !== at || ruled.of !== shown) {
    setRuled({ at, of: shown });
    setLooking(withRow(looking));
  }
  const look = (change: (before: Looking) => Looking) => {
    const after = change(looking);
    const room = shown === undefined ? undefined : placed(after, shown.page, shown.stage).room;
    const next = room === undefined ? after : kept(after, room);
    setLooking(next);
    remember(of, next);
  };
  const zoom = (steps: number) => look((before) => withRow(zoomed(before, steps)));
  const go = (by: 1 | -1) => {
    const page = place.page + by;
    if (page >= 0 && page < pages) return setPlace({ scan: number, page });
    const other = number + by;
    if (other >= 0 && other < scans.length) setPlace({ scan: other, page: 0 });
  };
  return (
    <>
      <header className={css.head}>
        <b>{t('numbered', { number: number + 1, total: scans.length })}</b>
        <span className={voices.digest}>{showDigest(scan.digest)}</span>
        <span className={css.about} aria-live="polite">
          {t('about', { size: showCount(Math.ceil(scan.size / 1000)), kind: t(`kinds.${scan.mediaType as 'image/png'}`) })}
          {pages > 1 ? ` · ${t('page', { page: place.page + 1, pages })}` : ''}
        </span>
      </header>
      <ScanStage
        scan={scan}
        page={place.page}
        label={t('pictureOf', { number: number + 1, total: scans.length, page: place.page + 1 })}
        held={held}
        looking={looking}
        at={at}
        onShown={setShown}
        onMove={(x, y) => look((before) => moved(before, x, y))}
        onZoom={zoom}
      />
      <ScanTools
        looking={looking}
        hasRuler={at !== undefined}
        hasMore={scans.length > 1 || pages > 1}
        onZoom={zoom}
        onFit={() => look(fitted)}
        onTurn={() => look((before) => withRow(turned(before)))}
        onMove={(x, y) => look((before) => moved(before, x * PACE, y * PACE))}
        onRuler={() => look((before) => ({ ...before, hasRuler: !before.hasRuler }))}
        onDim={() => look((before) => ({ ...before, isDim: !before.isDim }))}
        onGo={go}
      />
    </>
  );
}
