/**
 * From one agent to the next: whose turn it is, with no figure on the screen, then that agent's own words, then the form. When all
 * who owe an answer have had their turn, the keyboard goes back to whoever handed it over.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { HandView } from '../../core/views/sign-hand.ts';
import type { KeyboardView } from '../../core/views/unlock.ts';
import type { RoomProps } from '../frame/routes.tsx';
import { useView } from '../office/use-view.ts';
import { showCount } from '../parts/figures.ts';
import { Room } from '../parts/Room.tsx';
import { HandOver } from '../unlock/HandOver.tsx';
import { placeOfForm, placeOfTurn } from './places.ts';

export function HandRoom({ frame, parameters }: RoomProps) {
  const { t } = useTranslation('sign');
  const [, go] = useLocation();
  const form = decodeURIComponent(parameters.form ?? '');
  const host = decodeURIComponent(parameters.host ?? '');
  const hand = useView('signHand', { form });
  const keyboard = useView('keyboard', {});
  const [passed, setPassed] = useState<readonly string[]>([]);
  if (hand.value === undefined || keyboard.value === undefined)
    return (
      <Room title={t('handTitle')} refusal={hand.refusal ?? keyboard.refusal}>
        {null}
      </Room>
    );
  const next = nextPerson(hand.value, keyboard.value, passed, host);
  if (next === undefined)
    return (
      <Room title={t('handTitle')}>
        <p role="status">{t('handNobody')}</p>
      </Room>
    );
  const { listed, answered, asked } = hand.value;
  const isAgent = next.role === 'agent';
  return (
    <HandOver
      key={next.id}
      person={next}
      now={keyboard.value.now}
      practiceWords={frame.practiceWords}
      about={t(isAgent ? 'handAbout' : 'handBack', {
        station: listed.station.name,
        form: listed.formName,
        answered: showCount(answered),
        asked: showCount(asked),
      })}
      onUnlocked={() => go(isAgent ? placeOfTurn(form, host) : placeOfForm(form), { replace: true })}
      onOther={() => (isAgent ? setPassed([...passed, next.id]) : go('/unlock'))}
    />
  );
}

/** The first who owes an answer and has not been passed over; then the person who handed over, or the first official. */
function nextPerson(hand: HandView, keyboard: KeyboardView, passed: readonly string[], host: string) {
  const next = hand.owing.find(({ id }) => !passed.includes(id))?.id;
  if (next !== undefined) return keyboard.agents.find(({ id }) => id === next);
  return [...keyboard.officials, ...keyboard.clerks].find(({ id }) => id === host) ?? keyboard.officials[0];
}
