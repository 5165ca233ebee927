/**
 * Pictures of the papers: one handed to a window by its digest, one described before anybody attaches it, one attached, several
 * chosen at once, and a whole folder of them matched to stations by their names. A window never sees a path.
 */
import * as z from 'zod/mini';
import { formIdSchema } from '../acts.ts';
import type { Refusal } from '../result.ts';
import { digestSchema, nameSchema } from '../text.ts';
import { ask, bytesSchema, EVERY_PERSON, STAFF } from './ask.ts';

/** 64 MiB, as the scans themselves may have, and a little for the fields around the bytes. */
const SCAN_LIMIT = 64 * 2 ** 20 + 4096;
const MOST_FILES = 20_000;

export interface ScanBytes {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}
/** A picture that no form has yet: what it is, and which forms carry the very same one. */
export interface DescribedScan {
  readonly digest: string;
  readonly mediaType: string;
  readonly size: number;
  readonly elsewhere: readonly string[];
}
/** A file that a person chose: described, with its bytes where no form was named, or why it was not taken. */
export type PickedScan =
  | { readonly name: string; readonly is: 'picked'; readonly scan: DescribedScan; readonly bytes: Uint8Array }
  | { readonly name: string; readonly is: 'attached'; readonly scan: DescribedScan }
  | { readonly name: string; readonly is: 'refused'; readonly code: Refusal['code']; readonly detail?: string };

/** Why a file of a folder belongs to no paper that is known here. */
export type Unmatched =
  | 'no-station'
  | 'unknown-station'
  | 'several-stations'
  | 'other-form'
  | 'contest-not-held'
  | 'contest-unclear'
  | 'not-a-picture'
  | 'not-readable'
  | 'same-file';

export type ImportedFile = { readonly file: number; readonly name: string; readonly digest: string } & (
  | { readonly is: 'matched'; readonly contest: string; readonly station: string; readonly forms: readonly string[] }
  | { readonly is: 'unmatched'; readonly why: Unmatched; readonly detail?: string }
  | { readonly is: 'attached'; readonly form: string }
);

/** How far a folder has come. A file that is matched to no form yet waits for a paper that has not been received. */
export type ScanImport =
  | { readonly stage: 'none' }
  | { readonly stage: 'reading' | 'attaching'; readonly handle: string; readonly done: number; readonly total: number }
  | { readonly stage: 'ready'; readonly handle: string; readonly files: readonly ImportedFile[] };

const handle = z.string().check(z.regex(/^[0-9a-f-]{36}$/));
const file = z.int().check(z.minimum(0), z.maximum(MOST_FILES));

export const scanAsks = {
  scan: ask(EVERY_PERSON, { digest: digestSchema }),
  describeScan: ask(STAFF, { bytes: bytesSchema }, { limit: SCAN_LIMIT }),
  attachScan: ask(STAFF, { form: formIdSchema, bytes: bytesSchema, source: nameSchema }, { limit: SCAN_LIMIT }),
  /** The desktop asks for files. With a form they are attached to it at once; without one the window keeps them until there is. */
  chooseScans: ask(STAFF, { form: z.optional(formIdSchema) }),
  /** The desktop asks for a folder, whose files are then read one after the other; `scanImport` tells how far it is. */
  importScans: ask(STAFF, {}),
  scanImport: ask(STAFF, {}),
  readImported: ask(STAFF, { handle, file }),
  confirmImport: ask(
    STAFF,
    { handle, choices: z.array(z.strictObject({ file, form: formIdSchema })).check(z.minLength(1), z.maxLength(MOST_FILES)) },
    { limit: 4 * 2 ** 20 },
  ),
  cancelImport: ask(STAFF, { handle }),
};

export interface ScanAnswers {
  readonly scan: ScanBytes;
  readonly describeScan: DescribedScan;
  readonly attachScan: { readonly digest: string };
  readonly chooseScans: readonly PickedScan[];
  readonly importScans: { readonly handle?: string };
  readonly scanImport: ScanImport;
  readonly readImported: PickedScan;
  /** How many were attached, and the files that were not. */
  readonly confirmImport: {
    readonly attached: number;
    readonly refused: readonly { readonly file: number; readonly code: Refusal['code'] }[];
  };
  readonly cancelImport: undefined;
}
