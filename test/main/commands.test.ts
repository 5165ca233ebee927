/** verify, audit and export at the command line: what they refuse, in one clear line, and what they write. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { must } from '../../core/result.ts';
import { openForWriting } from '../../db/database.ts';
import { audit } from '../../main/commands/audit.ts';
import { certify } from '../../main/commands/certify.ts';
import { exportCommand } from '../../main/commands/export.ts';
import { verify } from '../../main/commands/verify.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { copyOf } from '../db/tampering.ts';
import { enormous, letter } from './odd-files.ts';
import { demoElection, playDay } from './played-day.ts';
import { PROGRAM, recorded } from './recorded.ts';

const folder = sharedFolder();
const day = await playDay(await demoElection(folder), path.join(folder, 'day'), { certified: false });
const bundle = path.join(day.folder, 'president.bundle.zip');
const database = path.join(day.folder, 'centre.sqlite');
const anchor = `${day.keyFile}.pub`;

type CommandFunction = Parameters<typeof recorded>[0];
/** Arguments that need a file of the test's own are made when it runs. */
type Arguments = () => readonly string[];

test('every command says what it needs when asked with --help, and does nothing else', () => {
  const asked = (...args: readonly string[]) => execFileSync(process.execPath, [PROGRAM, ...args], { encoding: 'utf8', timeout: 60_000 });
  const names = [...asked('--help').matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name);
  expect(names).toContain('verify');
  for (const name of names) expect(asked(name, '--help')).toMatch(new RegExp(`^usage: countersign ${name}\\b`));
});

describe('unusable arguments', () => {
  test.each<readonly [string, CommandFunction, readonly string[], string]>([
    ['verify', verify, [], 'name a bundle, or a folder of bundles'],
    ['verify', verify, [bundle, '--frob'], "Unknown option '--frob'"],
    ['verify', verify, [bundle, '--anchor'], "Option '--anchor <value>' argument missing"],
    ['audit', audit, [], 'name one database file'],
    ['audit', audit, [database, database], 'name one database file'],
    ['audit', audit, [database, '--repair'], "Unknown option '--repair'"],
    ['export', exportCommand, [], 'name one database file'],
    ['export', exportCommand, [database, '--out', 'x'], '--contest and --out are needed'],
    ['export', exportCommand, [database, '--contest', 'president'], '--contest and --out are needed'],
    [
      'export',
      exportCommand,
      [database, '--contest', 'president', '--out', 'x', '--edition', 'secret'],
      '--edition is one of official, public',
    ],
    ['export', exportCommand, [database, '--contest', 'president', '--out', 'x', '--version', '0'], '--version is a whole number from 1'],
    ['export', exportCommand, [database, '--contest', 'president', '--out', database], '--out would overwrite what the centre keeps'],
    ['export', exportCommand, [database, '--contest', 'president', '--out', path.join(day.folder, 'device.pem')], '--out would overwrite'],
    ['certify', certify, [], '--key is needed, and either --bundle or --public-key'],
    ['certify', certify, ['--key', day.keyFile], '--key is needed, and either --bundle or --public-key'],
    ['certify', certify, ['--key', day.keyFile, '--bundle', bundle, '--public-key', 'x'], 'either --bundle or --public-key'],
  ])('of %s are answered with one clear line and the usage: %3$s', async (name, command, args, line) => {
    const { code, out, err } = await recorded(command, ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    const [first, second] = err.split('\n');
    expect(first).toContain(line);
    expect(second).toContain(`usage: countersign ${name}`);
  });

  test.each<readonly [string, CommandFunction, Arguments, string]>([
    ['a bundle that is not there', verify, () => ['/nonexistent'], 'there is no such file'],
    ['an anchor that is not there', verify, () => [bundle, '--anchor', '/nonexistent'], 'no such file or folder'],
    ['an anchor that is no key', verify, () => [bundle, '--anchor', letter()], 'no private key in PKCS#8 PEM'],
    ['an anchor that is enormous', verify, () => [bundle, '--anchor', enormous()], 'it is too large'],
    ['a receipt that is not there', verify, () => [bundle, '--receipt', '/nonexistent'], 'no such file or folder'],
    ['a receipt that is enormous', verify, () => [bundle, '--receipt', enormous()], 'it is too large'],
    ['a receipt that is a folder', verify, () => [bundle, '--receipt', temporaryFolder()], 'it is a folder'],
    ['a certificate that is none', verify, () => [bundle, '--certificate', letter()], 'E-CANONICAL'],
    ['a database that is not there', audit, () => ['/nonexistent'], 'there is no such file'],
    ['a receipt for the audit that is not there', audit, () => [database, '--receipt', '/nonexistent'], 'no such file or folder'],
  ])('%s is named in one line', async (_what, command, args, line) => {
    const { code, out, err } = await recorded(command, ...args());
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n')).toHaveLength(2);
    expect(err).toContain(line);
  });
});

describe('export', () => {
  test.each<readonly [string, Arguments, string]>([
    ['a database that is not there', () => ['/nonexistent', '--contest', 'president'], 'there is no such file'],
    ['a contest that is not held here', () => [database, '--contest', 'governor'], 'R-NOT-IN-CONTEST  governor'],
    [
      'a version that was not declared',
      () => [database, '--contest', 'president', '--version', '9'],
      'R-NOT-DECLARED  version 9 of president',
    ],
    [
      'a database without its device key',
      () => [letter(), '--contest', 'president'],
      'the device key device.pem is not beside the database',
    ],
  ])('refuses %s', async (_what, args, line) => {
    const out = path.join(temporaryFolder(), 'x.zip');
    const { code, err } = await recorded(exportCommand, ...args(), '--out', out);
    expect(code).toBe(1);
    expect(err).toContain(line);
    expect(existsSync(out)).toBe(false);
  });

  test('refuses in words where it cannot write, and leaves nothing behind', async () => {
    const taken = temporaryFolder();
    for (const out of ['/nonexistent/x.zip', path.join(database, 'x.zip'), taken]) {
      const { code, err } = await recorded(exportCommand, database, '--contest', 'president', '--out', out);
      expect(code).toBe(1);
      expect(err).toMatch(/^[^\n]+ {2}E-FILE {2}[^\n]+\n$/);
    }
    expect(existsSync(`${taken}.part`)).toBe(false);
  });

  test('gives the bytes that the day gave, and the public edition without the scans', async () => {
    const [again, open] = ['again.zip', 'open.zip'].map((name) => path.join(temporaryFolder(), name)) as [string, string];
    expect((await recorded(exportCommand, database, '--contest', 'president', '--out', again)).code).toBe(0);
    expect(readFileSync(again)).toEqual(readFileSync(bundle));
    const { out } = await recorded(exportCommand, database, '--contest', 'president', '--out', open, '--edition', 'public');
    expect(out).toContain('public edition');
    const { code, out: told } = await recorded(verify, open, '--anchor', anchor, '--rehearsal', '--json');
    expect(code).toBe(3);
    const { verdict, checks } = JSON.parse(told);
    expect(verdict).toBe('consistent');
    expect(checks).toContainEqual({ name: 'scans', status: 'not checked', detail: 'the public edition names 10 scans by digest only' });
    expect(readFileSync(open).includes('scans/')).toBe(false);
  });
});

describe('what foreign files say on a terminal', () => {
  test('is printed without commands to it', async () => {
    const copy = copyOf(day);
    const handle = must(openForWriting(copy));
    handle.exec("INSERT INTO candidate VALUES ('president', 9, 'A' || char(27) || '[2J' || char(10) || 'sound', 'x', 'candidate9')");
    handle.close();
    const { code, out } = await recorded(audit, copy);
    expect(code).toBe(1);
    expect(out).not.toContain('\u001b');
    expect(out).toContain('A·[2J·sound');
  });

  test('neither is the name of a bundle', async () => {
    const parent = temporaryFolder();
    writeFileSync(path.join(parent, 'a\u001b[2J.bundle.zip'), 'x');
    writeFileSync(path.join(parent, 'b.bundle.zip'), 'x');
    expect((await recorded(verify, parent)).out).not.toContain('\u001b');
  });
});

test('a folder of bundles is told one line each before the sums, and the worst decides', async () => {
  const { code, out } = await recorded(verify, day.folder, '--anchor', anchor, '--rehearsal');
  expect(code).toBe(3);
  expect(out.slice(0, out.indexOf('\n\n')).split('\n')).toEqual([
    expect.stringMatching(/^consistent {2}.*president\.bundle\.zip {2}votes \d+( \/ \d+){4} {2}people: /),
    expect.stringMatching(/^consistent {2}.*ward-wino\.bundle\.zip {2}votes \d+( \/ \d+){2} {2}people: /),
  ]);
});
