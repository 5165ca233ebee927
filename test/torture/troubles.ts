/**
 * The torments of trouble: in every second deed of a centre's day the disk is full, cannot be written on or fails, the memory stick is
 * pulled, or the clock is set. What is told must be what it is, by a code that has plain words in both languages; nothing acknowledged
 * may be lost, and the office goes on.
 */
import { type Seeded, seeded } from '../../main/seeded.ts';
import { type Lived, lifeOf } from './centre/life.ts';
import { newLineage } from './centre/lineage.ts';
import type { Trouble } from './centre/troubles.ts';
import { compileShim, type Shim, watched } from './disk/shim.ts';
import type { Settings, Tally, Torment } from './torment.ts';

const DEEDS = 40;

/** What a person may be told; the names without a capital are the export's, the others of refusals. */
const TOLD: Readonly<Record<Trouble, ReadonlySet<string>>> = {
  full: new Set(['R-DISK-FULL']),
  // SQLite tells a file that was open already when the disk was locked as one that cannot be written.
  'read-only': new Set(['R-DISK-READ-ONLY', 'R-DISK-FAILED']),
  failing: new Set(['R-DISK-FAILED']),
  stick: new Set(['full', 'gone', 'not-writable']),
  clock: new Set(),
};

/** Deeds of an export are the longest there are. */
const DEEDS_WITH_STICK = 10;

interface Account {
  troubles: number;
  acts: number;
  refusals: number;
  readonly faults: string[];
}

function note(account: Account, trouble: Trouble, { told, faults }: Lived, where: string): void {
  const refused = told.flatMap((one) => (one.is === 'refused' ? [one] : []));
  const strange = refused.filter(({ code }) => !TOLD[trouble].has(code)).map(({ deed, code }) => `${deed} was told as ${code}`);
  account.troubles += told.filter(({ is }) => is === 'trouble').length;
  account.acts += told.filter(({ is }) => is === 'act').length;
  account.refusals += refused.length;
  account.faults.push(...[...faults, ...strange].map((fault) => `${where}: ${fault}`));
}

async function play(shim: Shim, trouble: Trouble, { seed, rounds, isOver }: Settings): Promise<Tally> {
  const random: Seeded = seeded(seed);
  const account: Account = { troubles: 0, acts: 0, refusals: 0, faults: [] };
  let lineage = newLineage();
  for (let round = 0; round < rounds && !isOver(); round += 1) {
    const { root, folder, stick, promises, start } = lineage;
    const deeds = trouble === 'stick' ? DEEDS_WITH_STICK : DEEDS;
    const life = { folder, stick, seed: random.below(2 ** 32), start: start(), promises, deeds, trouble };
    const lived = await lifeOf(life, { environment: watched(shim, { root }) });
    lineage.remember(lived.told);
    note(account, trouble, lived, `seed ${seed}, round ${round}`);
    // Every other life is quiet, and looks at what this one left.
    const left = await lifeOf({ ...life, start: start(), deeds: 0, seed: 0 }, {});
    lineage.remember(left.told);
    note(account, trouble, left, `seed ${seed}, after round ${round}`);
    if (!lineage.isOld() && lived.faults.length === 0) continue;
    lineage.remove();
    lineage = newLineage();
  }
  lineage.remove();
  const { troubles, acts, refusals, faults } = account;
  return { tried: troubles, faults, counts: { 'refused in words': refusals, 'acts acknowledged': acts } };
}

async function run(trouble: Trouble, settings: Settings): Promise<Tally> {
  const shim = compileShim();
  if (typeof shim === 'string') {
    settings.tell(`not tried: ${shim}`);
    return { tried: 0, faults: [] };
  }
  const tally = await play(shim, trouble, settings);
  shim.remove();
  return tally;
}

const NAMES: Readonly<Record<Trouble, string>> = {
  full: 'full disk',
  'read-only': 'read-only disk',
  failing: 'failing disk',
  stick: 'stick pulled',
  clock: 'clock set',
};

export const troubles: readonly Torment[] = (Object.keys(NAMES) as Trouble[]).map((trouble) => ({
  name: NAMES[trouble],
  run: (settings) => run(trouble, settings),
}));
