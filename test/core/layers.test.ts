import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../..');
const BIOME = path.join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
/** The rules that follow types through all files can lock one another out for ever; the layers need none of them. */
const ONLY = ['--only=style/noRestrictedImports', '--only=correctness/noNodejsModules'];
const LAYER_RULES = /^lint\/(style\/noRestrictedImports|correctness\/noNodejsModules)$/;

/** Every way to write an import. A type named in passing, `import('…').Type`, is left to the compiler's project references. */
const WAYS: readonly ((from: string) => string)[] = [
  (from) => `import '${from}';\n`,
  (from) => `import { thing } from '${from}';\nexport const other = thing;\n`,
  (from) => `import type { Thing } from '${from}';\nexport type Other = Thing;\n`,
  (from) => `export * from '${from}';\n`,
  (from) => `export { thing } from '${from}';\n`,
  (from) => `export const thing = await import('${from}');\n`,
];

const REFUSED: readonly (readonly [file: string, from: string])[] = [
  ['core/refused.ts', '../db/keystore.ts'],
  ['core/refused.ts', '../main/office.ts'],
  ['core/refused.ts', '../renderer/app.ts'],
  ['core/refused.ts', '../build/tools.ts'],
  ['core/refused.ts', '../test/db/folders.ts'],
  ['core/refused.ts', 'node:fs'],
  ['core/refused.ts', 'node:fs/promises'],
  ['core/refused.ts', 'better-sqlite3'],
  ['core/refused.ts', 'electron'],
  ['core/deeper/refused.ts', '../../db/keystore.ts'],
  ['db/refused.ts', '../main/office.ts'],
  ['db/refused.ts', '../renderer/app.ts'],
  ['db/refused.ts', '../test/db/folders.ts'],
  ['db/refused.ts', 'electron'],
  ['main/refused.ts', '../test/db/folders.ts'],
  ['main/refused.ts', '../renderer/app.ts'],
  ['main/refused.ts', '../build/tools.ts'],
  ['main/commands/refused.ts', '../../test/db/folders.ts'],
];

const ALLOWED: readonly (readonly [file: string, from: string])[] = [
  ['core/allowed.ts', './result.ts'],
  ['core/deeper/allowed.ts', '../result.ts'],
  ['core/allowed.ts', 'zod/mini'],
  ['db/allowed.ts', '../core/result.ts'],
  ['db/allowed.ts', 'node:fs'],
  ['db/allowed.ts', 'better-sqlite3'],
  ['main/allowed.ts', '../core/result.ts'],
  ['main/commands/allowed.ts', '../../db/keystore.ts'],
  ['test/core/allowed.ts', '../../core/result.ts'],
  ['test/core/allowed.ts', 'node:fs'],
  ['test/db/allowed.ts', '../../main/office.ts'],
  ['build/allowed.ts', 'node:child_process'],
];

interface Diagnostic {
  readonly category: string;
  readonly severity: string;
  readonly location: { readonly path: string | { readonly file: string } };
}

/** Lints files, by name and text, in a folder of their own under the project's own rules; answers the files the layer rules refuse. */
function refusedFiles(files: ReadonlyMap<string, string>): ReadonlySet<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-layers-'));
  try {
    for (const file of ['build/biome.json', 'package.json', '.gitignore']) cpSync(path.join(ROOT, file), path.join(folder, file));
    for (const [file, text] of files) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    return new Set(lint(folder).map(({ location }) => path.relative(folder, path.resolve(folder, fileOf(location)))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function lint(folder: string): readonly Diagnostic[] {
  const parameters = [BIOME, 'ci', ...ONLY, '--config-path=build', '--colors=off', '--reporter=json', '--max-diagnostics=none', '.'];
  const { stdout } = spawnSync(process.execPath, parameters, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 27, timeout: 60_000 });
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Diagnostic[] };
  return diagnostics.filter(({ category, severity }) => severity === 'error' && LAYER_RULES.test(category));
}

function fileOf({ path: place }: Diagnostic['location']): string {
  return typeof place === 'string' ? place : place.file;
}

/** One file for every import in every way of writing it. */
function filesFor(imports: readonly (readonly [file: string, from: string])[]): ReadonlyMap<string, string> {
  const texts = imports.flatMap(([file, from], at) =>
    WAYS.map((way, index) => [file.replace('.ts', `-${at}-${index}.ts`), way(from)] as const),
  );
  return new Map(texts);
}

test('the lint step refuses every import against the layers, however it is written, and no other', () => {
  const refused = filesFor(REFUSED);
  const allowed = filesFor(ALLOWED);
  const found = refusedFiles(new Map([...refused, ...allowed]));
  expect([...found].sort()).toEqual([...refused.keys()].sort());
});

test('the lint step is the one these rules stand in, and covers the whole project', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  expect(scripts.lint).toMatch(/^biome ci --config-path=build .*\.$/);
});
