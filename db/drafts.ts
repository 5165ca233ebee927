/**
 * Drafts: what somebody had typed when called away, kept beside the database until that person comes back. A draft is no act: it
 * proves nothing, is not signed, and may be lost or thrown away without harm. It belongs to whoever made it and to nobody else, or
 * the second entry of a form would not be blind; and a draft that is damaged, or stands under a wrong name, is as good as none.
 *
 * One file for each person and subject in the folder `drafts`, named by the SHA-256 of both, readable by this account only.
 */
import { closeSync, constants, fstatSync, openSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { digest, fromUtf8, utf8 } from '../core/bytes.ts';
import { ok, type Result, refuse } from '../core/result.ts';
import { makeFolder, writeDurably } from './durable.ts';
import { storageRefusal } from './storage-trouble.ts';

const FOLDER = 'drafts';
const OWNER_ONLY = 0o600;
/** Bytes of a draft's file: a form with its reasons takes a tenth of it. */
const LARGEST_DRAFT = 64 * 2 ** 10;

export interface Drafts {
  /** What this person left on this subject; undefined where there is nothing, or nothing sound. Never throws. */
  read(person: string, subject: string): unknown;
  /** Replaces what was there. Refuses E-CONTENT for what JSON cannot hold or above 64 KiB, E-FILE where the disk will not take it. */
  write(person: string, subject: string, value: unknown): Result<undefined>;
  remove(person: string, subject: string): void;
}

/** The drafts in a data folder. Nothing is made before the first is written. */
export function openDrafts(folder: string): Drafts {
  const drafts = path.join(folder, FOLDER);
  const fileOf = (person: string, subject: string) => path.join(drafts, `${digest(utf8(`${person}\n${subject}`))}.json`);
  return {
    read: (person, subject) => valueIn(textIn(fileOf(person, subject)), person, subject),
    write: (person, subject, value) => {
      const bytes = bytesOf(person, subject, value);
      return bytes.ok ? keep(drafts, fileOf(person, subject), bytes.value) : bytes;
    },
    remove: (person, subject) => forget(fileOf(person, subject)),
  };
}

function bytesOf(person: string, subject: string, value: unknown): Result<Uint8Array> {
  const text = jsonOf(value);
  if (text === undefined) return refuse('E-CONTENT', 'a draft is what JSON can hold');
  const bytes = utf8(`{"person":${JSON.stringify(person)},"subject":${JSON.stringify(subject)},"value":${text}}\n`);
  return bytes.length > LARGEST_DRAFT ? refuse('E-CONTENT', `${bytes.length} bytes: a draft may have ${LARGEST_DRAFT}`) : ok(bytes);
}

/** Functions and circles have no JSON. */
function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value) as string | undefined;
  } catch {
    return undefined;
  }
}

/** A full disk must not stop the entry that the draft is of. */
function keep(drafts: string, file: string, bytes: Uint8Array): Result<undefined> {
  try {
    makeFolder(drafts);
    writeDurably(file, bytes, OWNER_ONLY);
    return ok(undefined);
  } catch (error) {
    return refuse('E-FILE', error instanceof Error && 'code' in error ? String(error.code) : String(error), FOLDER);
  }
}

/** What cannot be removed stays, and harms nobody: it is offered again. */
function forget(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch (error) {
    if (storageRefusal(error) === undefined) throw error;
  }
}

/** The text of a regular file of that name, not of what a link there points to, and not of more than a draft may have. */
function textIn(file: string): string | undefined {
  try {
    const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      const { size } = fstatSync(descriptor);
      return size > LARGEST_DRAFT ? undefined : fromUtf8(new Uint8Array(readFileSync(descriptor)));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

/** The file says itself whose it is: one that was copied to another name is nobody's. */
function valueIn(text: string | undefined, person: string, subject: string): unknown {
  try {
    const draft: unknown = JSON.parse(text ?? '');
    if (typeof draft !== 'object' || draft === null || !('person' in draft && 'subject' in draft && 'value' in draft)) return undefined;
    return draft.person === person && draft.subject === subject ? draft.value : undefined;
  } catch {
    return undefined;
  }
}
