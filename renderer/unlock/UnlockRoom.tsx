/**
 * Unlock: the keyboard goes from one person to the next. First whose turn it is, then that person's own words, then on in the room
 * where the work was.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { FramePerson } from '../../core/views/frame.ts';
import type { KeyboardPerson } from '../../core/views/unlock.ts';
import type { RoomProps } from '../frame/routes.tsx';
import { useView } from '../office/use-view.ts';
import { Room } from '../parts/Room.tsx';
import { AgentWelcome, needsWelcome } from './AgentWelcome.tsx';
import { HandOver } from './HandOver.tsx';
import { Who } from './Who.tsx';
import { wayBackFor } from './way-back.ts';

export function UnlockRoom({ frame, parameters }: RoomProps) {
  const { t } = useTranslation('unlock');
  const [, go] = useLocation();
  const { value: view, refusal } = useView('keyboard', {});
  const [welcomed, setWelcomed] = useState<KeyboardPerson>();
  const goOn = (role: FramePerson['role']) => go(wayBackFor(role), { replace: true });
  if (view === undefined)
    return (
      <Room title={t('title')} refusal={refusal}>
        {null}
      </Room>
    );
  const wanted = parameters.person === undefined ? undefined : decodeURIComponent(parameters.person);
  const person = [...view.officials, ...view.clerks, ...view.agents].find(({ id }) => id === wanted);
  return (
    <>
      {person === undefined ? (
        <Who view={view} onChoose={(id) => go(`/unlock/${encodeURIComponent(id)}`)} onLeave={() => go('/board')} />
      ) : (
        <HandOver
          key={person.id}
          person={person}
          now={view.now}
          practiceWords={frame.practiceWords}
          onUnlocked={(role) => (needsWelcome(person, frame) ? setWelcomed(person) : goOn(role))}
          onOther={() => go('/unlock')}
        />
      )}
      {welcomed === undefined ? null : <AgentWelcome agent={welcomed} frame={frame} onDone={() => goOn('agent')} />}
    </>
  );
}
