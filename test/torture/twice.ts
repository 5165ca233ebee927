/**
 * The torment of two programs at one database: while a centre works, a second program tries to open it, auditors read and check it,
 * another program keeps the database to itself for a moment, and somebody even removes the lock and writes. The second is told, the
 * first goes on or is told, readers always find a sound journal, and nothing acknowledged is lost.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { auditDatabase } from '../../db/check.ts';
import { openForReading, openForWriting } from '../../db/database.ts';
import { provideNative } from '../../db/native.ts';
import { DATABASE_FILE } from '../../main/office/office.ts';
import { type Seeded, seeded } from '../../main/seeded.ts';
import { tornClock } from './centre/clock.ts';
import { openOrCreate } from './centre/founding.ts';
import { type Lived, lifeOf } from './centre/life.ts';
import { type Lineage, newLineage } from './centre/lineage.ts';
import type { Settings, Tally, Torment } from './torment.ts';

provideNative();

const DEEDS = 60;
/** What the program that was there first may be told. */
const TOLD: ReadonlySet<string> = new Set(['R-DATABASE-BUSY', 'R-JOURNAL-OVERTAKEN', 'R-CENTRE-IN-USE']);

interface Account {
  readonly faults: string[];
  tried: number;
  kept: number;
  audits: number;
  acts: number;
}

interface Visit {
  readonly lineage: Lineage;
  readonly random: Seeded;
  readonly account: Account;
}

/** A second program on the folder: it is told, or comes in a moment when the first is not there. */
async function openSecond({ lineage, account }: Visit): Promise<void> {
  const opened = await openOrCreate(lineage.folder, tornClock(lineage.start()));
  account.tried += 1;
  if (!opened.ok) {
    account.kept += 1;
    if (opened.refusal.code !== 'R-CENTRE-IN-USE' && opened.refusal.code !== 'R-DATABASE-BUSY')
      account.faults.push(`the second program was told ${opened.refusal.code}`);
    return;
  }
  if (opened.value.isReadOnly) account.faults.push('the second program found the centre altered');
  opened.value.close();
}

/** Anybody may read and check at any moment; what is checked is one moment of the journal. */
async function readAlong({ lineage, account }: Visit): Promise<void> {
  const handle = openForReading(path.join(lineage.folder, DATABASE_FILE));
  const { checks } = await auditDatabase(handle);
  handle.close();
  account.audits += 1;
  const failed = checks.filter(({ status }) => status === 'failed');
  account.faults.push(...failed.map(({ name, detail }) => `an auditor found ${name}: ${detail}`));
}

/** Another program writes nothing, but lets nobody else write for a while. */
async function keepForItself({ lineage, random, account }: Visit): Promise<void> {
  const opened = openForWriting(path.join(lineage.folder, DATABASE_FILE));
  if (!opened.ok) return;
  try {
    opened.value.exec('BEGIN IMMEDIATE');
    await setTimeout(random.below(2500));
    opened.value.exec('ROLLBACK');
  } catch {
    // The centre was writing: then this program waits in vain.
  }
  opened.value.close();
  account.tried += 1;
}

/** Somebody removes the lock: two programs write, and the first notices. */
async function overtake(visit: Visit): Promise<void> {
  rmSync(path.join(visit.lineage.folder, 'centre.lock'), { force: true });
  await openSecond(visit);
}

const VISITS = [openSecond, openSecond, readAlong, readAlong, keepForItself] as const;

async function visitUntil(visit: Visit, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await setTimeout(visit.random.below(150));
    if (!isOver()) await (visit.random.chance(0.03) ? overtake : visit.random.pick(VISITS))(visit);
  }
}

async function round(visit: Visit): Promise<void> {
  const { folder, stick, promises, start } = visit.lineage;
  const order = { folder, stick, seed: visit.random.below(2 ** 32), promises };
  let isOver = false;
  let visiting: Promise<void> | undefined;
  const lived = await lifeOf(
    { ...order, start: start(), deeds: DEEDS },
    {
      hear: (told) => {
        if (told.is === 'end') visiting ??= visitUntil(visit, () => isOver);
      },
    },
  );
  isOver = true;
  await visiting;
  settle(visit, lived);
  settle(visit, await lifeOf({ ...order, start: start(), deeds: 0 }, {}));
}

function settle({ lineage, account }: Visit, { told, faults }: Lived): void {
  lineage.remember(told);
  const strange = told.flatMap((one) => (one.is === 'refused' && !TOLD.has(one.code) ? [`${one.deed} was told as ${one.code}`] : []));
  account.acts += told.filter(({ is }) => is === 'act').length;
  account.faults.push(...faults, ...strange);
}

async function run({ seed, rounds, isOver }: Settings): Promise<Tally> {
  const random = seeded(seed);
  const account: Account = { faults: [], tried: 0, kept: 0, audits: 0, acts: 0 };
  const faults: string[] = [];
  for (let number = 0; number < rounds && !isOver(); number += 1) {
    const lineage = newLineage();
    await round({ lineage, random, account });
    faults.push(...account.faults.splice(0).map((fault) => `seed ${seed}, round ${number}: ${fault}`));
    lineage.remove();
  }
  const counts = { 'told that it is open': account.kept, 'audits meanwhile': account.audits, 'acts acknowledged': account.acts };
  return { tried: account.tried, faults, counts };
}

export const twice: Torment = { name: 'opened twice', run };
