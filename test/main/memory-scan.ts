/**
 * A program of its own for `memory.test.ts`: it unlocks, signs and locks as the office does, lets the runtime collect what nobody uses
 * any more, and then looks for the secret key in every byte of its own memory. It prints how often it found it, step by step. Needs
 * Linux, and Node with `--expose-gc`.
 */
import { openSync, readFileSync, readSync } from 'node:fs';
import { must, present } from '../../core/result.ts';
import { openKeyFile, sealKeyFile } from '../../db/key-file.ts';
import { systemRandom } from '../../db/random.ts';
import { systemClock } from '../../main/office/clock.ts';
import { openSession } from '../../main/office/session.ts';

const MASK = 0x5a;
const PIECE = 2 ** 20;
const OWNER = { person: 'C1', role: 'clerk', name: 'C1' } as const;
const PASSPHRASE = 'abandon ability able about above';

/** The secret is known here only veiled, or the search would find what it searches with. */
async function madeKey(): Promise<{ readonly veiled: Uint8Array; readonly file: Uint8Array }> {
  const seed = systemRandom(32);
  const veiled = Uint8Array.from(seed, (byte) => byte ^ MASK);
  const file = await sealKeyFile({ ...OWNER, seed, passphrase: PASSPHRASE, cost: 2 ** 10, random: systemRandom });
  seed.fill(0);
  return { veiled, file };
}

function* writableMemory(): Generator<Buffer> {
  const memory = openSync('/proc/self/mem', 'r');
  const piece = Buffer.alloc(PIECE);
  for (const line of readFileSync('/proc/self/maps', 'utf8').split('\n')) {
    const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
    if (from === undefined || to === undefined) continue;
    for (let at = BigInt(`0x${from}`); at < BigInt(`0x${to}`); at += BigInt(PIECE)) {
      const length = Math.min(PIECE, Number(BigInt(`0x${to}`) - at));
      try {
        readSync(memory, piece, 0, length, at);
      } catch {
        break; // A region that the system itself keeps.
      }
      yield piece.subarray(0, length);
      piece.fill(0);
    }
  }
}

function timesIn(piece: Buffer, veiled: Uint8Array): number {
  const byte = (at: number) => present(veiled[at], 'a byte') ^ MASK;
  let times = 0;
  for (let at = piece.indexOf(byte(0)); at >= 0 && at + veiled.length <= piece.length; at = piece.indexOf(byte(0), at + 1))
    if (veiled.every((_, offset) => piece[at + offset] === byte(offset))) times += 1;
  return times;
}

function timesFound(veiled: Uint8Array): number {
  let times = 0;
  for (const piece of writableMemory()) times += timesIn(piece, veiled);
  return times;
}

async function collect(): Promise<void> {
  for (let time = 0; time < 5; time += 1) {
    (globalThis as { gc?: () => void }).gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** As somebody unlocks, signs and leaves; answers how often the secret was there meanwhile. */
async function workAWhile({ veiled, file }: Awaited<ReturnType<typeof madeKey>>): Promise<number> {
  const { seed } = must(await openKeyFile(file, PASSPHRASE));
  const session = openSession({ person: 'C1', role: 'clerk', key: '0'.repeat(64) }, seed, systemClock);
  session.voice.sign(new Uint8Array(8));
  session.seed().fill(0);
  const times = timesFound(veiled);
  session.wipe();
  return times;
}

const key = await madeKey();
await collect();
const made = timesFound(key.veiled);
const during = await workAWhile(key);
await collect();
process.stdout.write(JSON.stringify({ made, during, after: timesFound(key.veiled) }));
