/**
 * The pen of the office: it decides each command against the state, signs what was decided with the speaker's key, and appends it
 * together with the rows that follow, or not at all. A command repeated with the same key gets its first answer.
 */
import type { Act, Head, Signer } from '../../core/acts.ts';
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
import { onStorage } from '../../db/storage-trouble.ts';

/** Somebody who can sign now. */
export interface Voice {
  readonly by: Signer;
  sign(message: Uint8Array): Uint8Array;
}

/** The answer to a command: the acts it left, in order. */
export interface Appended {
  readonly acts: readonly { readonly seq: number; readonly kind: string; readonly digest: string }[];
}

/** Commands that name acts said just before them. */
export type Further = (acts: readonly Act[]) => readonly Command[];

export interface Ledger {
  centre(): Centre;
  frontier(): Frontier;
  head(): Head;
  /** Decides, signs and appends all commands, or refuses all. `id` is the window's key for this click. */
  append(id: string, voice: Voice, at: string, commands: readonly Command[], further?: Further): Result<Appended>;
}

interface Drafted {
  readonly entries: readonly StoredEntry[];
  readonly states: readonly Centre[];
  readonly acts: readonly Act[];
  readonly frontier: Frontier;
  readonly head: Head;
}

export function openLedger(store: JournalWriter, start: Centre, startFrontier: Frontier): Ledger {
  let centre = start;
  let frontier = startFrontier;
  let head = headOf(frontier, rootOf(frontier));
  const append: Ledger['append'] = (id, voice, at, commands, further) => {
    const content = contentOf(voice.by, commands);
    let drafted: Result<Drafted> | undefined;
    const appended = onStorage(() => {
      const earlier = store.append(id, content, () => {
        const from = { centre, frontier, head };
        drafted = store.size() === frontier.size ? draftAll(from, voice, at, commands, further) : refuse('R-JOURNAL-OVERTAKEN');
        return drafted.ok ? drafted.value : undefined;
      });
      return ok(earlier);
    });
    if (!appended.ok) return appended;
    const { value: earlier } = appended;
    if (earlier !== undefined) return earlier.content === content ? ok(answerFrom(earlier.entries)) : refuse('R-COMMAND-REUSED', id);
    const done = present(drafted, 'a decision');
    if (!done.ok) return done;
    const { entries, states, acts } = done.value;
    centre = present(states.at(-1), 'state');
    frontier = done.value.frontier;
    head = done.value.head;
    return ok({ acts: acts.map((act, part) => ({ seq: present(entries[part], 'entry').seq, kind: act.kind, digest: act.digest })) });
  };
  return { centre: () => centre, frontier: () => frontier, head: () => head, append };
}

function headOf(frontier: Frontier, root: Uint8Array): Head {
  return { size: frontier.size, root: toHex(root) };
}

/** What makes two commands the same: who asks for what, however long ago. */
function contentOf(by: Signer, commands: readonly Command[]): string {
  return digest(utf8(canonical({ person: by.person, commands })));
}

interface Place {
  readonly centre: Centre;
  readonly frontier: Frontier;
  readonly head: Head;
}

function draftAll(from: Place, voice: Voice, at: string, commands: readonly Command[], further?: Further): Result<Drafted> {
  const first = draft(from, voice, at, commands);
  if (!first.ok || further === undefined) return first;
  const { entries, states, acts, frontier, head } = first.value;
  const then = draft({ centre: present(states.at(-1), 'state'), frontier, head }, voice, at, further(acts));
  if (!then.ok) return then;
  const { value: more } = then;
  return ok({
    ...more,
    entries: [...entries, ...more.entries],
    states: [...states, ...more.states.slice(1)],
    acts: [...acts, ...more.acts],
  });
}

function draft({ centre, frontier, head: from }: Place, voice: Voice, at: string, commands: readonly Command[]): Result<Drafted> {
  const entries: StoredEntry[] = [];
  const states = [centre];
  const acts: Act[] = [];
  let grown = frontier;
  let head = from;
  for (const command of commands) {
    const state = present(states.at(-1), 'state');
    const decided = decide(state, command, { by: voice.by, at, saw: head, sign: voice.sign });
    if (!decided.ok) return decided;
    const { act, payload } = decided.value;
    const signature = voice.sign(preAuthenticationEncoding(payloadType(act.kind), payload));
    const bytes = entryBytes(grown.size, at, sealEnvelope(act.kind, payload, voice.by.key, signature));
    const leaf = leafHash(bytes);
    grown = appendLeaf(grown, leaf);
    const root = rootOf(grown);
    head = headOf(grown, root);
    entries.push({ seq: grown.size - 1, bytes, leaf, root, kind: act.kind, at, person: act.by.person });
    acts.push(act);
    states.push(evolve(state, act));
  }
  return ok({ entries, states, acts, frontier: grown, head });
}

function answerFrom(entries: readonly StoredEntry[]): Appended {
  return {
    acts: entries.map(({ seq, bytes }) => {
      const { act } = must(readEntry(bytes));
      return { seq, kind: act.kind, digest: act.digest };
    }),
  };
}
