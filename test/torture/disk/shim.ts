/** Compiles what stands between a program and its disk, with the system's own compiler; where there is none, the reason why not. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const SOURCE = path.join(import.meta.dirname, '../power.c');
const FLAGS = ['-O1', '-Wall', '-Wextra', '-Werror', '-shared', '-fPIC'];

export interface Shim {
  readonly library: string;
  remove(): void;
}

/** The reason, as a sentence, where it cannot be made on this machine. */
export function compileShim(): Shim | string {
  if (process.platform !== 'linux') return `it is made for Linux, and this is ${process.platform}`;
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-power-'));
  const library = path.join(folder, 'power.so');
  const { status, error, stderr } = spawnSync('cc', [...FLAGS, '-o', library, SOURCE, '-ldl', '-lpthread'], { encoding: 'utf8' });
  const remove = () => rmSync(folder, { recursive: true, force: true });
  if (status === 0) return { library, remove };
  remove();
  if (error !== undefined) return 'there is no compiler (cc) on this machine';
  throw new Error(stderr);
}

/** The environment of a program whose disk is looked after. */
export function watched(shim: Shim, parts: { readonly root: string; readonly log?: string; readonly marks?: string }) {
  const { root, log, marks } = parts;
  return {
    LD_PRELOAD: shim.library,
    POWER_ROOT: root,
    ...(log === undefined ? {} : { POWER_LOG: log }),
    ...(marks === undefined ? {} : { POWER_MARKS: marks }),
    UV_USE_IO_URING: '0',
  };
}
