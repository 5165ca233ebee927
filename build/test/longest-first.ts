/**
 * The order of the test files. Those that take longest begin first, so that at the end no worker waits for one long file; a fresh
 * machine cannot know them from an earlier run, so they are named here.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Longest first, as measured. */
const LONGEST = [
  'test/screens/day/small-day.test.ts',
  'test/format/independence.test.ts',
  'test/day/constituencies-1.test.ts',
  'test/day/constituencies-2.test.ts',
  'test/screens/rooms-worst-case.test.ts',
  'test/screens/rooms-busy-evening.test.ts',
  'test/screens/scan.test.ts',
  'test/build/installed.test.ts',
  'test/build/package.test.ts',
  'test/build/reproducible.test.ts',
  'test/screens/people.test.ts',
  'test/screens/keys-and-people.test.ts',
  'test/screens/unlock.test.ts',
  'test/screens/starting.test.ts',
  'test/screens/forms-again.test.ts',
  'test/screens/ending.test.ts',
  'test/screens/pictures.test.ts',
  'test/screens/setup.test.ts',
  'test/screens/verify.test.ts',
  'test/day/full-cost.test.ts',
  'test/screens/receive.test.ts',
  'test/main/format.test.ts',
  'test/screens/help.test.ts',
  'test/screens/rulings.test.ts',
  'test/screens/differences.test.ts',
  'test/day/again.test.ts',
  'test/main/forgery.test.ts',
  'test/main/hostile-members.test.ts',
  'test/screens/journal.test.ts',
  'test/main/hostile-mutations.test.ts',
  'test/screens/declare.test.ts',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rest = await super.sort(files);
    return rest
      .map((file, at) => ({ file, rank: rankOf(file.moduleId) ?? LONGEST.length + at }))
      .sort((one, other) => one.rank - other.rank)
      .map(({ file }) => file);
  }
}

function rankOf(moduleId: string): number | undefined {
  const rank = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}`));
  return rank < 0 ? undefined : rank;
}
