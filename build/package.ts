/**
 * `npm run package`: packs the built app for this system and writes the packages' checksums. Electron is fetched, or taken from a
 * folder with `--electron=DIR` on a machine without a network; another processor is named with `--processor=arm64`. Every package is
 * looked at before it is done: its files, and Electron's fuses.
 */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { distributionFault } from './package/distribution.ts';
import type { Processor, System, Target } from './package/files.ts';
import { wrongFuses } from './package/fuses.ts';
import { pack, pinnedElectron } from './package/pack.ts';

const ROOT = path.join(import.meta.dirname, '..');
const OUT = path.join(ROOT, 'out', 'package');
const SYSTEMS: readonly System[] = ['linux', 'win32', 'darwin'];
const PROCESSORS: readonly Processor[] = ['x64', 'arm64'];
const UNUSABLE = 2;

interface Wanted {
  readonly target: Target;
  readonly electron: string | undefined;
}

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

/** What is wanted, or what is wrong with it. */
function wantedFrom(words: readonly string[]): Wanted | string {
  const { values } = parseArgs({ args: [...words], options: { electron: { type: 'string' }, processor: { type: 'string' } } });
  const system = SYSTEMS.find((one) => one === process.platform);
  const processor = PROCESSORS.find((one) => one === (values.processor ?? process.arch));
  if (system === undefined || processor === undefined) return 'Packages are made for Linux, Windows and macOS, on x64 and arm64.';
  const electron = values.electron === undefined ? undefined : path.resolve(values.electron);
  const fault = electron === undefined ? undefined : distributionFault(electron, system, pinnedElectron(ROOT));
  return fault ?? { target: { system, processor }, electron };
}

/** The program in which the fuses are, beside the packages. */
function programIn({ system, processor }: Target): string {
  const other = processor === 'x64' ? '' : `-${processor}`;
  if (system === 'linux') return path.join(OUT, `linux${other}-unpacked`, 'countersign');
  if (system === 'win32') return path.join(OUT, `win${other}-unpacked`, 'Countersign.exe');
  return path.join(OUT, `mac${other}`, 'Countersign.app');
}

function writeChecksums(files: readonly string[]): void {
  const lines = files.map((file) => `${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${path.basename(file)}\n`);
  writeFileSync(path.join(OUT, 'SHA256SUMS'), lines.sort().join(''));
  say(`\n${lines.join('')}`);
}

async function packageApp(words: readonly string[]): Promise<number> {
  const wanted = wantedFrom(words);
  if (typeof wanted === 'string') {
    say(wanted);
    return UNUSABLE;
  }
  const { target, electron } = wanted;
  rmSync(OUT, { recursive: true, force: true });
  const made = await pack({ root: ROOT, target, out: OUT, kinds: [], ...(electron === undefined ? {} : { electron }) });
  const wrong = await wrongFuses(programIn(target));
  if (wrong.length > 0) {
    say(`These fuses of the packed program are not as they must be: ${wrong.join(', ')}`);
    return 1;
  }
  writeChecksums(made.filter((file) => path.dirname(file) === OUT));
  return 0;
}

try {
  process.exitCode = await packageApp(process.argv.slice(2));
} catch (error) {
  say(`Nothing was packed: ${error instanceof Error ? error.message : String(error)}`);
  say('Electron and the tools of the packer are fetched. Without a network, Electron can be taken from a folder: --electron=DIR');
  process.exitCode = 1;
}
