/** What the office and the thread that writes the second medium say to each other. */
import type { TailOrder } from './tail.ts';

export interface TailThreadOrder extends TailOrder {
  /** Milliseconds between two looks of its own. */
  readonly pace: number;
  /** Two numbers, shared: see ENDED and LEFT. */
  readonly end: Int32Array;
}
export type TailMessage = 'grew' | 'end';

/** The number that is 1 when the thread has done its last work. */
export const ENDED = 0;
/** The number that is 1 when the office waits no longer: the thread ends after the piece of work it is at. */
export const LEFT = 1;
