/**
 * An installed Countersign is also its own command line: with the name of a command as its first word it opens no window, does what
 * the command says, and ends with its exit code. Run as plain Node it cannot be, that ability is switched off in what is packed.
 */
import { realpathSync } from 'node:fs';
import type { CommandIo } from '../commands/io.ts';

/** What a command is called; anything else, such as a file that was dropped on the icon, opens the app. */
const COMMAND = /^[a-z]+$/;

/** The words that are for the app: behind its folder, where it is started from one, else behind the program. */
export function ownWords(words: readonly string[], folder: string | undefined): readonly string[] {
  const at = folder === undefined ? 0 : words.findIndex((word) => realPlace(word) === realPlace(folder));
  return at < 0 ? [] : words.slice(at + 1);
}

/** The command and what follows it; undefined where the app is to be opened. Switches before it are for the browser engine. */
export function commandIn(words: readonly string[]): readonly string[] | undefined {
  const first = words.findIndex((word) => !word.startsWith('-'));
  return COMMAND.test(words[first] ?? '') ? words.slice(first) : undefined;
}

const BROKEN = 70;

/** Loaded only now: whoever opens the app does not wait for it. What should be impossible is told here, and in no window. */
export async function runCommand(words: readonly string[], io: CommandIo): Promise<number> {
  const { countersign } = await import('../countersign.ts');
  const code = await countersign(words, io).catch((error: unknown) => {
    io.err(`countersign stopped: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return BROKEN;
  });
  await Promise.all([process.stdout, process.stderr].map((stream) => new Promise<void>((resolve) => stream.write('', () => resolve()))));
  return code;
}

function realPlace(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}
