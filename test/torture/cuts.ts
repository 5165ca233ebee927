/**
 * The torment of power cuts: the real office works while everything it does to its disk is written down (power.c). Afterwards the disk
 * is rebuilt as a cut at a random moment would have left it, with what was not forced to the disk lost, half there or torn; and the
 * centre is opened from it and held to all that was acknowledged before that moment. It then goes on from one of these disks.
 */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { digest } from '../../core/bytes.ts';
import { provideNative } from '../../db/native.ts';
import { type Seeded, seeded } from '../../main/seeded.ts';
import { tornClock } from './centre/clock.ts';
import { openOrCreate } from './centre/founding.ts';
import { lineOf } from './centre/hall.ts';
import { inspect } from './centre/inspect.ts';
import { lifeOf } from './centre/life.ts';
import { type Lineage, newLineage } from './centre/lineage.ts';
import { type Told, toldIn } from './centre/told.ts';
import { type Disk, diskOf } from './disk/disk.ts';
import { drawFate } from './disk/fate.ts';
import { type Operation, operationsIn } from './disk/record.ts';
import { compileShim, type Shim, watched } from './disk/shim.ts';
import type { Settings, Tally, Torment } from './torment.ts';

provideNative();

const DEEDS = 40;
/** Cuts that are tried on what one life did. */
const CUTS = 25;

/** Everything a life did, and the disk as it was before. */
interface Recorded {
  readonly disk: Disk;
  readonly operations: readonly Operation[];
  readonly faults: readonly string[];
}

/** Lives one life with its disk written down; nobody kills it. */
async function record(shim: Shim, { root, folder, stick, promises, start }: Lineage, seed: number): Promise<Recorded> {
  const [log, marks] = ['log', 'marks'].map((name) => path.join(path.dirname(root), name)) as [string, string];
  for (const file of [log, marks]) rmSync(file, { force: true });
  const disk = diskOf(root);
  const life = { folder, stick, seed, start: start(), promises, deeds: DEEDS };
  const { faults } = await lifeOf(life, { environment: watched(shim, { root, log, marks }), tellTo: marks });
  return { disk, operations: operationsIn(readFileSync(log)), faults };
}

/** Moments at which the power goes: half of them just after something was said. */
function drawMoments(operations: readonly Operation[], random: Seeded): readonly number[] {
  const said = operations.flatMap(({ is }, at) => (is === 'marked' ? [at + 1] : []));
  const moments = Array.from({ length: CUTS }, () =>
    random.chance(0.5) && said.length > 0 ? random.pick(said) : random.below(operations.length + 1),
  );
  return moments.sort((left, right) => left - right);
}

function saidIn(operations: readonly Operation[]): readonly Told[] {
  const marks = operations.flatMap((operation) => (operation.is === 'marked' ? [operation.bytes] : []));
  return toldIn(Buffer.concat(marks).toString());
}

/** Opens the centre from the disk as it is now, and answers what is wrong with it. */
async function faultsOnDisk({ folder, stick, start }: Lineage, promises: readonly Told[]): Promise<readonly string[]> {
  try {
    const opened = await openOrCreate(folder, tornClock(start()));
    if (!opened.ok) return [`the centre does not open: ${lineOf(opened.refusal)}`];
    const faults = await inspect(opened.value, stick, promises);
    opened.value.close();
    return faults;
  } catch (error) {
    return [`the program stopped: ${error instanceof Error ? error.message : String(error)}`];
  }
}

function emptyFolder(root: string): void {
  for (const name of readdirSync(root)) rmSync(path.join(root, name), { recursive: true });
}

/** Every file below a folder with its digest, but what lives in memory only. */
function listed(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => !name.endsWith('-shm'));
  const line = (name: string, place = path.join(folder, name)) =>
    `${name} ${statSync(place).isDirectory() ? 'folder' : digest(readFileSync(place))}`;
  return names
    .map((name) => line(name))
    .sort()
    .join('\n');
}

interface Account {
  cuts: number;
  acts: number;
  operations: number;
  readonly faults: string[];
}

/** One life and all its cuts; the lineage goes on from the last of them. */
async function round(shim: Shim, lineage: Lineage, random: Seeded, isOver: () => boolean): Promise<Account> {
  const { disk, operations, faults: ofLife } = await record(shim, lineage, random.below(2 ** 32));
  const account: Account = { cuts: 0, acts: 0, operations: operations.length, faults: [...ofLife] };
  const before = lineage.promised();
  const left = listed(lineage.root);
  let done = 0;
  let said: readonly Told[] = [];
  const followTo = (moment: number) => {
    for (const operation of operations.slice(done, moment)) disk.follow(operation);
    done = moment;
  };
  for (const moment of drawMoments(operations, random)) {
    if (isOver() && account.cuts > 0) break;
    followTo(moment);
    said = saidIn(operations.slice(0, moment));
    emptyFolder(lineage.root);
    disk.write(lineage.root, drawFate(random));
    account.cuts += 1;
    account.faults.push(...(await faultsOnDisk(lineage, [...before, ...said])).map((fault) => `at operation ${moment}: ${fault}`));
  }
  account.acts = said.filter(({ is }) => is === 'act').length;
  lineage.remember(said);
  account.faults.push(...unseen(disk, operations.slice(done), lineage, left));
  return account;
}

/** What was written down must be all that was done: with nothing lost, the disk is the one that the program left. */
function unseen(disk: Disk, rest: readonly Operation[], { root }: Lineage, left: string): readonly string[] {
  for (const operation of rest) disk.follow(operation);
  const whole = path.join(path.dirname(root), 'whole');
  disk.write(whole);
  const isSame = listed(whole) === left;
  rmSync(whole, { recursive: true });
  return isSame ? [] : ['not everything that was done to the disk was written down'];
}

async function run({ seed, rounds, isOver, tell }: Settings): Promise<Tally> {
  const shim = compileShim();
  if (typeof shim === 'string') {
    tell(`not tried: ${shim}`);
    return { tried: 0, faults: [] };
  }
  const random = seeded(seed);
  const total: Account = { cuts: 0, acts: 0, operations: 0, faults: [] };
  let lineage = newLineage();
  for (let number = 0; number < rounds && !isOver(); number += 1) {
    const { cuts, acts, operations, faults } = await round(shim, lineage, random, isOver);
    total.cuts += cuts;
    total.acts += acts;
    total.operations += operations;
    total.faults.push(...faults.map((fault) => `seed ${seed}, round ${number}, ${fault}`));
    if (faults.length === 0 && !lineage.isOld()) continue;
    lineage.remove();
    lineage = newLineage();
  }
  lineage.remove();
  shim.remove();
  return {
    tried: total.cuts,
    faults: total.faults,
    counts: { 'acts acknowledged': total.acts, 'operations on the disk': total.operations },
  };
}

export const cuts: Torment = { name: 'power cuts', run };
