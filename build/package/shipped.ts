/**
 * Everything that an installed Countersign holds of other people's work: the packages whose modules are inside the bundles, the
 * database engine, Electron, and the parts that these bring along. From this one list the bill of materials and the licences are made.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';

export interface Work {
  readonly name: string;
  /** Undefined where its makers give none. */
  readonly version: string | undefined;
  /** SPDX identifier or expression. */
  readonly licence: string;
  readonly texts: readonly string[];
  /** What npm pinned it by. */
  readonly integrity: string | undefined;
  /** What it brings along inside it, under licences of its own. */
  readonly parts: readonly Work[];
}

interface Description {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}
type Lockfile = { readonly packages: Readonly<Record<string, { readonly integrity?: string } | undefined>> };

/** The bundles, each with its list in `out/shipped`. */
export const BUNDLES = ['client', 'preload', 'main', 'verifier', 'verifier-worker'] as const;
/** Not inside a bundle, but beside it as files of their own. */
const BESIDE = ['node_modules/better-sqlite3', 'node_modules/electron'];
const LICENCE_FILE = /^(un)?licen[cs]e|^copying|^notice/i;

/** The parts of pdf.js, each with its licence's file among those that are laid beside the pages. */
const PDF_PARTS = [
  ['PDFium JBIG2 decoder', 'BSD-3-Clause', 'wasm/LICENSE_JBIG2'],
  ['OpenJPEG', 'BSD-2-Clause', 'wasm/LICENSE_OPENJPEG'],
  ['qcms', 'MIT', 'wasm/LICENSE_QCMS'],
  ['Foxit fonts', 'BSD-3-Clause', 'standard_fonts/LICENSE_FOXIT'],
  ['Liberation fonts', 'GPL-2.0-only WITH Font-exception-2.0', 'standard_fonts/LICENSE_LIBERATION'],
  ['Compact ICC profiles', 'CC0-1.0', 'iccs/LICENSE'],
] as const;

/** In the order of their names. Throws where the app has not been built. */
export function shippedWorks(root: string): readonly Work[] {
  const lists = BUNDLES.map(
    (name) => JSON.parse(readFileSync(path.join(root, 'out/shipped', `${name}.json`), 'utf8')) as readonly string[],
  );
  const lockfile = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Lockfile;
  const works = [...new Set([...lists.flat(), ...BESIDE])].map((place) => workIn(root, place, lockfile));
  return works.sort((left, right) => (labelOf(left) < labelOf(right) ? -1 : 1));
}

export function labelOf({ name, version }: Work): string {
  return version === undefined ? name : `${name} ${version}`;
}

function workIn(root: string, place: string, lockfile: Lockfile): Work {
  const folder = path.join(root, place);
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Description;
  const found = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8').trim());
  const licence = license ?? licenceOfText(found, place);
  const texts = found.length > 0 ? found : [standardText(licence, place)];
  return { name, version, licence, texts, integrity: lockfile.packages[place]?.integrity, parts: partsOf(name, folder) };
}

/** Some name no licence in their description, but lay its text beside it. */
function licenceOfText(texts: readonly string[], place: string): string {
  if (texts.some((text) => text.includes('Permission is hereby granted, free of charge'))) return 'MIT';
  throw new Error(`${place} names no licence`);
}

/** Some name a licence and forget its text. */
function standardText(licence: string, place: string): string {
  try {
    return readFileSync(path.join(import.meta.dirname, 'licence-texts', `${licence}.txt`), 'utf8').trim();
  } catch {
    throw new Error(`${place} brings no text of its licence, ${licence}, and there is none in build/package/licence-texts`);
  }
}

function partsOf(name: string, folder: string): readonly Work[] {
  const part = { integrity: undefined, parts: [] };
  if (name === 'better-sqlite3') {
    const texts = ['SQLite is in the public domain: https://www.sqlite.org/copyright.html'];
    return [{ ...part, name: 'SQLite', version: versionOfSqlite(), licence: 'blessing', texts }];
  }
  if (name === 'electron') {
    const texts = [
      'The licences of Chromium, Node.js and all they hold stand in LICENSES.chromium.html, which Electron lays beside itself.',
    ];
    return ['Chromium', 'Node.js'].map((inside) => ({ ...part, name: inside, version: undefined, licence: 'BSD-3-Clause AND MIT', texts }));
  }
  if (name !== 'pdfjs-dist') return [];
  const text = (file: string) => readFileSync(path.join(folder, file), 'utf8').trim();
  return PDF_PARTS.map(([inside, licence, file]) => ({ ...part, name: inside, version: undefined, licence, texts: [text(file)] }));
}

function versionOfSqlite(): string {
  const handle = new Database(':memory:');
  try {
    return String(handle.prepare('SELECT sqlite_version()').pluck().get());
  } finally {
    handle.close();
  }
}
