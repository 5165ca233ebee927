/**
 * Finds and ends everything that a step of the tests has begun: the runner, its workers, the apps and browsers they opened, a virtual
 * display. All of them carry a mark in their environment, whoever their parent is by now.
 */
import { readdirSync, readFileSync } from 'node:fs';

const MARK = 'COUNTERSIGN_TEST_STEP';

export function marking(mark: string): Readonly<Record<string, string>> {
  return { [MARK]: mark };
}

/** The processes that carry the mark; none where the machine does not tell, which only Linux does. */
function marked(mark: string): readonly number[] {
  return processes().filter((process) => environmentOf(process).split('\0').includes(`${MARK}=${mark}`));
}

/** Ends them without asking, those too that begin meanwhile; answers how many there were. */
export function endMarked(mark: string): number {
  const ended = new Set<number>();
  for (let found = marked(mark); found.some((one) => !ended.has(one)); found = marked(mark)) {
    for (const one of found) {
      ended.add(one);
      kill(one);
    }
  }
  return ended.size;
}

function processes(): readonly number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** Nothing of a process that has ended, or of somebody else's. */
function environmentOf(process: number): string {
  try {
    return readFileSync(`/proc/${process}/environ`, 'utf8');
  } catch {
    return '';
  }
}

function kill(one: number): void {
  try {
    process.kill(one, 'SIGKILL');
  } catch {
    // It has ended by itself meanwhile, which is all that is wanted.
  }
}
