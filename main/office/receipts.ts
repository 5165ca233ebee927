/** What the device signs for those who want to hold the journal to its word: checkpoints, and receipts for agents. */
import type { Body } from '../../core/acts.ts';
import { utf8 } from '../../core/bytes.ts';
import { parseCanonical } from '../../core/canonical.ts';
import { checkpointText, sealCheckpoint } from '../../core/checkpoint.ts';
import type { Envelope } from '../../core/envelope.ts';
import { rootOf } from '../../core/merkle.ts';
import { checkpointOrigin, receiptBytes } from '../../core/receipt.ts';
import { must, ok, present, type Result } from '../../core/result.ts';
import type { JournalReader } from '../../db/journal-store.ts';
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
  const forms = answersSince(desk, agent, since).filter(({ form }) => only === undefined || form === only);
  const body = { agent, head: desk.ledger.head(), forms, ...(since === 0 ? {} : { since }) };
  const issued = desk.note({ kind: 'receipt-issued', body });
  if (!issued.ok) return issued;
  const { seq } = present(issued.value.acts[0], 'receipt');
  return ok(receiptBytes(envelopeAt(desk.store, seq), checkpoint, desk.device.publicKey.text));
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

function envelopeAt(store: JournalReader, seq: number): Envelope {
  const [entry] = store.entries(seq, seq + 1);
  const json = must(parseCanonical(present(entry, `entry ${seq}`).bytes));
  return (json as unknown as { readonly act: Envelope }).act;
}
