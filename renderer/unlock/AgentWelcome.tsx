/**
 * An agent who has just unlocked: signs in to the hall where that is still to be done, and is offered a session PIN once. Both can be
 * left with Escape and done later in the room of the people.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Frame } from '../../core/contract/frame.ts';
import type { KeyboardPerson } from '../../core/views/unlock.ts';
import { usePerform } from '../office/use-deed.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Refused } from '../parts/Refused.tsx';
import { PinDialog } from './PinDialog.tsx';

const OFFERED = 'pin-offered';

export interface AgentWelcomeProps {
  readonly agent: KeyboardPerson;
  readonly frame: Frame;
  readonly onDone: () => void;
}

/** Whether there is anything to ask of this person before going on. */
export function needsWelcome(agent: KeyboardPerson, frame: Frame): boolean {
  if (agent.role !== 'agent' || frame.centre?.phase !== 'open') return false;
  return agent.inSince === undefined || (!agent.hasPin && !wasOffered(agent.id));
}

export function AgentWelcome({ agent, frame, onDone }: AgentWelcomeProps) {
  const [isIn, setIn] = useState(agent.inSince !== undefined);
  if (!isIn) {
    return (
      <SignInDialog
        title={frame.centre?.constituency.name ?? ''}
        onLeave={onDone}
        onSignedIn={() => (agent.hasPin || wasOffered(agent.id) ? onDone() : setIn(true))}
      />
    );
  }
  return (
    <PinDialog
      onDone={() => {
        sessionStorage.setItem(OFFERED, JSON.stringify([...offered(), agent.id]));
        onDone();
      }}
    />
  );
}

function offered(): readonly string[] {
  return JSON.parse(sessionStorage.getItem(OFFERED) ?? '[]') as readonly string[];
}

function wasOffered(agent: string): boolean {
  return offered().includes(agent);
}

function SignInDialog({
  title,
  onLeave,
  onSignedIn,
}: {
  readonly title: string;
  readonly onLeave: () => void;
  readonly onSignedIn: () => void;
}) {
  const { t } = useTranslation('unlock');
  const performing = usePerform();
  const signIn = async () => {
    if (await performing.perform({ kind: 'agent-signed-in', body: {} })) onSignedIn();
  };
  return (
    <Dialog
      title={t('signInTitle')}
      onLeave={onLeave}
      actions={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('signInLater')}
          </Button>
          <Button keys="Enter" look="main" onPress={() => void signIn()} isBusy={performing.isBusy}>
            {t('signIn')}
          </Button>
        </>
      }
    >
      <p>{t('signInAbout', { place: title })}</p>
      <Refused refusal={performing.refusal} />
    </Dialog>
  );
}
