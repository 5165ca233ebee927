/**
 * What has been answered about the paper in hand, and its pictures. It is kept for whoever answered it while the app runs, so that a
 * keyboard that locks, or a look into another room, costs nobody the work; nobody is shown another person's answers.
 */
import { useState } from 'react';
import type { DescribedScan } from '../../core/contract/scan.ts';
import type { Answers } from './questions.ts';

/** A picture that no form carries yet. */
export interface HeldPicture {
  readonly scan: DescribedScan;
  readonly bytes: Uint8Array;
  readonly source: string;
}
export interface PaperInHand {
  readonly answers: Answers;
  readonly held: readonly HeldPicture[];
  /** Why there is no scan. */
  readonly absent?: string;
}

const unfinished = new Map<string, PaperInHand>();

export interface KeptPaper {
  readonly paper: PaperInHand;
  change(change: (before: PaperInHand) => PaperInHand): void;
  forget(): void;
}

/** `of` names the person and the paper. */
export function usePaper(of: string, start: Answers): KeptPaper {
  const [paper, setPaper] = useState<PaperInHand>(() => unfinished.get(of) ?? { answers: start, held: [] });
  return {
    paper,
    change: (change) =>
      setPaper((before) => {
        const after = change(before);
        unfinished.set(of, after);
        return after;
      }),
    forget: () => void unfinished.delete(of),
  };
}
