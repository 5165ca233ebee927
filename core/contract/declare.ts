/**
 * Declaring: what the room shows, the constituency's form before it is printed, the bundle written to a folder or memory stick, and
 * the mark somebody draws for the paper. Preparing, signing and declaring themselves are acts and go the way of all acts.
 */
import * as z from 'zod/mini';
import { EDITIONS } from '../bundle.ts';
import type { Check, Verdict } from '../checks.ts';
import type { Refusal } from '../result.ts';
import { contestSchema, digestSchema } from '../text.ts';
import type { AcknowledgementView } from '../views/acknowledgement.ts';
import type { DeclareView } from '../views/declare.ts';
import type { ErrorReport } from '../views/declare-report.ts';
import type { SummarySheet } from '../views/declare-sheet.ts';
import { ask, bytesSchema, OFFICIALS } from './ask.ts';

/** A drawn mark is a few strokes: a picture larger than this is none. */
const LARGEST_MARK = 512 * 1024;
const versionSchema = z.int().check(z.minimum(1), z.maximum(999_999));

export const declareAsks = {
  declare: ask('anybody', { contest: z.optional(contestSchema) }),
  summarySheet: ask('anybody', { contest: contestSchema }),
  errorReport: ask('anybody', { contest: contestSchema }),
  /** Opens the desktop's own choice of a folder, writes there, reads back. Officials only, but where a centre can only be read. */
  exportBundle: ask('anybody', { contest: contestSchema, edition: z.enum(EDITIONS), version: z.optional(versionSchema) }),
  exporting: ask('anybody', {}),
  /** A receipt of the national centre, chosen through the desktop and shown before it is recorded; nothing where the dialog was left. */
  chooseAcknowledgement: ask(OFFICIALS, {}),
  /** The one that was chosen and shown, by its digest. */
  recordAcknowledgement: ask(OFFICIALS, { file: digestSchema }),
  keepMark: ask(['ro', 'dro', 'agent'], { contest: contestSchema, version: versionSchema, bytes: bytesSchema }, { limit: LARGEST_MARK }),
};

/** The totals added up twice: from the journal, and by the database over its tables. */
export interface TotalsTwice {
  readonly isEqual: boolean;
  /** Rows compared. */
  readonly rows: number;
  /** Valid votes by each way. */
  readonly byReplay: number;
  readonly byTables: number;
}

export interface DeclareShown extends DeclareView {
  /** Not compared where the database can only be read. */
  readonly twice?: TotalsTwice;
  /** Whether the person at the keyboard has drawn a mark for the version shown. */
  readonly hasMark: boolean;
}

export type ExportStep = 'gathering' | 'writing' | 'reading-back' | 'verifying';
export interface ExportProgress {
  readonly step: ExportStep;
  readonly done: number;
  readonly total: number;
}

/** Why nothing was written; whatever the reason, nothing half-written stands under the final name. */
export type ExportTrouble = 'full' | 'gone' | 'not-writable' | 'taken' | 'too-large' | 'read-differs' | 'check-failed' | 'busy' | 'other';

/** What became of the verifier page beside a bundle: written, there already, another one there, not built with this program, not written. */
export type PageBeside = 'written' | 'same' | 'other' | 'missing' | 'failed';

export type ExportAnswer =
  | { readonly is: 'cancelled' }
  | {
      readonly is: 'failed';
      readonly trouble: ExportTrouble;
      readonly name?: string;
      readonly detail?: string;
      readonly checks?: readonly Check[];
    }
  | {
      readonly is: 'written';
      readonly name: string;
      /** 0 for a provisional account, which nobody has prepared. */
      readonly version: number;
      readonly size: number;
      /** SHA-256 of the file, as written and as read back. */
      readonly digest: string;
      readonly verdict: Verdict;
      readonly checks: readonly Check[];
      readonly isProvisional: boolean;
      /** The file was there already, byte for byte. */
      readonly isSame: boolean;
      /** Of the verifier page in the same folder. */
      readonly page?: PageBeside;
      /** Why the journal does not say so; absent where it does. */
      readonly unnoted?: Refusal;
    };

export interface DeclareAnswers {
  readonly declare: DeclareShown;
  readonly summarySheet: SummarySheet;
  readonly errorReport: ErrorReport;
  readonly exportBundle: ExportAnswer;
  readonly exporting: ExportProgress | undefined;
  readonly chooseAcknowledgement: AcknowledgementView | undefined;
  readonly recordAcknowledgement: undefined;
  readonly keepMark: undefined;
}
