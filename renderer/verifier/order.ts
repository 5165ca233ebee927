/**
 * What is to be verified, and what is said meanwhile. The bundles are files that were chosen, read by stretches and never as a whole.
 */
import type { BroughtReceipt } from '../../core/verify-receipts.ts';
import type { Judged } from './judged.ts';
import type { EngineName } from './signature-engine.ts';

/** A file as far as verification needs it: its name, and any stretch of its bytes. */
export interface Sliced {
  readonly name: string;
  readonly size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

export interface VerifyOrder {
  readonly bundles: readonly Sliced[];
  /** Text of the commission's public key. */
  readonly anchor?: string;
  readonly receipts: readonly BroughtReceipt[];
  /** Files of certificates as text, one envelope a line. */
  readonly certificates: readonly string[];
  readonly acceptRehearsal: boolean;
}

export interface VerifyProgress {
  /** Which bundle, from 1, out of how many. */
  readonly place: number;
  readonly of: number;
  readonly bundle: string;
  /** Bytes read, out of the file's. */
  readonly read: number;
  readonly size: number;
  /** Signatures met in the journal so far, and those verified. */
  readonly met: number;
  readonly verified: number;
}

export interface VerifyDone {
  readonly bundles: readonly Judged[];
  readonly engine: EngineName;
  readonly milliseconds: number;
}

export type VerifyReport = ({ readonly is: 'progress' } & VerifyProgress) | ({ readonly is: 'done' } & VerifyDone);
