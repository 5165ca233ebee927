/** One way to provoke a refusal. */
import type { RefusalCode } from '../../core/refusals.ts';

export interface RefusalCase {
  readonly code: RefusalCode;
  /** Continues "is refused": when. */
  readonly when: string;
  /** What the centre says, and, where there is a way to mend it, what it says to the same command then: it must be `allowed`. */
  readonly provoke: () => string | readonly [refused: string, mended: string];
}

export function refused(code: RefusalCode, when: string, provoke: RefusalCase['provoke']): RefusalCase {
  return { code, when, provoke };
}
