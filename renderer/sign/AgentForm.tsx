/**
 * One form before one agent: the figures, the scan, the findings, and four choices. What the agent answers is what this page showed
 * from the start; if the form changes meanwhile, the page says what changed and listens again only after the agent has seen it. A form
 * too long for the screen is read down to its foot first.
 */
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Frame } from '../../core/contract/frame.ts';
import type { Named } from '../../core/views/named.ts';
import type { AgentPage } from '../../core/views/sign-agent.ts';
import { changesBetween } from '../../core/views/sign-changes.ts';
import { usePerform } from '../office/use-deed.ts';
import { Button } from '../parts/Button.tsx';
import { showStation } from '../parts/figures.ts';
import { Room } from '../parts/Room.tsx';
import type { Saying } from '../parts/Sayings.tsx';
import voices from '../parts/voices.module.css';
import { AgentFoot } from './AgentFoot.tsx';
import { Answers } from './Answers.tsx';
import { Changed } from './Changed.tsx';
import { FormFacts } from './FormFacts.tsx';
import { FormPaper, PAPER_LAYOUT } from './FormPaper.tsx';
import { useListening } from './listening.ts';
import { Remark } from './Remark.tsx';
import { SayWhy } from './SayWhy.tsx';
import type { Word } from './word.ts';

export interface AgentFormProps {
  readonly frame: Frame;
  readonly agent: Named;
  readonly page: AgentPage;
  /** `41 of 159 forms`. */
  readonly progress: React.ReactNode;
  readonly onAnswered: () => void;
  readonly onAway: () => void;
  readonly onLeave: () => void;
  readonly tools?: React.ReactNode;
}

export function AgentForm({ frame, agent, page: latest, progress, onAnswered, onAway, onLeave, tools }: AgentFormProps) {
  const { t } = useTranslation('sign');
  const [seen, setSeen] = useState(latest);
  const [why, setWhy] = useState<'object' | 'refuse' | 'remark'>();
  const [below, setBelow] = useState<number>();
  const readDown = useCallback((rows: number) => setBelow((before = rows) => Math.min(before, rows)), []);
  const [isSaid, setSaid] = useState(false);
  const performing = usePerform();
  const [returned, setReturned] = useState(0);
  const isListening = useListening(returned);
  const changes = changesBetween(seen, latest);
  const page = changes === undefined ? latest : seen;
  const sign = async (word: Word) => {
    const { paper, screen } = page;
    const body = { form: paper.form, revision: paper.revision, ...screen, ...word };
    if (!(await performing.perform({ kind: 'signoff-given', body }))) return;
    setSaid(true);
    onAnswered();
  };
  const showLatest = () => {
    performing.forget();
    setSeen(latest);
  };
  const say = (saying: Saying) => {
    if (performing.isBusy || changes !== undefined) return;
    if (saying === 'away') onAway();
    else if (saying === 'agree') void sign({ choice: 'agree' });
    else setWhy(saying);
  };
  const goBack = () => {
    performing.forget();
    setWhy(undefined);
    setReturned((times) => times + 1);
  };
  if (why === 'remark' && !page.isOpen) return <Remark agent={agent} page={page} onDone={onAnswered} onBack={goBack} />;
  if (why !== undefined && why !== 'remark' && page.isOpen && changes === undefined)
    return (
      <SayWhy
        agent={agent}
        page={page}
        choice={why}
        isBusy={performing.isBusy || isSaid}
        refusal={performing.refusal}
        onSign={(word) => void sign(word)}
        onBack={goBack}
      />
    );
  const { paper, own, others } = page;
  const leave = (
    <Button keys="Escape" look="plain" onPress={onLeave}>
      {t('leave')}
    </Button>
  );
  return (
    <Room
      title={t('formTitle', { form: paper.formName })}
      about={
        <>
          {paper.station.name} <span className={voices.code}>{showStation(paper.station.code)}</span> · {paper.contestTitle}
        </>
      }
      right={progress}
      layout={PAPER_LAYOUT}
      refusal={performing.refusal}
      actions={
        changes !== undefined ? (
          <Changed changes={changes} page={latest} onSeen={showLatest} />
        ) : (
          <AgentFoot
            frame={frame}
            agent={agent}
            page={page}
            isListening={isListening && !isSaid}
            onSay={say}
            below={below}
            onRemark={() => setWhy('remark')}
            leave={leave}
            tools={tools}
          />
        )
      }
      finish={page.isOpen && changes === undefined ? undefined : leave}
    >
      <FormPaper
        page={page}
        isFocused
        onBelow={readDown}
        beside={
          <>
            {others === undefined ? null : <Answers title={t('whatOthersSaid')} rows={others} page={page} />}
            <FormFacts page={page} />
            {page.isOpen ? <p>{t(own === undefined ? 'ifYourCopyDiffers' : 'youMayChange')}</p> : <p>{t('acceptedAlready')}</p>}
          </>
        }
      />
    </Room>
  );
}
