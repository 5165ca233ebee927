/**
 * What somebody has laid on the table to be verified, and how far the verification has come. It belongs to the window, not to a
 * centre: whoever has no centre here can verify as well. Whatever is laid on or taken off makes an earlier verdict void.
 */
import path from 'node:path';
import type { VerificationView, VerifyFiles } from '../../../core/contract/verify.ts';
import { ok, type Refusal, type Result } from '../../../core/result.ts';
import { oneThread } from '../../threads/one-thread.ts';
import { ownThread } from '../../threads/own-thread.ts';
import { bundlesIn } from '../../verify-file.ts';
import type { VerifyOrder, VerifyReport } from './verify-worker.ts';

export interface Verifying {
  view(): VerificationView;
  /** Lays files on the table. Refuses E-FILE for a folder without bundles. */
  lay(what: VerifyFiles, files: readonly string[]): Result<undefined>;
  start(acceptRehearsal: boolean): void;
  forget(): void;
}

interface Table {
  readonly bundles: readonly string[];
  readonly anchor?: string;
  readonly receipts: readonly string[];
  readonly certificates: readonly string[];
}
type Outcome = Pick<VerificationView, 'running' | 'verified' | 'fault'>;

const EMPTY: Table = { bundles: [], receipts: [], certificates: [] };

export function verifying(onChange: () => void): Verifying {
  let table = EMPTY;
  const thread = oneThread<Outcome, VerifyReport>({}, onChange);
  const put = (next: Table) => {
    thread.forget();
    table = next;
    onChange();
  };
  const start = (acceptRehearsal: boolean) => {
    if (table.bundles.length === 0) return;
    thread.forget();
    const { bundles, ...trust } = table;
    const order: VerifyOrder = { bundles, trust: { ...trust, acceptRehearsal } };
    thread.start({
      ...{ program: ownThread(import.meta.url, 'verify-worker'), order },
      begun: { running: runningOf(bundles, { place: 1, signatures: 0 }) },
      heard: (report) => ({ state: heardAs(report, bundles, acceptRehearsal), isLast: report.is !== 'progress' }),
      brokenOff: (detail) => ({ fault: { code: 'E-FILE', ...(detail === '' ? {} : { detail }) } }),
    });
  };
  return {
    view: () => ({ chosen: chosenOf(table), ...thread.state() }),
    lay: (what, files) => {
      const next = laid(table, what, files);
      if (next.ok) put(next.value);
      return next.ok ? ok(undefined) : next;
    },
    start,
    forget: () => put(EMPTY),
  };
}

function heardAs(report: VerifyReport, bundles: readonly string[], acceptedRehearsal: boolean): Outcome {
  if (report.is === 'progress') return { running: runningOf(bundles, report) };
  return report.is === 'refused' ? { fault: faultOf(report.refusal) } : { verified: { bundles: report.bundles, acceptedRehearsal } };
}

function runningOf(bundles: readonly string[], { place, signatures }: { readonly place: number; readonly signatures: number }) {
  return { bundle: path.basename(bundles[place - 1] ?? ''), place, of: bundles.length, signatures };
}

/** New bundles take the place of those before; receipts and certificates are added to. */
function laid(table: Table, what: VerifyFiles, files: readonly string[]): Result<Table> {
  const added = (before: readonly string[]) => [...new Set([...before, ...files])];
  switch (what) {
    case 'bundles':
      return ok({ ...table, bundles: files });
    case 'folder': {
      const bundles = bundlesIn(files);
      return bundles.ok ? ok({ ...table, bundles: bundles.value }) : { ok: false, refusal: withoutFolder(bundles.refusal) };
    }
    case 'anchor':
      return ok({ ...table, ...(files[0] === undefined ? {} : { anchor: files[0] }) });
    case 'receipts':
      return ok({ ...table, receipts: added(table.receipts) });
    case 'certificates':
      return ok({ ...table, certificates: added(table.certificates) });
  }
}

function chosenOf({ bundles, anchor, receipts, certificates }: Table): VerificationView['chosen'] {
  const names = (files: readonly string[]) => files.map((file) => path.basename(file));
  const key = anchor === undefined ? {} : { anchor: path.basename(anchor) };
  return { bundles: names(bundles), receipts: names(receipts), certificates: names(certificates), ...key };
}

function withoutFolder({ place, ...refusal }: Refusal): Refusal {
  return place === undefined ? refusal : { ...refusal, place: path.basename(place) };
}

function faultOf({ code, detail, place }: Refusal): NonNullable<VerificationView['fault']> {
  return { code, ...(detail === undefined ? {} : { detail }), ...(place === undefined ? {} : { file: path.basename(place) }) };
}
