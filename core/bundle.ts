/**
 * What is in a bundle, in its fixed order: a page to read first, the summary, the definition, the journal, the checkpoint, the open
 * data, papers rendered from the summary, the scans, and a manifest signed by the device. The same summary gives the same bytes on
 * any day, in any time zone, on any machine that holds the device key.
 */
import * as z from 'zod/mini';
import { groupsOf } from './groups.ts';
import { OPEN_DATA } from './open-data/members.ts';
import type { SummaryContent } from './summary.ts';
import { contestSchema, digestSchema, keySchema, sizeSchema } from './text.ts';

export const MANIFEST_KIND = 'manifest';
export const EDITIONS = ['official', 'public'] as const;
export type Edition = (typeof EDITIONS)[number];

/** The members with fixed names, in order; renderings and scans stand between the open data and the manifest. */
export const README = 'README.txt';
export const SUMMARY = 'summary.json';
export const DEFINITION = 'definition.json';
export const JOURNAL = 'journal.jsonl';
export const CHECKPOINT = 'checkpoint';
export const MANIFEST = 'manifest.json';
const LEADING = [README, SUMMARY, DEFINITION, JOURNAL, CHECKPOINT, ...OPEN_DATA];
/** The report on figures that do not add up, as a paper. */
export const ERROR_REPORT = 'error-report.pdf';
const FORM_RENDERING = /^form-3[4-9]B\.pdf$/;
const SCAN = /^scans\/([0-9a-f]{64})\.(jpg|png|pdf)$/;
const EXTENSIONS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' };

export const manifestSchema = z.strictObject({
  kind: z.literal('manifest'),
  election: digestSchema,
  journal: digestSchema,
  contest: contestSchema,
  edition: z.enum(EDITIONS),
  device: keySchema,
  members: z.array(z.strictObject({ name: z.string(), size: sizeSchema, sha256: digestSchema })),
});
export type Manifest = z.infer<typeof manifestSchema>;

export function scanMember(digest: string, mediaType: string): string {
  return `scans/${digest}.${EXTENSIONS[mediaType] ?? 'bin'}`;
}

export function digestOfScanMember(name: string): string | undefined {
  return SCAN.exec(name)?.[1];
}

/** The constituency's form as a paper, `form-34B.pdf` or its kin. */
export function formRendering(formB: string): string {
  return `form-${formB}.pdf`;
}

export function isFormRendering(name: string): boolean {
  return FORM_RENDERING.test(name);
}

export function isRendering(name: string): boolean {
  return isFormRendering(name) || name === ERROR_REPORT;
}

/** Papers rendered from the summary, in their order; a bundle may lack any. They are for reading: the summary is what counts. */
function renderingsAmong(names: readonly string[]): readonly string[] {
  const form = names.find(isFormRendering);
  return [...(form === undefined ? [] : [form]), ...names.filter((name) => name === ERROR_REPORT).slice(0, 1)];
}

/** Whether these are the members of a bundle, each once and in order; the first that is out of place otherwise. */
export function misplacedMember(names: readonly string[]): string | undefined {
  const others = names.slice(LEADING.length, -1);
  const expected = [...LEADING, ...renderingsAmong(others), ...others.filter((name) => SCAN.test(name)).sort(), MANIFEST];
  const at = expected.findIndex((name, place) => names[place] !== name);
  if (at >= 0) return names[at] ?? expected[at];
  return names.length > expected.length ? names[expected.length] : undefined;
}

export type BundleState = 'provisional' | 'ready' | 'declared';

/** The page to read first, derived from the summary alone. */
export function readmeText(content: SummaryContent, digest: string, state: BundleState, edition: Edition): string {
  const { totals, stationCounts: counts, contest } = content;
  const stamps = [content.election.kind === 'rehearsal' ? 'REHEARSAL' : '', state === 'declared' ? '' : 'PROVISIONAL'].filter(Boolean);
  const votes = contest.candidates.map(
    (candidate, at) => `  ${candidate.number}. ${candidate.name} (${candidate.party}): ${totals.votes[at] ?? 0}`,
  );
  const { inHand, awaited, ...disposed } = counts;
  const lines = [
    ...(stamps.length > 0 ? [stamps.join(' '), ''] : []),
    `${contest.title}, ${content.constituency.name} (${content.constituency.code}), ${content.county.name}`,
    `${content.election.title}, ${content.election.date}`,
    `Form ${contest.formB}, version ${content.version}, ${state === 'declared' ? content.word : state}, ${edition} edition`,
    '',
    `Votes in ${counts.counted} of ${content.stations.length} stations, in ballot order:`,
    ...votes,
    `  valid votes ${totals.valid}, rejected ${totals.rejected}, registered voters on these forms ${totals.registered}`,
    '',
    `Stations: ${Object.entries({ ...disposed, inHand, awaited })
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')}`,
    '',
    'Digest of summary.json (SHA-256), as on the papers:',
    ...[0, 8].map(
      (from) =>
        `  ${groupsOf(digest)
          .slice(from, from + 8)
          .join(' ')}`,
    ),
    '',
    'Check it yourself, without a network and without trusting this machine:',
    '  countersign verify BUNDLE --anchor COMMISSION.pub',
    'docs/FORMAT.md of Countersign describes every byte in here.',
    '',
  ];
  return lines.join('\n');
}
