/** docs/FORMAT.md as its tests read it: sections, tables, test vectors and recipes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { present } from '../../core/result.ts';

export const FORMAT = readFileSync(path.join(import.meta.dirname, '../../docs/FORMAT.md'), 'utf8');

/** A heading's text, from the line after it up to the next heading that is not below it. */
export function section(title: string): string {
  const lines = FORMAT.split('\n');
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === title);
  if (start < 0) throw new Error(`docs/FORMAT.md has no section ${title}`);
  const level = present(lines[start], 'heading').indexOf(' ');
  const end = lines.findIndex((line, at) => at > start && /^#+ /.test(line) && line.indexOf(' ') <= level);
  return lines.slice(start + 1, end < 0 ? undefined : end).join('\n');
}

/** The cells of every row of every table in a text, headings included. */
export function tableRows(text: string): readonly (readonly string[])[] {
  const rows = text.split('\n').filter((line) => line.startsWith('| '));
  return rows.map((row) =>
    row
      .slice(1, row.lastIndexOf('|'))
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
}

/** The test vector of this name: what stands in the fenced block ```json NAME. */
export function vector<T>(name: string): T {
  const found = new RegExp(`^\`\`\`json ${name}\n(.*?)\n\`\`\`$`, 'ms').exec(section('Test vectors'))?.[1];
  return JSON.parse(present(found, `test vector ${name}`)) as T;
}

/** The recipes by title: the shell commands under each. */
export function recipes(): ReadonlyMap<string, string> {
  const text = section('Recipes');
  const parts = text.split(/^### /m).slice(1);
  return new Map(parts.map((part) => [present(part.split('\n')[0], 'title'), present(/^```sh\n(.*?)^```$/ms.exec(part)?.[1], part)]));
}

/** The names of all fields in a JSON value, however deep. */
export function fieldsOf(value: unknown): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return new Set();
  const names = Array.isArray(value) ? [] : Object.keys(value);
  return new Set([...names, ...Object.values(value).flatMap((member) => [...fieldsOf(member)])]);
}
