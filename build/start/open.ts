/**
 * Opens the app and stays until it has ended: passes on the wish to end it, and gives back its exit code.
 */
import { spawn } from 'node:child_process';

export interface Opening {
  readonly program: string;
  readonly parameters: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

const WISHES = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The app's exit code; 1 when a signal ended it. */
export function open({ program, parameters, environment }: Opening): Promise<number> {
  const child = spawn(program, parameters, { stdio: 'inherit', env: { ...process.env, ...environment } });
  const end = (): void => void child.kill('SIGTERM');
  for (const wish of WISHES) process.on(wish, end);
  return new Promise((resolve) => {
    const done = (code: number): void => {
      for (const wish of WISHES) process.off(wish, end);
      resolve(code);
    };
    child.on('error', (problem) => {
      process.stderr.write(`${program} could not be opened: ${problem.message}\n`);
      done(1);
    });
    child.on('exit', (code) => done(code ?? 1));
  });
}
