/**
 * The stations that are not in the totals, each with why, by whom and before which witnesses; what the totals would be with every
 * station that was disregarded; papers set aside, and forms whose figures have no image.
 */
import type { SummaryContent, SummaryStation } from '../../../core/summary.ts';
import { grouped, stationCode } from '../figures.ts';
import { type Block, words as says, stack } from '../layout/blocks.ts';
import { fill, type PaperWords } from '../words/words.ts';
import { cell, head, heading, number, section, table } from './parts.ts';
import { nameIn, namesIn, type Telling } from './subject.ts';

const SAID = { fontSize: 8.5, margin: [0, 4, 0, 0] } as const;
const KINDS = ['counted', 'disregarded', 'notHeld', 'postponed', 'lost', 'cancelled', 'setAside', 'inHand', 'awaited'] as const;

export function dispositionBlocks(telling: Telling): readonly Block[] {
  const { content, words } = telling;
  const decided = content.stations.filter(({ disposition }) => !['counted', 'awaited', 'in-hand'].includes(disposition));
  const isComplete = content.stationCounts.counted === content.stations.length;
  return [
    ...section(
      heading(telling, ({ stations }) => stations.title),
      says(countsText(telling), SAID),
    ),
    ...(isComplete ? [says(words.stations.none, SAID)] : []),
    ...(decided.length === 0 ? [] : notCounted(telling, decided)),
    ...content.disregarded.flatMap((one) => effectOf(telling, one)),
    ...setAsidePapers(telling),
    ...withoutScan(telling),
    says(fill(words.stations.findings, { count: content.errorReport.length }), SAID),
  ];
}

function countsText({ content, words }: Telling): string {
  const { stationCounts: counts } = content;
  const list = KINDS.filter((kind) => counts[kind] > 0 || kind === 'counted').map((kind) =>
    fill(words.stations[kind], { count: counts[kind] }),
  );
  const total = KINDS.reduce((sum, kind) => sum + counts[kind], 0);
  return fill(words.stations.together, { list: list.join(', '), total, stations: content.stations.length });
}

function notCounted(telling: Telling, stations: readonly SummaryStation[]): readonly Block[] {
  const { content, words } = telling;
  const heads = [
    words.table.code,
    words.table.station,
    words.stations.disposition,
    words.stations.reason,
    words.stations.by,
    words.stations.witnesses,
  ];
  const rows = stations.map((station) => {
    const { reason, by, witnesses } = whyNot(content, station, words);
    return [
      cell(stationCode(station.station)),
      cell(station.name, { role: 'TH' }),
      cell(words.dispositions[station.disposition], { bold: true }),
      cell(reason),
      cell(by),
      cell(witnesses),
    ];
  });
  const title = heading(telling, ({ stations: said }) => said.notCounted);
  return section(
    title,
    table(
      [78, 130, 76, '*', 96, 120],
      heads.map((text) => head(text)),
      rows,
    ),
  );
}

/** For a disregarded form, the rulings that disregard it; for a closed result, what was said when it was closed. */
function whyNot(content: SummaryContent, { form, closed }: SummaryStation, words: PaperWords) {
  if (closed !== undefined) return { reason: closed.reason, by: nameIn(content, closed.by), witnesses: namesIn(content, closed.witnesses) };
  const rulings = form?.findings.filter(({ ruling }) => ruling === 'disregard') ?? [];
  const reasons = rulings.map(
    ({ code, ground, reason }) => `${code}${ground === undefined ? '' : `, ${fill(words.stations.ground, { ground })}`}: ${reason ?? ''}`,
  );
  const distinct = (ids: readonly string[]) => namesIn(content, [...new Set(ids)]);
  return {
    reason: reasons.join('\n'),
    by: distinct(rulings.flatMap(({ by }) => by ?? [])),
    witnesses: distinct(rulings.flatMap(({ witnesses }) => witnesses ?? [])),
  };
}

// ---- the effect of a disregarded station --------------------------------------------------------------------------------------

function effectOf(telling: Telling, { station, ground, figures, totalsWith }: SummaryContent['disregarded'][number]): readonly Block[] {
  const { content, words } = telling;
  const line = content.stations.find((one) => one.station === station);
  const name = `${stationCode(station)} ${line?.name ?? ''} (${ground.map((letter) => fill(words.stations.ground, { ground: letter })).join(', ')})`;
  const heads = [
    head(''),
    ...[words.stations.figures, words.stations.without, words.stations.with].map((text) => head(text, { alignment: 'right' })),
  ];
  const labels = [
    ...content.contest.candidates.map((one) => `${one.number}  ${one.name}`),
    words.rows.valid,
    words.rows.rejected,
    words.rows.registered,
  ];
  const codes = [...content.contest.candidates.map((one) => `candidate${one.number}`), 'valid', 'rejected', 'registered'];
  const [without, withIt] = [inOrder(content.totals), inOrder(totalsWith)];
  const rows = codes.map((code, at) => {
    const figure = figures[code];
    const written = typeof figure === 'number' ? grouped(figure) : words.table[figure ?? 'blank'];
    return [
      cell(labels[at] ?? code, { role: 'TH' }),
      number(written),
      number(grouped(without[at] ?? 0)),
      number(grouped(withIt[at] ?? 0), { bold: true }),
    ];
  });
  const title = heading(telling, ({ stations }) => fill(stations.effect, { station: name }));
  return section(title, table([260, 90, 150, 90], heads, rows));
}

function inOrder({ votes, valid, rejected, registered }: SummaryContent['totals']): readonly number[] {
  return [...votes, valid, rejected, registered];
}

// ---- papers ------------------------------------------------------------------------------------------------------------------

function setAsidePapers({ content, words }: Telling): readonly Block[] {
  const papers = content.stations.flatMap(({ station, name, setAside }) => setAside.map((aside) => ({ station, name, ...aside })));
  if (papers.length === 0) return [says(words.stations.noSetAside, SAID)];
  const lines = papers.map(
    ({ station, name, serial, reason, by }) =>
      `${stationCode(station)} ${name}, ${words.sums.serial.toLowerCase()} ${serial}: ${reason} (${nameIn(content, by)})`,
  );
  return [listed(fill(words.stations.setAsidePapers, { count: papers.length }), lines, '\n')];
}

function withoutScan({ content, words }: Telling): readonly Block[] {
  const forms = content.stations.flatMap(({ station, name, form }) =>
    form !== undefined && form.scans.length === 0 ? [{ station, name, reason: form.scanAbsent }] : [],
  );
  if (forms.length === 0) return content.stations.some(({ form }) => form !== undefined) ? [says(words.stations.allScanned, SAID)] : [];
  const lines = forms.map(({ station, name, reason }) => `${stationCode(station)} ${name}${reason === undefined ? '' : ` (${reason})`}`);
  return [listed(fill(words.stations.withoutScan, { count: forms.length }), lines, '; ')];
}

const FEW = 12;

/** A short list stays on one page. */
function listed(title: string, lines: readonly string[], between: string): Block {
  const list = says([{ text: `${title}\n`, bold: true }, { text: lines.join(between) }], SAID);
  return lines.length > FEW ? list : stack([list], { unbreakable: true });
}
