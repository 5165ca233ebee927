/** Whoever builds the same sources gets the same bytes: the app, its maps aside, and the page that checks bundles. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sharedFolder } from '../db/folders.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const PATIENCE = 300_000;

function build(folder: string, around: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const environment = { ...process.env, ...around, COUNTERSIGN_OUT: path.join(folder, 'app') };
  const built = spawnSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, env: environment, encoding: 'utf8', timeout: PATIENCE });
  expect(built.status, built.stderr).toBe(0);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const places = files.map((entry) => path.join(entry.parentPath, entry.name)).filter((file) => !file.endsWith('.map'));
  return new Map(places.map((file) => [path.relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')]));
}

test('two builds in different places, time zones and languages give the same files with the same bytes', () => {
  const first = build(sharedFolder(), { NODE_ENV: 'production', TZ: 'UTC', LANG: 'C' });
  const second = build(path.join(sharedFolder(), 'another', 'place'), { NODE_ENV: 'test', TZ: 'Africa/Nairobi', LANG: 'sw_KE.UTF-8' });
  expect([...first.keys()]).toContain(path.join('app', 'main', 'app.js'));
  expect([...first.keys()]).toContain(path.join('verifier', 'countersign-verifier.html'));
  expect(Object.fromEntries(second)).toEqual(Object.fromEntries(first));
});
