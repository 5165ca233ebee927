/** What the guide to installing and the release workflow name is there: every command, every question, every file. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { configurationFor } from '../../build/package/configuration.ts';
import { QUESTIONS } from '../../main/preflight/finding.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const guide = read('docs/INSTALLING.md');
const workflow = read('.github/workflows/release.yml');
const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };

test.each([
  ['the guide', guide],
  ['the workflow', workflow],
  ['the README', read('README.md')],
])('%s names only scripts that there are', (_, text) => {
  const named = [...text.matchAll(/npm run (?:--silent )?([a-z:]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  expect(named).toContain('smoke:electron');
});

test('the guide explains every question of the preflight, in its order, and no other', () => {
  const rows = [...guide.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
  expect(rows).toEqual(QUESTIONS);
});

test('what the workflow leaves out of the preflight are questions', () => {
  const left = [...workflow.matchAll(/--without ([a-z-]+)/g)].map(([, name]) => name);
  expect(left.length).toBeGreaterThan(0);
  expect(left.filter((name) => !QUESTIONS.some((question) => question === name))).toEqual([]);
});

test.each(['linux', 'win32', 'darwin'] as const)(
  'for %s nothing is published, nothing updates itself, and every file that is named is there',
  (system) => {
    const target = { system, processor: 'x64' } as const;
    const given = { root: ROOT, target, out: '/out', papers: '/papers', electronVersion: '1.0.0', bill: '' };
    const configuration = configurationFor(given);
    expect(configuration.publish).toBe(null);
    expect(configuration.fileAssociations).toBe(undefined);
    const named = [...JSON.stringify(configuration).matchAll(/"([^"]*)"/g)]
      .map(([, one = '']) => one)
      .filter((one) => one.startsWith(ROOT));
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((file) => !existsSync(file))).toEqual([]);
  },
);

test('Windows is installed for the whole machine without questions, and uninstalling leaves the data', () => {
  const given = {
    root: ROOT,
    target: { system: 'win32', processor: 'x64' },
    out: '/out',
    papers: '/papers',
    electronVersion: '1.0.0',
    bill: '',
  } as const;
  expect(configurationFor(given).nsis).toMatchObject({
    perMachine: true,
    oneClick: true,
    deleteAppDataOnUninstall: false,
    runAfterFinish: false,
  });
});
