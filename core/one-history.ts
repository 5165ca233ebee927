/**
 * Whether two heads of a journal are of one history, as far as receipts prove it: each receipt shows that the journal only grew since
 * the agent's receipt before. Two heads of one size that one device signed and that differ show a journal that was written twice.
 */
import type { Head } from './acts.ts';
import type { CheckStatus } from './checks.ts';
import { isSignedBy, journalOf, keyIn, originOf, type Witness } from './witness.ts';

export interface NamedWitness {
  /** How it is spoken of. */
  readonly name: string;
  readonly witness: Witness;
}
interface HistoryCheck {
  readonly name: 'history';
  readonly status: CheckStatus;
  readonly detail: string;
}

/** Whether what somebody holds is of one history with each of `aims`; `all` is everything at hand that proves a step. */
export function historyOf(own: NamedWitness, aims: readonly NamedWitness[], all: readonly NamedWitness[]): readonly HistoryCheck[] {
  const contradicting = all.map((other) => contradiction(own, other, all)).find((one) => one !== undefined);
  if (contradicting !== undefined) return [{ name: 'history', status: 'failed', detail: contradicting }];
  if (aims.length === 0) return [];
  const found = aims.map((aim) => stepTo(own, aim, all));
  const worst = (['failed', 'not checked', 'passed'] as const).flatMap((status) => found.filter((one) => one.status === status));
  return worst.slice(0, 1);
}

/** Only what one device signed of one journal can contradict itself. */
function contradiction(own: NamedWitness, other: NamedWitness, all: readonly NamedWitness[]): string | undefined {
  if (!isSameJournal(own.witness, other.witness) || !isSameDevice(own.witness, other.witness)) return undefined;
  const [mine, theirs] = [beginnings(own.witness, all), beginnings(other.witness, all)];
  const size = [...mine.keys()].find((at) => theirs.has(at) && theirs.get(at) !== mine.get(at));
  return size === undefined ? undefined : `${other.name} shows another history at ${size} entries: this journal was written twice`;
}

function stepTo(own: NamedWitness, aim: NamedWitness, all: readonly NamedWitness[]): HistoryCheck {
  const told = (status: CheckStatus, detail: string): HistoryCheck => ({ name: 'history', status, detail: `${aim.name}: ${detail}` });
  if (!isSameJournal(own.witness, aim.witness)) return told('failed', 'of another journal');
  if (!isSameDevice(own.witness, aim.witness)) return told('failed', 'not signed by the device of this receipt');
  const isGrown = own.witness.head.size < aim.witness.head.size;
  const [small, large] = isGrown ? [own.witness, aim.witness] : [aim.witness, own.witness];
  const sizes = `${small.head.size} and ${large.head.size} entries`;
  if (beginnings(large, all).get(small.head.size) === small.head.root) return told('passed', `one history, of ${sizes}`);
  return told('not checked', `no proof leads between ${sizes}: the bundle, or the receipts between, will tell`);
}

function isSameJournal(one: Witness, other: Witness): boolean {
  const [mine, theirs] = [originOf(one), originOf(other)];
  const named = (origin: string) => origin.slice(0, origin.lastIndexOf('/'));
  return journalOf(one) === journalOf(other) && (mine === undefined || theirs === undefined || named(mine) === named(theirs));
}

function isSameDevice(one: Witness, other: Witness): boolean {
  const key = keyIn(one) ?? keyIn(other);
  return key === undefined ? originOf(one) === originOf(other) : isSignedBy(one, key) && isSignedBy(other, key);
}

/** The heads that this history is proved to have begun with, itself among them: size to root. */
function beginnings(witness: Witness, all: readonly NamedWitness[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const waiting: Head[] = [witness.head];
  for (let head = waiting.pop(); head !== undefined; head = waiting.pop()) {
    if (found.has(head.size)) continue;
    found.set(head.size, head.root);
    waiting.push(...all.flatMap(({ witness: other }) => before(other, head)));
  }
  return found;
}

function before(witness: Witness, head: Head): readonly Head[] {
  const isOf = witness.is === 'receipt' && witness.head.size === head.size && witness.head.root === head.root;
  return isOf && witness.receipt.earlier !== undefined ? [witness.receipt.earlier] : [];
}
