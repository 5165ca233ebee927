/** The tools of the scan, each with its key drawn on it; while a box is typed into, the same keys together with Alt. */
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/Button.tsx';
import { useKey } from '../parts/keys.tsx';
import type { Looking } from './looking.ts';
import css from './ScanPanel.module.css';

export interface ScanToolsProps {
  readonly looking: Looking;
  readonly hasRuler: boolean;
  readonly hasMore: boolean;
  readonly onZoom: (steps: 1 | -1) => void;
  readonly onFit: () => void;
  readonly onTurn: () => void;
  readonly onMove: (x: -1 | 0 | 1, y: -1 | 0 | 1) => void;
  readonly onRuler: () => void;
  readonly onDim: () => void;
  readonly onGo: (by: 1 | -1) => void;
}

export function ScanTools({ looking, hasRuler, hasMore, onZoom, onFit, onTurn, onMove, onRuler, onDim, onGo }: ScanToolsProps) {
  const { t } = useTranslation('scan');
  // The plus of a keyboard often shares its key with =, which needs no Shift.
  useKey('=', () => onZoom(1));
  useKey('Alt++', () => onZoom(1));
  useKey('Alt+=', () => onZoom(1));
  useKey('Alt+-', () => onZoom(-1));
  useKey('Alt+R', onTurn);
  useKey('Alt+L', hasRuler ? onRuler : () => undefined);
  useMoves('Alt', onMove);
  useMoves('Shift', onMove);
  return (
    <div className={css.tools} role="toolbar" aria-label={t('tools')}>
      <Button keys="+" look="plain" label={t('larger')} onPress={() => onZoom(1)}>
        {''}
      </Button>
      <Button keys="-" look="plain" label={t('smaller')} onPress={() => onZoom(-1)}>
        {''}
      </Button>
      <Button keys="0" look="plain" onPress={onFit}>
        {t('fit')}
      </Button>
      <Button keys="R" look="plain" onPress={onTurn}>
        {t('turn')}
      </Button>
      {hasRuler ? (
        <Button keys="L" look="plain" isPressed={looking.hasRuler} onPress={onRuler}>
          {t('ruler')}
        </Button>
      ) : null}
      <Button keys="D" look="plain" isPressed={looking.isDim} onPress={onDim}>
        {t('dim')}
      </Button>
      {hasMore ? <Pages onGo={onGo} /> : null}
      <p className={css.hint}>{t('hint')}</p>
    </div>
  );
}

function Pages({ onGo }: { readonly onGo: (by: 1 | -1) => void }) {
  const { t } = useTranslation('scan');
  return (
    <>
      <Button keys="PageUp" look="plain" onPress={() => onGo(-1)}>
        {t('before')}
      </Button>
      <Button keys="PageDown" look="plain" onPress={() => onGo(1)}>
        {t('next')}
      </Button>
    </>
  );
}

/** The arrows move the view over the page, so the page moves the other way. */
function useMoves(held: 'Alt' | 'Shift', onMove: ScanToolsProps['onMove']): void {
  useKey(`${held}+ArrowLeft`, () => onMove(1, 0));
  useKey(`${held}+ArrowRight`, () => onMove(-1, 0));
  useKey(`${held}+ArrowUp`, () => onMove(0, 1));
  useKey(`${held}+ArrowDown`, () => onMove(0, -1));
}
