/**
 * The agent's own word on the summary: one sentence, four ways to end it, all of one size and weight. One deliberate key each; a key
 * that is held down says nothing.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { DeclareContest } from '../../core/views/declare.ts';
import { ask } from '../office/ask.ts';
import { usePerform } from '../office/use-deed.ts';
import { useBarred } from '../parts/barred.ts';
import { Refused } from '../parts/Refused.tsx';
import { Section } from '../parts/Room.tsx';
import { Sayings } from '../parts/Sayings.tsx';
import { State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import { answering } from './answering.ts';
import css from './Declare.module.css';
import { SayDialog } from './SayDialog.tsx';

/** Stepping away is never barred. */
const ANSWERS = ['agree', 'object', 'refuse'] as const;

export function OwnAnswer({ contest }: { readonly contest: DeclareContest }) {
  const { t } = useTranslation(['declare', 'terms']);
  const [, go] = useLocation();
  const [choice, setChoice] = useState<'object' | 'refuse'>();
  const performing = usePerform();
  const barredWords = useBarred('declare');
  const { own, ready } = contest;
  if (own === undefined || ready === undefined) return null;
  const barred = barredWords(own.barred);
  const agree = () => void performing.perform(answering(contest, { choice: 'agree' }));
  const stepAway = () => void ask('lock', {}).then(() => go('/unlock'));
  return (
    <Section title={t('declare:yourWord')} note={t('declare:digestShort', { digest: ready.digest.slice(0, 4) })}>
      <p id="sentence" className={css.sentence}>
        {t('declare:sentence', { name: own.name, party: own.party, version: ready.number })}
      </p>
      {own.answer === undefined ? null : (
        <p className={css.line}>
          <State shape="passes">{t('declare:yourAnswerStands', { answer: t(`terms:answers.${own.answer.choice}`) })}</State>
        </p>
      )}
      {barred === undefined ? null : <p className={voices.missing}>{barred}</p>}
      <Sayings
        isNarrow
        words={{
          agree: t('terms:answers.agree'),
          object: t('terms:answers.object'),
          refuse: t('terms:answers.refuse'),
          away: t('declare:stepAway'),
        }}
        barred={barred === undefined ? [] : ANSWERS}
        sentence="sentence"
        onSay={(saying) => {
          if (saying === 'agree') agree();
          else if (saying === 'away') stepAway();
          else setChoice(saying);
        }}
      />
      <Refused refusal={performing.refusal} />
      {choice === undefined ? null : <SayDialog contest={contest} choice={choice} onLeave={() => setChoice(undefined)} />}
    </Section>
  );
}
