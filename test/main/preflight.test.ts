/**
 * The preflight before the night: what is wrong with a machine fails by name, what cannot be known is never passed, a script can read
 * all of it, and the machine is left as it was.
 */
import { mkdirSync, readdirSync } from 'node:fs';
import { totalmem } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { preflight } from '../../main/commands/preflight.ts';
import { QUESTIONS } from '../../main/preflight/finding.ts';
import { type Machine, thisMachine } from '../../main/preflight/machine.ts';
import { temporaryFolder } from '../db/folders.ts';
import { recorded } from './recorded.ts';

const GIBIBYTE = 2 ** 30;
const INSIDE = { free: 50 * GIBIBYTE, device: 1, network: undefined };
const FIT: Machine = {
  ...thisMachine(),
  platform: 'linux',
  ask: (program) => (program === 'lpstat' ? 'Laser\n' : 'yes\n'),
  timeZone: 'Africa/Nairobi',
  offset: 180,
  memory: 8 * GIBIBYTE,
  displays: () => ['1920x1080'],
  disk: (folder) => ({ ...INSIDE, device: folder.endsWith('stick') ? 2 : 1 }),
  timesToDisk: () => ({ middle: 4, longest: 30 }),
};

interface Answer {
  readonly code: number;
  readonly fit: boolean;
  readonly status: (name: string) => string | undefined;
  readonly names: readonly string[];
}

async function look(machine: Machine, ...words: readonly string[]): Promise<Answer> {
  const { code, out } = await recorded((args, io) => preflight(args, io, machine), '--json', `--data=${temporaryFolder()}`, ...words);
  const { fit, checks } = JSON.parse(out) as { fit: boolean; checks: readonly { readonly name: string; readonly status: string }[] };
  return { code, fit, status: (name) => checks.find((one) => one.name === name)?.status, names: checks.map(({ name }) => name) };
}

test('a machine with which nothing is wrong is fit, and every question is answered once, in order', async () => {
  const { code, fit, names, status } = await look(FIT);
  expect(names).toEqual(QUESTIONS);
  expect([code, fit]).toEqual([0, true]);
  expect(['space', 'database', 'memory', 'time-zone', 'time-service', 'display', 'printer'].map(status)).toEqual(Array(7).fill('passed'));
});

test.each<[string, Partial<Machine>]>([
  ['data-folder', { disk: () => ({ ...INSIDE, network: 'NFS' }) }],
  ['space', { disk: () => ({ ...INSIDE, free: GIBIBYTE }) }],
  ['fsync', { timesToDisk: () => ({ middle: 250, longest: 900 }) }],
  ['memory', { memory: 2 * GIBIBYTE }],
  ['time-zone', { timeZone: 'Europe/London', offset: 60 }],
  ['display', { displays: () => ['1280x720'] }],
  ['printer', { ask: () => '' }],
  ['program', { versions: { node: '22.1.0' } }],
])('of a machine that is unfit, %s fails and nothing else', async (name, fault) => {
  const { code, fit, names, status } = await look({ ...FIT, ...fault });
  expect([code, fit]).toEqual([1, false]);
  expect(names.filter((one) => status(one) === 'failed')).toEqual([name]);
});

test('what the system does not tell is not checked, and does not pass', async () => {
  const { code, status } = await look({ ...FIT, ask: () => undefined, displays: () => undefined });
  expect(['display', 'printer', 'time-service', 'second'].map(status)).toEqual(Array(4).fill('not checked'));
  expect(code).toBe(0);
});

test('Windows is asked for displays and printers in its own way', async () => {
  const ask: Machine['ask'] = (_, words) => (words.join(' ').includes('Printer') ? 'Laser\r\n' : '1366x768\r\n');
  const { status } = await look({ ...FIT, platform: 'win32', ask });
  expect(['display', 'printer'].map(status)).toEqual(['passed', 'passed']);
});

test('a second medium passes on another disk, and fails on the same one, or when it is not there', async () => {
  const second = temporaryFolder();
  const stick = path.join(second, 'stick');
  mkdirSync(stick);
  expect((await look(FIT, `--second=${stick}`)).status('second')).toBe('passed');
  expect((await look(FIT, `--second=${second}`)).status('second')).toBe('failed');
  expect((await look(FIT, `--second=${path.join(second, 'none')}`)).status('second')).toBe('failed');
});

test('a question that is left out neither passes nor fails', async () => {
  const { code, status } = await look({ ...FIT, memory: 1 }, '--without', 'memory');
  expect([code, status('memory')]).toEqual([0, 'not checked']);
});

test('a data folder that is a file fails, and what hangs on it is not checked', async () => {
  const { code, status } = await look(FIT, `--data=${import.meta.filename}`);
  expect([code, status('data-folder'), status('fsync'), status('database')]).toEqual([1, 'failed', 'not checked', 'not checked']);
});

test('this very machine is measured in earnest', async () => {
  const { out } = await recorded(preflight, '--json', `--data=${temporaryFolder()}`);
  const { checks } = JSON.parse(out) as { checks: readonly { readonly name: string; readonly figures?: Record<string, number> }[] };
  const figures = (name: string) => checks.find((one) => one.name === name)?.figures ?? {};
  expect(figures('space').free).toBeGreaterThan(0);
  expect(figures('fsync').longest).toBeGreaterThanOrEqual(figures('fsync').middle ?? Number.NaN);
  expect(figures('memory').memory).toBe(totalmem());
});

test('nothing is left behind, and a data folder that is not there is not made', async () => {
  const [data, second] = [temporaryFolder(), temporaryFolder()];
  const { out } = await recorded(preflight, '--json', `--data=${path.join(data, 'new', 'place')}`, `--second=${second}`);
  expect(JSON.parse(out).checks[2]).toMatchObject({ name: 'data-folder', status: 'passed' });
  expect([readdirSync(data), readdirSync(second)]).toEqual([[], []]);
});

test('in words there is a line a question and a last one, and an unknown question is refused', async () => {
  const { out } = await recorded(preflight, `--data=${temporaryFolder()}`);
  expect(out.trim().split('\n')).toHaveLength(QUESTIONS.length + 1);
  expect((await recorded(preflight, '--without', 'weather')).code).toBe(2);
  expect((await recorded(preflight, '--data=')).code).toBe(2);
});
