/**
 * The bytes of one scan, asked for once: a digest never means other bytes, so the last few are kept. A scan that is missing or
 * damaged is asked for again when it is next shown.
 */
import { useEffect, useState } from 'react';
import type { Scan } from '../../core/state.ts';
import { ask } from '../office/ask.ts';

export type ScanState =
  | { readonly is: 'coming' }
  | { readonly is: 'there'; readonly digest: string; readonly bytes: Uint8Array }
  | { readonly is: 'missing' };

const MOST_KEPT = 6;
const kept = new Map<string, Uint8Array>();

function keep(digest: string, bytes: Uint8Array): void {
  kept.delete(digest);
  kept.set(digest, bytes);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}

/** `held` are pictures that the window has itself, because no form carries them yet. */
export function useScan(scan: Scan | undefined, held: ReadonlyMap<string, Uint8Array>): ScanState {
  const digest = scan?.digest;
  const [asked, setAsked] = useState<{ readonly digest: string; readonly bytes?: Uint8Array }>();
  const known = digest === undefined ? undefined : (held.get(digest) ?? kept.get(digest));
  const isKnown = known !== undefined;
  useEffect(() => {
    if (digest === undefined || isKnown) return undefined;
    let isGone = false;
    void ask('scan', { digest }).then((answer) => {
      if (answer.ok) keep(digest, answer.value.bytes);
      if (!isGone) setAsked({ digest, ...(answer.ok ? { bytes: answer.value.bytes } : {}) });
    });
    return () => {
      isGone = true;
    };
  }, [digest, isKnown]);
  if (digest === undefined) return { is: 'coming' };
  const bytes = known ?? (asked?.digest === digest ? asked.bytes : undefined);
  if (bytes !== undefined) return { is: 'there', digest, bytes };
  return asked?.digest === digest ? { is: 'missing' } : { is: 'coming' };
}
