/**
 * What lies on a medium for one centre: its folder of the latest epoch, those of earlier ones beside it, and the definition. Everything is
 * only read; a medium may be write-protected, and should be.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseCanonical } from '../../core/canonical.ts';
import { readDefinition, type SignedDefinition } from '../../core/definition.ts';
import { type Envelope, openEnvelope } from '../../core/envelope.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { openForReading } from '../../db/database.ts';
import { journalReader } from '../../db/journal-store.ts';
import { type CentreFolder, centreFoldersOn, copiesIn, copyFile, type MediumPlaces, placesIn } from '../../db/medium-places.ts';
import { withFile } from '../define/files.ts';

export interface Held {
  readonly places: MediumPlaces;
  readonly epoch: number;
  /** Every folder of this centre on the medium, its own first: a scan may lie in any of them. */
  readonly folders: readonly CentreFolder[];
  readonly definition: SignedDefinition;
  readonly envelope: Envelope;
  /** Sizes, the largest first. */
  readonly copies: readonly number[];
}

/** Refuses E-FILE where no centre lies there, or several: then one of their folders has to be chosen. */
export function holdMedium(medium: string): Result<Held> {
  const looked = withFile(medium, () => centreFoldersOn(medium));
  if (!looked.ok) return looked;
  const [first] = looked.value;
  if (first === undefined) return refuse('E-FILE', 'no centre lies on this medium', medium);
  const journals = new Set(looked.value.map(({ journal }) => journal));
  if (journals.size > 1) return refuse('E-FILE', `${journals.size} centres lie on this medium; choose the folder of one of them`, medium);
  const beside = centreFoldersOn(path.dirname(first.folder)).filter(({ journal }) => journal === first.journal);
  const folders = [first, ...beside.filter(({ folder }) => folder !== first.folder)];
  const definition = definitionOn(folders);
  if (!definition.ok) return definition;
  const places = placesIn(first.folder);
  return ok({ places, epoch: first.epoch, folders, ...definition.value, copies: copiesIn(first.folder) });
}

/** The definition from its file, or from a copy of the database where the file is damaged. */
function definitionOn(folders: readonly CentreFolder[]): Result<Pick<Held, 'definition' | 'envelope'>> {
  let fault: Result<never> = refuse('E-FILE', 'the definition is not on the medium');
  for (const { folder } of folders) {
    for (const read of [() => definitionFile(folder), ...copiesIn(folder).map((size) => () => definitionInCopy(copyFile(folder, size)))]) {
      const bytes = readAny(read);
      const opened = bytes === undefined ? undefined : openDefinition(bytes);
      if (opened?.ok === true) return opened;
      fault = opened ?? fault;
    }
  }
  return fault;
}

function definitionFile(folder: string): Uint8Array | undefined {
  const { definition } = placesIn(folder);
  return existsSync(definition) ? new Uint8Array(readFileSync(definition)) : undefined;
}

function definitionInCopy(file: string): Uint8Array | undefined {
  const handle = openForReading(file);
  try {
    return journalReader(handle).definition()?.bytes;
  } finally {
    handle.close();
  }
}

/** What cannot be read is as good as not there: the next place is tried. */
function readAny(read: () => Uint8Array | undefined): Uint8Array | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function openDefinition(bytes: Uint8Array): Result<Pick<Held, 'definition' | 'envelope'>> {
  const json = parseCanonical(bytes);
  const envelope = json.ok ? openEnvelope(json.value) : json;
  if (!json.ok || !envelope.ok) return envelope as Result<never>;
  const definition = readDefinition(envelope.value);
  return definition.ok ? ok({ definition: definition.value, envelope: json.value as unknown as Envelope }) : definition;
}

/** A file of a sort (`scans` or `keys`) in any of the folders, by the name it begins with. */
export function filesOf(held: Held, sort: 'scans' | 'keys'): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { folder } of held.folders) {
    const place = path.join(folder, sort);
    for (const name of existsSync(place) ? readdirSync(place) : []) {
      const [stem = name] = name.split('.');
      found.set(stem, [...(found.get(stem) ?? []), path.join(place, name)]);
    }
  }
  return found;
}
