/**
 * Writes a centre's folder on the second medium: each entry's line first and forced to the disk, then the head after it, so that a
 * head on the medium always speaks of lines that are there. Scans and key files are copied once, and never the device's own key.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { concat, utf8 } from '../core/bytes.ts';
import { makeFolder, writeNewDurably } from './durable.ts';
import type { JournalReader, StoredEntry } from './journal-store.ts';
import { openKeystore } from './keystore.ts';
import { headLine, type MediumFinding } from './medium-compare.ts';
import { addLines } from './medium-lines.ts';
import type { MediumPlaces } from './medium-places.ts';
import { openScans } from './scans.ts';

/** How far the medium has come. */
export type MediumEnd = Extract<MediumFinding, { is: 'ours' }>;

const LINE_FEED = utf8('\n');
const README = `This folder is the second medium of a tallying centre that works with Countersign.

Every act of the centre was written here as it was done, so that nothing is lost with the laptop.

  definition.json     the signed definition of the election
  journal.jsonl       every act, one a line, signed by who did it
  heads.jsonl         the head of the journal after each act
  scans/              pictures of the paper forms
  keys/               people's key files, encrypted under their passphrases
  centre-….sqlite     full copies of the database, each verified when it was made

To go on with the centre on another laptop: start Countersign, choose "Restore a centre from its second
medium", and this folder. Or: countersign restore --from THIS-FOLDER --to NEW-FOLDER
Two officials confirm the restore before the work goes on. Nothing in here is changed by it.

Do not edit or rename anything in here. The medium holds figures and scans: lock it away like the paper forms.
`;

/** Makes the folder with what never changes in it. */
export function prepareMedium(places: MediumPlaces, definition: Uint8Array): void {
  makeFolder(places.folder);
  if (!existsSync(places.readme)) writeNewDurably(places.readme, utf8(README));
  if (!existsSync(places.definition)) writeNewDurably(places.definition, definition);
}

/** Adds the next entries with their heads, and heads that are still owed; undefined where the files became others meanwhile. */
export function addEntries(
  places: MediumPlaces,
  end: MediumEnd,
  entries: readonly StoredEntry[],
  store: JournalReader,
): MediumEnd | undefined {
  const bytes = concat(...entries.flatMap((entry) => [entry.bytes, LINE_FEED]));
  if (!addLines(places.lines, end.linesEnd, bytes)) return undefined;
  const size = end.size + entries.length;
  const owed = end.heads === end.size ? entries : [...store.entries(end.heads, size)];
  const heads = concat(...owed.map(({ seq, root }) => headLine(seq + 1, root)));
  if (!addLines(places.heads, end.headsEnd, heads)) return undefined;
  return {
    is: 'ours',
    size,
    linesEnd: end.linesEnd + bytes.length,
    heads: Math.max(size, end.heads),
    headsEnd: end.headsEnd + heads.length,
  };
}

/** Identifiers of the key files that the centre keeps and the medium lacks. */
export function keysOwed(folder: string, places: MediumPlaces): readonly string[] {
  const [own, there] = [path.join(folder, 'keys'), new Set(namesIn(path.join(places.folder, 'keys')))];
  return namesIn(own).filter((name) => !there.has(name) && name.endsWith('.json'));
}

/** Digests of scans among these that the medium lacks. */
export function scansOwed(digests: Iterable<string>, places: MediumPlaces): readonly string[] {
  const there = new Set(namesIn(path.join(places.folder, 'scans')).map((name) => name.split('.')[0]));
  return [...digests].filter((digest) => !there.has(digest));
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** Copies a key file by the name it has; one that is damaged or cannot be read is left, for its owner has the memory stick. */
export function copyKey(folder: string, places: MediumPlaces, name: string): void {
  const bytes = openKeystore(folder).find(path.basename(name, '.json'));
  if (bytes.ok && bytes.value !== undefined) openKeystore(places.folder).add(bytes.value);
}

/** Copies a scan whose bytes still give its name. */
export function copyScan(folder: string, places: MediumPlaces, digest: string): void {
  const bytes = openScans(folder).read(digest);
  if (bytes !== undefined) openScans(places.folder).add(bytes);
}
