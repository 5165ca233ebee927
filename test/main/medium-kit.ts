/** A second medium beside an opened office, with a clock of its own pace: waiting for it always has an end. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { must, present } from '../../core/result.ts';
import type { MediumState } from '../../core/views/medium.ts';
import { centreFoldersOn, placesIn } from '../../db/medium-places.ts';
import { type Office, openOffice } from '../../main/office/office.ts';
import type { BroughtFile, OnRestoreProgress, Restored, SecondMediumStatus } from '../../main/second-medium/contract.ts';
import { restoreFrom } from '../../main/second-medium/threads.ts';
import { SOFTWARE } from '../../main/software.ts';
import { type TestClock, testClock } from './opened-office.ts';

/** Looks often, and makes no full copy of its own accord. */
export const QUICK = { look: 40, copy: 24 * 3600_000 };
const PATIENCE = 60_000;
const BETWEEN = 20;

/** Waits until the status is as asked; throws with the last one where it never is. */
export async function untilStatus(office: Office, isSo: (status: SecondMediumStatus) => boolean): Promise<SecondMediumStatus> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const status = office.secondMedium();
    if (isSo(status)) return status;
    if (performance.now() > end) throw new Error(`never came: ${JSON.stringify(status)}`);
    await setTimeout(BETWEEN);
  }
}

export function untilState(office: Office, state: MediumState): Promise<SecondMediumStatus> {
  return untilStatus(office, (status) => status.state === state);
}

/** An empty folder that stands for a memory stick. */
export function stickIn(folder: string, name = 'stick'): string {
  const stick = path.join(folder, name);
  mkdirSync(stick);
  return stick;
}

/** A stick that has everything of a centre, which is closed again. */
export async function stickOf(centre: string, folder: string): Promise<string> {
  const stick = stickIn(folder);
  const office = must(await openOffice(centre, { software: SOFTWARE, mediumPace: QUICK }));
  must(await office.setSecondMedium(stick));
  await untilState(office, 'current');
  office.close();
  return stick;
}

/** Pulls the stick out, and gives the hand that puts it back. */
export function pull(stick: string): () => void {
  renameSync(stick, `${stick}-pulled`);
  return () => renameSync(`${stick}-pulled`, stick);
}

/** The files of the one centre on a stick; of the latest epoch where there are several. */
export function onStick(stick: string) {
  return placesIn(present(centreFoldersOn(stick)[0], 'a centre on the stick').folder);
}

/** Alters one byte of a file. */
export function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = present(bytes[at], 'a byte') ^ 1;
  writeFileSync(file, bytes);
}

/** Leaves so many whole lines of a file, and a piece of the next where asked. */
export function cutLines(file: string, count: number, torn = 0): void {
  const text = readFileSync(file, 'latin1').split('\n');
  const kept = text.slice(0, count).map((line) => `${line}\n`);
  writeFileSync(file, `${kept.join('')}${(text[count] ?? '').slice(0, torn)}`, 'latin1');
}

export function brought(name: string, bytes: Uint8Array): BroughtFile {
  return { name, bytes };
}

export async function restored(
  stick: string,
  target: string,
  files: readonly BroughtFile[] = [],
  onProgress: OnRestoreProgress = () => {},
): Promise<Restored> {
  if (existsSync(target)) throw new Error(`${target} is there already`);
  return must(await restoreFrom(stick, target, files, onProgress));
}

/** Opens a restored folder; the caller closes it. */
export async function openRestored(folder: string, clock: TestClock = testClock()): Promise<Office> {
  return must(await openOffice(folder, { software: SOFTWARE, clock, mediumPace: QUICK }));
}

/** Two officials put a restored centre to work again. */
export async function settle(office: Office, passphraseOf: (person: string) => string, reason = 'The laptop was stolen.'): Promise<void> {
  const proposed = must(await office.proposeRestore('RO1', passphraseOf('RO1'), reason));
  must(await office.unlock('DRO1', passphraseOf('DRO1')));
  must(office.perform([{ kind: 'act-confirmed', body: { act: present(proposed.acts[0], 'a proposal').digest } }]));
}
