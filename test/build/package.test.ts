/**
 * What is packed: exactly the files that must be inside, one database engine, fuses as they must be, every work of others named with its
 * licence, and nothing else. Packed with a fabricated Electron, which the real packing refuses.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { extractFile, getRawHeader } from '@electron/asar';
import { beforeAll, describe, expect, test } from 'vitest';
import { distributionFault } from '../../build/package/distribution.ts';
import { filesOf, type Target } from '../../build/package/files.ts';
import { FUSES, wrongFuses } from '../../build/package/fuses.ts';
import { pack } from '../../build/package/pack.ts';
import { archivedIn, archiveFault } from '../../build/package/packed.ts';
import { sharedFolder } from '../db/folders.ts';
import { packDirectory, prepare, ROOT, TARGET, VERSION } from './package/packed.ts';

/** The packer makes Linux packages on Linux only, and the Debian one with dpkg-deb. */
const canPack = process.platform === 'linux' && existsSync('/usr/bin/dpkg-deb');
const folder = sharedFolder();
const out = path.join(folder, 'packed');
const unpacked = path.join(out, 'linux-unpacked');
const archive = path.join(unpacked, 'resources/app.asar');
let electron = '';

describe.runIf(canPack)('the packed app', () => {
  beforeAll(async () => {
    electron = prepare(folder);
    await pack({ root: ROOT, target: TARGET, out, kinds: ['dir', 'tar.gz', 'deb'], electron });
  });

  test('holds exactly the files that it must, one engine among them, and no sources', () => {
    const files = archivedIn(archive);
    expect(files).toEqual(filesOf(ROOT, TARGET));
    expect(files.filter((file) => file.endsWith('.node'))).toEqual(['node_modules/better-sqlite3/prebuilds/linux-x64.node']);
    expect(files.filter((file) => /\.(tsx?|map|c|h|cpp|gyp)$|\/tests?\/|^(core|db|main|renderer|build|docs)\//.test(file))).toEqual([]);
    expect(files).toContain('out/app/main/app.js');
    expect(files).toContain('out/verifier/countersign-verifier.html');
  });

  test('is refused with a file too many, or one too few', () => {
    expect(archiveFault(ROOT, TARGET, unpacked)).toBe(undefined);
    expect(archiveFault(ROOT, { ...TARGET, processor: 'arm64' }, unpacked)).toMatch(
      /lacks .*linux-arm64\.node.*holds without need .*linux-x64\.node/,
    );
    const stray = path.join(`${archive}.unpacked`, 'stray.js');
    writeFileSync(stray, '');
    try {
      expect(archiveFault(ROOT, TARGET, unpacked)).toMatch(/beside the archive .*stray\.js/);
    } finally {
      rmSync(stray);
    }
  });

  test('describes itself by a file that pins the bill of materials', () => {
    const description = JSON.parse(extractFile(archive, 'package.json').toString('utf8')) as Record<string, unknown>;
    expect(description).toMatchObject({ name: 'countersign', type: 'module', main: 'out/app/main/app.js' });
    expect(description.billOfMaterials).toBe(digestOf(path.join(unpacked, 'countersign.cdx.json')));
    expect(Object.keys(description)).not.toContain('devDependencies');
  });

  test('has every fuse as it must be, and one that is turned is found', async () => {
    const program = path.join(unpacked, 'countersign');
    expect(await wrongFuses(program)).toEqual([]);
    const bytes = readFileSync(program);
    const wire = bytes.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX') + 34;
    const asPacked = bytes.subarray(wire, wire + Object.keys(FUSES).length).toString();
    expect(asPacked).toBe('00001100');
    const names = Object.keys(FUSES);
    for (const [place, name] of names.entries()) {
      const turned = Buffer.from(bytes);
      turned[wire + place] = asPacked[place] === '0' ? 0x31 : 0x30;
      writeFileSync(path.join(folder, 'turned'), turned);
      expect(await wrongFuses(path.join(folder, 'turned'))).toEqual([name]);
    }
  });

  test('was made with something that the real packing refuses', () => {
    expect(distributionFault(electron, 'linux', VERSION)).toMatch(/is no Electron: \d+ bytes are not enough/);
    expect(distributionFault(electron, 'linux', '1.2.3')).toMatch(/and 1\.2\.3 is pinned/);
    expect(distributionFault(electron, 'win32', VERSION)).toMatch(/holds no Electron for win32/);
    const tried = runNode(['build/package.ts', `--electron=${electron}`]);
    expect([tried.code, tried.out]).toEqual([2, expect.stringMatching(/is no Electron/)]);
  });

  test('carries in its archive the digest of every file, by blocks, as Electron checks it', () => {
    const { header } = getRawHeader(archive);
    const files = leaves(header);
    expect(files).toHaveLength(filesOf(ROOT, TARGET).length);
    for (const { integrity } of files)
      expect(integrity).toMatchObject({ algorithm: 'SHA256', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test('comes as a Debian package and as an archive with the same files, owned by nobody in particular', () => {
    const files = readdirSync(out);
    const [debian = '', tar = ''] = ['.deb', '.tar.gz'].map((end) => path.join(out, files.find((file) => file.endsWith(end)) ?? ''));
    const inDebian = execFileSync('dpkg-deb', ['--contents', debian], { encoding: 'utf8' }).trim().split('\n');
    expect(inDebian.every((line) => / root\/root /.test(line))).toBe(true);
    const installed = inDebian
      .map((line) => line.split('./opt/Countersign/')[1] ?? '')
      .filter((name) => name !== '' && !name.endsWith('/'));
    const packed = execFileSync('tar', ['--list', '--gzip', '--file', tar], { encoding: 'utf8' }).trim().split('\n');
    const inTar = packed.filter((name) => !name.endsWith('/')).map((name) => name.split('/').slice(1).join('/'));
    // The Debian package brings along the rule that lets the program have its sandbox; both are made at once, so the archive may hold it too.
    const common = (names: readonly string[]) => names.filter((name) => name !== 'resources/apparmor-profile').sort();
    expect(common(installed)).toEqual(common(inTar));
    for (const name of ['LICENSES.txt', 'countersign.cdx.json', 'countersign-verifier.html', 'INSTALLING.md'])
      expect(installed).toContain(name);
    expect(execFileSync('dpkg-deb', ['--field', debian, 'Package'], { encoding: 'utf8' }).trim()).toBe('countersign');
  });

  test('has the same archive when it is packed again', async () => {
    const again = await packDirectory(path.join(folder, 'again'), electron);
    expect(digestOf(path.join(again, 'resources/app.asar'))).toBe(digestOf(archive));
  });

  test.each<Target>([
    { system: 'win32', processor: 'x64' },
    { system: 'darwin', processor: 'arm64' },
  ])('for $system holds its own engine and no other', async (target) => {
    const packed = await packDirectory(path.join(folder, target.system), electron, target);
    expect(archivedIn(path.join(packed, 'resources/app.asar'))).toEqual(filesOf(ROOT, target));
  });

  test('is no larger than its parts: a package that slipped in would show', () => {
    expect(statSync(archive).size).toBeLessThan(12_000_000);
  });
});

test.skipIf(canPack)('the packed app is not looked at here: Linux packages are made on Linux, with dpkg-deb', () => {
  expect(canPack).toBe(false);
});

interface Leaf {
  readonly integrity?: unknown;
  readonly files?: Readonly<Record<string, Leaf>>;
}

function leaves(node: Leaf): readonly Leaf[] {
  return node.files === undefined ? [node] : Object.values(node.files).flatMap(leaves);
}

function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function runNode(words: readonly string[]): { readonly code: number; readonly out: string } {
  try {
    return { code: 0, out: execFileSync(process.execPath, words, { cwd: ROOT, encoding: 'utf8' }) };
  } catch (error) {
    const { status, stdout } = error as { readonly status: number; readonly stdout: string };
    return { code: status, out: stdout };
  }
}
