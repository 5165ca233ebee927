/**
 * Where things lie on a second medium: one folder for each centre, named by its journal and, after a restore, by the epoch, so that
 * several centres may share a memory stick and a restored centre never writes over what it was restored from.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const DIGITS_OF_NAME = 16;
const NAME = /^countersign-([0-9a-f]{16})(?:-([1-9][0-9]{0,5}))?$/;
const COPY = /^centre-([1-9][0-9]{0,14})\.sqlite$/;
/** A copy that is being made, or was when the power went. */
export const UNFINISHED_COPY = /^\.copying-[0-9a-f]+\.sqlite(?:-journal)?$/;

export interface MediumPlaces {
  readonly folder: string;
  readonly readme: string;
  readonly definition: string;
  /** The entries, one a line, exactly as in a bundle. */
  readonly lines: string;
  /** The head after each entry, one a line. */
  readonly heads: string;
}

/** A centre's folder on a medium, told by its name. */
export interface CentreFolder {
  readonly folder: string;
  /** The first 16 digits of the journal's id. */
  readonly journal: string;
  readonly epoch: number;
}

export function mediumFolder(medium: string, journal: string, epoch: number): string {
  return path.join(medium, `countersign-${journal.slice(0, DIGITS_OF_NAME)}${epoch > 1 ? `-${epoch}` : ''}`);
}

export function placesIn(folder: string): MediumPlaces {
  return {
    folder,
    readme: path.join(folder, 'README.txt'),
    definition: path.join(folder, 'definition.json'),
    lines: path.join(folder, 'journal.jsonl'),
    heads: path.join(folder, 'heads.jsonl'),
  };
}

/** The centres' folders on a medium, the latest epoch first; a folder that is one itself is found as such. */
export function centreFoldersOn(medium: string): readonly CentreFolder[] {
  const own = centreFolder(medium);
  if (own !== undefined) return [own];
  const names = readdirSync(medium, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const found = names.flatMap(({ name }) => centreFolder(path.join(medium, name)) ?? []);
  return found.sort((a, b) => b.epoch - a.epoch || (a.folder < b.folder ? -1 : 1));
}

function centreFolder(folder: string): CentreFolder | undefined {
  const [, journal, epoch = '1'] = NAME.exec(path.basename(path.resolve(folder))) ?? [];
  return journal === undefined ? undefined : { folder, journal, epoch: Number(epoch) };
}

export function copyFile(folder: string, size: number): string {
  return path.join(folder, `centre-${size}.sqlite`);
}

/** The sizes of the full copies in a centre's folder, the largest first. */
export function copiesIn(folder: string): readonly number[] {
  if (!existsSync(folder)) return [];
  const sizes = readdirSync(folder).flatMap((name) => COPY.exec(name)?.[1] ?? []);
  return sizes.map(Number).sort((a, b) => b - a);
}
