/** What each parser is given: anything at all, its sound samples changed byte by byte, and, where it reads JSON, field by field. */
import fc from 'fast-check';
import { utf8 } from '../../core/bytes.ts';
import { jsonMutation, textMutation } from './mutations.ts';
import { faultOfReading, type Parser } from './parsers.ts';

const anything = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 200 }).map(utf8),
  fc.json({ maxDepth: 6, noUnicodeString: false } as fc.JsonSharedConstraints).map(utf8),
);

function bytesFor({ samples, isJson }: Parser): fc.Arbitrary<Uint8Array> {
  const sample = fc.constantFrom(...samples);
  const mutations = fc.array(textMutation, { minLength: 1, maxLength: 3 });
  const bent = fc
    .tuple(sample, mutations)
    .map(([bytes, all]) => all.reduce((changed, mutate) => (changed.length === 0 ? changed : mutate(changed)), bytes));
  const rebuilt = fc.tuple(sample, jsonMutation).map(([bytes, mutate]) => mutate(bytes));
  const choices = [
    { weight: 1, arbitrary: sample },
    { weight: 4, arbitrary: anything },
    { weight: 8, arbitrary: bent },
  ];
  return fc.oneof(...(isJson ? [...choices, { weight: 8, arbitrary: rebuilt }] : choices));
}

/** Some runs of one parser; what went wrong first, with the bytes that did it, as small as they could be made. */
export async function fuzz(parser: Parser, seed: number, numRuns: number): Promise<string | undefined> {
  const property = fc.asyncProperty(bytesFor(parser), async (bytes) => {
    const fault = await faultOfReading(parser, bytes.slice());
    if (fault !== undefined) throw new Error(fault);
  });
  const { failed, counterexample, errorInstance } = await fc.check(property, { seed, numRuns });
  if (!failed) return undefined;
  const bytes = Buffer.from(counterexample?.[0] ?? []);
  const shown = errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance);
  return `${parser.name}: ${shown}\nby ${bytes.length} bytes: ${JSON.stringify(bytes.subarray(0, 300).toString('latin1'))}`;
}
