/** The first page to read in the folder: what each file is, what the pack was drawn from, and how anybody checks it. */
import { printable } from '../commands/io.ts';
import type { PageOrder } from './page.ts';

export interface Named {
  readonly page: string;
  readonly certificate: string;
  readonly chart: string;
  readonly checkpoint: string;
  readonly sums: string;
}

export function readmeText(order: PageOrder, names: Named): string {
  const { readme: say } = order.words;
  const parts = [
    heading(order),
    finding(order),
    [say.what, ...files(order, names)],
    [say.table, say.neutral],
    [say.where, ...origin(order).map(indented)],
    [say.how, ...checking(order, names).map(indented)],
  ];
  return parts.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function heading({ collected, words }: PageOrder): readonly string[] {
  const content = collected.source.definition?.content;
  if (content === undefined) return [words.title, words.about, words.record.unknown];
  const { title, date, constituency } = content;
  const stamp = content.kind === 'rehearsal' ? [words.rehearsal] : [];
  return [words.title, words.about, `${title}, ${date}. ${constituency.name} (${constituency.code})`, ...stamp];
}

function finding({ collected, facts, words: { audit: say } }: PageOrder): readonly string[] {
  const unpassed = collected.source.checks.filter(({ status }) => status !== 'passed');
  const lines = unpassed.map(({ name, status, detail }) => `${say.checks[name]}: ${say[status]}: ${printable(detail)}`);
  return [facts.isSound ? say.sound : say.altered, ...lines.map(indented)];
}

function files({ collected, tables, words }: PageOrder, names: Named): readonly string[] {
  const { readme: say, registers } = words;
  const { checkpoint } = collected.source;
  const signed = checkpoint?.isSigned === true ? say.signed : say.unsigned;
  const named: readonly (readonly [string, string])[] = [
    [names.page, say.page],
    [names.certificate, say.certificate],
    [names.chart, say.chart],
    ...tables.map(({ id, rows }) => [`${id}.csv`, words.contentsOf(registers[id].title, rows.length)] as const),
    ...(checkpoint === undefined ? [] : [[names.checkpoint, `${say.checkpoint}; ${signed}`] as const]),
    [names.sums, say.sums],
  ];
  const width = Math.max(...named.map(([file]) => file.length)) + 2;
  return named.map(([file, what]) => indented(`${file.padEnd(width)}${what}`));
}

function origin({ collected, facts, words: { record: say } }: PageOrder): readonly string[] {
  const { definition, head } = collected.source;
  return [
    `${say.definition}: ${definition?.digest ?? say.unknown}`,
    `${say.journal}: ${facts.journal === '' ? say.unknown : facts.journal}`,
    `${say.entries}: ${facts.entries}`,
    `${say.head}: ${head?.root ?? say.noHead}`,
    ...facts.software.map(({ version, digest }) => `${say.software}: ${version} ${digest}`),
  ];
}

/** The commands as they are typed; the pack again needs the same language and the same section. */
function checking({ words, under }: PageOrder, { sums }: Named): readonly string[] {
  const { readme: say, language } = words;
  const section = under === undefined ? '' : ` --certificate-under '${under.replaceAll("'", `'\\''`)}'`;
  return [
    say.sums1,
    indented(`sha256sum -c ${sums}`),
    say.audit1,
    indented(`countersign audit DATABASE --pack DIR --language ${language}${section}`),
    say.acts1,
  ];
}

function indented(line: string): string {
  return `  ${line}`;
}
