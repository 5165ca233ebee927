/**
 * The torment of kills: the real office works in a process of its own and is killed without warning at a random moment, again and
 * again. One centre lives through many of them; each next life opens the folder with the full check and is held to everything that
 * was acknowledged in all lives before. The deeds follow from the seed; at which instruction a blow falls does not, for time decides it.
 */
import { KINDS } from '../../core/acts.ts';
import { type Seeded, seeded } from '../../main/seeded.ts';
import { type Lived, lifeOf, type Watch } from './centre/life.ts';
import { type Lineage, newLineage } from './centre/lineage.ts';
import type { Settings, Tally, Torment } from './torment.ts';

/** Deeds of a life that nobody ends. */
const MOST_DEEDS = 400;
/** Deeds that take long enough to be hit in their middle, and must be. */
const LONG: ReadonlySet<string> = new Set([
  'a bundle exported',
  'a full copy made',
  'a scan attached',
  'a draft kept',
  'a receipt issued',
  'a key made',
  'a mark drawn',
  'the program started again',
  'a whole evening',
  'the centre founded and staffed',
]);

/** When the blow falls: while the program starts or checks, at any moment afterwards, or in the middle of a long deed. */
function blow(random: Seeded): Watch {
  const fate = random.next();
  if (fate < 0.15) return { killAfter: random.below(1500) };
  const delay = random.below(random.pick([2, 10, 50, 300]));
  const isAwaited = (deed: string) => (fate < 0.6 ? LONG.has(deed) : deed === 'the centre founded and staffed');
  let isDue = false;
  return {
    hear: (told, kill) => {
      const isMoment = told.is === 'begin' ? isAwaited(told.deed) && random.chance(0.6) : told.is === 'opened' && fate >= 0.6;
      if (isDue || !isMoment) return;
      isDue = true;
      setTimeout(kill, delay);
    },
  };
}

interface Account {
  kills: number;
  readonly faults: string[];
  readonly kinds: Map<string, number>;
  readonly during: Map<string, number>;
}

function note(account: Account, { told, during, wasKilled, faults }: Lived, where: string): void {
  account.faults.push(...faults.map((fault) => `${where}: ${fault}`));
  if (wasKilled) {
    account.kills += 1;
    account.during.set(during ?? '', (account.during.get(during ?? '') ?? 0) + 1);
  }
  for (const one of told) if (one.is === 'act') account.kinds.set(one.kind, (account.kinds.get(one.kind) ?? 0) + 1);
}

async function live(lineage: Lineage, seed: number, deeds: number, watch: Watch): Promise<Lived> {
  const { folder, stick, medium, promises, start } = lineage;
  const lived = await lifeOf({ folder, stick, medium, seed, start: start(), promises, deeds }, watch);
  lineage.remember(lived.told);
  return lived;
}

async function run({ seed, rounds, isOver, tell }: Settings): Promise<Tally> {
  const random = seeded(seed);
  const account: Account = { kills: 0, faults: [], kinds: new Map(), during: new Map() };
  let lineage = newLineage();
  for (let round = 0; round < rounds && !isOver(); round += 1) {
    const lived = await live(lineage, random.below(2 ** 32), MOST_DEEDS, blow(random));
    note(account, lived, `seed ${seed}, round ${round}`);
    if (!lineage.isOld() && lived.faults.length === 0) continue;
    await leave(lineage, account, seed, round);
    lineage = newLineage();
  }
  await leave(lineage, account, seed, rounds);
  tell(`kills by moment: ${listed(account.during)}`);
  tell(`acts by kind: ${listed(account.kinds)}`);
  tell(`kinds never said: ${KINDS.filter((kind) => !account.kinds.has(kind)).join(', ') || 'none'}`);
  const acts = [...account.kinds.values()].reduce((sum, count) => sum + count, 0);
  return { tried: account.kills, faults: account.faults, counts: { 'acts acknowledged': acts, 'kinds of acts': account.kinds.size } };
}

/** A last opening, which nobody disturbs. */
async function leave(lineage: Lineage, account: Account, seed: number, round: number): Promise<void> {
  note(account, await live(lineage, seed, 0, {}), `seed ${seed}, after round ${round}`);
  lineage.remove();
}

function listed(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].sort(([, left], [, right]) => right - left);
  return sorted.map(([name, count]) => `${name} ${count}`).join(', ');
}

export const kills: Torment = { name: 'kills', run };
