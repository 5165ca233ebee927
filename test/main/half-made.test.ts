/**
 * What a killed restore leaves: half a centre with a device key, in a hidden folder. The next restore beside it and the next start of
 * the app remove it; a folder in which a program still works is spared, and so is everything that only looks similar.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { must } from '../../core/result.ts';
import { DEVICE_KEY_FILE } from '../../db/device-key.ts';
import { holdFolder } from '../../db/holding.ts';
import { openCentres } from '../../main/centres.ts';
import { DATABASE_FILE, openOffice } from '../../main/office/office.ts';
import { removeHalfMade, temporaryFor } from '../../main/second-medium/half-made.ts';
import { restore } from '../../main/second-medium/restore.ts';
import { SOFTWARE } from '../../main/software.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { stickOf } from './medium-kit.ts';
import { demoElection, playDay } from './played-day.ts';

const folder = sharedFolder();
const day = await playDay(await demoElection(folder), path.join(folder, 'day'));
const stick = await stickOf(day.folder, folder);

const HOLDING = path.join(import.meta.dirname, '../../db/holding.ts');
const HOLDER = `
  const { holdFolder } = await import(${JSON.stringify(HOLDING)});
  const held = holdFolder(process.argv[1]);
  process.stdout.write(held.ok ? 'held' : 'refused');
  // What nobody names any more is let go.
  setInterval(() => held.ok, 1000);
`;

/** Half a centre as a kill leaves it, beside this target. */
function leftBeside(target: string): string {
  const place = temporaryFor(target);
  mkdirSync(path.join(place, 'keys'), { recursive: true });
  for (const name of [DATABASE_FILE, DEVICE_KEY_FILE]) cpSync(path.join(day.folder, name), path.join(place, name));
  return place;
}

/** Another program that works in this folder; answers how to kill it. */
async function workingIn(place: string): Promise<() => Promise<void>> {
  const program = spawn(process.execPath, ['--input-type=module', '--eval', HOLDER, place], { stdio: ['ignore', 'pipe', 'inherit'] });
  const kill = async () => {
    if (program.exitCode !== null || program.signalCode !== null) return;
    program.kill('SIGKILL');
    await once(program, 'exit');
  };
  onTestFinished(kill);
  const [said] = await once(program.stdout, 'data');
  expect(String(said)).toBe('held');
  return kill;
}

function hiddenIn(place: string): readonly string[] {
  return readdirSync(place).filter((name) => name.startsWith('.'));
}

async function restoredTo(target: string, onProgress = () => {}): Promise<void> {
  must(await restore({ medium: stick, target, temporary: temporaryFor(target), files: [] }, onProgress));
}

describe('what a killed restore left', () => {
  test('is removed when the next restore begins beside it, and not while a program works in it', async () => {
    const target = path.join(temporaryFolder(), 'new');
    const [dead, alive] = [leftBeside(target), leftBeside(target)];
    const kill = await workingIn(alive);
    await restoredTo(target);
    expect([existsSync(dead), existsSync(path.join(alive, DEVICE_KEY_FILE)), existsSync(target)]).toEqual([false, true, true]);
    await kill();
    await restoredTo(`${target}-2`);
    expect(hiddenIn(path.dirname(target))).toEqual([]);
  });

  test('is removed when the app starts, from the folder of the centres', async () => {
    const root = temporaryFolder();
    mkdirSync(path.join(root, 'centres'));
    const [dead, alive] = [leftBeside(path.join(root, 'centres', 'new')), leftBeside(path.join(root, 'centres', 'new'))];
    const kill = await workingIn(alive);
    openCentres(root);
    expect([existsSync(dead), existsSync(alive)]).toEqual([false, true]);
    await kill();
    expect(openCentres(root).list()).toEqual([]);
    expect(existsSync(alive)).toBe(false);
  });
});

test('a folder in which a restore is at work is held to its end, and survives every removal meanwhile', async () => {
  const target = path.join(temporaryFolder(), 'new');
  const held: string[] = [];
  await restoredTo(target, () => {
    removeHalfMade(path.dirname(target));
    const [name = ''] = hiddenIn(path.dirname(target));
    const again = holdFolder(path.join(path.dirname(target), name));
    held.push(again.ok ? 'free' : again.refusal.code);
    if (again.ok) again.value();
  });
  expect([...new Set(held)]).toEqual(['R-CENTRE-IN-USE']);
  expect(hiddenIn(path.dirname(target))).toEqual([]);
  const restored = must(await openOffice(target, { software: SOFTWARE }));
  expect(restored.awaitedRestore()?.stage).toBe('unsigned');
  restored.close();
});

test('what only looks like it is left: another name, a file, a link, an empty folder that somebody may be about to use', () => {
  const place = temporaryFolder();
  const elsewhere = temporaryFolder();
  const digits = '0123456789abcdef';
  for (const name of ['.restoring-0123', `.restoring-${digits}0`, `.restoring-${digits.toUpperCase()}`, `restoring-${digits}`, 'centre']) {
    mkdirSync(path.join(place, name));
    writeFileSync(path.join(place, name, DEVICE_KEY_FILE), 'a key');
  }
  writeFileSync(path.join(place, '.restoring-1111111111111111'), 'a file');
  mkdirSync(path.join(place, '.restoring-2222222222222222'));
  writeFileSync(path.join(elsewhere, DEVICE_KEY_FILE), 'a key');
  symlinkSync(elsewhere, path.join(place, '.restoring-3333333333333333'));
  const before = readdirSync(place, { recursive: true }).sort();
  removeHalfMade(place);
  expect(readdirSync(place, { recursive: true }).sort()).toEqual(before);
  expect(readdirSync(elsewhere)).toEqual([DEVICE_KEY_FILE]);
  removeHalfMade(path.join(place, 'missing'));
});
