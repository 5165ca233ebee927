/**
 * The result itself: each candidate's votes in figures and in words of both languages, the other totals likewise, turnout and shares
 * with what they are a share of. A percentage never stands without its base.
 */
import { grouped, share } from '../figures.ts';
import { type Block, type Stack, words as says, stack } from '../layout/blocks.ts';
import { qr } from '../layout/qr.ts';
import { numberInWords } from '../number-words.ts';
import { fill } from '../words/words.ts';
import { cell, head, heading, number, QUIET_SMALL, section, table } from './parts.ts';
import type { Telling } from './subject.ts';

/** Large: it holds a signature, and is read once, from any copy. */
const TOTALS_MODULE_MM = 0.5;
const CODE_TITLE_WIDTH = 150;

export function resultBlocks(telling: Telling): readonly Block[] {
  const remarks = stack([...sayings(telling)].map((text) => says(text, { fontSize: 8.5, margin: [0, 4, 0, 0] })));
  const title = heading(telling, ({ results }) => results.title);
  return [...section(title, resultTable(telling)), withCode(telling, remarks)];
}

/** The signed totals beside what is said of them, where there is a line of them. */
function withCode(telling: Telling, remarks: Stack): Block {
  const { totalsLine, words } = telling;
  if (totalsLine === undefined) return remarks;
  const code = qr(totalsLine, words.head.totalsCodeShows, TOTALS_MODULE_MM);
  const titled = stack([heading(telling, ({ results }) => results.code), code]);
  return {
    columns: [
      { ...remarks, width: '*' },
      { ...titled, width: Math.max(code.width, CODE_TITLE_WIDTH) },
    ],
    columnGap: 24,
    unbreakable: true,
  };
}

function resultTable(telling: Telling): Block {
  const { content, words } = telling;
  const { contest, totals, stationCounts } = content;
  const heads = [
    head(words.results.number, { alignment: 'right' }),
    head(words.results.candidate),
    head(words.results.party),
    head(fill(words.results.votes, { counted: stationCounts.counted, stations: content.stations.length }), { alignment: 'right' }),
    head(words.results.inWords),
    head(words.results.inOtherWords),
    head(words.results.share, { alignment: 'right' }),
  ];
  const candidates = contest.candidates.map(({ number: ballot, name, party }, at) => {
    const votes = totals.votes[at] ?? 0;
    return [
      number(String(ballot)),
      cell(name, { role: 'TH', bold: true }),
      cell(party),
      ...said(telling, `candidate${ballot}`, votes),
      number(share(votes, totals.valid) ?? ''),
    ];
  });
  const others = (['valid', 'rejected', 'registered'] as const).map((row) => [
    cell(''),
    cell(words.results[row], { role: 'TH', colSpan: 2 }),
    cell(''),
    ...said(telling, row, totals[row]),
    cell(''),
  ]);
  return table([18, 130, 110, 70, '*', '*', 52], heads, [...candidates, ...others], { rules: underCandidates(candidates.length) });
}

function underCandidates(candidates: number) {
  return (at: number, rows: number) => (at <= 1 || at === candidates + 1 || at === rows ? 0.8 : 0.25);
}

/** A number in figures and in words, twice, and how many forms do not have it. */
function said({ content, words, other }: Telling, row: string, value: number): readonly Block[] {
  const lacking = content.lacking[row];
  const remark = lacking === undefined ? [] : [{ text: `\n${fill(words.results.lacking, { count: lacking })}`, ...QUIET_SMALL }];
  return [
    number([{ text: grouped(value), bold: true, fontSize: 9 }, ...remark]),
    cell(numberInWords(words.language, value)),
    cell(numberInWords(other.language, value), { lang: other.language }),
  ];
}

function* sayings({ content, words }: Telling): Generator<string> {
  const { totals } = content;
  const [sum, cast] = [totals.votes.reduce((total, votes) => total + votes, 0), totals.valid + totals.rejected];
  const [turnout, rejected] = [share(cast, totals.registered), share(totals.rejected, cast)];
  if (turnout === undefined) yield words.results.noTurnout;
  else yield fill(words.results.turnout, { cast: grouped(cast), share: turnout, registered: grouped(totals.registered) });
  if (rejected !== undefined)
    yield fill(words.results.rejectedShare, { rejected: grouped(totals.rejected), share: rejected, cast: grouped(cast) });
  if (sum !== totals.valid)
    yield fill(words.results.candidatesDiffer, {
      sum: grouped(sum),
      valid: grouped(totals.valid),
      difference: grouped(Math.abs(sum - totals.valid)),
    });
}
