/**
 * Receiving a paper: first the act, then its pictures, which need the name that the paper got. Should a picture fail, the paper stays
 * received, the refusal is shown, and the same key tries the pictures again.
 */
import { useState } from 'react';
import type { Particulars } from '../../core/particulars.ts';
import type { Refusal } from '../../core/result.ts';
import type { KnownPaper } from '../../core/views/receive.ts';
import { ask } from '../office/ask.ts';
import { useDeed } from '../office/use-deed.ts';
import type { HeldPicture } from './use-paper.ts';

export interface Receipt {
  readonly contest: string;
  readonly station: string;
  readonly particulars: Particulars;
  readonly held: readonly HeldPicture[];
  readonly absent: string | undefined;
}

export interface Receiving {
  readonly isBusy: boolean;
  readonly refusal?: Refusal;
  /** The form's name once the paper and all its pictures are recorded. */
  receive(receipt: Receipt): Promise<string | undefined>;
  amend(known: KnownPaper, particulars: Particulars, reason: string): Promise<boolean>;
  attach(form: string, pictures: readonly HeldPicture[]): Promise<boolean>;
}

export function useReceiving(): Receiving {
  const performing = useDeed('perform');
  const attaching = useDeed('attachScan');
  const [received, setReceived] = useState<string>();
  const [attached, setAttached] = useState<ReadonlySet<string>>(new Set());
  const attach = async (form: string, pictures: readonly HeldPicture[]) => {
    for (const { scan, bytes, source } of pictures.filter((picture) => !attached.has(picture.scan.digest))) {
      const done = await attaching.do({ form, bytes, source });
      if (done?.ok !== true) return false;
      setAttached((before) => new Set(before).add(scan.digest));
    }
    return true;
  };
  const refusal = performing.refusal ?? attaching.refusal;
  return {
    isBusy: performing.isBusy || attaching.isBusy,
    ...(refusal === undefined ? {} : { refusal }),
    attach,
    receive: async ({ held, absent, ...paper }) => {
      const form = received ?? (await receiveNow(paper, held.length === 0 ? absent : undefined));
      if (form === undefined) return undefined;
      setReceived(form);
      return (await attach(form, held)) ? form : undefined;
    },
    amend: async ({ form, revision }, particulars, reason) => {
      const body = { form, revision, particulars, reason };
      const done = await performing.do({ id: crypto.randomUUID(), commands: [{ kind: 'particulars-amended', body }] });
      return done?.ok === true;
    },
  };

  async function receiveNow(paper: Omit<Receipt, 'held' | 'absent'>, scanAbsent: string | undefined): Promise<string | undefined> {
    const body = { ...paper, ...(scanAbsent === undefined ? {} : { scanAbsent }) };
    const done = await performing.do({ id: crypto.randomUUID(), commands: [{ kind: 'form-received', body }] });
    return done?.ok === true ? formReceivedAt(paper, done.value.acts[0]?.seq) : undefined;
  }
}

/** The form that an act of the journal received: its number among the papers of its result is the office's to give. */
async function formReceivedAt(
  { contest, station }: Omit<Receipt, 'held' | 'absent'>,
  seq: number | undefined,
): Promise<string | undefined> {
  const view = await ask('receive', { station });
  const papers = view.ok ? view.value.place?.contests.find(({ id }) => id === contest)?.papers : undefined;
  return papers?.find(({ receivedSeq }) => receivedSeq === seq)?.form;
}
