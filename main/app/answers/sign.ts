/**
 * Answers the signing rooms. The views are drawn by core; what is here are the receipts: issued by the device, kept in this process
 * until they are saved, and handed to nobody but their agent and the officials.
 */
import type { ActOf } from '../../../core/acts.ts';
import { fromUtf8 } from '../../../core/bytes.ts';
import type { SignAnswers, signAsks } from '../../../core/contract/sign.ts';
import { type Entry, readEntry } from '../../../core/journal.ts';
import { readReceipt } from '../../../core/receipt.ts';
import { must, ok, type Result, refuse } from '../../../core/result.ts';
import type { Seen } from '../../../core/views/seen.ts';
import { agentView } from '../../../core/views/sign-agent.ts';
import { signFormView } from '../../../core/views/sign-form.ts';
import { handView } from '../../../core/views/sign-hand.ts';
import { signView } from '../../../core/views/sign-lists.ts';
import { shownReceipt } from '../../../core/views/sign-receipt.ts';
import { writeDurably } from '../../../db/durable.ts';
import type { JournalReader } from '../../../db/journal-store.ts';
import { troubleOf } from '../../define/files.ts';
import type { Office } from '../../office/office.ts';
import type { Host } from '../host.ts';
import { handOut } from '../papers/hand-out.ts';
import { slipOrder } from '../papers/slip-order.ts';
import type { HandlersOf } from './handlers.ts';

interface KeptReceipt {
  readonly agent: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Of all receipts issued since the app was started, the last ones can still be saved. */
const RECEIPTS_KEPT = 100;

export function signHandlers(host: Host): HandlersOf<typeof signAsks, SignAnswers> {
  const kept = new Map<string, KeptReceipt>();
  return {
    sign: (asked) => drawn(host, (seen) => ok(signView(seen, asked))),
    signForm: ({ form }) => {
      const office = host.office();
      return office.ok ? drawn(host, (seen) => known(signFormView(seen, form, remarksOn(office.value, form)), form)) : office;
    },
    signAgent: (asked) => drawn(host, (seen) => known(agentView(seen, asked), asked.form)),
    signHand: ({ form }) => drawn(host, (seen) => known(handView(seen, form), form)),
    issueReceipt: ({ agent, form }) => {
      const office = host.office();
      if (!office.ok) return office;
      if (!mayHold(host, agent)) return refuse('R-ROLE', agent);
      const { store, centre } = office.value;
      const issued = office.value.issueReceipt(agent, form === undefined ? { since: firstUncovered(store, agent) } : { form });
      if (!issued.ok) return issued;
      const receipt = must(readReceipt(issued.value));
      const shown = shownReceipt(centre(), receipt, fromUtf8(issued.value) ?? '');
      keep(kept, shown.digest, { agent, name: `receipt-${agent}-${shown.head.size}.json`.replaceAll('/', '-'), bytes: issued.value });
      host.changed();
      return ok(shown);
    },
    saveReceipt: ({ digest }) => {
      const receipt = kept.get(digest);
      if (receipt === undefined || !mayHold(host, receipt.agent)) return refuse('E-FILE', 'no such receipt');
      return save(host, receipt);
    },
    receiptSlip: async ({ digest, language, way }) => {
      const receipt = kept.get(digest);
      const office = host.office();
      if (!office.ok) return office;
      if (receipt === undefined || !mayHold(host, receipt.agent)) return refuse('E-FILE', 'no such receipt');
      const order = slipOrder(office.value.centre(), receipt.bytes, language);
      return handOut(host, { order, way, name: receipt.name.replace(/\.json$/, '.pdf') });
    },
  };
}

function drawn<View>(host: Host, draw: (seen: Seen) => Result<View>): Result<View> {
  const seen = host.seen();
  return seen.ok ? draw(seen.value) : seen;
}

function known<View>(view: View | undefined, form: string | undefined): Result<View> {
  return view === undefined ? refuse('R-FORM-UNKNOWN', form) : ok(view);
}

/** What an agent said may still be hidden from the other agents. */
function mayHold(host: Host, agent: string): boolean {
  const seen = host.seen();
  const viewer = seen.ok ? seen.value.viewer : undefined;
  return viewer !== undefined && (viewer.role !== 'agent' || viewer.id === agent);
}

/** Where the first word of the agent stands that is on no receipt yet; the end of the journal where all are. */
function firstUncovered(store: JournalReader, agent: string): number {
  const receipts = actsOf(store, 'receipt-issued').filter(({ body }) => body.agent === agent);
  const covered = new Set(receipts.flatMap(({ body }) => body.forms.map(({ act }) => act)));
  const isOpen = ({ act }: Entry) => (act.kind === 'signoff-given' || act.kind === 'late-remark') && !covered.has(act.digest);
  return store.saidBy(agent, 0).find(isOpen)?.seq ?? store.size();
}

/** The words of late remarks, which stand only in the journal; read where the form has any. */
function remarksOn({ centre, store }: Office, form: string): readonly ActOf<'late-remark'>[] {
  const has = (centre().forms.get(form)?.remarks.length ?? 0) > 0;
  return has ? actsOf(store, 'late-remark') : [];
}

/** All acts of a kind, in the journal's order. */
function actsOf<K extends 'receipt-issued' | 'late-remark'>(store: JournalReader, kind: K): readonly ActOf<K>[] {
  const before = store.size();
  return store
    .newest({ before, limit: before, kind })
    .map(({ bytes }) => must(readEntry(bytes)).act as ActOf<K>)
    .reverse();
}

function keep(kept: Map<string, KeptReceipt>, digest: string, receipt: KeptReceipt): void {
  kept.set(digest, receipt);
  const [oldest] = kept.keys();
  if (kept.size > RECEIPTS_KEPT && oldest !== undefined) kept.delete(oldest);
}

async function save({ surroundings }: Host, { name, bytes }: KeptReceipt): Promise<Result<{ readonly saved: boolean }>> {
  const file = await surroundings.chooseNewFile('receipt', name);
  if (file === undefined) return ok({ saved: false });
  try {
    writeDurably(file, bytes);
    return ok({ saved: true });
  } catch (error) {
    return refuse('E-FILE', troubleOf(error));
  }
}
