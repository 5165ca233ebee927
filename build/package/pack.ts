/** Packs the app, as it was built, for one system and one processor, with electron-builder. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Arch, build, type Configuration, Platform } from 'electron-builder';
import { configurationFor } from './configuration.ts';
import type { System, Target } from './files.ts';
import { BILL, writePapers } from './papers.ts';

export interface Order {
  readonly root: string;
  readonly target: Target;
  readonly out: string;
  /** `dir`, `deb` and so on; those of the configuration where there are none. */
  readonly kinds: readonly string[];
  /** An unpacked Electron of one's own; fetched where there is none. */
  readonly electron?: string;
  /** For a trial, what is to be different. */
  readonly changes?: Configuration;
}

const PLATFORMS: Readonly<Record<System, Platform>> = { linux: Platform.LINUX, win32: Platform.WINDOWS, darwin: Platform.MAC };
const ARCHITECTURES = { x64: Arch.x64, arm64: Arch.arm64 } as const;

/** The packages that were made. Throws where one of them could not be. */
export function pack({ root, target, out, kinds, electron, changes = {} }: Order): Promise<readonly string[]> {
  const papers = path.join(out, 'papers');
  writePapers(root, papers);
  const bill = createHash('sha256')
    .update(readFileSync(path.join(papers, BILL)))
    .digest('hex');
  const configuration = configurationFor({ root, target, out, papers, electronVersion: pinnedElectron(root), bill });
  return build({
    projectDir: root,
    publish: 'never',
    targets: PLATFORMS[target.system].createTarget([...kinds], ARCHITECTURES[target.processor]),
    config: { ...configuration, ...(electron === undefined ? {} : { electronDist: electron }), ...changes },
  });
}

export function pinnedElectron(root: string): string {
  const { devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    readonly devDependencies: { readonly electron: string };
  };
  return devDependencies.electron;
}
