/**
 * A restoring as somebody goes through it: a folder is looked at, receipts are held against what lies there, then the centre is made
 * again from it. It belongs to the window, not to a centre. Whoever chooses another folder, or leaves, ends what was under way.
 */
import path from 'node:path';
import type { RestorableCentre, RestoreStep, RestoreView } from '../../../core/contract/restore.ts';
import type { Refusal, Result } from '../../../core/result.ts';
import type { BroughtFile, MediumContents, Restored, WeighedHead } from '../../second-medium/contract.ts';
import { holdMedium } from '../../second-medium/held.ts';
import { inspectMedium, restoreFrom, weighBrought } from '../../second-medium/threads.ts';

export interface Restoring {
  view(): RestoreView;
  look(folder: string): Promise<void>;
  /** More receipts and checkpoints, beside those brought before. */
  bring(files: readonly BroughtFile[]): Promise<void>;
  /** Restores what was looked at; undefined where nothing was, or where it was cancelled. */
  run(targetFor: (definition: string) => string): Promise<Result<Restored> | undefined>;
  cancel(): void;
  forget(refusal?: Refusal): void;
}

interface Offered {
  readonly folder: string;
  readonly contents: MediumContents;
  readonly names: Names;
  readonly files: readonly BroughtFile[];
  readonly weighed: readonly WeighedHead[];
  readonly isWeighing: boolean;
  readonly refusal?: Refusal;
}
interface Running {
  readonly step: RestoreStep;
  readonly done: number;
  readonly total: number;
}

/** Milliseconds between two tellings of the same step: each makes every window look again. */
const TELL_EVERY = 300;

export function restoring(changed: () => void, isHere: (definition: string) => boolean): Restoring {
  let looking: string | undefined;
  let offered: Offered | undefined;
  let running: Running | undefined;
  let refusal: Refusal | undefined;
  let stop: AbortController | undefined;
  let toldAt = Number.NEGATIVE_INFINITY;
  const offer = (next: Offered) => {
    offered = next;
    changed();
  };
  const progress = (step: RestoreStep, done: number, total: number) => {
    const isNew = step !== running?.step;
    running = { step, done, total };
    if (!isNew && performance.now() - toldAt < TELL_EVERY) return;
    toldAt = performance.now();
    changed();
  };
  const forget: Restoring['forget'] = (because) => {
    stop?.abort();
    stop = undefined;
    looking = undefined;
    offered = undefined;
    refusal = because;
    changed();
  };
  const look: Restoring['look'] = async (folder) => {
    forget();
    looking = folder;
    changed();
    const found = await inspectMedium(folder);
    if (looking !== folder) return;
    looking = undefined;
    if (found.ok)
      return offer({ folder, contents: found.value, names: namesOn(found.value.folder), files: [], weighed: [], isWeighing: false });
    forget(named(found.refusal));
  };
  const bring: Restoring['bring'] = async (files) => {
    const before = offered;
    if (before === undefined) return;
    const all = [...before.files.filter(({ name }) => !files.some((file) => file.name === name)), ...files];
    const asked = { ...before, files: all, isWeighing: true };
    offer(asked);
    const weighed = await weighBrought(before.folder, all);
    if (offered !== asked) return;
    offer(
      weighed.ok
        ? { ...asked, weighed: weighed.value, isWeighing: false }
        : { ...before, isWeighing: false, refusal: named(weighed.refusal) },
    );
  };
  const run: Restoring['run'] = async (targetFor) => {
    const from = offered;
    if (from === undefined || running !== undefined) return undefined;
    const own = new AbortController();
    stop = own;
    progress('looking', 0, 0);
    const { refusal: _, ...asked } = from;
    const done = await restoreFrom(from.folder, targetFor(from.contents.definition), from.files, progress, own.signal);
    running = undefined;
    if (own.signal.aborted) {
      changed();
      return undefined;
    }
    if (done.ok) forget();
    else offer({ ...asked, refusal: named(done.refusal) });
    return done;
  };
  const view = (): RestoreView => {
    if (looking !== undefined) return { is: 'looking', name: path.basename(looking) };
    if (offered === undefined) return { is: 'none', ...(refusal === undefined ? {} : { refusal }) };
    const centre = restorable(offered, isHere);
    return running === undefined ? offerShown(offered, centre) : { is: 'running', centre, ...running };
  };
  return { view, look, bring, run, forget, cancel: () => stop?.abort() };
}

/** What the definition on the medium calls contests and agents, by their ids. */
type Names = ReadonlyMap<string, string>;

function namesOn(folder: string): Names {
  const held = holdMedium(folder);
  if (!held.ok) return new Map();
  const { contests, agents } = held.value.definition.content;
  return new Map([...contests.map(({ id, title }) => [id, title] as const), ...agents.map(({ id, name }) => [id, name] as const)]);
}

function restorable({ folder, contents, names }: Offered, isHere: (definition: string) => boolean): RestorableCentre {
  const { folder: _, journal: __, later, ...told } = contents;
  const newest = Math.max(contents.size, ...later.map(({ size }) => size));
  const contests = contents.contests.map((id) => names.get(id) ?? id);
  return {
    ...told,
    contests,
    name: path.basename(folder),
    knownBeyond: newest - contents.size,
    isHereAlready: isHere(contents.definition),
  };
}

function offerShown({ contents, names, weighed, isWeighing, refusal }: Offered, centre: RestorableCentre): RestoreView {
  const brought = weighed.map(({ source, size, verdict, agent }) => ({
    ...{ source, size, verdict },
    ...(agent === undefined ? {} : { agent: names.get(agent) ?? agent }),
  }));
  const beyond = brought.filter(({ verdict }) => verdict === 'lost').map(({ size }) => size - contents.size);
  const lost = Math.max(0, centre.knownBeyond, ...beyond);
  return { is: 'offered', centre, brought, isWeighing, lost, ...(refusal === undefined ? {} : { refusal }) };
}

/** A window hears a file's own name, and never where it lies. */
function named({ code, detail = '', place }: Refusal): Refusal {
  return { code, detail: [place === undefined ? '' : path.basename(place), detail].filter(Boolean).join(': ') };
}
