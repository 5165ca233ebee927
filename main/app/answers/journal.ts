/** Answers the journal room: pages, one act with its checks, the full check in the background, the journal as a file, the court pack. */
import path from 'node:path';
import { toHex } from '../../../core/bytes.ts';
import type { JournalAct, JournalAnswers, journalAsks } from '../../../core/contract/journal.ts';
import { readEntry } from '../../../core/journal.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../../core/result.ts';
import { isOfficial } from '../../../core/roles.ts';
import { fieldsOf, hiddenFields, lineOf } from '../../../core/views/journal.ts';
import type { Seen } from '../../../core/views/seen.ts';
import { DATABASE_FILE, type Office } from '../../office/office.ts';
import type { Host } from '../host.ts';
import { backgroundAudit } from '../journal/background-audit.ts';
import { backgroundPack } from '../journal/background-pack.ts';
import { checkEntry, type Heads, headsOf } from '../journal/check-entry.ts';
import { exportJournal } from '../journal/export-journal.ts';
import { pageOf } from '../journal/page.ts';
import type { HandlersOf } from './handlers.ts';

export function journalHandlers(host: Host): HandlersOf<typeof journalAsks, JournalAnswers> {
  const audit = backgroundAudit(host.changed);
  const pack = backgroundPack(host.changed);
  const kept: { office?: Office; heads?: Heads } = {};
  /** What was worked out belongs to one centre only. */
  const open = (): Result<{ readonly seen: Seen; readonly office: Office; readonly heads: Heads }> => {
    const [seen, office] = [host.seen(), host.office()];
    if (!seen.ok) return seen;
    if (!office.ok) return office;
    if (kept.office !== office.value) {
      audit.forget();
      pack.forget();
      Object.assign(kept, { office: office.value, heads: headsOf(office.value.store) });
    }
    return ok({ seen: seen.value, office: office.value, heads: kept.heads ?? headsOf(office.value.store) });
  };
  return {
    journal: async (wanted) => {
      const opened = open();
      return opened.ok ? ok(await pageOf(opened.value.seen, opened.value.office.store, wanted)) : opened;
    },
    journalAct: async ({ seq }) => {
      const opened = open();
      return opened.ok ? actAt(opened.value.seen, opened.value.office, opened.value.heads, seq) : opened;
    },
    journalCheck: () => {
      const opened = open();
      return opened.ok ? ok(audit.state()) : opened;
    },
    startJournalCheck: () => {
      const opened = open();
      if (!opened.ok) return opened;
      const { office } = opened.value;
      audit.start({ database: path.join(office.folder, DATABASE_FILE) }, office.now);
      return ok(undefined);
    },
    exportJournal: async () => {
      const opened = open();
      if (!opened.ok) return opened;
      const barred = judgeTaking(opened.value);
      if (barred !== undefined) return { ok: false, refusal: barred };
      const into = await host.surroundings.chooseFolder();
      return into === undefined ? ok(undefined) : exportJournal(opened.value.office, into);
    },
    startCourtPack: async ({ language, certificateUnder }) => {
      const opened = open();
      if (!opened.ok) return opened;
      const barred = judgeTaking(opened.value);
      if (barred !== undefined) return { ok: false, refusal: barred };
      if (pack.isRunning()) return ok(true);
      const into = await host.surroundings.chooseFolder();
      const { office, seen } = opened.value;
      // Meanwhile another centre may have been opened.
      if (into === undefined || kept.office !== office) return ok(false);
      const name = `court-pack-${seen.centre.definition.content.constituency.code}`;
      pack.start({ database: path.join(office.folder, DATABASE_FILE), into, name, language, certificateUnder });
      return ok(true);
    },
    courtPack: () => {
      const opened = open();
      return opened.ok ? ok(pack.state()) : opened;
    },
  };
}

/** Officials take the journal along; of a centre that can only be read, anybody may rescue what it holds. */
function judgeTaking({ seen, office }: { readonly seen: Seen; readonly office: Office }): Refusal | undefined {
  return office.isReadOnly || isOfficial(seen.viewer?.role ?? 'agent') ? undefined : refusal('R-ROLE');
}

async function actAt(seen: Seen, { store }: Office, heads: Heads, seq: number): Promise<Result<JournalAct>> {
  const [stored] = store.entries(seq, seq + 1);
  if (stored === undefined) return refuse('E-CONTENT', `seq ${seq}`);
  const [leaf, root] = [toHex(stored.leaf), toHex(stored.root)];
  const entry = readEntry(stored.bytes);
  if (!entry.ok) {
    const line = { seq, broken: entry.refusal.code };
    return ok({ line, leaf, root, fields: [], checks: [{ name: 'bytes', status: 'failed' }] });
  }
  const { act, envelope } = entry.value;
  const contest = contestOf(seen, act.body);
  return ok({
    ...{ leaf, root, saw: act.saw, line: lineOf(seen, seq, act), fields: fieldsOf(seen, act) },
    checks: await checkEntry({ store, centre: seen.centre, heads }, stored, entry.value),
    ...(contest === undefined ? {} : { contest }),
    ...(hiddenFields(seen, act).size > 0 ? {} : { payload: envelope.payloadText }),
  });
}

/** The contest whose candidates the figures are of. */
function contestOf({ centre }: Seen, body: object): string | undefined {
  const { contest, form }: { readonly contest?: string; readonly form?: string } = body;
  return contest ?? (form === undefined ? undefined : centre.forms.get(form)?.contest);
}
