/**
 * Which test files are running at this moment, and which test of each: told in the log when a file begins, and kept in a small file, so
 * that a run that hangs or breaks off names whatever hung, even when the runner itself can say nothing more.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

const ROOT = path.join(import.meta.dirname, '../..');
const FILE = path.join(ROOT, 'out', 'running-tests.json');

interface Running {
  readonly file: string;
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly test?: string;
}

/** One line for each file that has begun and not ended. */
export function whatRuns(from = FILE): readonly string[] {
  try {
    const running = JSON.parse(readFileSync(from, 'utf8')) as readonly Running[];
    return running.map(
      ({ file, since, test }) => `${file}, for ${Math.round((Date.now() - since) / 1000)} s${test === undefined ? '' : `, at "${test}"`}`,
    );
  } catch {
    return [];
  }
}

export function forgetWhatRuns(): void {
  rmSync(FILE, { force: true });
}

/** For the runner's list of reporters; `tell` writes a line to the log. */
export function followRunning(tell: (line: string) => void, to = FILE): Reporter {
  const running = new Map<string, Running>();
  const keep = (): void => {
    mkdirSync(path.dirname(to), { recursive: true });
    writeFileSync(to, JSON.stringify([...running.values()]));
  };
  const nameOf = ({ moduleId }: TestModule): string => path.relative(ROOT, moduleId);
  return {
    onTestModuleQueued: (module) => {
      running.set(module.moduleId, { file: nameOf(module), since: Date.now() });
      keep();
      tell(` … ${nameOf(module)} begins`);
    },
    onTestCaseReady: ({ module, fullName }: TestCase) => {
      const one = running.get(module.moduleId);
      if (one === undefined) return;
      running.set(module.moduleId, { ...one, test: fullName });
      keep();
    },
    onTestModuleEnd: (module) => {
      running.delete(module.moduleId);
      keep();
    },
  };
}
