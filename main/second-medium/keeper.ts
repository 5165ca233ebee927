/**
 * The keeper of the second medium: one thread that writes it as the journal grows, now and then another for a full copy, and an account
 * of how far both have come. The office only says that the journal has grown; nothing here ever holds it up, until it closes.
 */
import { statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { ok, type Refusal, type Result, refuse } from '../../core/result.ts';
import type { MediumCopy } from '../../core/views/medium.ts';
import type { JournalReader } from '../../db/journal-store.ts';
import { copiesIn, copyFile } from '../../db/medium-places.ts';
import { keepTrack } from '../threads/in-thread.ts';
import { ownThread } from '../threads/own-thread.ts';
import type { OfficeMedium, SecondMediumStatus } from './contract.ts';
import { startCopy } from './copying.ts';
import { isSameDisk, judgePlace } from './place.ts';
import { type Choice, chosenMedium, keepChoice } from './settled.ts';
import type { TailReport } from './tail.ts';
import { ENDED, LEFT, type TailMessage, type TailThreadOrder } from './tail-order.ts';

export interface Pace {
  /** Milliseconds between two looks at the medium. */
  readonly look: number;
  /** Milliseconds between two full copies. */
  readonly copy: number;
}
const PACE: Pace = { look: 3000, copy: 30 * 60_000 };
/** Milliseconds for which closing waits for the last acts. */
const LAST_WAIT = 5000;

export interface KeeperOrder {
  readonly folder: string;
  readonly database: string;
  readonly store: Pick<JournalReader, 'size' | 'entries'>;
  /** Why nothing may be written to the medium, where the start found a reason. */
  readonly frozen?: SecondMediumStatus['fault'];
  readonly pace?: Pace;
  readonly now: () => string;
  readonly onChange: () => void;
  /** A full copy was made: to be said in the journal. */
  readonly onCopied: (head: { readonly size: number; readonly root: string }) => void;
}

export interface Keeper extends Pick<OfficeMedium, 'secondMedium' | 'setSecondMedium' | 'copyNow' | 'finishMedium'> {
  /** Begins with the medium that was chosen before, if one was. */
  begin(): void;
  grew(): void;
  /** Waits a little for the last acts, and ends both threads. */
  close(): void;
}

interface Running {
  readonly choice: Choice;
  readonly worker: Worker;
  readonly end: Int32Array;
  readonly ended: Promise<void>;
}

export function openKeeper(order: KeeperOrder): Keeper {
  const { folder, store, frozen, pace = PACE } = order;
  let running: Running | undefined;
  let report: TailReport | undefined;
  let times: Pick<SecondMediumStatus, 'currentAt' | 'troubleSince'> = {};
  let copied: MediumCopy | undefined;
  let copying: SecondMediumStatus['copying'];
  let copyUnderWay: Promise<Result<MediumCopy>> | undefined;
  let abandonCopy = () => {};
  let changing = Promise.resolve();
  let isClosed = false;
  let grownSinceCopy = 0;
  let copyTimer: NodeJS.Timeout | undefined;
  /** Done when the medium was looked at for the first time, or never will be. */
  let looked: Promise<TailReport> = Promise.resolve(NOTHING);
  /** Asked for whenever a window looks again: the medium itself is asked only where it has just answered. */
  let place = chosenMedium(folder)?.folder;
  let isBeside = place !== undefined && isSameDisk(folder, place);

  const hear = (heard: TailReport) => {
    const before = report;
    report = heard;
    times = timesAfter(times, heard, order.now());
    if (heard.folder !== undefined && heard.folder !== before?.folder) copied = lastCopyIn(heard.folder);
    if (place !== undefined && heard.state !== 'missing' && before?.state !== heard.state) isBeside = isSameDisk(folder, place);
    if (running !== undefined && heard.begun !== undefined && heard.begun !== running.choice.begun) {
      running = { ...running, choice: { folder: running.choice.folder, begun: heard.begun } };
      keepChoice(folder, running.choice);
    }
    order.onChange();
  };
  const start = (choice: Choice): Promise<TailReport> => {
    const end = new Int32Array(new SharedArrayBuffer(8));
    const { look } = pace;
    const workerData: TailThreadOrder = {
      database: order.database,
      folder,
      medium: choice.folder,
      ...(choice.begun === undefined ? {} : { begun: choice.begun }),
      pace: look,
      end,
    };
    const worker = new Worker(ownThread(import.meta.url, 'tail-worker'), { workerData });
    worker.unref();
    const ended = new Promise<void>((resolve) => worker.on('exit', () => resolve()));
    keepTrack({ breakOff: () => leave(worker, end), ended });
    copyTimer ??= setInterval(() => {
      if (grownSinceCopy > 0) void copyNow();
    }, pace.copy);
    copyTimer.unref();
    running = { choice, worker, end, ended };
    place = choice.folder;
    report = undefined;
    looked = new Promise((resolve) => {
      worker.on('exit', () => resolve(NOTHING));
      worker.on('message', (heard: TailReport) => {
        if (running?.worker === worker) hear(heard);
        resolve(heard);
      });
      worker.on('error', (error) => {
        const failed: TailReport = { ...NOTHING, state: 'failed', fault: { code: 'unwritable', detail: error.message } };
        if (running?.worker === worker) hear(failed);
        resolve(failed);
      });
    });
    return looked;
  };
  /** Two threads at one medium would write over each other: what comes next waits for the end of the last, if it is not stuck. */
  const stop = (wait: number): Promise<unknown> => {
    const stopping = running;
    running = undefined;
    if (stopping === undefined) return Promise.resolve();
    stopping.worker.postMessage('end' satisfies TailMessage);
    // Whoever ends the program now ends it after this thread.
    stopping.worker.ref();
    waitFor(stopping.end, wait);
    leave(stopping.worker, stopping.end);
    return Promise.race([stopping.ended, setTimeout(LAST_WAIT, undefined, { ref: false })]);
  };
  const change: Keeper['setSecondMedium'] = async (wanted) => {
    if (frozen !== undefined) return refuse('R-READ-ONLY', frozen.detail);
    const before = running?.choice;
    const judged = wanted === undefined ? ok(undefined) : judgePlace(folder, wanted);
    if (!judged.ok) return judged;
    abandonCopy();
    place = undefined;
    report = undefined;
    copied = undefined;
    times = {};
    await stop(LAST_WAIT);
    if (isClosed) return refuse('R-NO-CENTRE');
    const flaw = judged.value === undefined ? undefined : flawOf(await start({ folder: judged.value }));
    if (flaw === undefined) keepChoice(folder, running?.choice);
    else {
      await stop(0);
      report = undefined;
      if (before !== undefined && !isClosed) void start(before);
    }
    order.onChange();
    return flaw === undefined ? ok(undefined) : { ok: false, refusal: flaw };
  };
  /** One after the other. */
  const setSecondMedium: Keeper['setSecondMedium'] = (wanted) => {
    const changed = changing.then(() => change(wanted));
    changing = changed.then(
      () => {},
      () => {},
    );
    return changed;
  };
  const makeCopy = async (into: string): Promise<Result<MediumCopy>> => {
    grownSinceCopy = 0;
    const copy = startCopy({ database: order.database, folder: into }, (done, total) => {
      copying = { done, total };
      order.onChange();
    });
    abandonCopy = copy.abandon;
    copying = { done: 0, total: store.size() };
    order.onChange();
    const made = await copy.made;
    copying = undefined;
    abandonCopy = () => {};
    copyUnderWay = undefined;
    if (made.ok) copied = { size: made.value.size, at: order.now() };
    // What is said of the copy is no reason for another one.
    const grown = grownSinceCopy;
    if (made.ok && running !== undefined) order.onCopied(made.value);
    grownSinceCopy = made.ok ? grown : grown + 1;
    order.onChange();
    return made.ok ? ok({ size: made.value.size, at: order.now() }) : made;
  };
  const copyNow: Keeper['copyNow'] = async () => {
    await looked;
    const into = report?.folder;
    if (running === undefined || into === undefined || report?.state === 'missing' || report?.state === 'other')
      return refuse('E-FILE', 'there is no second medium to copy to');
    copyUnderWay ??= makeCopy(into);
    return copyUnderWay;
  };
  const begin = () => {
    const choice = chosenMedium(folder);
    if (choice === undefined || frozen !== undefined) return;
    void start(choice);
  };
  return {
    secondMedium: () => {
      if (place === undefined) return NONE;
      const told = frozen === undefined ? accountOf(report ?? NOTHING, store) : { ...NOTHING, state: 'other' as const, fault: frozen };
      const copies = { ...(copied === undefined ? {} : { copied }), ...(copying === undefined ? {} : { copying }) };
      return { ...told, place, isSameDisk: isBeside, ...times, ...copies };
    },
    setSecondMedium,
    copyNow,
    finishMedium: async () => {
      if (grownSinceCopy > 0) await copyNow();
    },
    begin,
    grew: () => {
      grownSinceCopy += 1;
      running?.worker.postMessage('grew' satisfies TailMessage);
    },
    close: () => {
      isClosed = true;
      clearInterval(copyTimer);
      abandonCopy();
      void stop(LAST_WAIT);
    },
  };
}

const NOTHING: TailReport = { state: 'behind', size: 0, behind: 0, filesBehind: 0 };
const NONE: SecondMediumStatus = { state: 'none', isSameDisk: false, size: 0, behind: 0, filesBehind: 0 };

type Account = Omit<SecondMediumStatus, 'place' | 'isSameDisk'>;

/** What the thread said last, held against the journal as it is now: acts done since are not on the medium until it says so. */
function accountOf({ begun: _, folder: __, ...report }: TailReport, store: KeeperOrder['store']): Account {
  const behind = Math.max(0, store.size() - report.size);
  const [oldest] = behind === 0 ? [] : [...store.entries(report.size, report.size + 1)];
  const state = report.state === 'current' && behind > 0 ? 'behind' : report.state;
  return { ...report, state, behind, ...(oldest === undefined ? {} : { oldestBehind: oldest.at }) };
}

function timesAfter(before: Pick<SecondMediumStatus, 'currentAt' | 'troubleSince'>, { state }: TailReport, now: string): typeof before {
  const { currentAt, troubleSince = now } = before;
  if (state === 'current') return { currentAt: now };
  const last = currentAt === undefined ? {} : { currentAt };
  return state === 'behind' ? last : { ...last, troubleSince };
}

/** Why a medium that was looked at just now is not taken. */
function flawOf({ state, fault }: TailReport): Refusal | undefined {
  if (state === 'other' || fault?.code === 'damaged') return { code: 'R-MEDIUM-OTHER', detail: fault?.detail ?? '' };
  if (state === 'failed') return { code: 'E-FILE', detail: fault?.detail ?? '' };
  return state === 'missing' ? { code: 'E-FILE', detail: 'no such file or folder' } : undefined;
}

function lastCopyIn(folder: string): MediumCopy | undefined {
  const [size] = copiesIn(folder);
  const made = size === undefined ? undefined : statSync(copyFile(folder, size), { throwIfNoEntry: false });
  return size === undefined || made === undefined ? undefined : { size, at: made.mtime.toISOString() };
}

/** Until the thread says that it has ended, or time is up. Some hosts let their main thread not sleep; there it asks again and again. */
function waitFor(end: Int32Array, milliseconds: number): void {
  const until = performance.now() + milliseconds;
  try {
    if (milliseconds > 0) Atomics.wait(end, ENDED, 0, milliseconds);
  } catch {
    while (Atomics.load(end, ENDED) === 0 && performance.now() < until);
  }
}

/** The thread ends by itself: one that is ended from outside while it is in the database takes the whole program with it. */
function leave(worker: Worker, end: Int32Array): void {
  Atomics.store(end, LEFT, 1);
  worker.postMessage('end' satisfies TailMessage);
}
