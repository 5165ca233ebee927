/**
 * Receipts against a journal: was the head an agent took away a head of this journal, and is every act on the receipt still in it?
 * A receipt newer than the journal exposes one that was cut off, unless the journal rightly ended before (at a declaration) and the
 * acts came later. Of such a receipt the head cannot be compared; but every act it names was signed over the history its agent saw, so
 * if all of them are here, that history is this one.
 */
import type { BundleState, Manifest } from './bundle.ts';
import type { CheckList } from './checks.ts';
import { type Receipt, readReceipt } from './receipt.ts';
import type { Follower } from './replay.ts';

export interface Against {
  readonly manifest: Pick<Manifest, 'journal' | 'election'> & { readonly contest?: string };
  readonly journal: Follower;
  readonly state: BundleState;
}

export function checkReceipts(
  checks: CheckList,
  receipts: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  against: Against,
): void {
  const found = actPlaces(against.journal);
  let beyond = 0;
  for (const { name, bytes } of receipts) {
    const receipt = readReceipt(bytes);
    const fault = receipt.ok ? faultOf(receipt.value, against, found) : `${receipt.refusal.code} ${receipt.refusal.detail ?? ''}`;
    if (fault !== undefined) checks.fail('receipts', `${name}: ${fault}`);
    else if (receipt.ok && receipt.value.act.body.head.size > against.journal.frontier().size) {
      beyond += 1;
      if (!isWitness(receipt.value, against, found))
        checks.skip('receipts', `${name}: issued after this bundle ends, and not all that it names of this contest came before`);
    }
  }
  const remark = beyond === 0 ? '' : `; ${beyond} issued after this bundle ends: every act they name is here`;
  if (receipts.length > 0) checks.pass('receipts', `${receipts.length} receipts: in this journal${remark}`);
}

/** Whether a receipt names acts of this contest, and all of them are here. */
function isWitness({ act }: Receipt, { manifest }: Against, found: ReadonlySet<string>): boolean {
  const named = act.body.forms.filter(({ contest }) => manifest.contest === undefined || contest === manifest.contest);
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

function faultOf({ act, device }: Receipt, { manifest, journal, state }: Against, found: ReadonlySet<string>): string | undefined {
  if (act.election !== manifest.election || act.journal !== manifest.journal) return 'a receipt of another journal';
  if (journal.keyText(device.id) !== device.text) return 'signed by a device that this journal does not know';
  const { size, root } = act.body.head;
  const known = journal.rootAt(size);
  if (known !== undefined && known !== root) return `the journal had another history at ${size} entries`;
  if (known === undefined && state !== 'declared') return `the journal ends at ${journal.frontier().size} entries; the receipt saw ${size}`;
  const missing = act.body.forms.find((item) => {
    const concerns = manifest.contest === undefined || item.contest === manifest.contest;
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
