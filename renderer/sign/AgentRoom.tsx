/**
 * One agent with the stack: the forms that wait, one after the other by the time of their opening, each with one deliberate key.
 * There is no way to sign them all at once. When none waits, the page lists what was answered and lets the agent sign out.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, useLocation } from 'wouter';
import type { Frame } from '../../core/contract/frame.ts';
import type { AgentView } from '../../core/views/sign-agent.ts';
import type { ShownReceipt } from '../../core/views/sign-receipt.ts';
import type { RoomProps } from '../frame/routes.tsx';
import { useView } from '../office/use-view.ts';
import { Button } from '../parts/Button.tsx';
import { Room } from '../parts/Room.tsx';
import { AgentForm } from './AgentForm.tsx';
import { AgentStack } from './AgentStack.tsx';
import { ComeIn } from './ComeIn.tsx';
import { useHeldKeys } from './listening.ts';
import { Progress } from './Progress.tsx';
import { Receipt } from './Receipt.tsx';

export function AgentRoom({ frame }: RoomProps) {
  const { t } = useTranslation('sign');
  const [, go] = useLocation();
  /** Kept here, where it outlasts the sign-out that it follows. */
  const [receipt, setReceipt] = useState<ShownReceipt>();
  useHeldKeys();
  const { value: view, refusal } = useView('signAgent', {});
  // What was drawn for one agent is shown to no other, not even for a moment.
  const value = view?.agent.id === frame.person?.id ? view : undefined;
  if (frame.person !== undefined && frame.person.role !== 'agent') return <Redirect to="/sign" replace />;
  if (value === undefined)
    return (
      <Room title={t('agentTitle')} refusal={refusal}>
        {null}
      </Room>
    );
  const { agent, isHere } = value;
  const own = receipt?.agent.id === agent.id ? receipt : undefined;
  if (!isHere && own !== undefined) return <Receipt receipt={own} onLeave={() => setReceipt(undefined)} />;
  if (!isHere) return <ComeIn key={agent.id} view={value} onReceipt={setReceipt} onLeave={() => go('/board')} />;
  return <Stack key={agent.id} frame={frame} view={value} receipt={own} onReceipt={setReceipt} onLeave={() => go('/board')} />;
}

interface StackProps {
  readonly frame: Frame;
  readonly view: AgentView;
  readonly receipt: ShownReceipt | undefined;
  readonly onReceipt: (receipt: ShownReceipt | undefined) => void;
  readonly onLeave: () => void;
}

function Stack({ frame, view, receipt, onReceipt, onLeave }: StackProps) {
  const { t } = useTranslation('sign');
  const [passed, setPassed] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<string>();
  const [isListing, setListing] = useState(false);
  const next = isListing ? undefined : view.waiting.find(({ form }) => !passed.includes(form))?.form;
  const current = chosen ?? next;
  const { value } = useView('signAgent', { form: current ?? 'none' }, current !== undefined);
  const isOwn = value?.agent.id === view.agent.id && value.page?.paper.form === current;
  const page = isOwn ? value?.page : undefined;
  const progress = <Progress answered={view.answered} asked={view.asked} />;
  if (receipt !== undefined) return <Receipt receipt={receipt} onLeave={() => onReceipt(undefined)} />;
  if (current === undefined)
    return (
      <AgentStack
        view={view}
        passed={passed.filter((form) => view.waiting.some((one) => one.form === form)).length}
        progress={progress}
        onChoose={setChosen}
        onResume={() => {
          setPassed([]);
          setListing(false);
        }}
        onReceipt={onReceipt}
        onLeave={onLeave}
      />
    );
  if (page === undefined)
    return (
      <Room title={t('agentTitle')} right={progress}>
        {null}
      </Room>
    );
  return (
    <AgentForm
      frame={frame}
      key={current}
      agent={view.agent}
      page={page}
      progress={progress}
      onAnswered={() => setChosen(undefined)}
      onAway={() => {
        setPassed([...passed, current]);
        setChosen(undefined);
      }}
      onLeave={() => (chosen === undefined ? setListing(true) : setChosen(undefined))}
      tools={
        <Button keys="M" look="plain" onPress={() => setListing(true)}>
          {t('myForms')}
        </Button>
      }
    />
  );
}
