/** Runs a command as the terminal would, and keeps what it said. */
import path from 'node:path';
import type { CommandIo } from '../../main/commands/io.ts';

/** The program itself, for tests that start it as a process of its own. */
export const PROGRAM = path.join(import.meta.dirname, '..', '..', 'main', 'countersign.ts');

export interface Recorded {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly bytes: Buffer;
}

export async function recorded(
  command: (args: readonly string[], io: CommandIo) => Promise<number>,
  ...args: readonly string[]
): Promise<Recorded> {
  const said: { out: string[]; err: string[]; bytes: Uint8Array[] } = { out: [], err: [], bytes: [] };
  const io: CommandIo = {
    out: (text) => void said.out.push(text),
    err: (text) => void said.err.push(text),
    outBytes: (bytes) => void said.bytes.push(bytes),
    isTerminal: false,
  };
  const code = await command(args, io);
  return { code, out: said.out.join(''), err: said.err.join(''), bytes: Buffer.concat(said.bytes) };
}
