/**
 * One finding: its sum, what each choice does, the reason and the witnesses, and at the foot the key that signs. A finding that
 * passes, cannot be checked or is a note is only read. Why somebody cannot rule stands here before anything is chosen.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tidy } from '../../core/text.ts';
import type { Choice, FindingSeen, RuledForm } from '../../core/views/rulings.ts';
import { usePerform } from '../office/use-deed.ts';
import { queries } from '../office/use-view.ts';
import { Button } from '../parts/Button.tsx';
import { useBarred } from '../parts/barred.ts';
import { ReasonField } from '../parts/ReasonField.tsx';
import voices from '../parts/voices.module.css';
import { Choices } from './Choices.tsx';
import { Explained } from './Explained.tsx';
import { Instead } from './Instead.tsx';
import { OtherPapers } from './OtherPapers.tsx';
import { PastRulings } from './PastRulings.tsx';
import { type RulingFrame, RulingRoom } from './RulingRoom.tsx';
import css from './Rulings.module.css';
import { rulingCommand } from './ruling-command.ts';
import { useReason } from './use-reason.ts';
import { Witnesses } from './Witnesses.tsx';

export interface FindingPaneProps {
  readonly form: RuledForm;
  readonly finding: FindingSeen;
  readonly frame: RulingFrame;
  readonly onRuled: (words: string) => void;
  /** Where the finding was looked at by choice: back to what waits. */
  readonly onBack: (() => void) | undefined;
}

export function FindingPane({ form, finding, frame, onRuled, onBack }: FindingPaneProps) {
  const { t } = useTranslation('rulings');
  const why = useBarred('rulings');
  const performing = usePerform();
  const [isSigning, setSigning] = useState(false);
  const [choice, setChoice] = useState<Choice>();
  const [unnamed, setUnnamed] = useState<ReadonlySet<string>>(new Set());
  const [box, setBox] = useState<HTMLElement | null>(null);
  // A note blocks nothing, and nothing is chosen about it.
  const isForRuling = finding.check === 'fails' && finding.kind === 'needs ruling';
  const canRule = isForRuling && (finding.barred.count === undefined || finding.barred.disregard === undefined);
  const kept = useReason(form.paper, finding, canRule);
  const reason = tidy(kept.draft);
  const witnesses = form.witnesses.filter(({ id }) => !unnamed.has(id)).map(({ id }) => id);
  const barred = choice === undefined ? t('chooseFirst') : reason === '' ? t('reasonFirst') : undefined;
  const sign = async () => {
    if (choice === undefined) return;
    const ruled = choice === 'count' ? t('count') : t('disregard', { ground: finding.ground ?? '' });
    setSigning(true);
    const isDone = await performing.perform(rulingCommand(form, finding, choice, reason, witnesses));
    // What is typed next belongs to the next finding: this one keeps the screen until that one is there.
    if (isDone) await queries.invalidateQueries({ queryKey: ['rulings'] });
    setSigning(false);
    if (!isDone) return;
    onRuled(t('justRuled', { code: finding.code, ruling: ruled }));
    await kept.drop();
  };
  return (
    <RulingRoom
      frame={frame}
      label={{ 'aria-labelledby': 'finding-title' }}
      isFocused={!canRule}
      refusal={performing.refusal}
      actions={
        canRule ? <p className={voices.label}>{t('witnessesNamed', { named: witnesses.length, total: form.witnesses.length })}</p> : null
      }
      finish={
        <>
          <Button keys="Escape" look="plain" onPress={onBack ?? frame.onLeave}>
            {onBack === undefined ? t('leave') : t('toForm')}
          </Button>
          {isForRuling ? (
            <Button
              keys="Shift+Enter"
              look="main"
              isBusy={isSigning}
              barred={canRule ? barred : why(finding.barred.count)}
              onPress={() => void sign()}
            >
              {choice === undefined ? t('sign') : t(choice === 'count' ? 'signCount' : 'signDisregard')}
            </Button>
          ) : null}
        </>
      }
    >
      <p role="status" className={css.said}>
        {frame.said}
      </p>
      <Explained form={form} finding={finding} />
      {isForRuling ? (
        <>
          <Choices
            form={form}
            finding={finding}
            choice={choice}
            onChoose={setChoice}
            onDecided={() => {
              box?.focus();
              box?.scrollIntoView({ block: 'center' });
            }}
          />
          {canRule ? (
            <>
              <ReasonField ref={setBox} label={t('reason')} lines={2} value={kept.draft} onChange={(typed) => kept.change(() => typed)} />
              <Witnesses
                agents={form.witnesses}
                unnamed={unnamed}
                onName={(id, isNamed) => setUnnamed((before) => new Set([...before, id].filter((one) => one !== id || !isNamed)))}
              />
            </>
          ) : null}
          <Instead form={form} onPlace={frame.onPlace} />
        </>
      ) : null}
      {finding.code === 'F09' ? <OtherPapers form={form} /> : null}
      <PastRulings rulings={form.rulings} />
    </RulingRoom>
  );
}
