/**
 * The practice of the number grammar: an invented paper with six rows and the very boxes of the entry room. Blank, unreadable, zero
 * and a slip are each met once; nothing of it is kept anywhere.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { FigureBox } from '../paper/FigureBox.tsx';
import { keyedAt, type Typed } from '../paper/typing.ts';
import { useBoxes } from '../paper/use-boxes.ts';
import { Button } from '../parts/Button.tsx';
import { KeyHint } from '../parts/KeyHint.tsx';
import { useKey } from '../parts/keys.tsx';
import ledger from '../parts/ledger.module.css';
import { Room } from '../parts/Room.tsx';
import { type ShapeName, State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import css from './Help.module.css';
import { markOf, PRACTICE_ROWS, type PracticeMark, type PracticeRow } from './practice-rows.ts';

const SHAPES: Readonly<Record<PracticeMark, ShapeName>> = { right: 'passes', wrong: 'waits', notEntered: 'awaited', notAFigure: 'waits' };

const CODES = PRACTICE_ROWS.map(({ row }) => row);

export function PracticeRoom() {
  const [round, setRound] = useState(0);
  return <Practice key={round} onAgain={() => setRound(round + 1)} />;
}

function Practice({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation('help');
  const [, go] = useLocation();
  const [typed, setTyped] = useState<Typed>({});
  const [hasSlipped, setSlipped] = useState(false);
  const [isDone, setDone] = useState(false);
  const boxes = useBoxes(CODES, (row) => {
    if (row === 'slip' && keyedAt(typed, row).is === 'not-a-figure') setSlipped(true);
  });
  const { active, left, focus } = boxes;
  const missing = PRACTICE_ROWS.findIndex(({ row }) => keyedAt(typed, row).is === 'not-entered');
  const finish = () => {
    if (missing >= 0) focus(PRACTICE_ROWS[missing]?.row);
    else setDone(true);
  };
  useKey('Shift+Enter', finish);
  return (
    <Room
      title={t('practice.title')}
      about={t('practice.about')}
      actions={<Hints />}
      finish={
        <>
          <Button keys="Escape" look="plain" onPress={() => go('/entry')}>
            {isDone ? t('practice.back') : t('practice.leave')}
          </Button>
          {isDone ? (
            <Button keys="F7" onPress={onAgain}>
              {t('practice.again')}
            </Button>
          ) : (
            <Button
              keys="Shift+Enter"
              look="main"
              onPress={finish}
              barred={missing < 0 ? undefined : t('practice.missing', { row: missing + 1 })}
            >
              {t('practice.finish')}
            </Button>
          )}
        </>
      }
    >
      <table className={`${ledger.ledger} ${ledger.typed} ${css.practice}`} aria-label={t('practice.title')}>
        <thead>
          <tr>
            <th scope="col" className={css.rowColumn}>
              {t('practice.row')}
            </th>
            <th scope="col" className={css.paperColumn}>
              {t('practice.paper')}
            </th>
            <th scope="col" className={`${ledger.number} ${css.boxColumn}`}>
              {t('practice.type')}
            </th>
            <th scope="col">{t('practice.how')}</th>
          </tr>
        </thead>
        <tbody>
          {PRACTICE_ROWS.map(({ row, written }, at) => (
            <tr key={row} className={row === active ? ledger.active : undefined}>
              <th scope="row">{at + 1}</th>
              <td className={css.paper}>
                <Written row={row} written={written} />
              </td>
              <td className={ledger.number}>
                <FigureBox
                  {...boxes.of(row)}
                  row={row}
                  label={t('practice.rowName', { row: at + 1 })}
                  describedBy={`practice-${row}`}
                  typed={typed[row] ?? ''}
                  isFaulty={left.has(row) && markOf(typed, row) === 'notAFigure'}
                  onType={(text) => {
                    setDone(false);
                    setTyped((before) => ({ ...before, [row]: text }));
                  }}
                  onEnter={() => boxes.goOn(row, finish)}
                />
              </td>
              <td id={`practice-${row}`} className={voices.small}>
                {(left.has(row) && row !== active) || isDone ? <Mark mark={markOf(typed, row)} /> : t(`hints.${row}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div role="status" className={css.result}>
        {isDone ? <Result typed={typed} hasSlipped={hasSlipped} /> : null}
      </div>
    </Room>
  );
}

/** What stands on the paper; a scrawl is drawn, and said in a word to whoever does not see it. */
function Written({ row, written }: { readonly row: PracticeRow; readonly written: string }) {
  const { t } = useTranslation('help');
  if (row !== 'blank' && row !== 'scrawl') return <>{written}</>;
  return (
    <>
      {row === 'scrawl' ? (
        <svg viewBox="0 0 60 24" width="60" height="24" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.8">
          <path d="M4 15c4-14 8 10 12-1s6-8 8 1 5 6 8-5 6 9 9 1 5-9 8 0 4 3 7-4M6 9l46 7" />
        </svg>
      ) : null}
      <span className={voices.missing}>{t(`described.${row}`)}</span>
    </>
  );
}

function Mark({ mark }: { readonly mark: PracticeMark }) {
  const { t } = useTranslation('help');
  return (
    <State shape={SHAPES[mark]} tone={mark === 'right' ? undefined : 'attention'}>
      {t(`practice.${mark}`)}
    </State>
  );
}

function Result({ typed, hasSlipped }: { readonly typed: Typed; readonly hasSlipped: boolean }) {
  const { t } = useTranslation('help');
  const rows = PRACTICE_ROWS.length;
  const right = PRACTICE_ROWS.filter(({ row }) => markOf(typed, row) === 'right').length;
  return (
    <>
      <p className={voices.strong}>{right === rows ? t('practice.resultAll', { rows }) : t('practice.result', { right, rows })}</p>
      <p>{t(hasSlipped ? 'practice.slipSeen' : 'practice.slipNotSeen')}</p>
    </>
  );
}

function Hints() {
  const { t } = useTranslation('help');
  return (
    <>
      <KeyHint keys="Enter" words={t('practice.hintNext')} />
      <KeyHint keys="ArrowUp" words={t('practice.hintBack')} />
      <KeyHint keys="-" words={t('practice.hintBlank')} />
      <KeyHint keys="?" words={t('practice.hintUnreadable')} />
    </>
  );
}
