/**
 * The error report that travels with a summary: every finding on a form that was accepted, with the figures as written, what they come
 * to when they are added up, by how much that differs, and how it was ruled, by whom, why and before which witnesses.
 */
import type { Finding } from '../../core/findings.ts';
import { TABLE_TOTAL } from '../../core/form.ts';
import type { SummaryContent } from '../../core/summary.ts';
import { sumOf } from '../../core/views/finding-sum.ts';
import { DEFECT, IN_WARD, SIGNS, SUM_NAMES, type SumLine } from '../../core/views/finding-sum-lines.ts';
import { isAttentionAid, ruleOf } from '../../core/views/rules-shown.ts';
import { figureText, grouped, stationCode } from './figures.ts';
import { rowName } from './form/changes.ts';
import { naming } from './form/constituency-form.ts';
import { frame } from './form/frame.ts';
import { cell, head, QUIET_SMALL, table } from './form/parts.ts';
import { nameIn, namesIn, type Subject, type Telling, telling } from './form/subject.ts';
import { A4_LANDSCAPE, type Block, type Paper, type Run, words as says } from './layout/blocks.ts';
import { fill, type PaperWords } from './words/words.ts';

type Entry = SummaryContent['errorReport'][number];

/** The paper, ready to be rendered. */
export function errorReport(subject: Subject): Paper {
  const told = telling(subject);
  const { content, words } = told;
  const { contest, errorReport: entries } = content;
  const titled = (own: PaperWords) => ({
    form: fill(own.form, { code: contest.formB }),
    title: fill(own.head.errors, { contest: contest.title, form: contest.formB }),
  });
  const forms = new Set(entries.map(({ form }) => form)).size;
  const count = entries.length === 0 ? words.errors.none : fill(words.errors.count, { findings: entries.length, forms });
  const blocks = [says(count, { fontSize: 9, bold: true, margin: [0, 6, 0, 6] }), ...(entries.length === 0 ? [] : [findingTable(told)])];
  return {
    ...frame(told, titled, A4_LANDSCAPE),
    ...naming(told, titled(words)),
    identity: `${subject.digest} errors ${subject.language}`,
    content: blocks,
  };
}

function findingTable(told: Telling): Block {
  const { station, finding, written, ruling } = told.words.errors;
  const rows = told.content.errorReport.map((entry) => findingRow(told, entry));
  return table(
    [134, 150, 232, '*'],
    [station, finding, written, ruling].map((text) => head(text)),
    rows,
  );
}

function findingRow(told: Telling, entry: Entry): readonly Block[] {
  const { content, words } = told;
  const name = content.stations.find(({ station }) => station === entry.station)?.name ?? '';
  return [
    cell([{ text: `${stationCode(entry.station)}\n` }, { text: name, bold: true }, { text: `\n${entry.form}`, ...QUIET_SMALL }], {
      role: 'TH',
    }),
    cell([{ text: `${entry.code}  `, bold: true }, { text: words.titles[entry.code] ?? entry.fields.join(', ') }]),
    cell(writtenRuns(told, entry)),
    cell(rulingRuns(told, entry)),
  ];
}

// ---- as written and computed -------------------------------------------------------------------------------------------------

/** The sum as one would write it on the back of the paper, and under it every figure of the form. */
function writtenRuns(told: Telling, entry: Entry): readonly Run[] {
  const { words } = told;
  const { lines, result } = sumOf({ ...entry, code: entry.code as Finding['code'] });
  const sum = lines.map((line) => written(told, line));
  const results = words.sumResults as Readonly<Record<string, string>>;
  const remains = result === undefined ? [] : [`${results[result.name] ?? words.errors.difference}: ${grouped(Math.abs(result.figure))}`];
  return [
    { text: sum.join('\n') },
    { text: remains.map((text) => `\n${text}`).join(''), bold: true },
    { text: `\n${words.errors.allFigures}: ${allFigures(told, entry)}`, ...QUIET_SMALL },
  ];
}

function written(told: Telling, { name, sign, figure, share }: SumLine): string {
  const { words } = told;
  if (name.startsWith(DEFECT)) return (words.defects as Readonly<Record<string, string>>)[name.slice(DEFECT.length)] ?? name;
  return `${`${SIGNS[sign]} `.trimStart()}${lineName(told, name, share)}: ${lineFigure(words, figure)}`;
}

/** What is no row of the paper says where it comes from; a share of the threshold, in basis points, as a percentage. */
function lineName({ content, words }: Telling, name: string, share = 0): string {
  const { candidates } = content.contest;
  const known = SUM_NAMES.find((one) => one === name);
  if (known !== undefined) return `${words.sums[known]} (${fill(words.sources[known], { share: `${share / 100} %` })})`;
  return name.endsWith(IN_WARD)
    ? `${rowName(name.slice(0, -IN_WARD.length), candidates, words)}, ${words.inWard}`
    : rowName(name, candidates, words);
}

function lineFigure(words: PaperWords, figure: SumLine['figure']): string {
  if (figure === undefined) return words.errors.noFigure;
  return typeof figure === 'number' || figure === 'blank' || figure === 'unreadable' ? figureText(figure, words) : figure;
}

function allFigures({ content, words }: Telling, { figures }: Entry): string {
  const rows = [
    ...content.contest.candidates.map(({ number }) => `candidate${number}`),
    TABLE_TOTAL,
    'registered',
    'rejected',
    'objected',
    'disputed',
    'valid',
  ];
  const named = (row: string) =>
    row.startsWith('candidate') ? row.slice('candidate'.length) : rowName(row, content.contest.candidates, words);
  return rows.map((row) => `${named(row)} ${figureText(figures[row], words)}`).join('; ');
}

// ---- the ruling --------------------------------------------------------------------------------------------------------------

function rulingRuns({ content, words }: Telling, { code, ruling, ground, reason, by, witnesses = [] }: Entry): readonly Run[] {
  if (ruling === undefined) {
    const label = isAttentionAid(code) ? [{ text: `${words.aid}\n`, bold: true }] : [];
    return [...label, { text: ruleOf(code).kind === 'note' ? words.errors.note : words.errors.notRuled }];
  }
  const how = words.errors[`ruled_${ruling}`];
  const on = ground === undefined ? '' : `, ${fill(words.stations.ground, { ground })}`;
  const who = by === undefined ? [] : [fill(words.errors.by, { name: nameIn(content, by) })];
  const seen = witnesses.length === 0 ? words.errors.noWitnesses : fill(words.errors.witnesses, { names: namesIn(content, witnesses) });
  return [{ text: `${how}${on}`, bold: true }, { text: `\n${reason ?? ''}` }, { text: `\n${[...who, seen].join('. ')}`, ...QUIET_SMALL }];
}
