/**
 * The bill of materials and the licences name every work that is shipped, and none that is not. What is inside the bundles is read here
 * from other witnesses than the list they are made from: the maps of the bundles, and the licences that Vite itself writes.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type AnySchemaObject } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { billOfMaterials, type Product } from '../../build/package/bill-of-materials.ts';
import { licencesText } from '../../build/package/licences.ts';
import { BILL, LICENCES, writePapers } from '../../build/package/papers.ts';
import { labelOf, shippedWorks, type Work } from '../../build/package/shipped.ts';
import { packageOf } from '../../build/shipped-packages.ts';
import { sharedFolder } from '../db/folders.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const BUILT = path.join(ROOT, 'out/app');
const SCHEMAS = path.join(ROOT, 'node_modules/@cyclonedx/cyclonedx-library/res/schema');

interface Component {
  readonly group?: string;
  readonly name: string;
  readonly version?: string;
  readonly purl?: string;
  readonly licenses: readonly unknown[];
  readonly components?: readonly Component[];
}

const papers = sharedFolder();
writePapers(ROOT, papers);
const works = shippedWorks(ROOT);
const bill = readFileSync(path.join(papers, BILL), 'utf8');
const licences = readFileSync(path.join(papers, LICENCES), 'utf8');
const components = (JSON.parse(bill) as { readonly components: readonly Component[] }).components;

function everyWork(list: readonly Work[] = works): readonly Work[] {
  return list.flatMap((work) => [work, ...everyWork(work.parts)]);
}

function everyComponent(list: readonly Component[] = components): readonly Component[] {
  return list.flatMap((one) => [one, ...everyComponent(one.components ?? [])]);
}

function nameOf({ group, name, version }: Component): string {
  return [group === undefined ? name : `${group}/${name}`, ...(version === undefined ? [] : [version])].join(' ');
}

/** Packages whose modules the maps beside the main bundle name. */
function packagesInMaps(): readonly string[] {
  const maps = readdirSync(path.join(BUILT, 'main')).filter((name) => name.endsWith('.map'));
  const sources = maps.flatMap(
    (name) => (JSON.parse(readFileSync(path.join(BUILT, 'main', name), 'utf8')) as { sources: string[] }).sources,
  );
  return [...new Set(sources.map((source) => packageOf(source.replace(/^(\.\.\/)+/, ''))).filter((one) => one !== undefined))].sort();
}

test('the bill is CycloneDX 1.6, by its own schema', () => {
  const read = (name: string) => JSON.parse(readFileSync(path.join(SCHEMAS, name), 'utf8')) as AnySchemaObject;
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  ajv.addFormat('iri-reference', true).addFormat('idn-email', true);
  for (const name of ['spdx', 'jsf-0.82']) {
    const { $id: _, ...schema } = read(`${name}.SNAPSHOT.schema.json`);
    ajv.addSchema(schema, `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  }
  const validate = ajv.compile(read('bom-1.6.SNAPSHOT.schema.json'));
  expect([validate(JSON.parse(bill)), validate.errors]).toEqual([true, null]);
  const { specVersion: _, ...broken } = JSON.parse(bill);
  expect(validate(broken)).toBe(false);
});

test('every package inside the main bundle, by its maps, is in the bill; and nothing that no bundle holds', () => {
  const listed = (name: string) => JSON.parse(readFileSync(path.join(ROOT, 'out/shipped', `${name}.json`), 'utf8')) as readonly string[];
  const fonts = /^node_modules\/@expo-google-fonts\//;
  // The bundler's own helper comes from no file, and fonts are no code.
  const expected = listed('main').filter((place) => !fonts.test(place) && place !== 'node_modules/rolldown');
  expect(packagesInMaps()).toEqual(expected);
  expect(expected.length).toBeGreaterThan(20);
});

test('what Vite finds inside the pages and the main process is what the bill names', () => {
  const found = ['main', 'renderer'].flatMap((name) =>
    [...readFileSync(path.join(BUILT, name, 'licences.md'), 'utf8').matchAll(/^## (\S+) - (\d\S*)/gm)].map(
      ([, one, version]) => `${one} ${version}`,
    ),
  );
  const beyond = ['@expo-google-fonts/', 'better-sqlite3 ', 'electron ', 'rolldown ', 'vite '];
  const named = components.map(nameOf).filter((name) => !beyond.some((start) => name.startsWith(start)));
  expect(named.sort()).toEqual([...new Set(found)].sort());
});

test('bill and licences name the same works, each with version and licence', () => {
  expect(everyComponent().map(nameOf).sort()).toEqual(everyWork().map(labelOf).sort());
  for (const component of everyComponent()) expect(component.licenses.length, nameOf(component)).toBe(1);
  for (const work of everyWork()) {
    expect(licences).toContain(labelOf(work));
    for (const text of work.texts) expect(text.length).toBeGreaterThan(50);
  }
});

test('Electron, the database engine and what these bring along are named too', () => {
  const names = everyComponent().map(nameOf).join('\n');
  for (const name of [/^electron \d/m, /^Chromium$/m, /^better-sqlite3 \d/m, /^SQLite 3\./m, /^OpenJPEG$/m]) expect(names).toMatch(name);
});

test('what is from npm is pinned by name, version and digest', () => {
  for (const { name, version, purl } of components) expect(purl, name).toMatch(new RegExp(`^pkg:npm/.*${name}@${version}$`));
  expect(works.filter(({ integrity }) => integrity === undefined)).toEqual([]);
});

test('both are the same bytes whenever they are made, and name no time and no place of this machine', () => {
  const product = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as Product;
  expect(billOfMaterials(product, shippedWorks(ROOT))).toBe(bill);
  expect(bill).not.toMatch(/timestamp|serialNumber/);
  for (const text of [bill, licences]) expect(text).not.toContain(ROOT);
});

test('a licence that several works share word for word is printed once, under all their names', () => {
  const work = (name: string, text: string): Work => ({
    name,
    version: '1.0.0',
    licence: 'MIT',
    texts: [text],
    integrity: undefined,
    parts: [],
  });
  const text = licencesText('Ours', 'our text', [work('a', 'same\r\n'), work('b', 'same'), work('c', 'other')]);
  expect(text.match(/same/g)).toHaveLength(1);
  expect(text).toMatch(/a 1\.0\.0 \(MIT\)\nb 1\.0\.0 \(MIT\)\n=+\n\nsame\n/);
});
