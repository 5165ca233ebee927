/**
 * What a screen is drawn from: the centre, who is looking, and the time. Views are pure; what a person must not see yet is left out
 * here, not hidden by the window.
 */
import type { Centre, Person } from '../state.ts';

export interface Seen {
  readonly centre: Centre;
  /** The person at the keyboard; nobody for the board and the wall. */
  readonly viewer?: Person;
  readonly now: string;
}
