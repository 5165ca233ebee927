/**
 * One finding: its sum, what each choice does, the reason and the witnesses, and at the foot the key that signs. A finding that
 * passes, cannot be checked or is ruled is only read. Why somebody cannot rule stands here before anything is chosen.
 */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tidy } from '../../core/text.ts';
import type { Choice, FindingSeen, RuledForm } from '../../core/views/rulings.ts';
import { usePerform } from '../office/use-deed.ts';
import { queries } from '../office/use-view.ts';
import { Button } from '../parts/Button.tsx';
import { useBarred } from '../parts/barred.ts';
import { focusOn } from '../parts/focus-on.ts';
import { ReasonField } from '../parts/ReasonField.tsx';
import { Room } from '../parts/Room.tsx';
import voices from '../parts/voices.module.css';
import { Choices } from './Choices.tsx';
import { Explained } from './Explained.tsx';
import { Instead } from './Instead.tsx';
import { OtherPapers } from './OtherPapers.tsx';
import { PastRulings } from './PastRulings.tsx';
import css from './Rulings.module.css';
import { rulingCommand } from './ruling-command.ts';
import { Witnesses } from './Witnesses.tsx';

export interface FindingPaneProps {
  readonly form: RuledForm;
  readonly finding: FindingSeen;
  readonly about: ReactNode;
  readonly right: ReactNode;
  readonly list: ReactNode;
  readonly beside: ReactNode;
  readonly layout: string | undefined;
  /** What was done last, read out. */
  readonly said: string;
  readonly onRuled: (words: string) => void;
  readonly onPlace: (place: string) => void;
  readonly onLeave: () => void;
  /** Where the finding was looked at by choice: back to what waits. */
  readonly onBack: (() => void) | undefined;
}

export function FindingPane({
  form,
  finding,
  about,
  right,
  list,
  beside,
  layout,
  said,
  onRuled,
  onPlace,
  onLeave,
  onBack,
}: FindingPaneProps) {
  const { t } = useTranslation('rulings');
  const why = useBarred('rulings');
  const performing = usePerform();
  const [isSigning, setSigning] = useState(false);
  const [choice, setChoice] = useState<Choice>();
  const [typed, setTyped] = useState('');
  const [unnamed, setUnnamed] = useState<ReadonlySet<string>>(new Set());
  const [box, setBox] = useState<HTMLElement | null>(null);
  const canRule = finding.check === 'fails' && (finding.barred.count === undefined || finding.barred.disregard === undefined);
  const reason = tidy(typed);
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
    if (isDone) onRuled(t('justRuled', { code: finding.code, ruling: ruled }));
  };
  return (
    <Room
      title={t('title')}
      about={about}
      right={right}
      layout={layout}
      refusal={performing.refusal}
      actions={
        canRule ? <p className={voices.label}>{t('witnessesNamed', { named: witnesses.length, total: form.witnesses.length })}</p> : null
      }
      finish={
        <>
          <Button keys="Escape" look="plain" onPress={onBack ?? onLeave}>
            {onBack === undefined ? t('leave') : t('toForm')}
          </Button>
          {finding.check === 'fails' ? (
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
      {list}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is long scrolls, and is scrolled by keys */}
      <section className={css.reasoning} aria-labelledby="finding-title" tabIndex={0} ref={canRule ? undefined : focusOn}>
        <p role="status" className={css.said}>
          {said}
        </p>
        <Explained form={form} finding={finding} />
        {finding.check === 'fails' ? (
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
                <ReasonField ref={setBox} label={t('reason')} lines={2} value={typed} onChange={setTyped} />
                <Witnesses
                  agents={form.witnesses}
                  unnamed={unnamed}
                  onName={(id, isNamed) => setUnnamed((before) => new Set([...before, id].filter((one) => one !== id || !isNamed)))}
                />
              </>
            ) : null}
            <Instead form={form} onPlace={onPlace} />
          </>
        ) : null}
        {finding.code === 'F09' ? <OtherPapers form={form} /> : null}
        <PastRulings rulings={form.rulings} />
      </section>
      {beside}
    </Room>
  );
}

/** Where nothing can be chosen the keyboard goes to what is read. */
