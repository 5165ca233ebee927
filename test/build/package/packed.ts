/** Packs the built app with a fabricated Electron, and with stand-ins for the tools that the packer would fetch from the network. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { patternsFor, type Target } from '../../../build/package/files.ts';
import { pack, pinnedElectron } from '../../../build/package/pack.ts';
import { fabricateElectron } from './fabricated.ts';

export const ROOT = path.join(import.meta.dirname, '../../..');
export const TARGET: Target = { system: 'linux', processor: 'x64' };
export const VERSION = pinnedElectron(ROOT);

const TOOLS = { CUSTOM_FPM_PATH: 'fpm.ts', ELECTRON_BUILDER_7ZIP_PATH: 'seven-zip.ts' } as const;

/** Puts the fabricated Electron and the tools into the folder; answers where Electron lies. */
export function prepare(folder: string): string {
  for (const [variable, program] of Object.entries(TOOLS)) {
    const file = path.join(folder, path.basename(program, '.ts'));
    const script = `#!/bin/sh\nexec '${process.execPath}' '${path.join(import.meta.dirname, program)}' "$@"\n`;
    writeFileSync(file, script, { mode: 0o755 });
    process.env[variable] = file;
  }
  return fabricateElectron(path.join(folder, 'electron'), VERSION);
}

/** The folder of an app that holds the files of `target`; as the packer of this machine can make no other, it is laid out as for Linux. */
export async function packDirectory(out: string, electron: string, target: Target = TARGET): Promise<string> {
  const other = { linux: { executableName: 'countersign', files: patternsFor(target) }, afterPack: null };
  const changes = target === TARGET ? {} : other;
  await pack({ root: ROOT, target: TARGET, out, kinds: ['dir'], electron, changes });
  return path.join(out, 'linux-unpacked');
}
