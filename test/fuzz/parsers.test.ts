/** Every reader of foreign bytes, with a fixed seed: anything at all, and its sound samples bent by byte and by field. */
import { afterAll, expect, test } from 'vitest';
import { fuzz } from './bytes-to-read.ts';
import { faultOfReading, makeParsers } from './parsers.ts';

const SEED = 2031;
const RUNS = 80;

const { all, end } = await makeParsers();
afterAll(end);

test.each(all.map((parser) => [parser.name, parser] as const))(
  '%s: answers whatever comes, and accepts one spelling only',
  async (_name, parser) => {
    expect(await fuzz(parser, SEED, RUNS)).toBeUndefined();
  },
);

test.each(all.filter(({ name }) => name !== 'private key of the commission').map((parser) => [parser.name, parser] as const))(
  '%s: reads at least one of its own samples, or none of this would tell anything',
  async (_name, parser) => {
    const answers = await Promise.all(parser.samples.map((sample) => parser.read(sample.slice())));
    expect(answers.some(({ ok }) => ok)).toBe(true);
    for (const sample of parser.samples) expect(await faultOfReading(parser, sample.slice())).toBeUndefined();
  },
);
