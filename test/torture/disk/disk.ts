/**
 * A disk as the standards promise it and no better. What was written to a file is certain once that file was forced to the disk; what
 * a folder lists, once the folder was. Until then each piece may have arrived or not, in any order, and a write may be torn between
 * two sectors. A change of name happens wholly or not at all.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { present } from '../../../core/result.ts';
import type { Operation } from './record.ts';

export type Change = { readonly offset: number; readonly bytes: Buffer } | { readonly length: number };

/** What it held at first, and every change since; the first of them are certain. */
interface FileNode {
  readonly is: 'file';
  readonly first: Buffer;
  readonly changes: Change[];
  certain: number;
}
export interface Renaming {
  readonly gone?: string;
  readonly come?: readonly [string, Node];
}
interface FolderNode {
  readonly is: 'folder';
  readonly entries: Map<string, Node>;
  certain: ReadonlyMap<string, Node>;
  readonly pending: Renaming[];
}
type Node = FileNode | FolderNode;

/** Chooses which of the pending changes arrived, and how much of each. */
export interface Fate {
  changes(pending: readonly Change[]): readonly Change[];
  names(pending: readonly Renaming[]): readonly Renaming[];
}

export interface Disk {
  follow(operation: Operation): void;
  /** Writes the disk as this fate leaves it into an empty folder; without one, as the program sees it. */
  write(folder: string, fate?: Fate): void;
}

/** A disk on which a folder lies, all of it certain. `root` is its name in the records. */
export function diskOf(root: string): Disk {
  const top = folderFrom(root);
  const open = new Map<number, Node>();
  const folderOf = (file: string): FolderNode => {
    const node = find(top, root, path.dirname(file));
    if (node?.is !== 'folder') throw new Error(`broken invariant: ${file} is in no folder`);
    return node;
  };
  const change = (folder: FolderNode, { gone, come }: Renaming) => {
    folder.pending.push({ ...(gone === undefined ? {} : { gone }), ...(come === undefined ? {} : { come }) });
    rename(folder.entries, { ...(gone === undefined ? {} : { gone }), ...(come === undefined ? {} : { come }) });
  };
  const add = (file: string, node: Node) => change(folderOf(file), { come: [path.basename(file), node] });
  const fileAt = (number: number): FileNode => {
    const node = open.get(number);
    if (node?.is !== 'file') throw new Error(`broken invariant: ${number} is no open file`);
    return node;
  };
  const follow: Disk['follow'] = (operation) => {
    switch (operation.is) {
      case 'opened': {
        if (find(top, root, operation.path) === undefined) add(operation.path, emptyFile());
        const node = present(find(top, root, operation.path), operation.path);
        open.set(operation.file, node);
        if (operation.isEmptied && node.is === 'file') node.changes.push({ length: 0 });
        return;
      }
      case 'written':
        fileAt(operation.file).changes.push({ offset: operation.offset, bytes: operation.bytes });
        return;
      case 'cut':
        fileAt(operation.file).changes.push({ length: operation.length });
        return;
      case 'synced':
        return settle(present(open.get(operation.file), `file ${operation.file}`));
      case 'renamed':
      case 'linked': {
        const node = present(find(top, root, operation.from), operation.from);
        const gone = operation.is === 'renamed' ? { gone: path.basename(operation.from) } : {};
        if (path.dirname(operation.from) !== path.dirname(operation.to)) throw new Error('broken invariant: a name went to another folder');
        return change(folderOf(operation.to), { ...gone, come: [path.basename(operation.to), node] });
      }
      case 'unlinked':
      case 'removed':
        return change(folderOf(operation.path), { gone: path.basename(operation.path) });
      case 'folder':
        return add(operation.path, { is: 'folder', entries: new Map(), certain: new Map(), pending: [] });
      case 'marked':
        return;
    }
  };
  return { follow, write: (folder, fate) => writeFolder(top, folder, fate) };
}

function emptyFile(): FileNode {
  return { is: 'file', first: Buffer.alloc(0), changes: [], certain: 0 };
}

/** The index of the write-ahead log lives in memory; after a power cut it is made anew. */
const IN_MEMORY = /-shm$/;

function folderFrom(place: string): FolderNode {
  const names = readdirSync(place).filter((name) => !IN_MEMORY.test(name));
  const entries = new Map<string, Node>(names.map((name) => [name, nodeFrom(path.join(place, name))]));
  return { is: 'folder', entries, certain: new Map(entries), pending: [] };
}

function nodeFrom(place: string): Node {
  if (statSync(place).isDirectory()) return folderFrom(place);
  return { is: 'file', first: readFileSync(place), changes: [], certain: 0 };
}

function find(top: FolderNode, root: string, place: string): Node | undefined {
  const names = path
    .relative(root, place)
    .split(path.sep)
    .filter((name) => name !== '');
  return names.reduce<Node | undefined>((node, name) => (node?.is === 'folder' ? node.entries.get(name) : undefined), top);
}

function rename(entries: Map<string, Node>, { gone, come }: Renaming): void {
  if (gone !== undefined) entries.delete(gone);
  if (come !== undefined) entries.set(come[0], come[1]);
}

/** The bytes after all these changes. */
function altered(first: Buffer, changes: readonly Change[]): Buffer {
  const ends = changes.map((change) => ('length' in change ? change.length : change.offset + change.bytes.length));
  const bytes = Buffer.alloc(Math.max(first.length, ...ends));
  let length = first.copy(bytes);
  for (const change of changes) {
    if ('length' in change) {
      bytes.fill(0, change.length, Math.max(length, change.length));
      length = change.length;
    } else {
      change.bytes.copy(bytes, change.offset);
      length = Math.max(length, change.offset + change.bytes.length);
    }
  }
  return bytes.subarray(0, length);
}

function settle(node: Node): void {
  if (node.is === 'file') {
    node.certain = node.changes.length;
  } else {
    node.certain = new Map(node.entries);
    node.pending.length = 0;
  }
}

function writeFolder(node: FolderNode, place: string, fate: Fate | undefined): void {
  mkdirSync(place, { recursive: true });
  const entries = new Map(fate === undefined ? node.entries : node.certain);
  if (fate !== undefined) for (const renaming of fate.names(node.pending)) rename(entries, renaming);
  for (const [name, entry] of entries) {
    if (IN_MEMORY.test(name)) continue;
    if (entry.is === 'folder') writeFolder(entry, path.join(place, name), fate);
    else writeFileSync(path.join(place, name), contentBy(entry, fate));
  }
}

function contentBy({ first, changes, certain }: FileNode, fate: Fate | undefined): Buffer {
  return altered(first, fate === undefined ? changes : [...changes.slice(0, certain), ...fate.changes(changes.slice(certain))]);
}
