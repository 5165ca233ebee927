/**
 * Runs one step of the check with its output shown. A step that does not end is ended here, with everything it began, and the log says
 * what it was at. That is a guard against hanging alone: the limit lies far above what a slow machine takes, and no test is judged by it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { endMarked, marking } from './marked.ts';

export interface Step {
  readonly title: string;
  readonly program: string;
  readonly parameters: readonly string[];
  /** After so many milliseconds it hangs. */
  readonly patience: number;
  /** What it is at, one line each. */
  at(): readonly string[];
}

const WISHES = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Its exit code; 1 when it was ended. */
export async function runStep(step: Step, say: (text: string) => void): Promise<number> {
  const mark = randomUUID();
  const environment = { ...process.env, ...marking(mark) };
  const child = spawn(step.program, step.parameters, { stdio: 'inherit', shell: process.platform === 'win32', env: environment });
  const end = (why: string): void => {
    say(`\n== ${step.title}: ${why}. It was at:\n${step.at().join('\n') || 'nothing that it told'}\n==`);
    child.kill('SIGKILL');
    endMarked(mark);
  };
  const code = await guarded(child, step.patience, end);
  const left = endMarked(mark);
  if (left > 0) say(`== ${step.title} left ${left} processes behind, which are ended ==`);
  return code;
}

/** Waits for the end, which comes by itself, after the limit, or when somebody asks for it from outside. */
function guarded(child: ChildProcess, patience: number, end: (why: string) => void): Promise<number> {
  const limit = setTimeout(() => end(`has not ended in ${patience / 1000} s, so it hangs`), patience);
  const wished = (wish: string): void => end(`is broken off by ${wish}`);
  for (const wish of WISHES) process.on(wish, wished);
  return new Promise((resolve) => {
    const done = (code: number): void => {
      clearTimeout(limit);
      for (const wish of WISHES) process.off(wish, wished);
      resolve(code);
    };
    child.on('error', () => done(1));
    child.on('exit', (code) => done(code ?? 1));
  });
}
