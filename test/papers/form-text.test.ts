/**
 * Form 34B and its kin as somebody else reads them: every figure of every station comes back out of the PDF, the sums that pages carry
 * are the sums of the rows before them, and the totals are the summary's. Nothing that the summary says is left out.
 */
import { describe, expect, test } from 'vitest';
import { constituencyColumns } from '../../core/form.ts';
import { present } from '../../core/result.ts';
import { type SummaryContent, summaryDigest } from '../../core/summary.ts';
import { digestLines, grouped, stationCode } from '../../main/papers/figures.ts';
import { constituencyForm } from '../../main/papers/form/constituency-form.ts';
import { panelsOf } from '../../main/papers/form/panels.ts';
import { type Subject, UNSIGNED } from '../../main/papers/form/subject.ts';
import { render } from '../../main/papers/layout/render.ts';
import { numberInWords } from '../../main/papers/number-words.ts';
import { publicRecord } from './public-record-lines.ts';
import { countOf, figuresAtEnd, pagesOf, wordsOf } from './read-back.ts';
import { LONG_NAME, LONG_REASON, sampleContent } from './sample-summary.ts';

function subjectOf(content: SummaryContent, more: Partial<Subject> = {}): Subject {
  return { content, digest: summaryDigest(content), state: 'declared', signing: UNSIGNED, language: 'en', ...more };
}

const USABLE_WIDTH = 773.89;
const CODE = /^\s*(\d{3} \d{3} \d{4} \d{3} \d{2})\s/;

/** The rows of stations in a panel's pages, by code: the figures as they were printed. */
function rowsIn(pages: readonly string[], columns: number): ReadonlyMap<string, readonly string[]> {
  const rows = new Map<string, readonly string[]>();
  for (const line of pages.join('\n').split('\n')) {
    const code = CODE.exec(line)?.[1];
    const figures = code === undefined ? undefined : figuresAtEnd(line, columns);
    if (code !== undefined && figures !== undefined && !rows.has(code)) rows.set(code, figures);
  }
  return rows;
}

/** What a station's row should print in these columns. */
function expectedRow({ disposition, form }: SummaryContent['stations'][number], columns: readonly string[]): readonly string[] {
  return columns.map((column) => {
    const figure = form?.figures[column] ?? 'blank';
    const text = typeof figure === 'number' ? grouped(figure) : figure;
    return disposition === 'disregarded' ? `(${text})` : text;
  });
}

/** Every page of a panel in turn: its rows give what it carries forward, which the next one brings. */
function checkSums(pages: readonly string[], columns: number, totals: readonly number[]): void {
  let running: readonly number[] = totals.map(() => 0);
  for (const page of pages) {
    for (const line of page.split('\n')) {
      const figures = figuresAtEnd(line, columns);
      if (figures === undefined) continue;
      const label = line.trim();
      const counts = figures.map(countOf);
      if (/^(Brought|Carried)/.test(label)) expect(counts, label).toEqual(running);
      else if (label.startsWith('TOTAL')) expect(counts, label).toEqual([...totals]);
      else if (CODE.test(line))
        running = running.map((sum, at) => sum + (Number.isFinite(counts[at]) ? present(counts[at], 'a count') : 0));
    }
  }
  expect(running).toEqual([...totals]);
  const labelled = (label: string) => pages.join('\n').split(new RegExp(`^\\s*${label}`, 'm')).length - 1;
  expect([labelled('Brought forward'), labelled('Carried forward'), labelled('TOTAL')]).toEqual([pages.length - 1, pages.length - 1, 1]);
}

const ORDERS = {
  '256 stations and 8 candidates': sampleContent({
    stations: 256,
    candidates: 8,
    lines: publicRecord(256),
    dispositions: { 7: 'disregarded', 60: 'not-held', 199: 'lost', 210: 'disregarded' },
  }),
  '52 stations, 33 candidates and long names': sampleContent({
    stations: 52,
    candidates: 33,
    formB: '36B',
    longNames: true,
    agents: 16,
    dispositions: { 7: 'disregarded' },
  }),
  'no station counted': sampleContent({
    stations: 40,
    candidates: 3,
    version: 0,
    dispositions: Object.fromEntries(Array.from({ length: 40 }, (_, at) => [at, 'awaited'] as const)),
  }),
  'one station and one candidate': sampleContent({ stations: 1, candidates: 1 }),
} as const;

describe.each(Object.entries(ORDERS))('a form with %s', async (_, content) => {
  const pages = pagesOf(await render(constituencyForm(subjectOf(content))));
  const panels = panelsOf(content, USABLE_WIDTH);
  const [registered = '', ...rest] = constituencyColumns(content.contest);
  const groups = panels.map(({ from, to }) => ({ from, to, columns: [registered, ...rest.slice(from, to), ...rest.slice(-2)] }));

  test('gives every figure of every station back', () => {
    const shown = content.stations.filter(({ form }) => form !== undefined);
    for (const { from, to, columns } of groups) {
      const rows = rowsIn(panelPages(pages, from, to, content), columns.length);
      expect(rows.size).toBe(shown.length);
      for (const station of shown) expect(rows.get(stationCode(station.station)), station.station).toEqual(expectedRow(station, columns));
    }
  });

  test('carries forward what its rows add up to, and ends in the summary’s totals', () => {
    const { totals } = content;
    for (const { from, to, columns } of groups) {
      const expected = [totals.registered, ...totals.votes.slice(from, to), totals.valid, totals.rejected];
      checkSums(panelPages(pages, from, to, content), columns.length, expected);
    }
  });

  test('says on every page what it is: form, place, document, digest, page', () => {
    for (const [at, page] of pages.entries()) {
      const text = page.replaceAll(/\s+/g, ' ');
      expect(text).toContain(`Form ${content.contest.formB}`);
      expect(text).toContain('Marenga East 117');
      expect(text).toContain(`${content.contest.formB}-117-${content.contest.id}`);
      for (const line of digestLines(summaryDigest(content))) expect(text).toContain(line);
      expect(text).toContain(`Page ${at + 1} of ${pages.length}`);
      expect(text).toContain('Journal 3,184, head b18c 07e9 52fa 3d60');
    }
  });

  test('writes every total in words of both languages', () => {
    const text = pages.join(' ').replaceAll(/\s+/g, ' ');
    const { votes, valid, rejected, registered: voters } = content.totals;
    for (const total of [...votes, valid, rejected, voters]) {
      for (const language of ['en', 'sw'] as const) expectAllWords(text, numberInWords(language, total));
    }
  });

  test('names every candidate and every agent in full', () => {
    const text = pages.join(' ').replaceAll(/\s+/g, ' ');
    for (const { name } of [...content.contest.candidates, ...content.agents]) expectAllWords(text, name);
  });
});

/** A panel's pages: those that say so, or all where there is one panel. */
function panelPages(pages: readonly string[], from: number, to: number, { contest }: SummaryContent): readonly string[] {
  const isTable = (page: string) => page.includes('Figures as written on the stations’ forms.');
  const tables = pages.filter(isTable);
  return to - from === contest.candidates.length ? tables : tables.filter((page) => page.includes(`Candidates ${from + 1} to ${to} of`));
}

/** Words in a narrow column stand on several lines, with those of other columns between them. */
function expectAllWords(text: string, phrase: string): void {
  for (const word of phrase.split(' ')) expect(text).toContain(word);
}

// ---- what else it must say ---------------------------------------------------------------------------------------------------

describe('what is not counted', async () => {
  const content = ORDERS['256 stations and 8 candidates'];
  const text = wordsOf(await render(constituencyForm(subjectOf(content))));

  test('stands in its row in words, with the register', () => {
    const lost = present(content.stations[199], 'a station');
    expect(text).toContain(`Form lost; nothing is in the sums. Registered voters by the register: ${grouped(lost.register)}`);
    expect(text).toContain('Not held; nothing is in the sums.');
    expect(text).toContain('disregarded: figures in brackets are not in the sums');
  });

  test('is listed with reason, official and witnesses, and the numbers of stations add up', () => {
    expect(text).toContain('counted 252, disregarded 2, not held 1, form lost 1: together 256 of 256.');
    for (const words of [
      'The store room was flooded (199).',
      'F04, ground b: more valid votes than registered voters, by 412',
      'Josephine Wairimu Kaberia',
    ])
      expectAllWords(text, words);
  });

  test('shows for each disregarded station the totals without and with it', () => {
    for (const { figures, totalsWith } of content.disregarded) {
      content.contest.candidates.forEach(({ number, name }, at) => {
        const [written, without, withIt] = [figures[`candidate${number}`], content.totals.votes[at], totalsWith.votes[at]].map((count) =>
          grouped(Number(count)),
        );
        expect(text).toContain(`${number} ${name} ${written} ${without} ${withIt}`);
      });
    }
  });

  test('a blank box and an unreadable one are words, and the totals say how many forms lack them', () => {
    expect(content.lacking).toMatchObject({ rejected: 5, valid: 5 });
    expect(text).toContain('forms lacking it: 5');
    expect(text).toMatch(/Both stay as written; the error report says where/);
  });
});

describe('who stood for it', async () => {
  const content = sampleContent({ stations: 12, candidates: 3, agents: 16 });
  const signing: Subject['signing'] = {
    signatures: [
      {
        person: 'RO-117',
        name: 'Josephine Wairimu Kaberia',
        role: 'ro',
        key: '0123456789abcdef'.repeat(4),
        at: '2027-08-11T02:00:00.000Z',
      },
      { person: 'DRO-117', name: 'Peter Lemaiyan Sankale', role: 'dro', key: 'fedcba9876543210'.repeat(4), at: '2027-08-11T23:30:00.000Z' },
    ],
    outcomes: content.agents.map(({ agent }, at) =>
      at % 2 === 0
        ? { agent, outcome: 'refuse-with-reason', reason: LONG_REASON }
        : { agent, outcome: 'did-not-respond', reason: 'asked three times', closedBy: 'Josephine Wairimu Kaberia' },
    ),
    declared: { at: '2027-08-12T00:15:00.000Z', name: 'Josephine Wairimu Kaberia', alone: 'the deputy fell ill' },
  };
  const text = wordsOf(
    await render(constituencyForm(subjectOf(content, { signing }), { legalText: 'Under the rules that the commission names here.' })),
  );

  test('every agent’s outcome stands with its reason, however long, and who recorded it', () => {
    for (const word of LONG_REASON.split(' ')) expect(text).toContain(word);
    expect(text.match(/Refuses, with reason/g)).toHaveLength(8);
    expect(text.match(/Did not respond/g)).toHaveLength(8);
    expectAllWords(text, 'asked three times (recorded by Josephine Wairimu Kaberia)');
  });

  test('both officials stand with their fingerprints, on the clock of East Africa', () => {
    for (const { key } of signing.signatures) for (const line of digestLines(key)) expect(text).toContain(line);
    expect(text).toContain('11 August 2027, 05:00 EAT');
    expect(text).toContain('12 August 2027, 02:30 EAT');
  });

  test('it is declared in the words given, under the law given, and by one alone only where that is said', () => {
    expectAllWords(text, 'Collated on 12 August 2027, 03:15 EAT by Josephine Wairimu Kaberia.');
    expectAllWords(text, 'One official alone completed it. Reason given: the deputy fell ill');
    expectAllWords(text, 'Under the rules that the commission names here.');
  });

  test('the number of forms submitted is printed, the number received is left for ink', () => {
    expect(text).toContain('Forms 34A submitted: 13');
    expectAllWords(text, 'accepted 12, set aside 1 Forms 34A received: Handed over by Taken over by');
  });

  test('no section of any law is printed by itself', async () => {
    const without = wordsOf(await render(constituencyForm(subjectOf(content, { signing }))));
    expect(without).not.toMatch(/\b(section|regulation|article|reg\.|kanuni|ibara)\b/i);
  });
});

describe('what it is not', () => {
  const content = sampleContent({ stations: 3, candidates: 2, kind: 'rehearsal' });

  test.each([
    ['ready', 'live', ['PROVISIONAL'], ['REHEARSAL']],
    ['provisional', 'rehearsal', ['REHEARSAL', 'PROVISIONAL'], []],
    ['declared', 'rehearsal', ['REHEARSAL'], ['PROVISIONAL']],
    ['declared', 'live', [], ['REHEARSAL', 'PROVISIONAL']],
  ] as const)('a %s %s summary is stamped so on every page, in words in the head', async (state, kind, stamps, others) => {
    const shown = { ...content, election: { ...content.election, kind } };
    const pages = pagesOf(await render(constituencyForm(subjectOf(shown, { state }))));
    for (const page of pages) {
      for (const stamp of stamps) expect(page).toContain(stamp);
      for (const stamp of others) expect(page).not.toContain(stamp);
    }
  });

  test('rows that do not add up to the totals are not printed at all', () => {
    const altered = {
      ...content,
      totals: { ...content.totals, votes: content.totals.votes.map((votes, at) => votes + (at === 0 ? 1 : 0)) },
    };
    expect(() => constituencyForm(subjectOf(altered))).toThrow(/do not add up/);
  });
});

test('a version that takes the place of another names it, why, and every figure that changed', async () => {
  const plain = sampleContent({ stations: 6, candidates: 2, version: 2 });
  const station = present(plain.stations[1], 'a station').station;
  const changes = [
    { station, row: 'candidate2', from: '41', to: '1412' },
    { station, row: 'disposition', from: 'counted', to: 'disregarded' },
    { station, row: 'rejected', from: 'blank', to: '3' },
  ];
  const content = { ...plain, supersedes: { version: 1, digest: '9f'.repeat(32) }, changes, reason: 'the court ordered a second reading' };
  const text = wordsOf(await render(constituencyForm(subjectOf(content))));
  expect(text).toContain(`It takes the place of version 1, whose digest was ${Array(16).fill('9f9f').join(' ')}.`);
  expect(text).toContain('Reason: the court ordered a second reading');
  expect(text).toMatch(/2 \S+ \S+ \S+ 41 1,412/);
  expect(text).toContain('Disposition Counted Disregarded');
  expect(text).toContain('Rejected ballot papers blank 3');
});

test('a name of sixty characters is whole in its row and in Kiswahili too', async () => {
  const content = sampleContent({ stations: 8, candidates: 12, longNames: true });
  const text = wordsOf(await render(constituencyForm(subjectOf(content, { language: 'sw' }))));
  expect(LONG_NAME).toHaveLength(60);
  expectAllWords(text, LONG_NAME);
  expect(text).toContain('Fomu 34B');
  expect(text).toContain('JUMLA, vituo 8 kati ya 8 vimehesabiwa');
});
