/**
 * Beside the questions: the pictures of the paper, what this paper is found to repeat, and how many defects it has so far. All of it
 * is told and nothing of it blocks.
 */
import { useTranslation } from 'react-i18next';
import type { Scan } from '../../core/state.ts';
import type { Clash } from '../../core/views/receive.ts';
import { Button } from '../parts/Button.tsx';
import { showStation } from '../parts/figures.ts';
import { State } from '../parts/State.tsx';
import { ScanPanel } from '../scan/ScanPanel.tsx';
import css from './Receive.module.css';

export interface SideProps {
  readonly said: string;
  readonly scans: readonly Scan[];
  readonly held: ReadonlyMap<string, Uint8Array>;
  readonly absent: string | undefined;
  readonly clashes: readonly Clash[];
  readonly defects: number;
  /** A picture of this paper that lies in the folder brought in. */
  readonly waiting: string | undefined;
  readonly onTakeWaiting: () => void;
  readonly onDropLast: (() => void) | undefined;
}

export function Side({ said, scans, held, absent, clashes, defects, waiting, onTakeWaiting, onDropLast }: SideProps) {
  const { t } = useTranslation('receive');
  return (
    <aside className={css.side} aria-label={t('besides')}>
      <ul className={css.told} aria-live="polite">
        {said === '' ? null : (
          <li>
            <State shape="passes">{said}</State>
          </li>
        )}
        {clashes.map((clash) => (
          <li key={`${clash.is} ${clash.form}`}>
            <State shape="needs" tone="attention">
              {t(`clash.${clash.is}`)}
            </State>{' '}
            {clash.station.name} <span className={css.code}>{showStation(clash.station.code)}</span> {clash.form}
          </li>
        ))}
        {clashes.some(({ is }) => is !== 'scan') ? <li className={css.quiet}>{t('willBeFound')}</li> : null}
        <li className={css.quiet}>{defects === 0 ? t('noDefects') : t('defects', { number: defects })}</li>
        {waiting === undefined ? null : (
          <li>
            <Button keys="Insert" onPress={onTakeWaiting}>
              {t('takeWaiting', { name: waiting })}
            </Button>
          </li>
        )}
        {onDropLast === undefined ? null : (
          <li>
            <Button keys="X" look="plain" onPress={onDropLast}>
              {t('dropPicture')}
            </Button>
          </li>
        )}
      </ul>
      <ScanPanel scans={scans} held={held} absent={absent} />
    </aside>
  );
}
