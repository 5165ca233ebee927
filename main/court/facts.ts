/**
 * What the pack states about the record as a whole, for its first page and for the certificate: which journal of which election, how
 * long, which software and keys made it, and every failure that is on record.
 */
import type { ActOf } from '../../core/acts.ts';
import type { Collected } from './collect.ts';
import { CELLS } from './columns.ts';

export interface Version {
  readonly version: string;
  readonly digest: string;
  /** Where in the journal this program said that it was started. */
  readonly seqs: readonly number[];
}

export interface Facts {
  readonly journal: string;
  /** Entries that stand in the file, readable or not. */
  readonly entries: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly software: readonly Version[];
  /** The machine's own keys, as the journal introduced them: one, and another for each restore. */
  readonly devices: readonly { readonly seq: number; readonly key: string }[];
  readonly notClosed: readonly number[];
  readonly jumps: readonly number[];
  readonly restores: readonly number[];
  readonly failedLogIns: number;
  readonly isSound: boolean;
}

export function factsOf(collected: Collected): Facts {
  const { source, told, counts, unreadable, book, first, last } = collected;
  const ofKind = (name: Parameters<typeof told.get>[0], kind: string) => (told.get(name) ?? []).filter(({ act }) => act.kind === kind);
  const starts = ofKind('software', 'app-started');
  const seqs = (places: readonly { readonly seq: number }[]) => places.map(({ seq }) => seq);
  return {
    journal: first?.act.journal ?? '',
    entries: [...counts.values()].reduce((sum, count) => sum + count, unreadable.length),
    firstAt: first?.act.at ?? '',
    lastAt: last?.act.at ?? '',
    software: versionsOf(collected),
    devices: [...ofKind('software', 'centre-created'), ...ofKind('backups', 'backup-restored')].map(({ seq, act }) => ({
      seq,
      key: (act as ActOf<'centre-created' | 'backup-restored'>).body.device,
    })),
    notClosed: seqs(starts.filter((start) => CELLS.notClosedBefore(start, book) !== '')),
    jumps: seqs(ofKind('clock', 'clock-jumped')),
    restores: seqs(ofKind('backups', 'backup-restored')),
    failedLogIns: counts.get('unlock-failed') ?? 0,
    isSound: isSound(source.checks) && unreadable.length === 0 && collected.brokeOff === undefined,
  };
}

function isSound(checks: Collected['source']['checks']): boolean {
  return checks.every(({ status }) => status !== 'failed');
}

function versionsOf({ told }: Collected): readonly Version[] {
  const starts = (told.get('software') ?? []).flatMap(({ seq, act }) => (act.kind === 'app-started' ? [{ seq, ...act.body }] : []));
  const byDigest = Map.groupBy(starts, ({ version, digest }) => `${version} ${digest}`);
  return [...byDigest.values()].flatMap((same) => {
    const [start] = same;
    return start === undefined ? [] : [{ version: start.version, digest: start.digest, seqs: same.map(({ seq }) => seq) }];
  });
}
