/** The parts of a day follow one another: when one fails, those after it are not tried, for they would only repeat its failure. */
import { beforeEach, onTestFailed } from 'vitest';

export function inOrder(): void {
  let failed: string | undefined;
  beforeEach(({ task }) => {
    if (failed !== undefined) throw new Error(`not tried: "${failed}" failed before`);
    onTestFailed(() => {
      failed ??= task.name;
    });
  });
}
