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
import { Key, useKey } from '../parts/keys.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Section } from '../parts/Room.tsx';
import { State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import { answering } from './answering.ts';
import css from './Declare.module.css';
import { SayDialog } from './SayDialog.tsx';
import { useBarred } from './use-barred.ts';

export function OwnAnswer({ contest }: { readonly contest: DeclareContest }) {
  const { t } = useTranslation(['declare', 'terms']);
  const [, go] = useLocation();
  const [choice, setChoice] = useState<'object' | 'refuse'>();
  const performing = usePerform();
  const barredWords = useBarred();
  const { own, ready } = contest;
  if (own === undefined || ready === undefined) return null;
  const barred = barredWords(own.barred);
  const agree = () => void performing.perform(answering(contest, { choice: 'agree' }));
  const stepAway = () => void ask('lock', {}).then(() => go('/unlock'));
  return (
    <Section title={t('declare:yourWord')} note={t('declare:digestShort', { digest: ready.digest.slice(0, 4) })}>
      <p className={css.sentence}>{t('declare:sentence', { name: own.name, party: own.party, version: ready.number })}</p>
      {own.answer === undefined ? null : (
        <p className={css.line}>
          <State shape="passes">{t('declare:yourAnswerStands', { answer: t(`terms:answers.${own.answer.choice}`) })}</State>
        </p>
      )}
      {barred === undefined ? null : <p className={voices.missing}>{barred}</p>}
      <div className={css.choices}>
        <Choosing name="1" words={t('terms:answers.agree')} barred={barred} onChoose={agree} />
        <Choosing name="2" words={t('terms:answers.object')} barred={barred} onChoose={() => setChoice('object')} />
        <Choosing name="3" words={t('terms:answers.refuse')} barred={barred} onChoose={() => setChoice('refuse')} />
        <Choosing name="4" words={t('declare:stepAway')} barred={undefined} onChoose={stepAway} />
      </div>
      <Refused refusal={performing.refusal} />
      {choice === undefined ? null : <SayDialog contest={contest} choice={choice} onLeave={() => setChoice(undefined)} />}
    </Section>
  );
}

interface ChoosingProps {
  readonly name: string;
  readonly words: string;
  readonly barred: string | undefined;
  readonly onChoose: () => void;
}

function Choosing({ name, words, barred, onChoose }: ChoosingProps) {
  const choose = () => {
    if (barred === undefined) onChoose();
  };
  useKey(name, (event) => {
    if (!event.repeat) choose();
  });
  return (
    <button type="button" className={css.choice} onClick={choose} aria-disabled={barred !== undefined} aria-keyshortcuts={name}>
      <Key name={name} />
      <span>{words}</span>
    </button>
  );
}
