/**
 * What was packed is taken out of its archive again and run, on the stand-in for Electron: the command line answers, the app opens and an
 * official acts in it, the journal is sound; and with one bit of the database engine turned neither of them starts.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { extractAll } from '@electron/asar';
import { beforeAll, describe, expect, test } from 'vitest';
import { DATABASE_FILE } from '../../main/office/office.ts';
import { PRACTICE_PASSPHRASE } from '../../main/practice/practice-words.ts';
import type {} from '../../renderer/office/ask.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { packDirectory, prepare, ROOT } from './package/packed.ts';

const canPack = process.platform === 'linux';
const PATIENCE = 120_000;
const STAND_IN = path.join(ROOT, 'test/standin/dist/electron');
const ENGINE = 'node_modules/better-sqlite3/prebuilds/linux-x64.node';
const folder = sharedFolder();
const installed = path.join(folder, 'installed');

function run(app: string, ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(STAND_IN, [app, ...words], { encoding: 'utf8', timeout: PATIENCE });
  return { code: status, out: stdout, err: stderr };
}

/** The app as a whole, but for one bit of its database engine. */
function withTurnedBit(): string {
  const app = temporaryFolder();
  extractAll(path.join(folder, 'packed/linux-unpacked/resources/app.asar'), app);
  const bytes = readFileSync(path.join(app, ENGINE));
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0x10;
  writeFileSync(path.join(app, ENGINE), bytes);
  return app;
}

describe.runIf(canPack)('the installed app', () => {
  beforeAll(async () => {
    const unpacked = await packDirectory(path.join(folder, 'packed'), prepare(folder));
    extractAll(path.join(unpacked, 'resources/app.asar'), installed);
  });

  test('is its own command line, and answers with exit codes', () => {
    const help = run(installed, 'help');
    expect([help.code, help.out]).toEqual([0, expect.stringMatching(/^usage: countersign COMMAND/)]);
    expect(run(installed, 'verfy')).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/no command "verfy"/) });
  });

  test('tells an officer with many machines how it finds this one, as JSON and nothing else', () => {
    const { out, err } = run(installed, 'preflight', '--json', `--data=${temporaryFolder()}`);
    const { software, checks } = JSON.parse(out) as {
      software: { version: string };
      checks: { name: string; status: string; detail: string }[];
    };
    const status = (name: string) => checks.find((check) => check.name === name);
    expect(software.version).toMatch(/^countersign \d/);
    expect(status('engine')).toMatchObject({ status: 'passed', detail: expect.stringMatching(/^SHA-256 [0-9a-f]{64}$/) });
    expect(status('clock')).toMatchObject({ status: 'passed' });
    expect(status('database')).toMatchObject({ status: 'passed' });
    expect(err).toBe('');
  });

  test('opens, an official acts in it, its data lies where it was told to, and its own audit finds the journal sound', async () => {
    const data = temporaryFolder();
    process.env.COUNTERSIGN_APP = installed;
    const { launchApp } = await import('../screens/launch.ts');
    const { page, close } = await launchApp({ dataFolder: temporaryFolder(), arguments: [`--data=${data}`] });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('p');
    await page.getByRole('heading', { level: 1, name: 'Unlock' }).waitFor({ timeout: PATIENCE });
    const acted = await page.evaluate(async (secret) => {
      const unlocked = await window.countersign.ask('unlock', { person: 'RO1', secret });
      const commands = [{ kind: 'incident-noted', body: { text: 'The packed app was tried.' } }];
      const performed = await window.countersign.ask('perform', { id: crypto.randomUUID(), commands });
      return [unlocked, performed];
    }, PRACTICE_PASSPHRASE);
    expect(acted).toEqual([expect.objectContaining({ ok: true }), expect.objectContaining({ ok: true })]);
    await close();
    const audit = run(installed, 'audit', path.join(data, 'practice', '1', DATABASE_FILE), '--json');
    expect(audit, audit.err).toMatchObject({ code: 0, out: expect.stringMatching(/"sound":true/) });
  });

  test('with one bit of its database engine turned starts neither its window nor a command, and says why in both languages', () => {
    const app = withTurnedBit();
    const data = temporaryFolder();
    for (const words of [[`--data=${data}`], ['preflight', '--json', `--data=${data}`]]) {
      const { code, out, err } = run(app, ...words);
      expect([code, out]).toEqual([70, '']);
      expect(err).toMatch(/is not as it was made, and does not start/);
      expect(err).toMatch(/si kama ilivyotengenezwa/);
      expect(err).toMatch(/database engine was altered: SHA-256 [0-9a-f]{64}\n.*linux-x64\.node/);
    }
    expect(readdirSync(data)).toEqual([]);
    copyFileSync(path.join(installed, ENGINE), path.join(app, ENGINE));
    expect(run(app, 'help').code).toBe(0);
  });

  test('does not start with a data folder that is no whole path', () => {
    expect(run(installed, '--data=here')).toMatchObject({ code: 2, err: expect.stringMatching(/whole path[\s\S]*njia yake kamili/) });
    expect(existsSync(path.join(installed, 'here'))).toBe(false);
  });
});

test.skipIf(canPack)('the installed app is not run here: it is packed for Linux', () => {
  expect(canPack).toBe(false);
});
