/** The parts of a day follow one another: when one fails or hangs, those after it are not tried, for they would only repeat its failure. */
import { beforeEach, onTestFailed } from 'vitest';

export function inOrder(): void {
  let failed: string | undefined;
  beforeEach(({ task, skip }) => {
    if (failed !== undefined) skip(`not tried: "${failed}" failed before`);
    onTestFailed(() => {
      failed ??= task.name;
    });
  });
}
