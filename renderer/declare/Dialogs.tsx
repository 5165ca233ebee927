/** The dialogs of the room, by name. One is open at a time; one whose matter is gone meanwhile is not shown. */
import type { DeclareContest } from '../../core/views/declare.ts';
import { ContestPapersDialog } from '../papers/ContestPapersDialog.tsx';
import { AcknowledgementDialog } from './AcknowledgementDialog.tsx';
import { CloseStationsDialog, ReopenStationsDialog } from './CloseStationsDialog.tsx';
import { ConfirmCorrectionDialog, CorrectDialog, WithdrawProposalDialog } from './CorrectionDialogs.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { MarkDialog } from './MarkDialog.tsx';
import { NoResponseDialog } from './NoResponseDialog.tsx';
import { PrepareDialog } from './PrepareDialog.tsx';
import { DeclareDialog, SignDialog, WithdrawDialog } from './VersionDialogs.tsx';

export type DialogName =
  | 'prepare'
  | 'sign'
  | 'declare'
  | 'withdraw'
  | 'close'
  | 'reopen'
  | 'no-response'
  | 'correct'
  | 'confirm'
  | 'withdraw-proposal'
  | 'export'
  | 'papers'
  | 'report'
  | 'acknowledgement'
  | 'mark';

export interface DialogsProps {
  readonly name: DialogName | undefined;
  readonly contest: DeclareContest;
  readonly onLeave: () => void;
}

export function Dialogs({ name, contest, onLeave }: DialogsProps) {
  const { proposed } = contest;
  const matter = { contest, onLeave };
  switch (name) {
    case undefined:
      return null;
    case 'prepare':
      return <PrepareDialog {...matter} />;
    case 'sign':
      return <SignDialog {...matter} />;
    case 'declare':
      return <DeclareDialog {...matter} />;
    case 'withdraw':
      return <WithdrawDialog {...matter} />;
    case 'close':
      return <CloseStationsDialog {...matter} />;
    case 'reopen':
      return <ReopenStationsDialog {...matter} />;
    case 'no-response':
      return <NoResponseDialog {...matter} />;
    case 'correct':
      return <CorrectDialog {...matter} />;
    case 'confirm':
      return proposed === undefined ? null : <ConfirmCorrectionDialog proposed={proposed} onLeave={onLeave} />;
    case 'withdraw-proposal':
      return proposed === undefined ? null : <WithdrawProposalDialog proposed={proposed} onLeave={onLeave} />;
    case 'export':
      return <ExportDialog {...matter} />;
    case 'papers':
      return <ContestPapersDialog {...matter} paper="form" />;
    case 'report':
      return <ContestPapersDialog {...matter} paper="errors" />;
    case 'acknowledgement':
      return <AcknowledgementDialog onLeave={onLeave} />;
    case 'mark':
      return <MarkDialog {...matter} />;
  }
}
