/** The papers beside Form 34B, read back: the error report, an agent's receipt, the passphrase card. */
import { describe, expect, test } from 'vitest';
import { groupsOf } from '../../core/groups.ts';
import { present } from '../../core/result.ts';
import { summaryDigest } from '../../core/summary.ts';
import { errorReport } from '../../main/papers/error-report.ts';
import { grouped, stationCode } from '../../main/papers/figures.ts';
import { UNSIGNED } from '../../main/papers/form/subject.ts';
import { render } from '../../main/papers/layout/render.ts';
import { passphraseCard } from '../../main/papers/passphrase-card.ts';
import { wordsIn } from '../../main/papers/words/words.ts';
import { informationOf, pagesOf, wordsOf } from './read-back.ts';
import { sampleContent } from './sample-summary.ts';

describe('the error report', async () => {
  const content = sampleContent({ stations: 100, candidates: 4, dispositions: { 7: 'disregarded' } });
  const subject = { content, digest: summaryDigest(content), state: 'declared', signing: UNSIGNED, language: 'en' } as const;
  const bytes = await render(errorReport(subject));
  const text = wordsOf(bytes);

  test('lists every finding with its station, code and title', () => {
    expect(content.errorReport.length).toBeGreaterThan(10);
    expect(text).toContain(
      `Findings: ${content.errorReport.length}, on ${new Set(content.errorReport.map(({ form }) => form)).size} forms.`,
    );
    for (const { station, code } of content.errorReport) {
      expect(text).toContain(stationCode(station));
      expect(text).toContain(`${code} ${present(wordsIn('en').findings[code], code).title.split(' ')[0]}`);
    }
  });

  test('shows for each the figures as written, what they come to and the difference', () => {
    const over = present(
      content.errorReport.find(({ code }) => code === 'F04'),
      'a finding',
    );
    expect(text).toContain(`Valid votes cast: ${grouped(Number(over.figures.valid))}`);
    expect(text).toContain('Registered voters in the register: 1');
    expect(text).toContain('Too many by: 412');
    expect(text).toContain('Rejected ballot papers: blank on the paper');
    expect(text).toContain('Boxes left blank: 1');
  });

  test('shows for each the ruling, its ground and reason, the official and the witnesses', () => {
    expect(text).toContain('disregarded, ground b');
    expect(text).toContain('counted as written');
    expect(text).toContain('the officer left the box empty; the diary says none');
    expect(text).toContain('Ruled by Josephine Wairimu Kaberia. Witnesses: Achieng Abuya, Dalmas Farah');
  });

  test('carries the summary’s digest and its own page on every page', () => {
    const pages = pagesOf(bytes);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain(groupsOf(subject.digest).slice(0, 8).join(' '));
    expect(informationOf(bytes)).toMatchObject({ Tagged: 'yes' });
  });

  test('says so where nothing was found, in Kiswahili too', async () => {
    const none = { ...content, errorReport: [] };
    const told = wordsOf(await render(errorReport({ ...subject, content: none, language: 'sw' })));
    expect(told).toContain('Hakuna fomu iliyoidhinishwa yenye hoja.');
  });
});

describe('the passphrase card', async () => {
  const card = {
    person: { id: 'AG-117-4', name: 'Zeinab Dida Jillo', role: 'agent' as const },
    fingerprint: '0123456789abcdef'.repeat(4),
    passphrase: 'orbit candle stomach velvet harbour',
    language: 'en' as const,
  };
  const bytes = await render(passphraseCard(card));

  test('holds the person, the fingerprint in groups, five words with their places, and how to use them', () => {
    const [text = '', ...more] = pagesOf(bytes);
    expect(more).toEqual([]);
    const words = text.replaceAll(/\s+/g, ' ').trim();
    expect(words).toBe(
      [
        'Passphrase card Zeinab Dida Jillo Agent AG-117-4 Fingerprint of the key',
        groupsOf(card.fingerprint).join(' '),
        'The five words 1 2 3 4 5 orbit candle stomach velvet harbour',
        wordsIn('en').card.use.join(' '),
      ].join(' '),
    );
  });

  test('does not carry a word of the passphrase, nor a date, in what the file says of itself', () => {
    const { Title = '', Subject = '', Keywords = '', CreationDate = '' } = informationOf(bytes);
    for (const word of card.passphrase.split(' ')) expect(`${Title} ${Subject} ${Keywords}`).not.toContain(word);
    expect(CreationDate).toBe('D:19700101000000Z');
  });
});
