/**
 * A receipt as an agent reads it and carries it away: which forms it covers, the head of the journal at that moment, and one line
 * that fits a printed square code. With that line, signed by the device, anyone can ask later whether the published journal still
 * has that head.
 */
import type { ActOf } from '../acts.ts';
import type { Receipt } from '../receipt.ts';
import { type Centre, formOf } from '../state.ts';
import { type Named, named } from './named.ts';
import { type ListedForm, listedForm } from './paper.ts';

type Said = ActOf<'receipt-issued'>['body']['forms'][number];

export interface ReceiptForm {
  readonly listed: ListedForm;
  readonly revision: number;
  readonly kind: Said['kind'];
  readonly choice: Said['choice'];
  readonly act: string;
}

export interface ShownReceipt {
  readonly agent: Named;
  /** In the words of the definition. */
  readonly election: string;
  readonly isRehearsal: boolean;
  readonly at: string;
  /** The digest of the receipt's own act, by which it is named and saved. */
  readonly digest: string;
  readonly head: { readonly size: number; readonly root: string };
  readonly line: string;
  readonly forms: readonly ReceiptForm[];
  /** The receipt's file as text. */
  readonly text: string;
}

export function shownReceipt(centre: Centre, { act, line }: Receipt, text: string): ShownReceipt {
  const { title, kind } = centre.definition.content;
  return {
    agent: named(centre, act.body.agent),
    ...{ election: title, isRehearsal: kind === 'rehearsal' },
    at: act.at,
    digest: act.digest,
    head: act.body.head,
    line,
    forms: act.body.forms.map(({ form, revision, kind, choice, act: said }) => ({
      listed: listedForm(centre, formOf(centre, form)),
      ...{ revision, kind, choice, act: said },
    })),
    text,
  };
}
