/** Where the page lies: drawn to size, turned, moved by hand, with the ruler across it; or the words for why nothing can be seen. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scan } from '../../core/state.ts';
import { Shape } from '../parts/State.tsx';
import { type Looking, placed, type Size } from './looking.ts';
import { Picture, type Trouble } from './Picture.tsx';
import css from './ScanPanel.module.css';
import { useScan } from './use-scan.ts';

/** What is on the stage now, as it is known once drawn. */
export interface Shown {
  readonly digest: string;
  readonly page: Size;
  readonly stage: Size;
  readonly pages: number;
}

export interface ScanStageProps {
  readonly scan: Scan;
  readonly page: number;
  readonly label: string;
  readonly held: ReadonlyMap<string, Uint8Array>;
  readonly looking: Looking;
  readonly at: number | undefined;
  readonly onShown: (shown: Shown) => void;
  readonly onMove: (x: number, y: number) => void;
  readonly onZoom: (steps: number) => void;
}

const SCREEN: Size = { width: 400, height: 560 };

export function ScanStage({ scan, page, label, held, looking, at, onShown, onMove, onZoom }: ScanStageProps) {
  const { t } = useTranslation('scan');
  const state = useScan(scan, held);
  const { place, size: stage } = useStage();
  const [drawn, setDrawn] = useState<{ readonly digest: string; readonly size: Size }>();
  const [trouble, setTrouble] = useState<{ readonly of: string; readonly is: Trouble }>();
  const of = `${scan.digest} ${page}`;
  const natural = drawn?.digest === scan.digest ? drawn.size : undefined;
  const isTroubled = state.is === 'missing' ? 'missing' : trouble?.of === of ? trouble.is : undefined;
  const laid = placed(looking, natural ?? SCREEN, stage);
  const style = {
    width: laid.page.width,
    height: laid.page.height,
    transform: `translate(-50%, -50%) translate(${looking.x}px, ${looking.y}px) rotate(${looking.turn * 90}deg)`,
  };
  return (
    <div
      ref={place}
      className={looking.isDim ? `${css.stage} ${css.dim}` : css.stage}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) onMove(event.movementX, event.movementY);
      }}
      onWheel={(event) => onZoom(event.deltaY < 0 ? 1 : -1)}
    >
      {state.is === 'there' ? (
        <Picture
          key={state.digest}
          bytes={state.bytes}
          mediaType={scan.mediaType}
          page={page}
          label={label}
          style={style}
          className={isTroubled === 'broken' || isTroubled === 'tooMuch' || natural === undefined ? css.unseen : css.picture}
          onShown={(size, pages) => {
            setDrawn({ digest: scan.digest, size });
            setTrouble(undefined);
            onShown({ digest: scan.digest, page: size, stage, pages });
          }}
          onTrouble={(is) => setTrouble({ of, is })}
        />
      ) : null}
      {at === undefined || !looking.hasRuler || natural === undefined ? null : (
        <div className={css.ruler} style={{ top: stage.height / 2 + looking.y + (at - 0.5) * laid.room.height }} />
      )}
      <div role="status" className={css.words}>
        {isTroubled === undefined ? null : (
          <p className={css.trouble}>
            <Shape shape="needs" /> {t(`troubles.${isTroubled}`)}
          </p>
        )}
        {isTroubled === undefined && natural === undefined ? <p>{t('coming')}</p> : null}
      </div>
    </div>
  );
}

/** The stage's own size, followed as the window changes. */
function useStage() {
  const place = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>(SCREEN);
  useEffect(() => {
    const stage = place.current;
    if (stage === null) return undefined;
    const watcher = new ResizeObserver(() => setSize({ width: stage.clientWidth, height: stage.clientHeight }));
    watcher.observe(stage);
    return () => watcher.disconnect();
  }, []);
  return { place, size };
}
