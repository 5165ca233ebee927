/** The picture of a practice paper: whoever keys from it must be able to key exactly what it stands for. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Figures } from '../../core/acts.ts';
import { fromUtf8 } from '../../core/bytes.ts';
import type { Definition } from '../../core/definition.ts';
import { figureRows } from '../../core/form.ts';
import { present } from '../../core/result.ts';
import type { PaperForm } from '../../main/forms-file.ts';
import { practicePaper } from '../../main/rehearse/practice-paper.ts';
import { sharedFolder } from '../db/folders.ts';
import { defineDemonstration } from '../format/demonstration.ts';

const { definition, forms } = defineDemonstration(path.join(sharedFolder(), 'demonstration'));
const { content } = definition;
const first = present(forms[0], 'a form');
const rows = figureRows(present(content.contests[0], 'contest')).map(({ code }) => code);
/** Every row another figure, so that none can stand in for another. */
const DISTINCT: Figures = Object.fromEntries(rows.map((row, at) => [row, row === 'disputed' ? 2 : 101 + at]));

function textOf(bytes: Uint8Array): string {
  return present(fromUtf8(bytes), 'text');
}

/** What is written on the page, in the order of writing, by font. */
function wordsOn(form: PaperForm, by: Definition = content): readonly { readonly font: string; readonly words: string }[] {
  const page = textOf(practicePaper(form, by));
  return [...page.matchAll(/\/(\w+) [\d.]+ Tf .* \((.*)\) Tj ET/g)].map(([, font = '', words = '']) => ({ font, words: unescaped(words) }));
}

function unescaped(words: string): string {
  return words.replaceAll(/\\([0-7]{3}|.)/g, (_, code: string) =>
    code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : code,
  );
}

function figuresOn(figures: Figures): readonly string[] {
  const written = wordsOn({ ...first, figures }).filter(({ font, words }) => font === 'written' && /^[0-9]+$/.test(words));
  return written.map(({ words }) => words);
}

describe('a practice paper', () => {
  test('shows every figure, in the order of the paper', () => {
    expect(figuresOn(DISTINCT)).toEqual(rows.map((row) => String(DISTINCT[row])));
  });

  test('leaves a blank box empty and an unreadable one without a figure that could be read', () => {
    for (const lost of ['blank', 'unreadable'] as const)
      expect(figuresOn({ ...DISTINCT, candidate2: lost })).toEqual(
        rows.filter((row) => row !== 'candidate2').map((row) => String(DISTINCT[row])),
      );
    const [blank, unreadable] = (['blank', 'unreadable'] as const).map(
      (lost) => practicePaper({ ...first, figures: { ...DISTINCT, candidate2: lost } }, content).length,
    );
    expect(unreadable).toBeGreaterThan(present(blank, 'length'));
  });

  test('names form, contest, station, area and candidates, and says that it is a rehearsal', () => {
    const printed = wordsOn(first)
      .map(({ words }) => words)
      .join('\n');
    const station = present(
      content.stations.find(({ code }) => code === first.station),
      'station',
    );
    const ward = present(
      content.wards.find(({ code }) => code === station.ward),
      'ward',
    );
    const contest = present(content.contests[0], 'contest');
    const names = [station, ward, content.constituency, content.county].flatMap(({ name, code }) => [name, code]);
    const candidates = contest.candidates.flatMap(({ name, party }) => [name, party]);
    for (const words of [`FORM ${contest.formA}`, contest.title, first.serial, ...names, ...candidates, 'REHEARSAL', content.date])
      expect(printed).toContain(words);
  });

  test('lists each decision on a disputed vote that has to be typed', () => {
    const written = wordsOn({ ...first, figures: DISTINCT }).map(({ words }) => words);
    expect(written.filter((words) => words.startsWith('practice '))).toEqual(['practice 1, candidate 1', 'practice 2, candidate 1']);
    const many = wordsOn({ ...first, figures: { ...DISTINCT, disputed: 30 } }).map(({ words }) => words);
    expect(many).toContain('and 21 more, up to practice 30, candidate 1');
  });

  test('has the same bytes each time, and others for another station', () => {
    expect(practicePaper(first, content)).toEqual(practicePaper(first, content));
    expect(practicePaper(present(forms[1], 'a form'), content)).not.toEqual(practicePaper(first, content));
  });

  test('is one PDF page whose parts lie where its table says, also with strange names', () => {
    const contests = content.contests.map((contest) => ({
      ...contest,
      candidates: contest.candidates.map((candidate) => ({ ...candidate, name: 'Ng’ang’a (the \\ younger) Tómas 王' })),
    }));
    const named = { ...content, contests };
    const page = textOf(practicePaper(first, named));
    const offsets = [...page.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
    expect(offsets.map((offset, at) => page.startsWith(`${at + 1} 0 obj`, offset))).toEqual(offsets.map(() => true));
    expect(page.startsWith('xref', Number(/startxref\n(\d+)/.exec(page)?.[1]))).toBe(true);
    const [, length, stream] = /<< \/Length (\d+) >>\nstream\n([\s\S]*)\nendstream/.exec(page) ?? [];
    expect(stream?.length).toBe(Number(length));
    expect(/^[\x20-\x7e\n]*$/.test(page)).toBe(true);
    expect(wordsOn(first, named).map(({ words }) => words)).toContain('Ng\x92ang\x92a (the \\ younger) Tómas ?  (Kite Party)');
  });

  test('keeps every row on the page with as many candidates as ever stood', () => {
    const [contest] = content.contests;
    const candidates = Array.from({ length: 33 }, (_, at) => ({ number: at + 1, name: 'N'.repeat(60), party: 'Independent' }));
    const crowded = { ...content, contests: [{ ...present(contest, 'contest'), candidates }] };
    const figures = { ...DISTINCT, ...Object.fromEntries(candidates.map(({ number }) => [`candidate${number}`, number])) };
    const page = textOf(practicePaper({ ...first, figures }, crowded));
    const heights = [...page.matchAll(/([\d.-]+) ([\d.-]+) Tm/g)].map(([, , height]) => Number(height));
    expect(Math.min(...heights)).toBeGreaterThan(20);
    expect(Math.max(...heights)).toBeLessThan(842);
  });
});
