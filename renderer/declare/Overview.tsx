/** What is missing, then totals, then signature lines: the order in which one has to look. An agent's own word comes first of all. */
import { useTranslation } from 'react-i18next';
import type { DeclareShown } from '../../core/contract/declare.ts';
import type { DeclareContest } from '../../core/views/declare.ts';
import type { FramePerson } from '../../core/views/frame.ts';
import { AgentsPart } from './AgentsPart.tsx';
import { CorrectionPart } from './CorrectionPart.tsx';
import css from './Declare.module.css';
import { DispositionsPart } from './DispositionsPart.tsx';
import { OutstandingPart } from './OutstandingPart.tsx';
import { OwnAnswer } from './OwnAnswer.tsx';
import { SignaturesPart } from './SignaturesPart.tsx';
import { TotalsPart } from './TotalsPart.tsx';

export interface OverviewProps {
  readonly shown: DeclareShown;
  readonly contest: DeclareContest;
  readonly role: FramePerson['role'] | undefined;
}

export function Overview({ shown, contest, role }: OverviewProps) {
  const { t } = useTranslation('declare');
  return (
    <>
      <Column label={t('whatIsMissing')}>
        <CorrectionPart contest={contest} />
        <OutstandingPart
          contest={contest.id}
          outstanding={contest.outstanding}
          stations={contest.stations}
          proposals={shown.proposals}
          role={role}
        />
        <DispositionsPart contest={contest} />
      </Column>
      <Column label={t('totals')}>
        <TotalsPart contest={contest} twice={shown.twice} />
      </Column>
      <Column label={t('wordsGiven')}>
        <OwnAnswer contest={contest} />
        <SignaturesPart contest={contest} />
        <AgentsPart contest={contest} />
      </Column>
    </>
  );
}

/** Scrolls by itself, and can be reached to scroll it. */
function Column({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <section className={css.column} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
