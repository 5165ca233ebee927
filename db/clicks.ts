/**
 * How a click was named. The journal's columns `command`, `part` and `content` let a repeated click find its first answer; no person
 * signs them, because they prove nothing. So that an altered one is noticed all the same, `click` holds the SHA-256 of the three
 * and of the entry's leaf: a flipped bit, an edited cell or two exchanged rows no longer agree. Somebody who also computes that
 * anew changes no act, no figure and no result.
 */
import { equalBytes, toHex, utf8 } from '../core/bytes.ts';
import { sha256 } from '../core/primitives.ts';
import type { Handle } from './database.ts';

interface Click {
  readonly command: string;
  /** The act's place among those of one command. */
  readonly part: number;
  /** Digest of what was asked. */
  readonly content: string;
  readonly leaf: Uint8Array;
}

/** The 32 bytes of the column `click`: SHA-256 of the JSON list of command, part, content, and the leaf in hexadecimal. */
export function clickOf({ command, part, content, leaf }: Click): Uint8Array {
  return sha256(utf8(JSON.stringify([command, part, content, toHex(leaf)])));
}

/** The first row of the journal whose click is not what was written; undefined where there is none. */
export function faultOfClicks(handle: Handle): string | undefined {
  const rows = handle.prepare<[], Click & { seq: number; click: Uint8Array }>(
    'SELECT seq, command, part, content, leaf, click FROM journal ORDER BY seq',
  );
  for (const row of rows.iterate()) {
    if (!equalBytes(clickOf(row), row.click)) return `seq ${row.seq}: command, part and content are not as they were written`;
  }
  return undefined;
}
