/**
 * Which contest the paper is of, where the station votes on several: asked of every paper and never answered beforehand, for a ward's
 * paper looks like the President's at two in the morning. One key answers, the digit of the form's number as the paper prints it; Enter
 * answers nothing, for it was just pressed.
 */
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceivePlace, ReceiveStation } from '../../core/views/receive.ts';
import { Button } from '../parts/Button.tsx';
import { showStation } from '../parts/figures.ts';
import { useKey } from '../parts/keys.tsx';
import { Room } from '../parts/Room.tsx';
import { State } from '../parts/State.tsx';
import { STANDING_SHAPES } from '../parts/shapes.ts';
import voices from '../parts/voices.module.css';
import { keysOfForms } from './questions.ts';
import css from './Receive.module.css';

export interface WhichContestProps {
  readonly place: ReceivePlace;
  readonly results: ReceiveStation['results'];
  readonly left: ReactNode;
  readonly right: ReactNode;
  readonly onContest: (contest: string) => void;
}

export function WhichContest({ place, results, left, right, onContest }: WhichContestProps) {
  const { t } = useTranslation('receive');
  const question = useRef<HTMLHeadingElement>(null);
  useEffect(() => question.current?.focus(), []);
  const keys = keysOfForms(place.contests.map(({ formA }) => formA));
  return (
    <Room
      title={t('title')}
      about={
        <>
          {place.station.name} <span className={voices.code}>{showStation(place.station.code)}</span>
        </>
      }
      right={right}
      layout={css.layout}
    >
      {left}
      <div className={css.which}>
        <h2 ref={question} tabIndex={-1}>
          {t('whichContest')}
        </h2>
        <p className={css.quiet}>{t('whichContestHint')}</p>
        <ul>
          {place.contests.map((contest, at) => (
            <ContestLine
              key={contest.id}
              keys={keys[at]}
              otherKeys={`Shift+F${at + 1}`}
              contest={contest}
              state={results.find((result) => result.contest === contest.id)?.state ?? 'awaited'}
              onChoose={() => onContest(contest.id)}
            />
          ))}
        </ul>
      </div>
    </Room>
  );
}

interface ContestLineProps {
  readonly keys: string | undefined;
  /** By which the contest of a paper in hand is changed too. */
  readonly otherKeys: string;
  readonly contest: ReceivePlace['contests'][number];
  readonly state: ReceiveStation['results'][number]['state'];
  readonly onChoose: () => void;
}

function ContestLine({ keys, otherKeys, contest, state, onChoose }: ContestLineProps) {
  const { t } = useTranslation(['receive', 'terms']);
  useKey(otherKeys, onChoose);
  const { formA, title, papers } = contest;
  return (
    <li>
      <Button keys={keys ?? otherKeys} onPress={onChoose}>
        <b>{formA}</b> {title}
      </Button>
      <State shape={STANDING_SHAPES[state]} tone={papers.length === 0 ? undefined : 'attention'}>
        {t(`terms:results.${state}`)} {papers.length === 0 ? '' : t('receive:papersHere', { number: papers.length })}
      </State>
    </li>
  );
}
