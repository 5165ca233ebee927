/**
 * The PDF as a file: the same bytes whenever and wherever it is made, its title and language, every font inside, and tags that carry
 * the meaning of the paper to somebody who cannot see it. A document that merely calls itself tagged would fail here.
 */
import { execFileSync } from 'node:child_process';
import { unzlibSync, zlibSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { summaryDigest } from '../../core/summary.ts';
import { constituencyForm } from '../../main/papers/form/constituency-form.ts';
import { type Subject, UNSIGNED } from '../../main/papers/form/subject.ts';
import { LEAST_MODULE_MM, qr } from '../../main/papers/layout/qr.ts';
import { render } from '../../main/papers/layout/render.ts';
import { informationOf, pagesOf, tagsOf } from './read-back.ts';
import { sampleContent } from './sample-summary.ts';

const content = sampleContent({ stations: 60, candidates: 5, kind: 'rehearsal', dispositions: { 4: 'disregarded', 9: 'not-held' } });
const subject: Subject = { content, digest: summaryDigest(content), state: 'ready', signing: UNSIGNED, language: 'en' };
const bytes = await render(constituencyForm(subject));

describe('the same paper', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    vi.useRealTimers();
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test('gives the same bytes again', async () => {
    expect(Buffer.compare(await render(constituencyForm(subject)), bytes)).toBe(0);
  });

  test.each(['Pacific/Apia', 'America/Los_Angeles', 'Africa/Nairobi'])('gives them in %s, on another day', async (elsewhere) => {
    process.env.TZ = elsewhere;
    vi.useFakeTimers({ now: Date.parse('2031-12-31T23:59:59Z'), toFake: ['Date'] });
    expect(new Date().getFullYear()).toBeGreaterThanOrEqual(2031);
    expect(Buffer.compare(await render(constituencyForm(subject)), bytes)).toBe(0);
  });

  test('gives others for another language, state or summary', async () => {
    const others = [
      { ...subject, language: 'sw' as const },
      { ...subject, state: 'declared' as const },
      { ...subject, digest: 'e'.repeat(64) },
    ];
    for (const other of others) expect(Buffer.compare(await render(constituencyForm(other)), bytes)).not.toBe(0);
  });

  test('is packed by our own library and not by the machine’s, whose packing differs between processors', () => {
    const streams = [
      ...Buffer.from(bytes)
        .toString('latin1')
        .matchAll(/\/Length (\d+)\n\/Filter \/FlateDecode\n>>\nstream\n/g),
    ];
    expect(streams.length).toBeGreaterThan(5);
    for (const { 0: head, 1: length, index } of streams) {
      const packed = bytes.subarray(index + head.length, index + head.length + Number(length));
      expect(Buffer.compare(packed, zlibSync(unzlibSync(packed), { level: 6 }))).toBe(0);
    }
  });
});

/** The part of the file that speaks of the whole document. */
function catalogOf(file: Buffer): string {
  const from = file.indexOf('/Type /Catalog');
  return file.subarray(from, file.indexOf('endobj', from)).toString('latin1');
}

describe('the file says', () => {
  const information = informationOf(bytes);
  test('its title, with the stamps', () => {
    expect(information.Title).toBe(
      'REHEARSAL: PROVISIONAL: Form 34B, Marenga East 117. President: collation of results at the constituency tallying centre',
    );
    expect(information.Keywords).toBe(`${subject.digest} 1 ready en`);
  });

  test('that it is tagged, on landscape pages, dated by the summary', () => {
    expect(information).toMatchObject({ Tagged: 'yes', 'PDF version': '1.7', Producer: 'Countersign' });
    expect(information['Page size']).toContain('841.89 x 595.28');
    expect(information).toMatchObject({ CreationDate: 'D:20270811015207Z', ModDate: 'D:20270811015207Z' });
  });

  test.each([
    ['en', 'en-KE'],
    ['sw', 'sw-KE'],
  ] as const)('its language: %s', async (language, tag) => {
    const file = Buffer.from(await render(constituencyForm({ ...subject, language })));
    expect(catalogOf(file)).toContain(`/Lang (${tag})`);
  });

  test('with every font inside', () => {
    const fonts = execFileSync('pdffonts', ['-'], { input: bytes, encoding: 'utf8' }).split('\n').slice(2).filter(Boolean);
    expect(fonts.length).toBeGreaterThan(3);
    for (const font of fonts) expect(font).toMatch(/IBMPlex.*\byes yes yes\b/);
  });
});

describe('who listens to the paper', () => {
  const tags = tagsOf(bytes);
  const count = (pattern: RegExp) => tags.filter((line) => pattern.test(line)).length;
  const rows = tags.filter((line) => /^\s*TR\b/.test(line)).length;

  test('hears one title, then sections with heads of their own', () => {
    expect(count(/^\s*H1\b/)).toBe(1);
    expect(count(/^\s*H2\b/)).toBeGreaterThanOrEqual(6);
    expect(tags.join('\n')).toMatch(/H2 \(block\)\s*\n\s*"Aggregate results/);
  });

  test('hears tables by rows, with the heads of columns and rows named', () => {
    expect(count(/^\s*Table\b/)).toBeGreaterThanOrEqual(6);
    expect(rows).toBeGreaterThan(60);
    expect(count(/\/Scope \/Column/)).toBeGreaterThan(20);
    expect(count(/\/Scope \/Row/)).toBeGreaterThan(60);
  });

  test('hears each station once, in its row, with all its figures in order', () => {
    const text = tags.join('\n');
    for (const { station, form } of content.stations) {
      const code = station.replace(/^(\d{3})(\d{3})(\d{4})(\d{3})(\d{2})$/, '$1 $2 $3 $4 $5');
      const row = text.split(/^\s*TR\b.*$/m).filter((part) => part.includes(`"${code}"`));
      expect(row.length, code).toBeGreaterThanOrEqual(1);
      const [first = ''] = row;
      const figures = [...first.matchAll(/"\(?([\d,]+)\)?"/g)].map(([, figure]) => Number(figure?.replaceAll(',', '')));
      const written = ['registered', ...content.contest.candidates.map(({ number }) => `candidate${number}`), 'valid', 'rejected'].map(
        (column) => form?.figures[column],
      );
      if (form !== undefined) expect(figures, code).toEqual(written.filter((figure) => typeof figure === 'number'));
    }
  });

  test('hears the page’s head and foot once, not on every page, and no stamp between two figures', () => {
    expect(pagesOf(bytes).length).toBeGreaterThan(4);
    expect(count(/Marenga East 117"/)).toBe(1);
    expect(count(/Page 1 of/)).toBe(1);
    expect(count(/Page [2-9] of/)).toBe(0);
    expect(count(/REHEARSAL/)).toBe(1);
  });

  test('hears what the square code shows, and the other language as such', () => {
    const file = Buffer.from(bytes);
    expect(file.includes('/Alt (Square code that holds the digest of the summary)')).toBe(true);
    expect(file.includes('/S /P\n/Lang (sw-KE)')).toBe(true);
    expect(count(/^\s*Figure\b/)).toBe(1);
  });
});

describe('the square code', () => {
  test('has squares that a telephone reads from paper, and white around it', () => {
    const { svg, width } = qr(`COUNTERSIGN:SUMMARY:1:${'A'.repeat(64)}`, 'a digest');
    const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
    expect((width / size) * (25.4 / 72)).toBeCloseTo(LEAST_MODULE_MM, 6);
    expect(LEAST_MODULE_MM).toBeGreaterThanOrEqual(0.4);
    expect(svg).not.toMatch(/M[0-3] |M\d+ [0-3]h/);
  });
});
