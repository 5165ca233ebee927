/**
 * How the app ends, and how it starts again: by its window, by a signal, by a second start, by a defect of its own. The journal says
 * that it ended where it could, is sound in any case, and nothing of the app stays behind.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from 'playwright';
import { expect as see } from 'playwright/test';
import { expect, test } from 'vitest';
import { electronProgram } from '../../build/start/electron-program.ts';
import { must } from '../../core/result.ts';
import { openOffice } from '../../main/office/office.ts';
import { SOFTWARE } from '../../main/software.ts';
import { actsFrom } from '../main/opened-office.ts';
import { processesWith } from '../standin/drive.ts';
import { newDataFolder, openApp, practiceIn } from './people-hands.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const BROKEN = 70;

async function started() {
  const root = newDataFolder();
  const folder = await practiceIn(root);
  const opened = await openApp(root);
  await opened.hands.stand('Unlock');
  return { ...opened, root, folder };
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(child.exitCode)));

/** The two things that the journal said last, before the start that reads them says that it started. */
async function lastWords(folder: string): Promise<readonly string[]> {
  const office = must(await openOffice(folder, { software: SOFTWARE }));
  const kinds = actsFrom(office, 0).map(({ kind }) => kind);
  expect(office.isReadOnly).toBe(false);
  office.close();
  return kinds.slice(-3, -1);
}

const noProcessLeft = (root: string) => see.poll(() => processesWith(root), { timeout: 30_000 }).toEqual([]);

const ways: readonly (readonly [string, (app: ElectronApplication) => unknown])[] = [
  ['its window is closed', (app) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())],
  ['it is asked to end', (app) => app.process().kill('SIGTERM')],
  ['it is interrupted', (app) => app.process().kill('SIGINT')],
];
for (const [how, end] of ways)
  test(`when ${how}, the wall closes too, the journal says that it ended, and no process stays`, async () => {
    const { app, hands, root, folder } = await started();
    const opening = app.waitForEvent('window');
    await hands.page.evaluate(() => window.countersign.ask('openWall', {}));
    await opening;
    const exit = ended(app.process());
    await Promise.resolve(end(app)).catch(() => undefined);
    expect(await exit).toBe(0);
    await noProcessLeft(root);
    expect(await lastWords(folder)).toEqual(['app-started', 'app-stopped']);
  });

test('a defect of its own stops it at once, with a word to the person and the journal as it was', async () => {
  const { app, root, folder } = await started();
  const exit = ended(app.process());
  const said: string[] = [];
  app.process().stderr?.on('data', (words: Buffer) => said.push(words.toString()));
  await app.evaluate(({ dialog }) => {
    dialog.showErrorBox = (_title, words) => void process.stderr.write(`shown: ${words}\n`);
    setTimeout(() => {
      throw new Error('what should be impossible');
    }, 0);
  });
  expect(await exit).toBe(BROKEN);
  expect(said.join('')).toContain('shown: what should be impossible\n\nThe journal is intact.');
  await noProcessLeft(root);
  expect(await lastWords(folder)).toEqual(['app-stopped', 'app-started']);
});

test('a second start on the same data brings the first window forward and ends', async () => {
  const { app, root, folder } = await started();
  const state = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isMinimized()));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  expect(await state()).toEqual([true]);
  const program = electronProgram(path.join(ROOT, 'node_modules', 'electron')) ?? path.join(ROOT, 'test', 'standin', 'dist', 'electron');
  const second = spawn(program, [ROOT, `--user-data-dir=${root}`], { stdio: 'ignore' });
  expect(await ended(second)).toBe(0);
  await see.poll(state).toEqual([false]);
  await app.close();
  expect(await lastWords(folder)).toEqual(['app-started', 'app-stopped']);
});

interface Standing {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
const standing = (app: ElectronApplication): Promise<Standing & { readonly isMaximized: boolean }> =>
  app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('no window');
    return { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
  });

test('a window stands again where it stood, as large, and maximised if it was', async () => {
  const root = newDataFolder();
  const place = { x: 40, y: 30, width: 1200, height: 650 };
  const first = await openApp(root);
  await first.hands.stand('Setup');
  await first.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), place);
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.maximize());
  await first.close();
  const again = await openApp(root);
  await again.hands.stand('Setup');
  await see.poll(() => standing(again.app)).toEqual({ ...place, isMaximized: true });
  await again.close();
});

test('a window that stood on a screen that is gone stands on one that is there', async () => {
  const root = newDataFolder();
  const first = await openApp(root);
  await first.hands.stand('Setup');
  await first.close();
  const file = path.join(root, 'preferences.json');
  const kept = JSON.parse(readFileSync(file, 'utf8'));
  kept.windows.rooms.x = 9000;
  writeFileSync(file, JSON.stringify(kept));
  const again = await openApp(root);
  await again.hands.stand('Setup');
  expect((await standing(again.app)).x).toBeLessThan(1366);
});
