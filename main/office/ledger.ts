/**
 * The pen of the office: it decides each command against the state, signs what was decided with the speaker's key, and appends it
 * together with the rows that follow, or not at all. A command repeated with the same key gets its first answer.
 */
import type { Act, Signer } from '../../core/acts.ts';
import { digest, toHex, utf8 } from '../../core/bytes.ts';
import { canonical } from '../../core/canonical.ts';
import { evolve } from '../../core/centre.ts';
import { type Command, decide } from '../../core/decide.ts';
import { payloadType, preAuthenticationEncoding, sealEnvelope } from '../../core/envelope.ts';
import { entryBytes, readEntry } from '../../core/journal.ts';
import { appendLeaf, type Frontier, leafHash, rootOf } from '../../core/merkle.ts';
import { must, ok, present, type Result, refuse } from '../../core/result.ts';
import type { Centre } from '../../core/state.ts';
import type { JournalWriter, StoredEntry } from '../../db/journal-store.ts';

/** Somebody who can sign now. */
export interface Voice {
  readonly by: Signer;
  sign(message: Uint8Array): Uint8Array;
}

/** The answer to a command: the acts it left, in order. */
export interface Appended {
  readonly acts: readonly { readonly seq: number; readonly kind: string; readonly digest: string }[];
}

export interface Ledger {
  centre(): Centre;
  frontier(): Frontier;
  head(): { readonly size: number; readonly root: string };
  /** Decides, signs and appends all commands, or refuses all. `id` is the window's key for this click. */
  append(id: string, voice: Voice, at: string, commands: readonly Command[]): Result<Appended>;
}

interface Drafted {
  readonly entries: readonly StoredEntry[];
  readonly states: readonly Centre[];
  readonly acts: readonly Act[];
  readonly frontier: Frontier;
}

export function openLedger(store: JournalWriter, start: Centre, startFrontier: Frontier): Ledger {
  let centre = start;
  let frontier = startFrontier;
  const append: Ledger['append'] = (id, voice, at, commands) => {
    const content = contentOf(voice.by, commands);
    const earlier = store.answered(id);
    if (earlier !== undefined) return earlier.content === content ? ok(answerFrom(earlier.entries)) : refuse('R-COMMAND-REUSED', id);
    const drafted = draft(centre, frontier, voice, at, commands);
    if (!drafted.ok) return drafted;
    const { entries, states, acts } = drafted.value;
    store.append({ id, content }, entries, states);
    centre = present(states.at(-1), 'state');
    frontier = drafted.value.frontier;
    return ok({ acts: acts.map((act, part) => ({ seq: present(entries[part], 'entry').seq, kind: act.kind, digest: act.digest })) });
  };
  return {
    centre: () => centre,
    frontier: () => frontier,
    head: () => headOf(frontier),
    append,
  };
}

export function headOf(frontier: Frontier): { size: number; root: string } {
  return { size: frontier.size, root: toHex(rootOf(frontier)) };
}

/** What makes two commands the same: who asks for what, however long ago. */
function contentOf(by: Signer, commands: readonly Command[]): string {
  return digest(utf8(canonical({ person: by.person, commands })));
}

function draft(centre: Centre, frontier: Frontier, voice: Voice, at: string, commands: readonly Command[]): Result<Drafted> {
  const entries: StoredEntry[] = [];
  const states = [centre];
  const acts: Act[] = [];
  let grown = frontier;
  for (const command of commands) {
    const state = present(states.at(-1), 'state');
    const decided = decide(state, command, { by: voice.by, at, saw: headOf(grown) });
    if (!decided.ok) return decided;
    const { act, payload } = decided.value;
    const signature = voice.sign(preAuthenticationEncoding(payloadType(act.kind), payload));
    const bytes = entryBytes(grown.size, at, sealEnvelope(act.kind, payload, voice.by.key, signature));
    const leaf = leafHash(bytes);
    grown = appendLeaf(grown, leaf);
    entries.push({ seq: grown.size - 1, bytes, leaf, root: rootOf(grown), kind: act.kind, at, person: act.by.person });
    acts.push(act);
    states.push(evolve(state, act));
  }
  return ok({ entries, states, acts, frontier: grown });
}

function answerFrom(entries: readonly StoredEntry[]): Appended {
  return {
    acts: entries.map(({ seq, bytes }) => {
      const { act } = must(readEntry(bytes));
      return { seq, kind: act.kind, digest: act.digest };
    }),
  };
}
