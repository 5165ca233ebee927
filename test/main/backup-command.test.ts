/** backup and restore at the command line: what they write, what they refuse, and in which words. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { audit } from '../../main/commands/audit.ts';
import { backup } from '../../main/commands/backup.ts';
import { restore } from '../../main/commands/restore.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { cutLines, flip, onStick, stickIn } from './medium-kit.ts';
import { demoElection, playDay } from './played-day.ts';
import { recorded } from './recorded.ts';

const folder = sharedFolder();
const day = await playDay(await demoElection(folder), path.join(folder, 'day'), { papers: 2 });
const database = path.join(day.folder, 'centre.sqlite');

async function backedUp(): Promise<string> {
  const stick = stickIn(temporaryFolder());
  expect(await recorded(backup, database, '--to', stick)).toMatchObject({ code: 0, err: '' });
  return stick;
}

describe('backup', () => {
  test('puts everything on the medium, and says how many acts; again it adds nothing', async () => {
    const stick = await backedUp();
    const before = readdirSync(stick, { recursive: true }).sort();
    const lines = readFileSync(onStick(stick).lines, 'utf8');
    const again = await recorded(backup, database, '--to', stick, '--json');
    expect(JSON.parse(again.out)).toMatchObject({ size: lines.trimEnd().split('\n').length, folder: onStick(stick).folder });
    expect(readdirSync(stick, { recursive: true }).sort()).toEqual(before);
    expect(readFileSync(onStick(stick).lines, 'utf8')).toBe(lines);
  });

  test('refuses a medium that is damaged, and leaves it as it is', async () => {
    const stick = await backedUp();
    flip(onStick(stick).lines, 2000);
    const bytes = readFileSync(onStick(stick).lines);
    expect(await recorded(backup, database, '--to', stick)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('R-MEDIUM-OTHER'),
    });
    expect(readFileSync(onStick(stick).lines).equals(bytes)).toBe(true);
  });

  test.each<readonly [string, () => readonly string[], number, string]>([
    ['no database', () => [], 2, 'name one database file'],
    ['no medium', () => [database], 2, '--to is needed'],
    ['a medium that is not there', () => [database, '--to', '/nonexistent'], 1, 'there is no such file or folder'],
    ['a medium inside the data folder', () => [database, '--to', path.dirname(database)], 1, 'R-MEDIUM-INSIDE'],
  ])('refuses %s in one line', async (_what, args, code, words) => {
    const said = await recorded(backup, ...args());
    expect(said.code).toBe(code);
    expect(said.err.split('\n')[0]).toContain(words);
  });
});

describe('restore', () => {
  test('gives a folder whose database is sound, and says that nothing is known to be lost', async () => {
    const [stick, target] = [await backedUp(), path.join(temporaryFolder(), 'new')];
    const { code, out } = await recorded(restore, '--from', stick, '--to', target);
    expect(code).toBe(0);
    expect(out).toContain('nothing is known to be lost');
    expect(out).toContain('two officials confirm the restore');
    expect(await recorded(audit, path.join(target, 'centre.sqlite'))).toMatchObject({ code: 0 });
    expect(existsSync(path.join(target, 'device.pem'))).toBe(true);
  });

  test('names the acts that a receipt shows to be lost, and ends with 1', async () => {
    const [stick, own] = [await backedUp(), temporaryFolder()];
    const receipts = path.join(day.folder, 'receipts');
    const receipt = path.join(receipts, readdirSync(receipts).sort()[0] ?? '');
    const { lines, heads, folder: place } = onStick(stick);
    for (const file of [lines, heads]) cutLines(file, 60);
    for (const name of readdirSync(place).filter((one) => one.endsWith('.sqlite'))) rmSync(path.join(place, name));
    const said = await recorded(restore, '--from', stick, '--to', path.join(own, 'new'), '--receipt', receipt);
    expect(said.code).toBe(1);
    expect(said.out).toContain(`LOST     ${path.basename(receipt)} names `);
    expect(said.out).toMatch(/ {2}\d+ acts are known to be lost; the journal will name them/);
    const json = await recorded(restore, '--from', stick, '--to', path.join(own, 'other'), '--receipt', receipt, '--json');
    expect(JSON.parse(json.out)).toMatchObject({ backup: { size: 60 }, fromLines: 60, later: [{ source: path.basename(receipt) }] });
  });

  test.each<readonly [string, () => readonly string[], number, string]>([
    ['no medium', () => ['--to', 'x'], 2, '--from and --to are needed'],
    ['no target', () => ['--from', 'x'], 2, '--from and --to are needed'],
    ['a medium that is not there', () => ['--from', '/nonexistent', '--to', path.join(folder, 'none')], 1, 'no such file or folder'],
    ['a target that is there', () => ['--from', folder, '--to', folder], 1, 'it exists already'],
    ['a receipt that is not there', () => ['--from', folder, '--to', 'x', '--receipt', '/nonexistent'], 2, 'no such file or folder'],
  ])('refuses %s in one line', async (_what, args, code, words) => {
    const said = await recorded(restore, ...args());
    expect(said.code).toBe(code);
    expect(said.err.split('\n')[0]).toContain(words);
  });

  test('refuses what is brought and is no receipt, by its name', async () => {
    const [stick, own] = [await backedUp(), temporaryFolder()];
    writeFileSync(path.join(own, 'letter.txt'), 'Dear sir');
    const said = await recorded(restore, '--from', stick, '--to', path.join(own, 'new'), '--receipt', path.join(own, 'letter.txt'));
    expect(said).toMatchObject({ code: 1, err: 'letter.txt  E-CONTENT  neither a receipt nor a checkpoint\n' });
    expect(readdirSync(own)).toEqual(['letter.txt']);
  });
});
