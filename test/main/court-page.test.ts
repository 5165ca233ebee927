/** The pages of the court pack: nothing runs in them, nothing is fetched, nobody's words become part of them; and the drawing is true. */
import { describe, expect, test } from 'vitest';
import { STAGES, TRANSITIONS } from '../../core/transitions.ts';
import { courtPack } from '../../main/court/pack.ts';
import { WORDS } from '../../main/court/words/words.ts';
import { moves } from '../../main/court/workflow.ts';
import journalInEnglish from '../../renderer/i18n/en/journal.ts';
import journalInKiswahili from '../../renderer/i18n/sw/journal.ts';
import { COLUMNS, COMMANDS_OF, readCell, STAGE_OF, TABLE } from '../core/lifecycle-table.ts';
import { fullNight, packOf, sourceFrom } from './court-night.ts';

const night = fullNight();
const LANGUAGES = ['en', 'sw'] as const;
const packs = { en: packOf(sourceFrom(night)), sw: packOf(sourceFrom(night), { language: 'sw' }) };
const PAGES = ['court-pack.html', 'certificate-draft.html'] as const;
const BOTH = LANGUAGES.flatMap((language) => PAGES.map((page) => [language, page] as const));

describe.each(BOTH)('in %s, %s', (language, page) => {
  const html = packs[language].text(page);

  test('runs nothing and fetches nothing', () => {
    expect(html).not.toMatch(/<script|<iframe|<object|<embed|<link|<img|<base|javascript:|@import|url\(|\son[a-z]+=/i);
    const addresses = [...html.matchAll(/(?:href|src|xlink:href)="([^"]*)"/g)].map(([, address = '']) => address);
    expect(addresses.filter((address) => !address.startsWith('#'))).toEqual([]);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  test('names its language, and every place that it links to', () => {
    expect(html).toContain(`<html lang="${language}">`);
    const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
    for (const [, target] of html.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
  });

  test('leaves no gap where a word is missing', () => {
    expect(html).not.toMatch(/undefined|\[object|\bNaN\b|\{\{/);
  });
});

test('somebody’s words are shown as they are, and never become part of the page', () => {
  const html = packs.en.text('court-pack.html');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;so&quot;\non two lines');
  expect(html).not.toContain('alert(1)</script>');
});

test('a control character of a damaged file is not passed on', () => {
  const checks = [{ name: 'tables', status: 'failed', detail: 'a\u001b[2Jb' }] as const;
  const spoilt = packOf(sourceFrom(night, { checks }));
  for (const name of ['court-pack.html', 'README.txt']) expect(spoilt.text(name)).toContain('a·[2Jb');
});

test('every table has a caption, heads for its columns and a head for each line', () => {
  const tables = packs.en.text('court-pack.html').split('<table>').slice(1);
  expect(tables.length).toBeGreaterThan(15);
  for (const table of tables) {
    expect(table).toMatch(/^<caption>[^<]+<\/caption>/);
    const [head = '', body = ''] = table.split('</thead>');
    const columns = head.split('<th scope="col">').length - 1;
    const lines = body.split('</table>')[0]?.split('<tr>').slice(1) ?? [];
    for (const line of lines) expect(line.split('<th scope="row">').length - 1 + line.split('<td>').length - 1).toBe(columns);
  }
});

test('the same journal gives the same bytes', () => {
  const [one, other] = [courtPack(sourceFrom(night), { language: 'sw' }), courtPack(sourceFrom(fullNight()), { language: 'sw' })];
  expect(other).toEqual(one);
});

test('one act more gives another pack', () => {
  const longer = night.fork();
  longer.must('device', { kind: 'app-stopped', body: {} });
  const changed = packOf(sourceFrom(longer));
  const differing = [...changed.files].filter(([name, text]) => packs.en.files.get(name) !== text).map(([name]) => name);
  expect(differing).toEqual(
    expect.arrayContaining(['software.csv', 'acts.csv', 'court-pack.html', 'certificate-draft.html', 'SHA256SUMS']),
  );
});

describe('the certificate', () => {
  test('names no section of any law by itself, and leaves a blank for it', () => {
    for (const language of LANGUAGES) {
      const html = packs[language].text('certificate-draft.html');
      const said = html.slice(html.indexOf('<main')).replaceAll(/<[^>]*>/g, ' ');
      expect(said).not.toMatch(/section|article|\bAct\b|kifungu|ibara|sheria/i);
      expect(html).toContain('<span class="blank">');
    }
  });

  test('bears the section that its reader gives, word for word, in place of the blank', () => {
    const given = packOf(sourceFrom(night), { language: 'en', certificateUnder: 'section <9> of "an Act"' });
    for (const page of PAGES) {
      expect(given.text(page)).toContain('Under section &lt;9&gt; of &quot;an Act&quot;');
      expect(given.text(page)).not.toContain('class="blank"');
    }
  });

  test('has an empty line for everything that only a person can say', () => {
    for (const blank of ['Name', 'Position', 'Place', 'Date', 'Signature'])
      expect(packs.en.text('certificate-draft.html')).toContain(`<dt>${blank}</dt><dd class="sign-here">&nbsp;</dd>`);
  });

  test('states every failure on record with its place in the journal', () => {
    const html = packs.en.text('certificate-draft.html');
    const software = packs.en.table('software');
    const notClosed = software.find(({ notClosedBefore }) => notClosedBefore === 'yes')?.seq;
    expect(html).toContain(`Ends of the program without being closed: 1 (no. ${notClosed})`);
    expect(html).toContain(
      `Jumps of the clock: 2 (no. ${packs.en
        .table('clock')
        .map(({ seq }) => seq)
        .join(', ')})`,
    );
    expect(html).toContain('Restores of a backup: 1');
    expect(html).toContain('Failed attempts to unlock the keyboard: 5');
    expect(html).toContain(`countersign 1 <span class="whole">${'1'.repeat(64)}</span>`);
  });

  test('does not vouch for a record that was found altered', () => {
    const checks = [{ name: 'journal', status: 'failed', detail: 'seq 3' }] as const;
    const altered = packOf(sourceFrom(night, { checks }));
    expect(altered.text('certificate-draft.html')).toContain('FOUND IT ALTERED OR DAMAGED');
    expect(altered.text('README.txt')).toContain('entries, leaves and roots: FAILED: seq 3');
    expect(packs.en.text('certificate-draft.html')).not.toContain('ALTERED');
  });
});

describe('the workflow', () => {
  const rows = Object.entries(TABLE).flatMap(([row, cells]) =>
    COLUMNS.map((column, at) => [row, STAGE_OF[column], cells[at] ?? ''] as const),
  );

  test.each(rows)('%s in %s leads where the specification says: %s', (row, stage, cell) => {
    const promised = readCell(cell, stage);
    for (const command of COMMANDS_OF[row] ?? []) {
      const drawn = moves().filter((move) => move.command === command && move.from === stage);
      const former = ['received', 'entered-once', 'differing', 'agreed'];
      const expected = 'refusal' in promised ? [] : [cell === 'former state' ? former : [...promised.stages].sort()];
      expect(drawn.map(({ to }) => (cell === 'former state' ? to : [...to].sort()))).toEqual(expected);
    }
  });

  test.each(LANGUAGES)('is drawn whole in %s: a box for each stage, a mark for each move, and no mark for what is refused', (language) => {
    const svg = packs[language].text('workflow.svg');
    const marks = [...svg.matchAll(/data-command="([^"]*)" data-from="([^"]*)" data-to="([^"]*)"/g)].map(([, ...mark]) => mark.join(' '));
    const expected = moves().flatMap(({ command, from, to }) => to.map((stage) => `${command} ${from} ${stage}`));
    expect([...marks].sort()).toEqual(expected.sort());
    const boxes = [...svg.matchAll(/data-stage="([^"]*)"/g)].map(([, stage]) => stage);
    expect(boxes).toEqual(['awaited', ...STAGES]);
  });

  test('draws every cell of the program’s table that does not refuse', () => {
    const allowed = Object.values(TRANSITIONS)
      .flat()
      .filter((cell) => cell === 'ok').length;
    expect(moves()).toHaveLength(allowed + 1);
  });

  test('names every command beside its line', () => {
    const svg = packs.sw.text('workflow.svg');
    for (const words of Object.values(WORDS.sw.commands)) expect(svg).toContain(`>${words}</text>`);
  });

  test('stands in the page as it stands in its own file', () => {
    const [, drawing = ''] = packs.en.text('workflow.svg').split('?>\n');
    expect(packs.en.text('court-pack.html')).toContain(drawing);
  });
});

test.each([
  ['en', journalInEnglish],
  ['sw', journalInKiswahili],
] as const)('in %s the pack says the checks of the audit in the words of the screens', (language, journal) => {
  expect(WORDS[language].audit.checks).toEqual(journal.auditChecks);
});
