/**
 * The export as the app runs it: one at a time, to a folder that the person at the keyboard chooses in the desktop's own dialog, and
 * noted in the journal once the file is there and verified. A window learns the file's name and never where it lies.
 */
import type { Edition } from '../../core/bundle.ts';
import type { ExportAnswer, ExportProgress } from '../../core/contract/declare.ts';
import type { Command } from '../../core/decide.ts';
import { ok, type Refusal, type Result, refuse } from '../../core/result.ts';
import { RULES } from '../../core/roles.ts';
import type { Host } from '../app/host.ts';
import type { Office } from '../office/office.ts';
import { inThread } from '../threads/in-thread.ts';
import { ownThread } from '../threads/own-thread.ts';
import type { ExportReport, ExportWork } from './export-worker.ts';
import type { Exported, OnProgress } from './folder.ts';
import { putVerifierPage } from './verifier-page.ts';

interface Order {
  readonly contest: string;
  readonly edition: Edition;
  readonly version?: number | undefined;
}

export interface Exporter {
  progress(): ExportProgress | undefined;
  run(order: Order): Promise<Result<ExportAnswer>>;
}

/** Milliseconds between two tellings of the same step: each makes every window look again. */
const TELL_EVERY = 500;

export function createExporter(host: Host): Exporter {
  let progress: ExportProgress | undefined;
  let isBusy = false;
  let toldAt = Number.NEGATIVE_INFINITY;
  const show = (office: Office) => (next: ExportProgress) => {
    const isNewStep = next.step !== progress?.step;
    progress = next;
    // Whoever waits for the stick is at work.
    office.touch();
    if (!isNewStep && performance.now() - toldAt < TELL_EVERY) return;
    toldAt = performance.now();
    host.changed();
  };
  const writeSomewhere = async (office: Office, { contest, edition, version }: Order): Promise<Result<ExportAnswer>> => {
    const folder = await host.surroundings.chooseFolder();
    if (folder === undefined) return ok({ is: 'cancelled' });
    const order = { contest, edition, ...(version === undefined ? {} : { version }) };
    const exported = await inOwnThread({ data: office.folder, into: folder, order }, show(office));
    return exported.ok ? ok(withPage(noted(host, office, order, exported.value), folder)) : exported;
  };
  return {
    progress: () => progress,
    run: async (order) => {
      const office = host.office();
      if (!office.ok) return office;
      const barred = judge(office.value);
      if (barred !== undefined) return { ok: false, refusal: barred };
      if (isBusy) return ok({ is: 'failed', trouble: 'busy' });
      isBusy = true;
      try {
        return await writeSomewhere(office.value, order);
      } finally {
        isBusy = false;
        progress = undefined;
        host.changed();
      }
    },
  };
}

/** Gathering, papers, writing and verifying take seconds, and nobody who types a form is to wait for them. */
async function inOwnThread(work: ExportWork, onProgress: OnProgress): Promise<Result<Exported>> {
  const ended = await inThread<ExportReport>(ownThread(import.meta.url, 'export-worker'), work, (report) => {
    if (report.is === 'progress') onProgress(report.progress);
  });
  // A journal that cannot be followed gives no bundle that anybody could verify.
  if (ended.is === 'broken-off') return ok({ is: 'failed', trouble: 'check-failed', detail: ended.detail });
  const { last } = ended;
  if (last.is === 'refused') return { ok: false, refusal: last.refusal };
  return last.is === 'exported' ? ok(last.exported) : ok({ is: 'failed', trouble: 'check-failed' });
}

/** Officials export; a centre that can only be read, where nobody can be at the keyboard, lets anybody rescue what it holds. */
function judge(office: Office): Refusal | undefined {
  if (office.isReadOnly) return undefined;
  const person = office.centre().people.get(office.unlocked() ?? '');
  const refused = person === undefined ? refuse('R-NOT-UNLOCKED') : refuse('R-ROLE', person.role);
  return person !== undefined && RULES['bundle-exported'].by.includes(person.role) ? undefined : refused.refusal;
}

/** The bundle is written and noted by now: whatever becomes of the page takes nothing from it. */
function withPage(answer: ExportAnswer, folder: string): ExportAnswer {
  if (answer.is !== 'written') return answer;
  try {
    return { ...answer, page: putVerifierPage(folder) };
  } catch {
    return { ...answer, page: 'failed' };
  }
}

function noted(host: Host, office: Office, { contest, edition }: Order, exported: Exported): ExportAnswer {
  if (exported.is !== 'written' || office.isReadOnly) return exported;
  const named = exported.version === 0 ? {} : { version: exported.version };
  const status = exported.isProvisional ? 'provisional' : 'declared';
  const command: Command = { kind: 'bundle-exported', body: { contest, edition, status, ...named, digest: exported.digest } };
  const said = office.perform([command]);
  host.changed();
  return said.ok ? exported : { ...exported, unnoted: said.refusal };
}
