/**
 * Bringing pictures to the paper in hand: dropped, chosen, photographed, or taken from a folder. Each is looked at by the office
 * first, which says by its bytes what it is; the same picture twice is one picture.
 */
import { useState } from 'react';
import type { PickedScan } from '../../core/contract/scan.ts';
import type { Refusal } from '../../core/result.ts';
import { isPlainText } from '../../core/text.ts';
import { ask } from '../office/ask.ts';
import type { HeldPicture } from './use-paper.ts';

export interface Pictures {
  readonly refusal?: Refusal;
  readonly isBusy: boolean;
  add(source: string, bytes: Uint8Array): Promise<void>;
  drop(files: FileList): Promise<void>;
  choose(): Promise<void>;
  takeImported(handle: string, file: number): Promise<void>;
}

const LONGEST = 200;

/** A file's name as the journal may say it. */
function sourceOf(name: string): string {
  const plain = name.normalize('NFC').replaceAll('\n', ' ').trim().slice(0, LONGEST).trim();
  return plain !== '' && isPlainText(plain) ? plain : 'file';
}

export function usePictures(onPicture: (picture: HeldPicture) => void): Pictures {
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setBusy] = useState(false);
  const add = async (source: string, bytes: Uint8Array) => {
    const described = await ask('describeScan', { bytes });
    setRefusal(described.ok ? undefined : described.refusal);
    if (described.ok) onPicture({ scan: described.value, bytes, source });
  };
  const keep = (picked: readonly PickedScan[]) => {
    for (const one of picked) if (one.is === 'picked') onPicture({ scan: one.scan, bytes: one.bytes, source: one.name });
    const refused = picked.find((one) => one.is === 'refused');
    setRefusal(refused === undefined ? undefined : { code: refused.code, detail: refused.name });
  };
  const busily = async (doing: () => Promise<void>) => {
    setBusy(true);
    await doing();
    setBusy(false);
  };
  return {
    ...(refusal === undefined ? {} : { refusal }),
    isBusy,
    add,
    drop: (files) =>
      busily(async () => {
        for (const file of files) await add(sourceOf(file.name), new Uint8Array(await file.arrayBuffer()));
      }),
    choose: () =>
      busily(async () => {
        const chosen = await ask('chooseScans', {});
        if (chosen.ok) keep(chosen.value);
        else setRefusal(chosen.refusal);
      }),
    takeImported: (handle, file) =>
      busily(async () => {
        const taken = await ask('readImported', { handle, file });
        if (taken.ok) keep([taken.value]);
        else setRefusal(taken.refusal);
      }),
  };
}
