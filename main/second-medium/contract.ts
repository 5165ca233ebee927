/**
 * What the program says about the second medium (a memory stick or another disk that receives every act as it is done) and about
 * restoring a centre from it: values only, so that a window, the command line and a test speak of the same things.
 */
import type { Head } from '../../core/acts.ts';
import type { Result } from '../../core/result.ts';
import type { MediumCopy, MediumStanding } from '../../core/views/medium.ts';
import type { Appended } from '../office/ledger.ts';

/** What is known of the medium, with the folder that was chosen. */
export interface SecondMediumStatus extends Omit<MediumStanding, 'name'> {
  readonly place?: string;
}

/** What lies on a medium, read without changing anything. */
export interface MediumContents {
  /** The folder `countersign-…` on the medium from which a restore would be made. */
  readonly folder: string;
  readonly journal: string;
  readonly epoch: number;
  /** Of the definition: title, date, kind, constituency, and the contests that the centre holds. */
  readonly title: string;
  readonly date: string;
  readonly kind: 'live' | 'rehearsal';
  readonly constituency: string;
  readonly definition: string;
  readonly contests: readonly string[];
  /** Entries that can be read in order, from the lines or the newest copy, whichever is more. */
  readonly size: number;
  readonly lastAt?: string;
  /** Full copies, the newest first; they are verified when one is restored. */
  readonly copies: readonly (MediumCopy & { readonly bytes: number })[];
  readonly scans: { readonly named: number; readonly missing: number };
  readonly keys: number;
  /** What is wrong with what lies there, in plain English with a code. */
  readonly faults: readonly { readonly code: string; readonly detail: string }[];
  /** Heads that the medium itself knows beyond what can be read. */
  readonly later: readonly KnownHead[];
}

/** A head of the journal that somebody can show: on a receipt, a checkpoint, or the medium's own list. */
export interface KnownHead extends Head {
  /** Where it is known from: a file's name, or `heads.jsonl`. */
  readonly source: string;
}

/** What a brought receipt or checkpoint says against a medium, before anything is restored. */
export interface WeighedHead extends KnownHead {
  /** *held*: the history on the medium has this head. *lost*: it is newer. *contradicted*: the medium has another history there. */
  readonly verdict: 'held' | 'lost' | 'contradicted';
  /** Whose receipt, where it is one. */
  readonly agent?: string;
}

export interface Restored {
  readonly folder: string;
  readonly backup: Head;
  /** Heads that are known and not in what was restored. */
  readonly later: readonly KnownHead[];
  /** Acts that are known to be lost: the largest of `later` beyond the backup. */
  readonly lost: number;
  /** The copy that was the ground, if any passed its check; the rest came from the lines. */
  readonly fromCopy?: number;
  readonly fromLines: number;
  readonly scans: { readonly copied: number; readonly missing: number };
  readonly keys: number;
  readonly faults: readonly { readonly code: string; readonly detail: string }[];
}

/** A centre that was restored and not yet confirmed: what an official is to sign, and who has. */
export interface AwaitedRestore {
  /** *unsigned*: nobody has proposed it. *unconfirmed*: a second official has to confirm the act named. */
  readonly stage: 'unsigned' | 'unconfirmed';
  readonly backup: Head;
  readonly later: readonly KnownHead[];
  readonly act?: string;
  readonly proposer?: string;
}

export type RestoreStep = 'looking' | 'checking' | 'appending' | 'scans' | 'finishing';
export type OnRestoreProgress = (step: RestoreStep, done: number, total: number) => void;

/** A receipt or a checkpoint as a person brought it: the file's own name and its bytes. */
export interface BroughtFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the office offers beside its other work. */
export interface OfficeMedium {
  secondMedium(): SecondMediumStatus;
  /**
   * Takes a folder as the second medium, or none. Refuses E-FILE (not there, not to be written, inside the data folder), and
   * R-MEDIUM-OTHER where the acts of another machine lie there; the one before then stays.
   */
  setSecondMedium(folder: string | undefined): Promise<Result<undefined>>;
  /** Makes a full, verified copy now. Refuses E-FILE where there is no medium or it cannot be made. */
  copyNow(): Promise<Result<MediumCopy>>;
  /** Of a centre that was restored here and is not confirmed yet. */
  awaitedRestore(): AwaitedRestore | undefined;
  /** An official signs the restore: the first step, after which a second official confirms the act. */
  proposeRestore(person: string, passphrase: string, reason: string): Promise<Result<Appended>>;
  /** Makes a last full copy where something happened since the one before; asked before `close` when there is time to show it. */
  finishMedium(): Promise<void>;
}

/**
 * `main/second-medium/threads.ts` offers these three for a window; all work in a thread of their own:
 * `inspectMedium(folder)`, `weighBrought(folder, files)` and `restoreFrom(folder, target, files, onProgress, signal?)`.
 */
export interface MediumThreads {
  inspectMedium(folder: string): Promise<Result<MediumContents>>;
  weighBrought(folder: string, files: readonly BroughtFile[]): Promise<Result<readonly WeighedHead[]>>;
  restoreFrom(
    folder: string,
    target: string,
    files: readonly BroughtFile[],
    onProgress: OnRestoreProgress,
    signal?: AbortSignal,
  ): Promise<Result<Restored>>;
}
