/**
 * What is settled about the second medium of a data folder before anything runs: which folder was chosen, kept in a small file beside
 * the database, and whether what lies there allows this database to go on. A database that is older than its second medium, or that
 * went on elsewhere, must not take a single further act.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { utf8 } from '../../core/bytes.ts';
import type { Centre } from '../../core/state.ts';
import { writeDurably } from '../../db/durable.ts';
import type { JournalReader } from '../../db/journal-store.ts';
import { compareMedium, endsInOurs } from '../../db/medium-compare.ts';
import { centreFoldersOn, mediumFolder, placesIn } from '../../db/medium-places.ts';
import type { SecondMediumStatus } from './contract.ts';

export const CHOICE_FILE = 'second-medium.json';

export interface Choice {
  readonly folder: string;
  /** The journal whose folder was begun there. */
  readonly begun?: string;
}

/** The medium chosen for a data folder; a damaged file is as good as none. */
export function chosenMedium(folder: string): Choice | undefined {
  try {
    const kept: unknown = JSON.parse(readFileSync(path.join(folder, CHOICE_FILE), 'utf8'));
    if (typeof kept !== 'object' || kept === null || !('folder' in kept) || typeof kept.folder !== 'string') return undefined;
    return { folder: kept.folder, ...('begun' in kept && typeof kept.begun === 'string' ? { begun: kept.begun } : {}) };
  } catch {
    return undefined;
  }
}

export function keepChoice(folder: string, choice: Choice | undefined): void {
  const file = path.join(folder, CHOICE_FILE);
  if (choice === undefined) rmSync(file, { force: true });
  else writeDurably(file, utf8(`${JSON.stringify(choice)}\n`));
}

type Fault = NonNullable<SecondMediumStatus['fault']>;

/** Why a database must not go on, by what lies on its medium; undefined where the medium is not there or says nothing against it. */
export function faultAgainst(folder: string, { journal, epoch }: Centre, store: JournalReader): Fault | undefined {
  const choice = chosenMedium(folder);
  try {
    if (choice === undefined || !existsSync(choice.folder)) return undefined;
    const elsewhere = centreFoldersOn(choice.folder).find((one) => journal.startsWith(one.journal) && one.epoch > epoch);
    if (elsewhere !== undefined) return wentOnElsewhere(elsewhere.epoch);
    const places = placesIn(mediumFolder(choice.folder, journal, epoch));
    if (!existsSync(places.folder) || endsInOurs(places, store)) return undefined;
    const found = compareMedium(places, store);
    return found.is === 'newer' || found.is === 'forked' ? { code: found.is, detail: found.detail } : undefined;
  } catch {
    // A medium that cannot be read is told of where it is written.
    return undefined;
  }
}

export function wentOnElsewhere(epoch: number): Fault {
  return { code: 'newer', detail: `this centre was restored from the medium and went on elsewhere, in epoch ${epoch}` };
}
