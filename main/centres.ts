/**
 * The data folders of this machine: one for each election definition under `centres`, named by the definition's digest, and one for
 * each practice election under `practice`. They are listed without the long check, so that a person can choose; opening one checks
 * it wholly. Rehearsals and practice elections can be erased; a live centre cannot, nor what might be one.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { utf8 } from '../core/bytes.ts';
import { parseCanonical } from '../core/canonical.ts';
import type { ListedRestore } from '../core/contract/setup.ts';
import { readDefinition, type SignedDefinition } from '../core/definition.ts';
import { openEnvelope } from '../core/envelope.ts';
import { ok, type Result, refuse } from '../core/result.ts';
import { openForReading } from '../db/database.ts';
import { makeFolder, writeDurably } from '../db/durable.ts';
import { journalReader } from '../db/journal-store.ts';
import { onStorage } from '../db/storage-trouble.ts';
import { troubleOf } from './define/files.ts';
import { DATABASE_FILE } from './office/office.ts';
import { isPractice } from './practice/practice-words.ts';
import { removeHalfMade } from './second-medium/half-made.ts';
import { restoredHere } from './second-medium/restored-here.ts';

export interface KnownCentre {
  readonly folder: string;
  readonly kind: 'live' | 'rehearsal' | 'practice';
  readonly title: string;
  readonly constituency: string;
  readonly digest: string;
  /** Of a centre that was restored to this machine. */
  readonly restored?: ListedRestore;
}

/** A folder whose definition cannot be read: it is shown, and left as it is. */
export interface DamagedCentre {
  readonly folder: string;
  readonly kind: 'damaged';
  readonly reason: string;
}

export interface Centres {
  /** Every data folder, in the order of the folders' names. */
  list(): readonly (KnownCentre | DamagedCentre)[];
  /** Where the centre of a definition lies or will lie. */
  folderFor(digest: string): string;
  /** An empty folder of its own. */
  newPracticeFolder(): string;
  /** The folder that was open last, where it is still there. */
  current(): string | undefined;
  /** Whether a folder was open last that is not there any more, although nobody erased it here. */
  isCurrentLost(): boolean;
  /** Refuses E-FILE for a folder that is not one of these. */
  setCurrent(folder: string): Result<undefined>;
  /** Refuses R-LIVE-ELECTION for a live centre and for one that cannot be told from it, E-FILE for a folder that is not one of these. */
  erase(folder: string): Result<undefined>;
}

const SHELVES = ['centres', 'practice'] as const;
const CURRENT_FILE = 'current.json';
const DIGEST = /^[0-9a-f]{64}$/;
const DIGITS_OF_NAME = 16;
const ERASED = '.erased-';

/** The data folders below `root`, which the host gives; it is made where it is missing, and freed of what killed restores left. */
export function openCentres(root: string): Centres {
  makeFolder(root);
  removeHalfMade(path.join(root, 'centres'));
  return {
    list: () => SHELVES.flatMap((shelf) => foldersOn(path.join(root, shelf)).map(describeFolder)),
    folderFor: (digest) => {
      if (!DIGEST.test(digest)) throw new Error(`broken invariant: ${digest} is no digest`);
      return path.join(root, 'centres', digest.slice(0, DIGITS_OF_NAME));
    },
    newPracticeFolder: () => newNumberedFolder(path.join(root, 'practice')),
    current: () => currentIn(root),
    isCurrentLost: () => keptIn(root) !== undefined && currentIn(root) === undefined,
    setCurrent: (folder) => {
      const place = placeOf(root, folder);
      if (place === undefined) return refuse('E-FILE', 'no data folder of this program', folder);
      return onStorage(() => {
        writeDurably(path.join(root, CURRENT_FILE), utf8(`${JSON.stringify({ folder: place })}\n`));
        return ok(undefined);
      });
    },
    erase: (folder) => erase(root, folder),
  };
}

function foldersOn(shelf: string): readonly string[] {
  if (!existsSync(shelf)) return [];
  const entries = readdirSync(shelf, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  const names = entries.map(({ name }) => name);
  return names.sort((left, right) => left.localeCompare(right, 'en', { numeric: true })).map((name) => path.join(shelf, name));
}

// ---- what lies in a folder ---------------------------------------------------------------------------------------------------

function describeFolder(folder: string): KnownCentre | DamagedCentre {
  const found = readFolder(folder);
  if (typeof found === 'string') return { folder, kind: 'damaged', reason: found };
  const { content, digest } = found.definition;
  const kind = content.kind === 'rehearsal' && isPractice(folder) ? 'practice' : content.kind;
  const { restored } = found;
  return { folder, kind, title: content.title, constituency: content.constituency.name, digest, ...(restored && { restored }) };
}

interface Found {
  readonly definition: SignedDefinition;
  readonly restored: ListedRestore | undefined;
}

/** The definition as it was signed, or why there is none. The signature is checked: nobody makes a live centre pass for a rehearsal. */
function readFolder(folder: string): Found | string {
  const file = path.join(folder, DATABASE_FILE);
  if (!existsSync(file)) return 'there is no centre in this folder';
  try {
    const handle = openForReading(file);
    try {
      const store = journalReader(handle);
      const stored = store.definition();
      if (stored === undefined) return 'not exactly one definition';
      const json = parseCanonical(stored.bytes);
      const envelope = json.ok ? openEnvelope(json.value) : json;
      const definition = envelope.ok ? readDefinition(envelope.value) : envelope;
      return definition.ok
        ? { definition: definition.value, restored: restoredHere(folder, store) }
        : `${definition.refusal.code} ${definition.refusal.detail ?? ''}`;
    } finally {
      handle.close();
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function newNumberedFolder(shelf: string): string {
  makeFolder(shelf);
  const taken = foldersOn(shelf).map((folder) => Number(path.basename(folder)));
  const folder = path.join(shelf, String(1 + Math.max(0, ...taken.filter(Number.isSafeInteger))));
  mkdirSync(folder);
  return folder;
}

// ---- which folders are ours --------------------------------------------------------------------------------------------------

/**
 * `centres/<name>` or `practice/<name>` for a folder that really lies there, whatever links its path goes through; undefined for any
 * other. A link in the place of a folder is not ours: what it points to belongs to somebody else.
 */
function placeOf(root: string, folder: string): string | undefined {
  try {
    const place = path.relative(realpathSync(root), realpathSync(folder)).split(path.sep);
    const [shelf, name = ''] = place;
    const isOurs = place.length === 2 && SHELVES.some((one) => one === shelf) && name !== '..' && !name.startsWith('.');
    return isOurs ? place.join('/') : undefined;
  } catch {
    return undefined;
  }
}

function currentIn(root: string): string | undefined {
  const place = keptIn(root);
  const folder = path.join(root, place ?? '');
  return place !== undefined && placeOf(root, folder) === place ? folder : undefined;
}

/** The place of the folder that was open last, as it was written down. */
function keptIn(root: string): string | undefined {
  try {
    const kept: unknown = JSON.parse(readFileSync(path.join(root, CURRENT_FILE), 'utf8'));
    return typeof kept === 'object' && kept !== null && 'folder' in kept && typeof kept.folder === 'string' ? kept.folder : undefined;
  } catch {
    return undefined;
  }
}

// ---- erasing -----------------------------------------------------------------------------------------------------------------

/** The folder takes another name first: a power cut must not leave half a centre that looks damaged. */
function erase(root: string, folder: string): Result<undefined> {
  const place = placeOf(root, folder);
  if (place === undefined) return refuse('E-FILE', 'no data folder of this program', folder);
  const own = path.join(realpathSync(root), place);
  if (mayBeLive(own)) return refuse('R-LIVE-ELECTION', 'a live centre is never erased, nor one that cannot be read', place);
  try {
    const doomed = path.join(realpathSync(root), `${ERASED}${place.replace('/', '-')}`);
    rmSync(doomed, { recursive: true, force: true });
    renameSync(own, doomed);
    rmSync(doomed, { recursive: true, force: true });
    if (keptIn(root) === place) rmSync(path.join(root, CURRENT_FILE), { force: true });
    return ok(undefined);
  } catch (error) {
    return refuse('E-FILE', troubleOf(error), place);
  }
}

/** What cannot be read may be live, except among the practice elections: there it was never finished, or is marked as one. */
function mayBeLive(folder: string): boolean {
  const described = describeFolder(folder);
  if (described.kind !== 'damaged') return described.kind === 'live';
  const isAmongPractice = path.basename(path.dirname(folder)) === 'practice';
  return !(isAmongPractice && (isPractice(folder) || !existsSync(path.join(folder, DATABASE_FILE))));
}
