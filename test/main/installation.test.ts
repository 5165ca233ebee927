/**
 * The installed program before it opens: an altered database engine is found whatever was done to it, a command is told from a file that
 * was dropped on the icon, and the data goes where it was asked to, or nowhere.
 */

import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandIn, ownWords } from '../../main/app/command.ts';
import { dataFolderAsked, usualDataFolder } from '../../main/data-folder.ts';
import { checkEngine, engineFolder } from '../../main/installation.ts';
import { temporaryFolder } from '../db/folders.ts';
import { getPath } from '../standin/paths.ts';

const HERE = { platform: process.platform, arch: process.arch };
const NAME = `${process.platform}-${process.arch}.node`;
const ENGINE = readFileSync(path.join(engineFolder(), 'prebuilds', NAME));
const INSTALLATION = { engine: { [NAME]: createHash('sha256').update(ENGINE).digest('hex') } };

function engineWith(bytes: Uint8Array): string {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'prebuilds'));
  writeFileSync(path.join(folder, 'prebuilds', NAME), bytes);
  return folder;
}

describe('the database engine', () => {
  test('as it was made passes, with its digest', () => {
    expect(checkEngine(INSTALLATION, engineWith(ENGINE), HERE)).toMatchObject({ ok: true });
  });

  test.each([0, ENGINE.length >> 1, ENGINE.length - 1])('with byte %i flipped is refused, and named', (place) => {
    const bytes = Uint8Array.from(ENGINE);
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    const folder = engineWith(bytes);
    expect(checkEngine(INSTALLATION, folder, HERE)).toMatchObject({
      ok: false,
      refusal: {
        code: 'E-FILE',
        place: path.join(folder, 'prebuilds', NAME),
        detail: expect.stringMatching(/altered: SHA-256 [0-9a-f]{64}$/),
      },
    });
  });

  test('cut short, missing, or unknown to the build is refused', () => {
    expect(checkEngine(INSTALLATION, engineWith(ENGINE.subarray(1)), HERE).ok).toBe(false);
    expect(checkEngine({ engine: {} }, engineWith(ENGINE), HERE).ok).toBe(false);
    const folder = engineWith(ENGINE);
    rmSync(path.join(folder, 'prebuilds', NAME));
    expect(checkEngine(INSTALLATION, folder, HERE).ok).toBe(false);
  });

  test('is refused where one that was compiled here would be loaded instead of it', () => {
    const folder = engineWith(ENGINE);
    cpSync(path.join(folder, 'prebuilds'), path.join(folder, 'build', 'Release'), { recursive: true });
    expect(checkEngine(INSTALLATION, folder, HERE).ok).toBe(false);
  });
});

describe('the words behind the program', () => {
  test('are all of them, once it is packed', () => {
    expect(ownWords(['/opt/countersign', 'verify', 'x.zip'], undefined)).toEqual(['verify', 'x.zip']);
  });

  test('are those behind its folder, where it is started from one, under whatever name', () => {
    const folder = temporaryFolder();
    const other = `${folder}-link`;
    symlinkSync(folder, other);
    expect(ownWords(['/electron', '-r', 'loader', other, '--data=/x', 'demo'], folder)).toEqual(['--data=/x', 'demo']);
    rmSync(other);
  });

  test('hold a command or open the app', () => {
    expect(commandIn(['--no-sandbox', 'preflight', '--json'])).toEqual(['preflight', '--json']);
    expect(commandIn(['verfy'])).toEqual(['verfy']);
    for (const words of [[], ['--data=/srv'], ['file:///home/x.zip'], ['/home/x.zip'], ['-psn_0_1']])
      expect(commandIn(words)).toBe(undefined);
  });
});

describe('the data folder', () => {
  test('is the one asked for, by its whole path', () => {
    expect(dataFolderAsked(['--data=/srv/tally/../centre'])).toEqual({ ok: true, value: '/srv/centre' });
    expect(dataFolderAsked(['--other'])).toEqual({ ok: true, value: undefined });
  });

  test.each([[['--data']], [['--data=']], [['--data=here']], [['--data', '/srv']], [['--data=/a', '--data=/b']]])(
    'is refused as %j',
    (words) => {
      expect(dataFolderAsked(words)).toMatchObject({ ok: false, refusal: { code: 'E-USAGE' } });
    },
  );

  test('is otherwise where the app looks by itself', () => {
    expect(usualDataFolder()).toBe(getPath('userData', 'Countersign'));
  });

  test('has a usual place on each system', () => {
    const home = { home: '/home/a', environment: {} };
    expect(usualDataFolder({ ...home, platform: 'darwin' })).toBe('/home/a/Library/Application Support/Countersign');
    expect(usualDataFolder({ ...home, platform: 'win32', environment: { APPDATA: '/roaming' } })).toBe('/roaming/Countersign');
    expect(usualDataFolder({ ...home, platform: 'linux', environment: { XDG_CONFIG_HOME: '/settings' } })).toBe('/settings/Countersign');
  });
});
