/**
 * What an agent objects to, or why the agent refuses: one of three objections, the figures of the agent's own copy beside those of
 * the form, and words; or the reason is refused, by a key of its own. Nothing is signed before Ctrl+Enter.
 */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../core/result.ts';
import { tidy } from '../../core/text.ts';
import type { Named } from '../../core/views/named.ts';
import type { AgentPage } from '../../core/views/sign-agent.ts';
import type { Typed } from '../paper/typing.ts';
import { Button } from '../parts/Button.tsx';
import { ReasonField } from '../parts/ReasonField.tsx';
import { Room } from '../parts/Room.tsx';
import { KeyedChoice } from './KeyedChoice.tsx';
import { OwnCopy, ownFiguresOf } from './OwnCopy.tsx';
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
  const { t } = useTranslation(['sign', 'terms']);
  const [code, setCode] = useState<Objection>();
  const [typed, setTyped] = useState<Typed>({});
  const [reason, setReason] = useState('');
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const copyDiffers = code === 'own-copy-differs';
  const own = ownFiguresOf(page, typed);
  const words = tidy(reason);
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
      <OwnCopy page={page} isAsked={copyDiffers} typed={typed} onType={setTyped} />
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
        <ReasonField
          ref={box}
          label={t('sign:inYourWords')}
          value={reason}
          onChange={setReason}
          lines={5}
          autoFocus={choice === 'refuse'}
        />
      </section>
    </Room>
  );
}
