/** Every reader of foreign bytes, given what nobody would write: it answers, with a value or a refusal of ours, and never falls. */
import { present } from '../../core/result.ts';
import { fuzz } from '../fuzz/bytes-to-read.ts';
import { makeParsers } from '../fuzz/parsers.ts';
import { playRounds } from './rounds.ts';
import type { Torment } from './torment.ts';

const RUNS_A_ROUND = 100;

export const parsers: Torment = {
  name: 'parsers',
  run: async (settings) => {
    const { all, end } = await makeParsers();
    let documents = 0;
    try {
      const tally = await playRounds(settings, {}, (random, round) => {
        documents += RUNS_A_ROUND;
        return fuzz(present(all[round % all.length], 'a parser'), random.below(2 ** 31), RUNS_A_ROUND);
      });
      return { ...tally, counts: { parsers: all.length, documents } };
    } finally {
      end();
    }
  },
};
