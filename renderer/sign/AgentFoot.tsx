/** What an agent can say at the foot of a form: the four choices while it is open, a late remark once it is accepted. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Frame } from '../../core/contract/frame.ts';
import type { Named } from '../../core/views/named.ts';
import type { AgentPage } from '../../core/views/sign-agent.ts';
import { showTime } from '../parts/figures.ts';
import { Instruments } from './Instruments.tsx';
import { Remark } from './Remark.tsx';
import { type Saying, SayingChoices } from './SayingChoices.tsx';

export interface AgentFootProps {
  readonly frame: Frame;
  readonly agent: Named;
  readonly page: AgentPage;
  readonly isListening: boolean;
  readonly onSay: (saying: Saying) => void;
  readonly onRemarked: () => void;
  readonly leave: ReactNode;
  readonly tools: ReactNode;
}

export function AgentFoot({ frame, agent, page, isListening, onSay, onRemarked, leave, tools }: AgentFootProps) {
  const { t } = useTranslation('sign');
  const { own, openedAt } = page;
  if (!page.isOpen) return <Remark page={page} isListening={isListening} onDone={onRemarked} />;
  return (
    <SayingChoices
      agent={agent}
      isListening={isListening}
      onSay={onSay}
      note={
        <>
          <span>
            {own === undefined
              ? t('opened', { at: showTime(openedAt) })
              : t('youSaid', { answer: t(`say_${own.choice}`), at: showTime(own.at) })}
          </span>
          <Instruments frame={frame} />
          {tools}
          {leave}
        </>
      }
    />
  );
}
