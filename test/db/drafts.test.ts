/** What somebody had typed when called away: there again for that person, for nobody else, and never in the way. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { must, present } from '../../core/result.ts';
import { openDrafts } from '../../db/drafts.ts';
import { temporaryFolder } from './folders.ts';

const TYPED = { figures: { candidate1: '20', registered: '' }, at: 3, words: 'Kura halali – “ndiyo”' };
const SUBJECT = 'entry president.900901900100101.1';

function drafts() {
  const folder = temporaryFolder();
  const opened = openDrafts(folder);
  const files = () => readdirSync(path.join(folder, 'drafts')).map((name) => path.join(folder, 'drafts', name));
  return { ...opened, folder, files, file: () => present(files()[0], 'a draft') };
}

/** The one draft of C1, spoilt. */
function spoilt(spoil: (file: string) => void) {
  const opened = drafts();
  must(opened.write('C1', SUBJECT, TYPED));
  spoil(opened.file());
  return opened;
}

describe('a draft', () => {
  test('is there again for the person who made it, after a restart as well', () => {
    const { folder, write } = drafts();
    must(write('C1', SUBJECT, TYPED));
    expect(openDrafts(folder).read('C1', SUBJECT)).toEqual(TYPED);
  });

  test('is not there for another person, nor under another subject', () => {
    const { read, write } = drafts();
    must(write('C1', SUBJECT, TYPED));
    expect(read('C2', SUBJECT)).toBeUndefined();
    expect(read('C1', `${SUBJECT}1`)).toBeUndefined();
    must(write('C2', SUBJECT, 'my own'));
    expect([read('C1', SUBJECT), read('C2', SUBJECT)]).toEqual([TYPED, 'my own']);
  });

  test('is replaced whole by the next one and leaves nothing else behind', () => {
    const { read, write, files } = drafts();
    must(write('C1', SUBJECT, TYPED));
    must(write('C1', SUBJECT, [1]));
    expect(read('C1', SUBJECT)).toEqual([1]);
    expect(files()).toHaveLength(1);
  });

  test('is gone when it is removed, and may be removed again', () => {
    const { read, write, remove, files } = drafts();
    must(write('C1', SUBJECT, TYPED));
    must(write('C2', SUBJECT, TYPED));
    remove('C1', SUBJECT);
    remove('C1', SUBJECT);
    expect([read('C1', SUBJECT), read('C2', SUBJECT)]).toEqual([undefined, TYPED]);
    expect(files()).toHaveLength(1);
  });

  test('does not show in its file’s name whose it is, and only this account may read it', () => {
    const { file } = spoilt(() => undefined);
    expect(path.basename(file())).toMatch(/^[0-9a-f]{64}\.json$/);
    if (process.platform !== 'win32') expect(statSync(file()).mode & 0o077).toBe(0);
  });
});

describe('nothing is kept', () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;

  test.each([
    ['a function', () => 1],
    ['nothing', undefined],
    ['a circle', circle],
    ['an endless number', 1n],
  ])('of %s', (_what, value) => {
    const { folder, write } = drafts();
    expect(write('C1', SUBJECT, value)).toMatchObject({ refusal: { code: 'E-CONTENT' } });
    expect(existsSync(path.join(folder, 'drafts'))).toBe(false);
  });

  test('above 64 KiB, and what was there before stays', () => {
    const { read, write, file } = drafts();
    must(write('C1', SUBJECT, 'x'));
    const room = 64 * 1024 - statSync(file()).size + 1;
    expect(write('C1', SUBJECT, 'x'.repeat(room))).toMatchObject({ ok: true });
    expect(write('C1', SUBJECT, 'y'.repeat(room + 1))).toMatchObject({ refusal: { code: 'E-CONTENT' } });
    expect(read('C1', SUBJECT)).toBe('x'.repeat(room));
  });

  test('where the disk will not take it, in words and not by stopping the program', () => {
    const { folder, read, write } = drafts();
    writeFileSync(path.join(folder, 'drafts'), 'a file in the way');
    expect(write('C1', SUBJECT, TYPED)).toMatchObject({ refusal: { code: 'E-FILE' } });
    expect(read('C1', SUBJECT)).toBeUndefined();
  });
});

describe('a draft reads as none', () => {
  test.each<readonly [string, (file: string) => void]>([
    ['cut off', (file) => truncateSync(file, 20)],
    ['emptied', (file) => truncateSync(file, 0)],
    ['not text', (file) => writeFileSync(file, Uint8Array.of(0xff, 0xfe))],
    ['another kind of JSON', (file) => writeFileSync(file, 'null')],
    ['larger than any draft', (file) => writeFileSync(file, readFileSync(file, 'utf8') + ' '.repeat(64 * 1024))],
    ['somebody else’s under this name', (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('"C1"', '"C2"'))],
    ['of another subject under this name', (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('entry', 'reading'))],
  ])('that is %s', (_what, spoil) => {
    expect(spoilt(spoil).read('C1', SUBJECT)).toBeUndefined();
  });

  test('that is a folder, a link or a pipe', () => {
    const { read, file, folder } = spoilt(() => undefined);
    const own = file();
    renameSync(own, path.join(folder, 'moved'));
    mkdirSync(own);
    expect(read('C1', SUBJECT)).toBeUndefined();
    if (process.platform === 'win32') return;
    renameSync(own, path.join(folder, 'folder'));
    symlinkSync(path.join(folder, 'moved'), own);
    expect(read('C1', SUBJECT)).toBeUndefined();
    renameSync(own, path.join(folder, 'link'));
    execFileSync('mkfifo', [own]);
    expect(read('C1', SUBJECT)).toBeUndefined();
  });

  test('where there is no folder of drafts', () => {
    expect(drafts().read('C1', SUBJECT)).toBeUndefined();
  });
});
