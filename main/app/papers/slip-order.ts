/** What an agent's slip needs beside the receipt itself: names, as the centre knows them, for what the receipt tells by identifiers. */

import { fromUtf8 } from '../../../core/bytes.ts';
import type { Language } from '../../../core/contract/frame.ts';
import { readReceipt } from '../../../core/receipt.ts';
import { must } from '../../../core/result.ts';
import { type Centre, formOf } from '../../../core/state.ts';
import { named } from '../../../core/views/named.ts';
import { listedForm } from '../../../core/views/paper.ts';
import type { PaperOrder } from './paper-worker.ts';

/** `file` is a receipt that this machine issued. */
export function slipOrder(centre: Centre, file: Uint8Array, language: Language): PaperOrder {
  const { body } = must(readReceipt(file)).act;
  const { name, party = '' } = named(centre, body.agent);
  const { title, kind } = centre.definition.content;
  const { checkpoint } = JSON.parse(fromUtf8(file) ?? '') as { readonly checkpoint: string };
  const nameOfForm = (form: string) => {
    const { station, formName } = listedForm(centre, formOf(centre, form));
    return [form, `${station.name}, ${formName}`] as const;
  };
  return {
    ...{ is: 'slip', file, checkpoint, language, agent: { name, party }, election: { title, kind } },
    formNames: new Map(body.forms.map(({ form }) => nameOfForm(form))),
  };
}
