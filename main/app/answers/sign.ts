/**
 * Answers the signing rooms. The views are drawn by core; what is here are the receipts: issued by the device, kept in this process
 * until they are saved, and handed to nobody but their agent and the officials.
 */
import type { ActOf } from '../../../core/acts.ts';
import { fromUtf8 } from '../../../core/bytes.ts';
import type { SignAnswers, signAsks } from '../../../core/contract/sign.ts';
import { readEntry } from '../../../core/journal.ts';
import { readReceipt } from '../../../core/receipt.ts';
import { must, ok, type Result, refuse } from '../../../core/result.ts';
import { standingAnswer } from '../../../core/signoff.ts';
import { type Centre, formOf } from '../../../core/state.ts';
import type { Seen } from '../../../core/views/seen.ts';
import { agentView } from '../../../core/views/sign-agent.ts';
import { signFormView } from '../../../core/views/sign-form.ts';
import { handView } from '../../../core/views/sign-hand.ts';
import { signView } from '../../../core/views/sign-lists.ts';
import { shownReceipt } from '../../../core/views/sign-receipt.ts';
import { writeDurably } from '../../../db/durable.ts';
import type { JournalReader } from '../../../db/journal-store.ts';
import { troubleOf } from '../../define/files.ts';
import type { Host } from '../host.ts';
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
    signForm: ({ form }) => drawn(host, (seen) => known(signFormView(seen, form), form)),
    signAgent: (asked) => drawn(host, (seen) => known(agentView(seen, asked), asked.form)),
    signHand: ({ form }) => drawn(host, (seen) => known(handView(seen, form), form)),
    issueReceipt: ({ agent, since, form }) => {
      const office = host.office();
      if (!office.ok) return office;
      if (!mayHold(host, agent)) return refuse('R-ROLE', agent);
      const { store, centre } = office.value;
      const from = since ?? (form === undefined ? lastReceiptOf(store, agent) : placeOfAnswer(store, centre(), agent, form));
      const issued = office.value.issueReceipt(agent, from);
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

const PAGE = 1000;

/** The head that the agent's last receipt names; the beginning where there was none. Looks backwards, most often not far. */
function lastReceiptOf(store: JournalReader, agent: string): number {
  for (let to = store.size(); to > 0; to -= PAGE) {
    const entries = [...store.entries(Math.max(0, to - PAGE), to)].filter(({ kind }) => kind === 'receipt-issued').reverse();
    const acts = entries.map(({ bytes }) => must(readEntry(bytes)).act as ActOf<'receipt-issued'>);
    const last = acts.find(({ body }) => body.agent === agent);
    if (last !== undefined) return last.body.head.size;
  }
  return 0;
}

/** Where the agent's standing answer on a form was said; the end of the journal where there is none. */
function placeOfAnswer(store: JournalReader, centre: Centre, agent: string, form: string): number {
  const stage = centre.forms.has(form) ? formOf(centre, form).stage : undefined;
  const answer = stage !== undefined && 'asking' in stage ? standingAnswer(centre, stage.asking, agent) : undefined;
  return store.saidBy(agent, 0).find(({ act }) => act.digest === answer?.act)?.seq ?? store.size();
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
