/**
 * What is looked at after a blow, with the centre open again: the start-up check, every promise that was told before, every file that
 * an act names, and that nothing half-written stands where something whole is expected.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { digest, toHex } from '../../../core/bytes.ts';
import { must } from '../../../core/result.ts';
import { verifyBundle } from '../../../core/verify.ts';
import { verifyHere } from '../../../db/signatures.ts';
import { fileSource } from '../../../main/bundle/file-source.ts';
import type { Office } from '../../../main/office/office.ts';
import { isWhole } from './deeds-files.ts';
import type { Told } from './told.ts';

/** Answers every fault in words. `promises` is everything that was told before the blow. */
export async function inspect(office: Office, stick: string, promises: readonly Told[]): Promise<readonly string[]> {
  return [
    ...soundness(office),
    ...lostActs(office, promises),
    ...lostKeys(office, promises),
    ...lostScans(office),
    ...lostFiles(promises),
    ...lostDrafts(office, promises),
    ...halves(office.folder),
    ...(await halfBundles(stick, promises)),
  ];
}

function soundness({ audit, isReadOnly }: Office): readonly string[] {
  const failed = audit?.checks.filter(({ status }) => status === 'failed') ?? [];
  return [...failed.map(({ name, detail }) => `${name}: ${detail}`), ...(isReadOnly ? ['it opens for reading only'] : [])];
}

function lostActs(office: Office, promises: readonly Told[]): readonly string[] {
  const leaves = new Map<number, string>();
  for (const { seq, leaf } of office.store.entries()) leaves.set(seq, toHex(leaf));
  const lost = promises.flatMap((told) => (told.is === 'act' && leaves.get(told.seq) !== told.leaf ? [told] : []));
  return lost
    .slice(0, 3)
    .map(({ seq, kind }) => `lost: act ${seq} (${kind}) was acknowledged and ${leaves.has(seq) ? 'is another' : 'is gone'}`);
}

function lostKeys(office: Office, promises: readonly Told[]): readonly string[] {
  const told = promises.flatMap((one) => (one.is === 'key' ? [one.key] : []));
  const named = [...office.centre().people.values()].map(({ key }) => key);
  const lost = [...new Set([...told, ...named])].filter((key) => must(office.keyFile(key)) === undefined);
  return lost.map((key) => `lost: the key ${key}`);
}

function lostScans(office: Office): readonly string[] {
  const named = [...office.centre().forms.values()].flatMap(({ scans }) => scans.map(({ digest: scan }) => scan));
  const faults = [...office.scans.check([...new Set(named)])].filter(({ fault }) => fault !== undefined);
  return faults.map(({ digest: scan, fault }) => `lost: the scan ${scan} is ${fault}`);
}

/** What is under one name now must be the last that was told, or newer and whole. */
function lostFiles(promises: readonly Told[]): readonly string[] {
  const files = new Map(promises.flatMap((told) => (told.is === 'file' ? [[told.file, told.digest] as const] : [])));
  return [...files].flatMap(([file, promised]) => {
    if (!existsSync(file)) return [`lost: the file ${path.basename(file)}`];
    return digest(readFileSync(file)) === promised ? [] : [`altered: the file ${path.basename(file)}`];
  });
}

function lostDrafts(office: Office, promises: readonly Told[]): readonly string[] {
  const drafts = new Map(promises.flatMap((told) => (told.is === 'draft' ? [[`${told.person} ${told.subject}`, told] as const] : [])));
  return [...drafts.values()].flatMap(({ person, subject, number }) => {
    const kept = office.drafts.read(person, subject) as { readonly number: number } | undefined;
    return number < 0 || (kept !== undefined && kept.number >= number) ? [] : [`lost: draft ${number} of ${person}, ${subject}`];
  });
}

const LEFT = /^\.writing-/;

/** Temporary files that were left, and marks and scans that are not whole. */
function halves(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const left = names.filter((name) => LEFT.test(path.basename(name)) && path.dirname(name) !== 'receipts');
  const marks = names.filter((name) => path.dirname(name) === 'marks' && name.endsWith('.png'));
  const scans = names.filter((name) => path.dirname(name) === 'scans' && !LEFT.test(path.basename(name)));
  return [
    ...left.map((name) => `left over: ${name}`),
    ...marks.filter((name) => !isWhole(readFileSync(path.join(folder, name)))).map((name) => `half: ${name}`),
    ...scans.filter((name) => digest(readFileSync(path.join(folder, name))) !== path.parse(name).name).map((name) => `half: ${name}`),
  ];
}

/** A bundle under its final name that nobody was told of yet must be whole all the same. */
async function halfBundles(stick: string, promises: readonly Told[]): Promise<readonly string[]> {
  if (!existsSync(stick)) return [];
  const told = new Set(promises.flatMap((one) => (one.is === 'file' ? [one.file] : [])));
  const untold = readdirSync(stick).filter((name) => name.endsWith('.zip') && !told.has(path.join(stick, name)));
  const faults = await Promise.all(
    untold.map(async (name) => ((await isBundle(path.join(stick, name))) ? [] : [`half: the bundle ${name}`])),
  );
  return faults.flat();
}

async function isBundle(file: string): Promise<boolean> {
  const source = fileSource(file);
  const trust = { receipts: [], certificates: [], acceptRehearsal: true };
  try {
    const { verdict } = await verifyBundle(source, trust, async (jobs) => verifyHere(jobs));
    return verdict !== 'failed';
  } finally {
    source.close();
  }
}
