/**
 * A folder of pictures: each file is read, its kind and digest taken, and matched to the paper it shows; then a person confirms.
 * Nothing is attached before that. Pictures of papers that have not come yet wait, and are offered when theirs is received. Only
 * names and digests are kept in between: a file is read again when it is attached, and must still be the same.
 */
import { randomUUID } from 'node:crypto';
import { digest } from '../../core/bytes.ts';
import type { ImportedFile, ScanImport, Unmatched } from '../../core/contract/scan.ts';
import { type Refusal, type Result, refuse } from '../../core/result.ts';
import { type Centre, formOf, resultOf } from '../../core/state.ts';
import { describeScan } from './describe.ts';
import { nameOf, readPicture } from './files.ts';
import { type HeldContest, matchName } from './match.ts';

/** A file as it was read: where it lies, and what it was then. */
interface ReadFile {
  readonly path: string;
  readonly digest: string;
  readonly trouble?: { readonly why: Unmatched; readonly detail?: string };
}

export interface Folder {
  readonly handle: string;
  /** As things stand now: forms come and go while a folder waits. */
  look(): ScanImport;
  /** The bytes of a file, if they are still those that were looked at. */
  read(file: number): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>>;
  attach(choices: readonly { readonly file: number; readonly form: string }[], attach: Attach): Promise<Attached>;
}
type Attach = (form: string, bytes: Uint8Array, source: string) => Result<unknown>;
export interface Attached {
  readonly attached: number;
  readonly refused: readonly { readonly file: number; readonly code: Refusal['code'] }[];
}

export interface Surface {
  centre(): Centre;
  /** Something changed that a window may show; told now and then, not for each file. */
  changed(): void;
}

const TELL_EVERY = 20;

/** Begins to read; the folder can be looked at from the first moment on. */
export function openFolder(files: readonly string[], surface: Surface): Folder {
  const handle = randomUUID();
  const read: ReadFile[] = [];
  let progress: { stage: 'reading' | 'attaching'; done: number; total: number } | undefined = {
    stage: 'reading',
    done: 0,
    total: files.length,
  };
  const step = (done: number) => {
    if (progress !== undefined) progress = { ...progress, done };
    if (done % TELL_EVERY === 0) surface.changed();
  };
  const again = async (file: number): Promise<Result<{ name: string; bytes: Uint8Array }>> => {
    const known = read[file];
    if (known === undefined) return refuse('E-FILE', 'no such file');
    const bytes = await readPicture(known.path);
    if (!bytes.ok) return bytes;
    if (digest(bytes.value) !== known.digest) return refuse('E-FILE', 'changed since it was looked at');
    return { ok: true, value: { name: nameOf(known.path), bytes: bytes.value } };
  };
  void (async () => {
    for (const file of files) {
      read.push(await lookAt(file, surface.centre()));
      step(read.length);
    }
    progress = undefined;
    surface.changed();
  })();
  return {
    handle,
    look: () => (progress === undefined ? { stage: 'ready', handle, files: matched(read, surface.centre()) } : { ...progress, handle }),
    read: again,
    attach: async (choices, attach) => {
      if (progress !== undefined) return { attached: 0, refused: choices.map(({ file }) => ({ file, code: 'E-FILE' })) };
      progress = { stage: 'attaching', done: 0, total: choices.length };
      const refused: { file: number; code: Refusal['code'] }[] = [];
      for (const [at, { file, form }] of choices.entries()) {
        const bytes = await again(file);
        const done = bytes.ok ? attach(form, bytes.value.bytes, bytes.value.name) : bytes;
        if (!done.ok) refused.push({ file, code: done.refusal.code });
        step(at + 1);
      }
      progress = undefined;
      surface.changed();
      return { attached: choices.length - refused.length, refused };
    },
  };
}

async function lookAt(file: string, centre: Centre): Promise<ReadFile> {
  const bytes = await readPicture(file);
  if (!bytes.ok) return { path: file, digest: '', trouble: { why: 'not-readable', ...detailOf(bytes.refusal) } };
  const described = describeScan(centre, bytes.value);
  if (!described.ok) return { path: file, digest: digest(bytes.value), trouble: { why: 'not-a-picture' } };
  return { path: file, digest: described.value.digest };
}

function detailOf({ detail }: Refusal): { readonly detail?: string } {
  return detail === undefined ? {} : { detail };
}

/** Every file with the paper it belongs to, as the centre stands now. */
function matched(read: readonly ReadFile[], centre: Centre): readonly ImportedFile[] {
  const contests = heldContests(centre);
  const known = new Set(centre.roll.stations.keys());
  const carriers = new Map([...centre.forms.values()].flatMap(({ id, scans }) => scans.map((scan) => [scan.digest, id] as const)));
  const first = new Map<string, string>();
  return read.map(({ path, digest: name, trouble }, file): ImportedFile => {
    const common = { file, name: nameOf(path), digest: name };
    if (trouble !== undefined) return { ...common, is: 'unmatched', ...trouble };
    const twin = first.get(name);
    first.set(name, twin ?? common.name);
    if (twin !== undefined) return { ...common, is: 'unmatched', why: 'same-file', detail: twin };
    const form = carriers.get(name);
    if (form !== undefined) return { ...common, is: 'attached', form };
    const place = matchName(common.name, known, contests);
    return place.is === 'unmatched'
      ? { ...common, ...place }
      : { ...common, ...place, forms: formsAt(centre, place.contest, place.station) };
  });
}

function heldContests(centre: Centre): readonly HeldContest[] {
  return [...centre.roll.contests.values()]
    .filter(({ contest }) => centre.contests.includes(contest.id))
    .map(({ contest, stations }) => ({ id: contest.id, formA: contest.formA, stations: new Set(stations.map(({ code }) => code)) }));
}

/** Papers of a result that a picture may be attached to; those set aside only where there is no other. */
function formsAt(centre: Centre, contest: string, station: string): readonly string[] {
  const { forms } = resultOf(centre, contest, station);
  const standing = forms.filter((id) => formOf(centre, id).stage.stage !== 'set-aside');
  return standing.length > 0 ? standing : forms;
}
