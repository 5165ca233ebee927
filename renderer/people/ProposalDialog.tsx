/** What waits for a second official: confirmed by another, withdrawn, or, late and with a reason, completed by the proposer alone. */
import { useTranslation } from 'react-i18next';
import type { ProposalRow } from '../../core/views/people.ts';
import { usePerform } from '../office/use-deed.ts';
import { ActDialog } from '../parts/ActDialog.tsx';
import { useBarred } from '../parts/barred.ts';
import { showTime } from '../parts/figures.ts';
import { ReasonDialog } from '../parts/ReasonDialog.tsx';
import voices from '../parts/voices.module.css';

export type ProposalDeed = 'confirm' | 'withdraw' | 'alone';

export interface ProposalDialogProps {
  readonly deed: ProposalDeed;
  readonly proposal: ProposalRow;
  readonly onDone: () => void;
}

export function ProposalDialog({ deed, proposal, onDone }: ProposalDialogProps) {
  const { t } = useTranslation(['people', 'acts']);
  const shortOf = useBarred('people');
  const performing = usePerform();
  const { act, kind, byName, at, concerns, reason, alone } = proposal;
  const name = t(`acts:${kind}.name`);
  const sign = async (why: string) => {
    const command =
      deed === 'withdraw'
        ? ({ kind: 'proposal-withdrawn', body: { act } } as const)
        : ({ kind: 'act-confirmed', body: { act, ...(deed === 'alone' ? { alone: why } : {}) } } as const);
    if (await performing.perform(command)) onDone();
  };
  const common = {
    title: t(`people:proposal.${deed}Title`, { name }),
    verb: t(`people:proposal.${deed}`),
    isBusy: performing.isBusy,
    refusal: performing.refusal,
    onLeave: onDone,
  };
  const told = (
    <>
      <p>
        {t('people:proposal.saidBy', { who: byName, time: showTime(at) })} <b className={voices.strong}>{name}</b> {concerns}
      </p>
      {reason === undefined ? null : <p className={voices.quiet}>{reason}</p>}
    </>
  );
  if (deed === 'alone') {
    return (
      <ReasonDialog
        {...common}
        does={t('people:proposal.aloneDoes')}
        barred={shortOf(alone?.barred, alone?.from)}
        onSign={(why) => void sign(why)}
      >
        {told}
      </ReasonDialog>
    );
  }
  return (
    <ActDialog {...common} barred={shortOf(proposal[deed].barred)} onSign={() => void sign('')}>
      {told}
      <p>{t(`people:proposal.${deed}Does`)}</p>
    </ActDialog>
  );
}
