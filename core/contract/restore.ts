/**
 * Restoring a centre from its second medium: look at what lies there, bring receipts and checkpoints that may know of more, restore,
 * and sign for it. Anybody may ask, because where a machine was lost nobody is at the keyboard of the new one; what is restored does
 * nothing until two officials have signed for it.
 */
import * as z from 'zod/mini';
import type { Refusal } from '../result.ts';
import { personSchema, reasonSchema } from '../text.ts';
import { ask } from './ask.ts';

const secretSchema = z.string().check(z.minLength(1), z.maxLength(200));

/** What lies on a medium. */
export interface RestorableCentre {
  /** The chosen folder's own name. */
  readonly name: string;
  readonly title: string;
  readonly date: string;
  readonly kind: 'live' | 'rehearsal';
  readonly constituency: string;
  readonly definition: string;
  readonly epoch: number;
  /** The contests' titles. */
  readonly contests: readonly string[];
  readonly size: number;
  readonly lastAt?: string;
  readonly copies: readonly { readonly size: number; readonly at: string; readonly bytes: number }[];
  readonly scans: { readonly named: number; readonly missing: number };
  readonly keys: number;
  readonly faults: readonly { readonly code: string; readonly detail: string }[];
  /** Acts that the medium's own list of heads knows, and whose lines cannot be read. */
  readonly knownBeyond: number;
  /** A centre of this definition is on this machine already, and stays as it is. */
  readonly isHereAlready: boolean;
}

/** A receipt or checkpoint held against the medium. */
export interface BroughtHead {
  readonly source: string;
  readonly size: number;
  readonly verdict: 'held' | 'lost' | 'contradicted';
  readonly agent?: string;
}

export type RestoreStep = 'looking' | 'checking' | 'appending' | 'scans' | 'finishing';

export type RestoreView =
  | { readonly is: 'none'; readonly refusal?: Refusal }
  | { readonly is: 'looking'; readonly name: string }
  | {
      readonly is: 'offered';
      readonly centre: RestorableCentre;
      readonly brought: readonly BroughtHead[];
      readonly isWeighing: boolean;
      /** Acts that are known to be lost, by the medium itself or by what was brought. */
      readonly lost: number;
      /** Why the last restoring was not done. */
      readonly refusal?: Refusal;
    }
  | {
      readonly is: 'running';
      readonly centre: RestorableCentre;
      readonly step: RestoreStep;
      readonly done: number;
      readonly total: number;
    };

/** A centre that was restored here and for which two officials have not signed yet. */
export interface AwaitedRestoreView {
  readonly stage: 'unsigned' | 'unconfirmed';
  readonly size: number;
  readonly lastAt: string;
  /** Heads beyond what was restored, and the number of acts known to be lost. */
  readonly later: readonly { readonly source: string; readonly size: number }[];
  readonly lost: number;
  /** What waits for the second official. */
  readonly act?: string;
}

export const restoreAsks = {
  restoring: ask('anybody', {}),
  /** The desktop's own dialog; whether a folder was chosen. What lies there is looked at meanwhile. */
  chooseRestorable: ask('anybody', {}),
  /** Receipts and checkpoints, any number; whether any were chosen. */
  bringKnownHeads: ask('anybody', {}),
  startRestore: ask('anybody', {}),
  /** Stops the restoring, and removes what it has written. */
  cancelRestore: ask('anybody', {}),
  forgetRestore: ask('anybody', {}),
  awaitedRestore: ask('anybody', {}),
  /** An official's first signature for the restore, with the words typed here: nobody can be at the keyboard before it. */
  signRestore: ask('anybody', { person: personSchema, secret: secretSchema, reason: reasonSchema }),
};

export interface RestoreAnswers {
  readonly restoring: RestoreView;
  readonly chooseRestorable: boolean;
  readonly bringKnownHeads: boolean;
  /** Whether the centre is restored and open now; not where it was cancelled or refused. */
  readonly startRestore: boolean;
  readonly cancelRestore: undefined;
  readonly forgetRestore: undefined;
  readonly awaitedRestore: AwaitedRestoreView | undefined;
  readonly signRestore: undefined;
}
