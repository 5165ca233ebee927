/** What the device signs for those who want to hold the journal to its word: checkpoints, and receipts for agents. */
import type { Body } from '../../core/acts.ts';
import { utf8 } from '../../core/bytes.ts';
import { checkpointText, sealCheckpoint } from '../../core/checkpoint.ts';
import { sealEnvelope } from '../../core/envelope.ts';
import { readEntry } from '../../core/journal.ts';
import { rootOf } from '../../core/merkle.ts';
import { toBase64 } from '../../core/primitives.ts';
import { checkpointOrigin, receiptBytes } from '../../core/receipt.ts';
import { receiptStatement } from '../../core/receipt-line.ts';
import { proveReceipt, type ReceiptProof } from '../../core/receipt-proof.ts';
import { must, ok, present, type Result } from '../../core/result.ts';
import type { JournalReader, StoredEntry } from '../../db/journal-store.ts';
import type { Desk } from './desk.ts';

/** The signed checkpoint of the current head. */
export function checkpointOf({ ledger, device }: Desk): string {
  const { definition, journal, epoch } = ledger.centre();
  const frontier = ledger.frontier();
  const origin = checkpointOrigin(definition.content.id, journal, epoch);
  const checkpoint = { origin, size: frontier.size, root: rootOf(frontier) };
  return sealCheckpoint(checkpoint, device.publicKey.raw, device.sign(utf8(checkpointText(checkpoint))));
}

/** What a receipt is to cover: from a place in the journal on, and one form alone where one is named. */
export interface Covered {
  readonly since?: number | undefined;
  readonly form?: string | undefined;
}

/** A receipt for everything an agent said from `since` on, or for what of it is on one form: the bytes of its file. */
export function issueReceipt(desk: Desk, agent: string, { since = 0, form: only }: Covered): Result<Uint8Array> {
  const checkpoint = checkpointOf(desk);
  const head = desk.ledger.head();
  const forms = answersSince(desk, agent, since).filter(({ form }) => only === undefined || form === only);
  const proof = proofOf(desk, agent, head.size, forms);
  const body = { agent, head, forms, ...(since === 0 ? {} : { since }) };
  const issued = desk.note({ kind: 'receipt-issued', body });
  if (!issued.ok) return issued;
  const { seq } = present(issued.value.acts[0], 'receipt');
  const { act, envelope } = must(readEntry(entryAt(desk.store, seq).bytes));
  if (act.kind !== 'receipt-issued') throw new Error(`broken invariant: a ${act.kind} where the receipt was appended`);
  const { publicKey, sign } = desk.device;
  const lineSignature = toBase64(sign(utf8(receiptStatement(act, publicKey))));
  const { kind, payload, keyId, signature } = envelope;
  const receipt = sealEnvelope(kind, payload, keyId, signature);
  return ok(receiptBytes({ ...proof, receipt, checkpoint, device: publicKey.text, lineSignature }));
}

/** The entries of the answers, and the hashes from them to the head; with those from the head of the agent's receipt before. */
function proofOf({ store }: Desk, agent: string, size: number, forms: Body<'receipt-issued'>['forms']): ReceiptProof {
  const stored = forms.map(({ seq }) => entryAt(store, seq));
  return proveReceipt(store.leaves(0, size), stored, earlierSize(store, agent));
}

/** How many entries there were when the agent last had a receipt. */
function earlierSize(store: JournalReader, agent: string): number | undefined {
  const before = store.size();
  const receipts = store.newest({ before, limit: before, kind: 'receipt-issued' }).map(({ bytes }) => must(readEntry(bytes)).act);
  return receipts.flatMap((act) => (act.kind === 'receipt-issued' && act.body.agent === agent ? [act.body.head.size] : []))[0];
}

function answersSince({ ledger, store }: Desk, agent: string, since: number): Body<'receipt-issued'>['forms'] {
  return store.saidBy(agent, since).flatMap(({ seq, act }) => {
    if (act.kind !== 'signoff-given' && act.kind !== 'late-remark') return [];
    const choice = act.kind === 'signoff-given' ? act.body.choice : act.body.stance;
    const { form, revision } = act.body;
    const { contest } = present(ledger.centre().forms.get(form), 'form');
    return [{ contest, form, revision, kind: act.kind, choice, act: act.digest, seq }];
  });
}

function entryAt(store: JournalReader, seq: number): StoredEntry {
  const [entry] = store.entries(seq, seq + 1);
  return present(entry, `entry ${seq}`);
}
