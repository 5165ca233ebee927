/**
 * Receipts, their lines and bare checkpoints against a journal: was the head an agent took away a head of this journal, and is every
 * act on the receipt still in it? A receipt newer than the journal exposes one that was cut off, unless the journal rightly ended before (at a declaration) and the
 * acts came later. Of such a receipt the head cannot be compared; but every act it names was signed over the history its agent saw, so
 * if all of them are here, that history is this one.
 */
import type { BundleState } from './bundle.ts';
import { type CheckList, type CheckStatus, checkList } from './checks.ts';
import { knownFrom, strangerIn } from './known-journal.ts';
import type { Receipt } from './receipt.ts';
import type { Follower } from './replay.ts';
import { lostHead } from './restores.ts';
import { readWitness, type Witness } from './witness.ts';

export interface Against {
  /** Of a bundle: whose acts it shows. */
  readonly contest?: string;
  readonly journal: Follower;
  readonly state: BundleState;
}

export interface BroughtReceipt {
  /** The file's own name. */
  readonly name: string;
  /** Of a receipt's file, of the line in its square code, or of a checkpoint. */
  readonly bytes: Uint8Array;
}
interface Judgement {
  readonly name: string;
  readonly fault?: string;
  /** Issued after the journal ends; and then whether all that it names of the contest came before. */
  readonly beyond?: { readonly isWitness: boolean };
}
/** What one receipt says on its own. */
export interface JudgedReceipt {
  readonly name: string;
  readonly status: CheckStatus;
  readonly detail: string;
}

/**
 * Tells the first fault of all receipts together, as the named check of a verification. Answers one outcome for each, in the order in
 * which they were brought: an agent who brings one of several wants to know what became of that one.
 */
export function checkReceipts(checks: CheckList, receipts: readonly BroughtReceipt[], against: Against): readonly JudgedReceipt[] {
  const found = actPlaces(against.journal);
  const judgements = receipts.map((receipt) => judge(receipt, against, found));
  tell(checks, judgements);
  return judgements.flatMap((judgement) => {
    const own = checkList();
    tell(own, [judgement]);
    return own.all().map(({ status, detail }) => ({ name: judgement.name, status, detail }));
  });
}

function judge({ name, bytes }: BroughtReceipt, against: Against, found: ReadonlySet<string>): Judgement {
  const witness = readWitness(bytes);
  if (!witness.ok) return { name, fault: `${witness.refusal.code} ${witness.refusal.detail ?? ''}` };
  const fault =
    strangerIn(witness.value, knownFrom(against.journal.centre())) ??
    headFault(witness.value, against) ??
    missingIn(witness.value, against, found);
  if (fault !== undefined) return { name, fault };
  const isBeyond = witness.value.head.size > against.journal.frontier().size;
  return isBeyond ? { name, beyond: { isWitness: isWitness(witness.value, against, found) } } : { name };
}

function tell(checks: CheckList, judgements: readonly Judgement[]): void {
  for (const { name, fault, beyond } of judgements) {
    if (fault !== undefined) checks.fail('receipts', `${name}: ${fault}`);
    else if (beyond?.isWitness === false)
      checks.skip('receipts', `${name}: issued after this bundle ends, and not all that it names of this contest came before`);
  }
  const beyond = judgements.filter((judgement) => judgement.beyond !== undefined).length;
  const remark = beyond === 0 ? '' : `; ${beyond} issued after this bundle ends: every act they name is here`;
  if (judgements.length > 0) checks.pass('receipts', `${judgements.length} receipts: in this journal${remark}`);
}

/** Whether a receipt names acts of this contest, and all of them are here. */
function isWitness(witness: Witness, { contest: shown }: Against, found: ReadonlySet<string>): boolean {
  if (witness.is !== 'receipt') return false;
  const named = witness.receipt.act.body.forms.filter(({ contest }) => shown === undefined || contest === shown);
  return named.length > 0 && named.every((item) => found.has(item.act));
}

/** The digests of the answers and remarks that the journal shows. */
function actPlaces(journal: Follower): ReadonlySet<string> {
  const answers = [...journal.centre().forms.values()].flatMap((form) => {
    const current = 'asking' in form.stage ? form.stage.asking.answers.map(({ act }) => act) : [];
    return [...current, ...form.earlierAnswers, ...form.remarks];
  });
  return new Set(answers);
}

/** The head that was taken away, and the one before it, against the heads that this journal had. */
function headFault(witness: Witness, { journal, state }: Against): string | undefined {
  const { head } = witness;
  const earlier = witness.is === 'receipt' ? witness.receipt.earlier : undefined;
  const heads = earlier === undefined ? [head] : [earlier, head];
  const faults = heads.map((named) => historyFault(named, journal));
  const fault = faults.find((said) => said !== undefined);
  if (fault !== undefined) return fault;
  const { size } = journal.frontier();
  return head.size <= size || state === 'declared' ? undefined : `the journal ends at ${size} entries; the receipt saw ${head.size}`;
}

/** What a restore lost is said by the journal itself; any other head that it never had was another history. */
function historyFault(head: Witness['head'], journal: Follower): string | undefined {
  const { restores } = journal.centre();
  const lost = lostHead(restores, head);
  if (lost !== undefined)
    return `the journal was restored from a backup of ${lost.backup.size} entries, and names this head of ${head.size} as lost`;
  if ((journal.rootAt(head.size) ?? head.root) === head.root) return undefined;
  const restored = restores.find(({ backup }) => backup.size < head.size);
  const why = restored === undefined ? '' : `: it was restored from a backup of ${restored.backup.size} entries`;
  return `the journal had another history at ${head.size} entries${why}`;
}

function missingIn(witness: Witness, { contest: shown, journal, state }: Against, found: ReadonlySet<string>): string | undefined {
  if (witness.is !== 'receipt') return undefined;
  const missing = witness.receipt.act.body.forms.find((item) => {
    const concerns = shown === undefined || item.contest === shown;
    return concerns && !found.has(item.act) && !mayBeLater(item, journal, state);
  });
  return missing === undefined ? undefined : `the journal no longer has the answer on ${missing.form} (revision ${missing.revision})`;
}

/** An act after the declaration: a late remark, or an answer on a revision that only a correction opened. */
function mayBeLater(item: Receipt['act']['body']['forms'][number], journal: Follower, state: BundleState): boolean {
  if (state !== 'declared' || item.seq < journal.frontier().size) return false;
  const form = journal.centre().forms.get(item.form);
  return item.kind === 'late-remark' || form === undefined || item.revision > form.revision;
}
