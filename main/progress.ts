/**
 * One line that says how far long work has come, for somebody at a terminal. Into a file or a pipe nothing is written: a log with
 * ten thousand percentages helps nobody. It is drawn again only when the percentage changes.
 */
import type { CommandIo } from './commands/io.ts';

const WIDTH = 24;

export interface Progress {
  /** One more is done, or as many as said. */
  step(count?: number): void;
  /** Ends the line; nothing is drawn afterwards. */
  done(): void;
}

const SILENT: Progress = { step: () => undefined, done: () => undefined };

/** A bar on the error stream, so that the output stays clean. `total` is how many steps are expected. */
export function progress(io: CommandIo, title: string, total: number): Progress {
  if (!io.isTerminal || total <= 0) return SILENT;
  let steps = 0;
  let shown = -1;
  const draw = () => {
    const percent = Math.floor((Math.min(steps, total) / total) * 100);
    if (percent !== shown) io.err(`\r${line(title, percent, steps, total)}`);
    shown = percent;
  };
  draw();
  return {
    step: (count = 1) => {
      steps += count;
      draw();
    },
    done: () => io.err('\n'),
  };
}

function line(title: string, percent: number, steps: number, total: number): string {
  const filled = Math.round((percent / 100) * WIDTH);
  const bar = '#'.repeat(filled).padEnd(WIDTH, '.');
  return `${title} [${bar}] ${String(percent).padStart(3)} %  ${String(steps).padStart(String(total).length)}/${total}`;
}
