/**
 * Following a journal entry by entry, trusting nothing in it: places, heads, keys and rules are all derived again. The same
 * follower serves the verifier of a bundle, the audit of a database and the start-up check.
 */
import type { Act } from './acts.ts';
import { toHex } from './bytes.ts';
import { evolve, evolveHidden, judge } from './centre.ts';
import { type Entry, introduceKeys, signingKey } from './journal.ts';
import { appendLeaf, emptyFrontier, type Frontier, rootOf } from './merkle.ts';
import type { Centre } from './state.ts';

/** A signature to be verified; hosts verify many at once, on several threads. */
export interface SignatureJob {
  readonly seq: number;
  readonly publicKey: Uint8Array;
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}
export type VerifySignatures = (jobs: readonly SignatureJob[]) => Promise<readonly boolean[]>;

/** The first place where each kind of promise is broken; nothing is looked for beyond it. */
export interface Breaks {
  journal?: string;
  history?: string;
  signatures?: string;
  conduct?: string;
}

export interface Follower {
  /** Takes the next entry, and gives the signature to verify where its key is known. */
  follow(entry: Entry): SignatureJob | undefined;
  /** Takes an entry of which only the leaf is shown. */
  followHidden(seq: number, leaf: Uint8Array): undefined;
  readonly breaks: Breaks;
  centre(): Centre;
  frontier(): Frontier;
  /** Root after `size` entries, as hexadecimal; undefined beyond the end. */
  rootAt(size: number): string | undefined;
  keyText(id: string): string | undefined;
}

/** Starts at an empty journal. `onAct` sees each act with the states before and after, once it was judged lawful. */
export function follower(start: Centre, onAct?: (act: Act, before: Centre, after: Centre) => void): Follower {
  const breaks: Breaks = {};
  const frontiers: (Frontier | undefined)[] = [emptyFrontier];
  const roots: (string | undefined)[] = [];
  const introduced = new Map<string, string>();
  let frontier = emptyFrontier;
  let centre = start;

  const place = (seq: number, leaf: Uint8Array) => {
    if (seq !== frontier.size) breaks.journal ??= `after ${frontier.size} entries comes one numbered ${seq}`;
    frontier = appendLeaf(frontier, leaf);
    frontiers.push(frontier);
  };
  // Only the heads that somebody saw are worked out: most of what a bundle hides is never asked for. Where one is, its frontier has
  // done its work: kept for a whole night, they would be a tenth of what a small laptop has to spare.
  const rootAt = (size: number): string | undefined => {
    const known = roots[size];
    const then = frontiers[size];
    if (known !== undefined || then === undefined) return known;
    const root = toHex(rootOf(then));
    roots[size] = root;
    frontiers[size] = undefined;
    return root;
  };
  const witness = ({ seq, act }: Entry) => {
    const seen = act.saw.size <= seq ? rootAt(act.saw.size) : undefined;
    if (seen !== act.saw.root) breaks.history ??= `seq ${seq}: ${act.by.person} saw another history (head ${act.saw.size})`;
  };
  const apply = ({ seq, act }: Entry) => {
    if (breaks.conduct !== undefined) return;
    try {
      const refusal = judge(centre, act);
      if (refusal !== undefined) {
        breaks.conduct = `seq ${seq}: ${act.kind} by ${act.by.person}: ${refusal.code} ${refusal.detail ?? ''}`.trimEnd();
        return;
      }
      const before = centre;
      centre = evolve(before, act);
      onAct?.(act, before, centre);
    } catch (error) {
      breaks.conduct = `seq ${seq}: ${act.kind} by ${act.by.person}: ${error instanceof Error ? error.message : String(error)}`;
    }
  };
  const job = ({ seq, act, envelope }: Entry): SignatureJob | undefined => {
    const key = signingKey(act, introduced);
    introduceKeys(act, introduced);
    if (key.ok) return { seq, publicKey: key.value.raw, signed: envelope.signed, signature: envelope.signature };
    breaks.signatures ??= `seq ${seq}: ${act.kind} by ${act.by.person}: ${key.refusal.detail ?? key.refusal.code}`;
    return undefined;
  };
  return {
    follow: (entry) => {
      witness(entry);
      place(entry.seq, entry.leaf);
      apply(entry);
      return job(entry);
    },
    followHidden: (seq, leaf) => {
      place(seq, leaf);
      centre = evolveHidden(centre);
    },
    breaks,
    centre: () => centre,
    frontier: () => frontier,
    rootAt,
    keyText: (id) => introduced.get(id),
  };
}
