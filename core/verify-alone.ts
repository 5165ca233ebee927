/**
 * Receipts without a journal: what an agent can still know in the night, from the paper or the file alone. That a device signed it,
 * that the answers it lists stand under the head it names, and, beside a checkpoint or another receipt, whether one history began
 * with the other as far as the proofs reach. Two heads of one size that differ show a journal that was written twice.
 */
import type { CheckStatus } from './checks.ts';
import { groupsOf } from './groups.ts';
import type { PublicKey } from './keys.ts';
import { historyOf, type NamedWitness } from './one-history.ts';
import type { Refusal } from './result.ts';
import type { BroughtReceipt } from './verify-receipts.ts';
import { isSignedBy, journalOf, keyIn, readWitness, type Witness } from './witness.ts';

/** Told like the named checks of a bundle; the names are permanent. */
export interface AloneCheck {
  readonly name: 'receipt' | 'device' | 'inclusion' | 'history';
  readonly status: CheckStatus;
  readonly detail: string;
}
export interface JudgedAlone {
  readonly name: string;
  readonly checks: readonly AloneCheck[];
}
export interface Alone {
  /** Files and lines that are to be judged. */
  readonly receipts: readonly BroughtReceipt[];
  /** What each of them is held against: checkpoints, or other receipts. */
  readonly checkpoints: readonly BroughtReceipt[];
  /** The device's key, from elsewhere. */
  readonly key?: PublicKey | undefined;
}

export function judgeAlone({ receipts, checkpoints, key }: Alone): readonly JudgedAlone[] {
  const others = [...receipts, ...checkpoints].flatMap(sound);
  const judged = receipts.map((brought): JudgedAlone => {
    const read = readWitness(brought.bytes);
    if (!read.ok) return { name: brought.name, checks: [unsound(read.refusal)] };
    const own = { name: brought.name, witness: read.value };
    const aims = checkpoints.flatMap(sound);
    return {
      name: brought.name,
      checks: [saysWhat(own.witness), deviceOf(own.witness, key), ...inclusionOf(own.witness), ...historyOf(own, aims, others)],
    };
  });
  return [...judged, ...checkpoints.flatMap(unsoundCheckpoint)];
}

function sound({ name, bytes }: BroughtReceipt): readonly NamedWitness[] {
  const read = readWitness(bytes);
  return read.ok ? [{ name, witness: read.value }] : [];
}

function unsound({ code, detail }: Refusal): AloneCheck {
  return { name: 'receipt', status: 'failed', detail: [code, detail].filter(Boolean).join(' ') };
}

/** A checkpoint that cannot be read, or that nobody can be held to, must not pass unsaid. */
function unsoundCheckpoint({ name, bytes }: BroughtReceipt): readonly JudgedAlone[] {
  const read = readWitness(bytes);
  return read.ok ? [] : [{ name, checks: [{ ...unsound(read.refusal), name: 'history' }] }];
}

function saysWhat(witness: Witness): AloneCheck {
  return { name: 'receipt', status: 'passed', detail: `${whatIs(witness)}; journal ${journalOf(witness)}…, ${witness.head.size} entries` };
}

function whatIs(witness: Witness): string {
  if (witness.is === 'checkpoint') return `a checkpoint, ${witness.checkpoint.origin}`;
  if (witness.is === 'line') return `the line of receipt ${witness.line.act.slice(0, 16)}…, election ${shown(witness.line.election)}`;
  const { act } = witness.receipt;
  return `of ${act.body.agent}, ${act.at}, ${act.body.forms.length} answers, election ${shown(act.election)}`;
}

/** As on the commission's paper notice, so far that people can compare it. */
function shown(digest: string): string {
  return groupsOf(digest).slice(0, 4).join(' ');
}

function deviceOf(witness: Witness, key: PublicKey | undefined): AloneCheck {
  const told = (status: CheckStatus, detail: string): AloneCheck => ({ name: 'device', status, detail });
  if (key !== undefined && !isSignedBy(witness, key)) return told('failed', 'not signed by the key given');
  if (key !== undefined) return told('passed', `signed by the key given, ${key.id.slice(0, 16)}…`);
  const own = keyIn(witness);
  if (own === undefined) return told('not checked', 'a checkpoint does not bring its key');
  return told(
    'not checked',
    `signed by the key it names itself; the fingerprint of the centre’s machine must be ${groupsOf(own.id).join(' ')}`,
  );
}

function inclusionOf(witness: Witness): readonly AloneCheck[] {
  const told = (status: CheckStatus, detail: string): readonly AloneCheck[] => [{ name: 'inclusion', status, detail }];
  if (witness.is === 'checkpoint') return [];
  if (witness.is === 'line') return told('not checked', 'a line names the answers by a digest only; the receipt’s file shows them');
  const { forms, head } = witness.receipt.act.body;
  return told('passed', `all ${forms.length} answers stand among the ${head.size} entries under this head`);
}
