/** One agent's turn on one form: the agent's page of it, and then at once the page that hands the keyboard on. */
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { RoomProps } from '../frame/routes.tsx';
import { useView } from '../office/use-view.ts';
import { Room } from '../parts/Room.tsx';
import { AgentForm } from './AgentForm.tsx';
import { ComeIn } from './ComeIn.tsx';
import { useHeldKeys } from './listening.ts';
import { Progress } from './Progress.tsx';
import { handOver } from './places.ts';

export function TurnRoom({ frame, parameters }: RoomProps) {
  const { t } = useTranslation('sign');
  const [, go] = useLocation();
  useHeldKeys();
  const form = decodeURIComponent(parameters.form ?? '');
  const { value: view, refusal } = useView('signAgent', { form });
  const value = view?.agent.id === frame.person?.id ? view : undefined;
  const handOn = () => handOver(go, form, decodeURIComponent(parameters.host ?? ''));
  if (value !== undefined && !value.isHere) return <ComeIn view={value} onReceipt={() => go('/sign/agent')} onLeave={handOn} />;
  if (value?.page === undefined)
    return (
      <Room title={t('agentTitle')} refusal={refusal}>
        {value === undefined ? null : <p role="status">{t('notYourForm')}</p>}
      </Room>
    );
  return (
    <AgentForm
      frame={frame}
      key={`${value.agent.id} ${form}`}
      agent={value.agent}
      page={value.page}
      progress={<Progress answered={value.answered} asked={value.asked} />}
      onAnswered={handOn}
      onAway={handOn}
      onLeave={handOn}
    />
  );
}
