/** Threads that read the database: broken off, they end by themselves, and what they were at leaves nothing behind. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { must } from '../../core/result.ts';
import { openOffice } from '../../main/office/office.ts';
import { SOFTWARE } from '../../main/software.ts';
import { areThreadsRunning, endThreads, inThread } from '../../main/threads/in-thread.ts';
import { sharedFolder } from '../db/folders.ts';
import { note } from '../main/opened-office.ts';
import { demoElection, playDay } from '../main/played-day.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const AUDIT = new URL('../../main/app/journal/audit-worker.ts', import.meta.url);
/** More acts than are verified on the spot: other threads help the one that is broken off. */
const MANY = 1600;

const folder = sharedFolder();
const place = path.join(folder, 'day');
const database = path.join(place, 'centre.sqlite');

interface Report {
  readonly is: 'progress' | 'done';
  readonly done?: number;
}

beforeAll(async () => {
  const { passphrases } = await playDay(await demoElection(folder), place, { papers: 1 });
  const office = must(await openOffice(place, { software: SOFTWARE }));
  must(await office.unlock('RO1', passphrases.get('RO1') ?? ''));
  must(office.perform(Array.from({ length: MANY }, (_, at) => note(`Note ${at}.`))));
  office.close();
});

describe('a thread', () => {
  test('says its last word, and has ended', async () => {
    const heard: Report[] = [];
    const ended = await inThread<Report>(AUDIT, { database }, (report) => heard.push(report));
    expect(ended).toMatchObject({ is: 'ended', last: { is: 'done' } });
    expect(heard.some(({ done = 0 }) => done > MANY)).toBe(true);
    expect(areThreadsRunning()).toBe(false);
  });

  test.each([0, 1, 2])('broken off at report %i, ends by itself before its work is done, with all that helped it', async (at) => {
    const stop = new AbortController();
    const heard: Report[] = [];
    const hear = (report: Report) => {
      if (heard.push(report) > at) stop.abort();
    };
    expect(await inThread<Report>(AUDIT, { database }, hear, stop.signal)).toMatchObject({ is: 'broken-off', detail: '' });
    expect(heard.some(({ is }) => is === 'done')).toBe(false);
    expect(areThreadsRunning()).toBe(false);
  });

  test('that nobody wanted any more when it was started says nothing', async () => {
    const heard: Report[] = [];
    const ended = await inThread<Report>(AUDIT, { database }, (report) => heard.push(report), AbortSignal.abort());
    expect(ended).toMatchObject({ is: 'broken-off' });
    expect(heard).toEqual([]);
  });

  test('that fails tells why, and is forgotten', async () => {
    const ended = await inThread(AUDIT, { database: path.join(folder, 'nothing.sqlite') });
    expect(ended).toMatchObject({ is: 'broken-off', detail: expect.stringContaining('unable to open') });
    expect(areThreadsRunning()).toBe(false);
  });
});

describe('all threads', () => {
  test('are broken off together, and waited for', async () => {
    const asked = [1, 2, 3].map(() => inThread<Report>(AUDIT, { database }));
    await endThreads(60_000);
    expect(areThreadsRunning()).toBe(false);
    expect((await Promise.all(asked)).map(({ is }) => is)).toEqual(['broken-off', 'broken-off', 'broken-off']);
  });

  test('are waited for no longer than was said', async () => {
    const asked = inThread<Report>(AUDIT, { database });
    await endThreads(0);
    expect(areThreadsRunning()).toBe(true);
    await asked;
    await setTimeout(0);
    expect(areThreadsRunning()).toBe(false);
  });
});

/** Ending a thread from outside while SQLite's binding is at work ends the whole program, now and then: nobody may. */
test('no thread that may be in the database is ended from outside', () => {
  const sources = ['core', 'db', 'main'].flatMap((name) =>
    readdirSync(path.join(ROOT, name), { recursive: true, encoding: 'utf8' }).map((file) => path.join(name, file)),
  );
  const ending = sources.filter((file) => file.endsWith('.ts') && readFileSync(path.join(ROOT, file), 'utf8').includes('.terminate('));
  // Its threads know nothing but signatures.
  expect(ending).toEqual(['db/signatures.ts']);
  expect(readFileSync(path.join(ROOT, 'db/signature-worker.ts'), 'utf8')).not.toMatch(/database|sqlite/);
});
