/**
 * What one guess at a key file costs here, at the cost that live elections demand, and what that means for whoever has stolen one. It
 * prints figures and judges nothing: machines differ.
 */
import { FULL_COST, openKeyFile, sealKeyFile } from '../../db/key-file.ts';
import { PASSPHRASE_WORDS } from '../../db/passphrase.ts';
import { systemRandom } from '../../db/random.ts';

const GUESSES = 5;
const WORDS_IN_LIST = 2048;
const MACHINES = 10_000;
const SECONDS_A_YEAR = 31_557_600;

const file = await sealKeyFile({
  ...{ person: 'C1', role: 'clerk', name: 'C1' },
  ...{ seed: systemRandom(32), passphrase: 'abandon ability able about above', cost: FULL_COST, random: systemRandom },
});
const seconds: number[] = [];
for (let guess = 0; guess < GUESSES; guess += 1) {
  const began = performance.now();
  if ((await openKeyFile(file, 'zebra yellow wreck vivid umbrella')).ok) throw new Error('a wrong passphrase opened a key file');
  seconds.push((performance.now() - began) / 1000);
}
const each = seconds.sort((one, other) => one - other)[Math.floor(GUESSES / 2)] ?? 0;
const years = (each * WORDS_IN_LIST ** PASSPHRASE_WORDS) / 2 / MACHINES / SECONDS_A_YEAR;
process.stdout.write(`scrypt N=${FULL_COST} r=8 p=1: ${each.toFixed(2)} s and ${FULL_COST / 1024} MiB for each guess\n`);
process.stdout.write(`${PASSPHRASE_WORDS} words: ${MACHINES} such machines need ${Math.round(years)} years for half of all passphrases\n`);
