/**
 * The verification room: bundles from anywhere, and what their reader brings to judge them by. The files are chosen in the desktop's
 * own dialogs and stay with the host; a window hears their names only.
 */
import * as z from 'zod/mini';
import type { VerifiedBundle } from '../views/verify.ts';
import { ask } from './ask.ts';

export const VERIFY_FILES = ['bundles', 'folder', 'anchor', 'receipts', 'certificates'] as const;
export type VerifyFiles = (typeof VERIFY_FILES)[number];

export const verifyAsks = {
  verification: ask('anybody', {}),
  /** Opens the desktop's dialog; whether anything was chosen comes back. */
  chooseToVerify: ask('anybody', { what: z.enum(VERIFY_FILES) }),
  startVerifying: ask('anybody', { acceptRehearsal: z.boolean() }),
  forgetVerifying: ask('anybody', {}),
};

/** Files by name, as they were chosen. */
export interface ChosenFiles {
  readonly bundles: readonly string[];
  readonly anchor?: string;
  readonly receipts: readonly string[];
  readonly certificates: readonly string[];
}

export interface VerificationView {
  readonly chosen: ChosenFiles;
  readonly running?: { readonly bundle: string; readonly place: number; readonly of: number; readonly signatures: number };
  /** Missing until something was verified. */
  readonly verified?: { readonly bundles: readonly VerifiedBundle[]; readonly acceptedRehearsal: boolean };
  /** What was chosen to judge by cannot be read. */
  readonly fault?: { readonly code: string; readonly detail?: string; readonly file?: string };
}

export interface VerifyAnswers {
  readonly verification: VerificationView;
  readonly chooseToVerify: boolean;
  readonly startVerifying: undefined;
  readonly forgetVerifying: undefined;
}
