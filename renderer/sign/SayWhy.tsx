/**
 * What an agent objects to, or why the agent refuses: one of three objections, the figures of the agent's own copy beside those of
 * the form, and words; or the reason is refused, by a key of its own. Nothing is signed before Ctrl+Enter.
 */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../../core/acts.ts';
import type { Refusal } from '../../core/result.ts';
import type { Named } from '../../core/views/named.ts';
import type { AgentPage } from '../../core/views/sign-agent.ts';
import { FigureBox } from '../paper/FigureBox.tsx';
import { FigureRead } from '../paper/FigureRead.tsx';
import { Sheet, useRowWords } from '../paper/Sheet.tsx';
import { keyedAt, type Typed } from '../paper/typing.ts';
import { Button } from '../parts/Button.tsx';
import { TextField } from '../parts/Field.tsx';
import { Room } from '../parts/Room.tsx';
import { KeyedChoice } from './KeyedChoice.tsx';
import css from './Sign.module.css';
import type { Word } from './word.ts';

const OBJECTIONS = ['paper-differs', 'own-copy-differs', 'other'] as const;
type Objection = (typeof OBJECTIONS)[number];

export interface SayWhyProps {
  readonly agent: Named;
  readonly page: AgentPage;
  readonly choice: 'object' | 'refuse';
  readonly isBusy: boolean;
  readonly refusal: Refusal | undefined;
  readonly onSign: (word: Word) => void;
  readonly onBack: () => void;
}

export function SayWhy({ agent, page, choice, isBusy, refusal, onSign, onBack }: SayWhyProps) {
  const { t } = useTranslation(['sign', 'terms', 'frame']);
  const wordsOf = useRowWords();
  const [code, setCode] = useState<Objection>();
  const [typed, setTyped] = useState<Typed>({});
  const [reason, setReason] = useState('');
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const copyDiffers = code === 'own-copy-differs';
  const own = ownFiguresOf(page, typed);
  const words = reason.trim().normalize('NFC');
  const missing =
    choice === 'object' && code === undefined
      ? t('sign:whichObjection')
      : copyDiffers && own === undefined
        ? t('sign:typeOwnFigures')
        : words === ''
          ? t('sign:wordsMissing')
          : undefined;
  const sign = () =>
    onSign({
      choice,
      reason: words,
      ...(code === undefined ? {} : { code }),
      ...(copyDiffers && own !== undefined ? { ownFigures: own } : {}),
    });
  const choose = (chosen: Objection) => {
    setCode(chosen);
    if (chosen !== 'own-copy-differs') box.current?.focus();
  };
  return (
    <Room
      title={t(choice === 'object' ? 'sign:objectTitle' : 'sign:refuseTitle')}
      about={t('sign:whyAbout', { name: agent.name, form: page.paper.formName, station: page.paper.station.name })}
      layout={css.why}
      refusal={refusal}
      actions={
        choice === 'refuse' ? (
          <Button keys="F5" once onPress={() => onSign({ choice, reasonRefused: true })} isBusy={isBusy}>
            {t('sign:refuseReason')}
          </Button>
        ) : undefined
      }
      finish={
        <>
          <Button keys="Escape" onPress={onBack}>
            {t('sign:back')}
          </Button>
          <Button keys="Ctrl+Enter" look="main" once onPress={sign} isBusy={isBusy} barred={missing}>
            {t(choice === 'object' ? 'sign:signObjection' : 'sign:signRefusal')}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is read on by keys */}
      <section className={css.whyForm} aria-label={t('sign:theForm')} tabIndex={0}>
        <Sheet
          rows={page.paper.rows}
          formName={page.paper.formName}
          says={t('sign:figure')}
          isDense
          figure={({ row }) => <FigureRead figure={page.figures[row]} />}
          {...(copyDiffers ? { noteSays: t('sign:yourCopy') } : {})}
          note={(row) =>
            copyDiffers ? (
              <OwnBox row={row.row} label={wordsOf(row)} isFirst={row === page.paper.rows[0]} typed={typed} onType={setTyped} />
            ) : null
          }
        />
      </section>
      <section className={css.whyWords} aria-label={t('sign:why')}>
        {choice === 'object' ? (
          <KeyedChoice
            label={t('sign:whatObjection')}
            value={code}
            options={OBJECTIONS.map((value, at) => ({ value, keys: String(at + 1), words: t(`terms:objections.${value}`) }))}
            onChange={choose}
          />
        ) : null}
        {copyDiffers ? <p className={css.quiet}>{t('sign:ownCopyHint')}</p> : null}
        <TextField
          ref={box}
          label={t('sign:inYourWords')}
          value={reason}
          onChange={setReason}
          lines={5}
          maxLength={2000}
          hint={t('frame:reasonsArePublic')}
          autoFocus={choice === 'refuse'}
        />
      </section>
    </Room>
  );
}

/** Only rows that differ were typed; none of them may be half a figure. */
function ownFiguresOf(page: AgentPage, typed: Typed): Figures | undefined {
  const keyed = page.paper.rows.map(({ row }) => [row, keyedAt(typed, row)] as const).filter(([, key]) => key.is !== 'not-entered');
  const figures = keyed.flatMap(([row, key]) => (key.is === 'figure' ? [[row, key.figure] as const] : []));
  return keyed.length === 0 || figures.length < keyed.length ? undefined : Object.fromEntries(figures);
}

interface OwnBoxProps {
  readonly row: string;
  readonly label: string;
  readonly isFirst: boolean;
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
}

/** Focus goes to the first box when the boxes appear, and is not taken again. */
function focusHere(box: HTMLInputElement | null): void {
  box?.focus();
}

function OwnBox({ row, label, isFirst, typed, onType }: OwnBoxProps) {
  const { t } = useTranslation('sign');
  return (
    <span className={css.ownBox} data-own>
      <FigureBox
        ref={isFirst ? focusHere : null}
        row={row}
        label={t('yourCopyOf', { row: label })}
        typed={typed[row] ?? ''}
        isFaulty={keyedAt(typed, row).is === 'not-a-figure'}
        onType={(keys) => onType({ ...typed, [row]: keys })}
        onEnter={() => moveFrom(row, 1)}
        onMove={(by) => moveFrom(row, by)}
        onFocus={() => undefined}
      />
    </span>
  );
}

function moveFrom(row: string, by: 1 | -1): void {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-own] input')];
  const at = boxes.findIndex((one) => one.closest('tr')?.dataset.row === row);
  boxes[at + by]?.focus();
}
