/** What an agent can say at the foot of a form: the four choices while it is open, a late remark once it is accepted. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Frame } from '../../core/contract/frame.ts';
import type { Named } from '../../core/views/named.ts';
import type { AgentPage } from '../../core/views/sign-agent.ts';
import { Button } from '../parts/Button.tsx';
import { showTime } from '../parts/figures.ts';
import type { Saying } from '../parts/Sayings.tsx';
import { Instruments } from './Instruments.tsx';
import { SayingChoices } from './SayingChoices.tsx';
import css from './Sign.module.css';

export interface AgentFootProps {
  readonly frame: Frame;
  readonly agent: Named;
  readonly page: AgentPage;
  readonly isListening: boolean;
  readonly onSay: (saying: Saying) => void;
  /** Rows that were not on the screen yet; unknown until the page is drawn. */
  readonly below: number | undefined;
  readonly onRemark: () => void;
  readonly leave: ReactNode;
  readonly tools: ReactNode;
}

export function AgentFoot({ frame, agent, page, isListening, below, onSay, onRemark, leave, tools }: AgentFootProps) {
  const { t } = useTranslation('sign');
  const { own, openedAt } = page;
  if (!page.isOpen)
    return (
      <>
        <Button keys="1" once onPress={onRemark}>
          {t('remark')}
        </Button>
        <span className={css.quiet}>{t('remarkChangesNothing')}</span>
      </>
    );
  return (
    <SayingChoices
      agent={agent}
      isListening={isListening && below === 0}
      waitsFor={below === undefined || below === 0 ? t('letGo') : t('rowsBelow', { number: below })}
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
