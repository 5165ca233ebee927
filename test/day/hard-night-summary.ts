/** The end of a hard night: its summary made and declared, its bundle written, and what a stranger reads in it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { JOURNAL } from '../../core/bundle.ts';
import { must, present } from '../../core/result.ts';
import { contestStateOf } from '../../core/state.ts';
import type { SummaryContent } from '../../core/summary.ts';
import type { Verification } from '../../core/verify.ts';
import { bundleOf, type ExportOrder, writeBundle } from '../../main/bundle/export.ts';
import { verifyFiles } from '../../main/verify-file.ts';
import { keyOf } from '../core/world-election.ts';
import { membersOf } from '../format/rebundle.ts';
import { ALL_AGENTS, CONTEST, type Night, says } from './hard-night.ts';

function readyIn({ cast }: Night) {
  const { number: version, digest, content } = present(contestStateOf(cast.office.centre(), CONTEST).ready, 'a ready version');
  return { named: { contest: CONTEST, version, digest }, totals: content.totals };
}

/** Prepared, signed by both officials, signed off by every agent in the hall, declared. */
export async function declare(night: Night, reason?: string): Promise<void> {
  await says(night, 'ro', { kind: 'summary-prepared', body: { contest: CONTEST, ...(reason === undefined ? {} : { reason }) } });
  const { named, totals } = readyIn(night);
  for (const official of ['ro', 'dro']) await says(night, official, { kind: 'summary-signed', body: { ...named, totals } });
  for (const agent of ALL_AGENTS) {
    if (night.cast.office.centre().stays.get(agent)?.at(-1)?.to !== undefined) continue;
    await says(night, agent, { kind: 'summary-signoff-given', body: { ...named, choice: 'agree' } });
  }
  await says(night, 'ro', { kind: 'summary-declared', body: named });
}

/** Writes the contest's bundle beside the centre. Answers the file. */
export function write({ cast: { office }, folder }: Night, name: string, order: Partial<ExportOrder> = {}): string {
  const file = path.join(folder, `${name}.bundle.zip`);
  const source = { centre: office.centre(), store: office.store, scans: office.scans, device: office.device };
  writeBundle(file, must(bundleOf(source, { contest: CONTEST, edition: 'official', ...order })));
  return file;
}

interface Said {
  readonly kind: string;
  readonly by: { readonly person: string };
  readonly body: Readonly<Record<string, unknown>>;
}

/** Every act that a bundle shows, in the words that were signed. */
export async function actsIn(file: string): Promise<readonly Said[]> {
  const lines = present((await membersOf(readFileSync(file))).get(JOURNAL), 'journal')
    .toString()
    .trimEnd()
    .split('\n');
  return lines.map((line) => JSON.parse(Buffer.from(JSON.parse(line).act.payload, 'base64').toString()) as Said);
}

/** What a stranger finds who has the files and the commission's key, and nothing else. */
export async function verified(...files: readonly string[]): Promise<readonly Verification[]> {
  const trust = { anchor: keyOf('commission'), receipts: [], certificates: [], acceptRehearsal: true };
  return (await verifyFiles(files, trust)).map(({ verification }) => verification);
}

export function told({ summary }: Verification): SummaryContent {
  return present(summary, 'a summary').content;
}

export function stationIn(content: SummaryContent, station: string): SummaryContent['stations'][number] {
  return present(
    content.stations.find((line) => line.station === station),
    station,
  );
}
