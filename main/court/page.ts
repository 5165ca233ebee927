/**
 * The court pack as one page: what the audit found first, then what the record is, then every register, the workflow and the draft of
 * the certificate. It runs no program and fetches nothing, on the screen as on paper.
 */

import { eastAfrica } from '../east-africa.ts';
import { certificate, places } from './certificate.ts';
import { workflowChart } from './chart.ts';
import type { Collected } from './collect.ts';
import type { Facts } from './facts.ts';
import { type Markup, markup, type Piece } from './markup.ts';
import { shownTable } from './shown.ts';
import { STYLE } from './style.ts';
import type { Register } from './table.ts';
import type { Words } from './words/words.ts';

export interface PageOrder {
  readonly collected: Collected;
  readonly facts: Facts;
  readonly tables: readonly Register[];
  readonly words: Words;
  readonly under?: string | undefined;
}

/** Registers of which a page tells only how long they are: nobody reads them line by line on paper. */
const BY_FILE_ONLY: readonly Register['id'][] = ['log-ins'];

export function courtPage(order: PageOrder): string {
  const { words, tables } = order;
  const shown = tables.filter(({ id, rows }) => id !== 'unreadable' || rows.length > 0);
  const body = markup`<header>
${title(order)}
</header>
<main>
${audit(order)}
${record(order)}
${reading(words)}
${contents(shown, words)}
${shown.map((register) => section(register, words))}
<section class="certificate" aria-labelledby="certificate"><h2 id="certificate">${words.certificate.title}</h2>
${certificate(order)}</section>
</main>`;
  return whole(words, words.title, body);
}

/** The draft alone, to be completed on paper. */
export function certificatePage(order: PageOrder): string {
  const { words } = order;
  const body = markup`<main class="certificate"><h1>${words.certificate.title}</h1>
${certificate(order)}</main>`;
  return whole(words, words.certificate.title, body);
}

function whole(words: Words, name: string, body: Markup): string {
  return markup`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${name}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
${body}
</body>
</html>
`.markup;
}

function title({ collected, words }: PageOrder): Markup {
  const content = collected.source.definition?.content;
  const where =
    content === undefined
      ? words.record.unknown
      : `${content.title}, ${content.date}. ${content.constituency.name} (${content.constituency.code}), ${content.county.name}`;
  return markup`<h1>${words.title}</h1>
<p>${where}</p>
<p class="quiet">${words.about}</p>
${content?.kind === 'rehearsal' ? markup`<p class="stamp">${words.rehearsal}</p>` : undefined}`;
}

function audit({ collected, facts, words }: PageOrder): Markup {
  const { source, unreadable, brokeOff } = collected;
  const { audit: say } = words;
  return markup`<section aria-labelledby="audit"><h2 id="audit">${say.title}</h2>
<p${facts.isSound ? undefined : markup` class="altered"`}>${facts.isSound ? say.sound : say.altered}</p>
${isJournalBroken(collected) ? markup`<p>${say.reach}</p>` : undefined}
${brokeOff === undefined ? undefined : markup`<p>${say.brokeOff(brokeOff)}</p>`}
${unreadable.length === 0 ? undefined : markup`<p>${say.unreadable(unreadable.length)}</p>`}
${table(
  say.caption,
  [say.check, say.outcome, say.found],
  source.checks.map(({ name, status, detail }) => [say.checks[name], say[status], markup`<span lang="en">${detail}</span>`]),
)}
</section>`;
}

/** The audit follows the journal up to the first entry that is out of order, and judges nothing beyond it. */
function isJournalBroken({ source }: Collected): boolean {
  return source.checks.some(({ name, status }) => name === 'journal' && status === 'failed');
}

function record({ collected, facts, words }: PageOrder): Markup {
  const { record: say } = words;
  const { definition, head } = collected.source;
  const lines: readonly (readonly [string, Piece])[] = [
    [say.definition, markup`<span class="whole">${definition?.digest ?? say.unknown}</span>`],
    [say.journal, markup`<span class="whole">${facts.journal === '' ? say.unknown : facts.journal}</span>`],
    [say.entries, facts.entries],
    [say.from, facts.firstAt === '' ? say.unknown : `${eastAfrica(facts.firstAt)} (${facts.firstAt})`],
    [say.to, facts.lastAt === '' ? say.unknown : `${eastAfrica(facts.lastAt)} (${facts.lastAt})`],
    [say.head, markup`<span class="whole">${head?.root ?? say.noHead}</span>`],
    [say.checkpoint, checkpointWords(collected, words)],
    ...facts.software.map(
      ({ version, digest, seqs }) =>
        [say.software, markup`${version} <span class="whole">${digest}</span> ${say.startedAt(places(seqs))}`] as const,
    ),
    ...facts.devices.map(({ seq, key }) => [say.device, markup`<span class="whole">${key}</span> ${say.introducedAt(seq)}`] as const),
  ];
  return markup`<section aria-labelledby="record"><h2 id="record">${say.title}</h2>
<dl>${lines.map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`)}</dl></section>`;
}

function checkpointWords({ source: { checkpoint } }: Collected, { record: say }: Words): string {
  if (checkpoint === undefined) return say.noCheckpoint;
  return checkpoint.isSigned ? say.signed : say.unsigned;
}

function reading({ reading: say }: Words): Markup {
  return markup`<section aria-labelledby="reading"><h2 id="reading">${say.title}</h2>
${say.lines.map((line) => markup`<p>${line}</p>`)}</section>`;
}

function contents(tables: readonly Register[], words: Words): Markup {
  const links = tables.map(
    ({ id, rows }) => markup`<li><a href="#${id}">${words.contentsOf(words.registers[id].title, rows.length)}</a></li>`,
  );
  return markup`<nav aria-labelledby="contents"><h2 id="contents">${words.contents}</h2>
<ol>${links}<li><a href="#certificate">${words.certificate.title}</a></li></ol></nav>`;
}

function section(register: Register, words: Words): Markup {
  const { id, rows } = register;
  const { title: name, says } = words.registers[id];
  return markup`<section aria-labelledby="${id}"><h2 id="${id}">${name}</h2>
<p>${says}</p>
${id === 'workflow' ? chart(words) : undefined}
${rows.length === 0 ? markup`<p class="quiet">${words.none}</p>` : BY_FILE_ONLY.includes(id) ? markup`<p>${words.inFile(rows.length, `${id}.csv`)}</p>` : registerTable(register, words)}
</section>
`;
}

function chart(words: Words): Markup {
  return markup`<p>${words.chart.says} ${words.chart.drawn}</p>
<figure>${workflowChart(words)}</figure>`;
}

function registerTable(register: Register, words: Words): Markup {
  const { heads, rows } = shownTable(register, words);
  return table(`${register.id}.csv`, heads, rows);
}

/** The first cell of a line is its head. */
function table(caption: string, heads: readonly string[], rows: readonly (readonly Piece[])[]): Markup {
  return markup`<div class="table"><table><caption>${caption}</caption>
<thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([first, ...cells]) => markup`<tr><th scope="row">${first}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>
`,
)}</tbody></table></div>`;
}
