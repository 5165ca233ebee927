/**
 * The page between two people: a large name, no figures, and the boxes for that person's secret. It unlocks that person's key and
 * nobody else's; whoever is not this person goes back with Escape.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FramePerson } from '../../core/views/frame.ts';
import type { KeyboardPerson } from '../../core/views/unlock.ts';
import { useDeed } from '../office/use-deed.ts';
import { Button } from '../parts/Button.tsx';
import { TextField } from '../parts/Field.tsx';
import { showTime } from '../parts/figures.ts';
import { Room } from '../parts/Room.tsx';
import { State } from '../parts/State.tsx';
import { Countdown } from './Countdown.tsx';
import css from './Unlock.module.css';
import { firstFlaw, NO_WORDS, Words } from './Words.tsx';

export interface HandOverProps {
  readonly person: KeyboardPerson;
  readonly now: string;
  /** The words that everybody has in a practice election. */
  readonly practiceWords?: string | undefined;
  /** What the keyboard is handed over for. */
  readonly about?: string;
  readonly onUnlocked: (role: FramePerson['role']) => void;
  readonly onOther: () => void;
}

const PIN_LENGTH = 6;

export function HandOver({ person, now, practiceWords, about, onUnlocked, onOther }: HandOverProps) {
  const { t } = useTranslation(['unlock', 'terms']);
  const [words, setWords] = useState(NO_WORDS);
  const [pin, setPin] = useState('');
  const [isHidden, setHidden] = useState(false);
  const [wantsWords, setWantsWords] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const unlocking = useDeed('unlock');
  const byPin = person.hasPin && !wantsWords;
  const isBarred = person.lockedUntil !== undefined || !person.isKeyHere;
  const unlock = async (secret: string) => {
    const unlocked = await unlocking.do({ person: person.id, secret });
    setWords(NO_WORDS);
    setPin('');
    setAttempt((before) => before + 1);
    if (unlocked?.ok) onUnlocked(person.role);
  };
  const tryWords = (typed: readonly string[]) => {
    if (firstFlaw(typed) === undefined) void unlock(typed.join(' '));
  };
  const tryPin = () => {
    if (pin.length === PIN_LENGTH) void unlock(pin);
  };
  const flaw = useFlaw(byPin, pin, words);
  return (
    <Room
      title={t('unlock:title')}
      about={about ?? t('unlock:about')}
      refusal={unlocking.refusal}
      actions={
        isBarred ? undefined : (
          <>
            {byPin ? null : (
              <Button keys="F4" onPress={() => setHidden(!isHidden)} isPressed={isHidden}>
                {t('unlock:hide')}
              </Button>
            )}
            {person.hasPin ? (
              <Button keys="F5" onPress={() => setWantsWords(!wantsWords)}>
                {byPin ? t('unlock:useWords') : t('unlock:usePin')}
              </Button>
            ) : null}
            {practiceWords === undefined || byPin ? null : (
              <Button keys="F6" onPress={() => setWords(practiceWords.split(' '))}>
                {t('unlock:fillPractice')}
              </Button>
            )}
          </>
        )
      }
      finish={
        <>
          <Button keys="Escape" look="plain" onPress={onOther}>
            {t('unlock:notThisPerson')}
          </Button>
          <Button
            keys="Enter"
            look="main"
            onPress={() => (byPin ? tryPin() : tryWords(words))}
            isBusy={unlocking.isBusy}
            barred={isBarred ? t('unlock:cannotNow') : flaw}
          >
            {t('unlock:iAm', { name: person.name })}
          </Button>
        </>
      }
    >
      <div className={css.handOver}>
        <p className={css.handTo}>{t('unlock:handKeyboardTo')}</p>
        <h2 className={css.name}>{person.name}</h2>
        <p className={css.describes}>
          {[person.party, t(`terms:roles.${person.role}`), person.name === person.id ? undefined : person.id].filter(Boolean).join(', ')}
        </p>
        <div className={css.secret}>
          {person.lockedUntil === undefined ? null : <Countdown until={person.lockedUntil} now={now} />}
          {person.isKeyHere ? null : (
            <State shape="unknown" tone="attention">
              {t('unlock:bringKey')}
            </State>
          )}
          {isBarred ? null : byPin ? (
            <div className={css.pin}>
              <TextField
                key={attempt}
                label={t('unlock:pin')}
                value={pin}
                onChange={setPin}
                isSecret
                inputMode="numeric"
                maxLength={PIN_LENGTH}
                onEnter={tryPin}
                autoFocus
                hint={t('unlock:pinHint')}
              />
            </div>
          ) : (
            <>
              <Words key={attempt} typed={words} onType={setWords} isHidden={isHidden} onDone={tryWords} />
              <p className={css.hint}>
                {t(person.role === 'ro' || person.role === 'dro' ? 'unlock:wordsHintOfficial' : 'unlock:wordsHint')}
              </p>
            </>
          )}
          <p role="status" className={css.tries}>
            {person.failures === 0 || isBarred ? null : (
              <State shape="needs" tone="attention">
                {t('unlock:tries', { failures: person.failures, left: person.triesLeft })}
              </State>
            )}
          </p>
        </div>
        <dl className={css.facts}>
          <div>
            <dt>{t('unlock:waitingForYou')}</dt>
            <dd>{t('unlock:waitingForms', { number: person.waiting })}</dd>
          </div>
          {person.role === 'agent' ? (
            <div>
              <dt>{t('unlock:attendance')}</dt>
              <dd>{person.inSince === undefined ? t('unlock:notSignedIn') : t('unlock:inSince', { time: showTime(person.inSince) })}</dd>
            </div>
          ) : null}
        </dl>
      </div>
    </Room>
  );
}

/** What is still missing before the secret can be tried, in words and by place only. */
function useFlaw(byPin: boolean, pin: string, words: readonly string[]): string | undefined {
  const { t } = useTranslation('unlock');
  if (byPin) return /^[0-9]{6}$/.test(pin) ? undefined : t('sixDigits');
  const flaw = firstFlaw(words);
  if (flaw === undefined) return undefined;
  return flaw.is === 'begun' ? t('wordMissing', { place: flaw.at }) : t('wordUnlisted', { place: flaw.at });
}
