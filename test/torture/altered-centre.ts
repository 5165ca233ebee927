/**
 * A centre's folder after a played day, to be altered and looked at again: what the start-up check says, whether the office opens for
 * reading only, and whether anything was written while it looked.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { digest } from '../../core/bytes.ts';
import { present } from '../../core/result.ts';
import { audit } from '../../main/commands/audit.ts';
import { DATABASE_FILE, type Office, openOffice } from '../../main/office/office.ts';
import { SOFTWARE } from '../../main/software.ts';
import { demoElection, type PlayedDay, playDay } from '../main/played-day.ts';
import { recorded } from '../main/recorded.ts';

export interface AlteredCentre {
  readonly day: PlayedDay;
  readonly folder: string;
  readonly database: string;
  /** A folder beside it, for whatever else a torment needs. */
  readonly beside: string;
  /** Makes every file as it was after the day. */
  restore(): void;
  end(): void;
}

/** What SQLite puts beside a database while it reads. */
const BESIDE = /-(?:shm|wal)$/;
/** By which a program holds the folder: it is no part of what the centre keeps. */
const HOLD = /^centre\.lock/;

/** Plays a short day, and gives a copy of its folder. */
export async function alteredCentre(papers = 3): Promise<AlteredCentre> {
  const root = mkdtempSync(path.join(tmpdir(), 'countersign-altered-'));
  const day = await playDay(await demoElection(root), path.join(root, 'day'), { papers });
  for (const name of readdirSync(day.folder).filter((one) => one.endsWith('.zip'))) rmSync(path.join(day.folder, name));
  const folder = path.join(root, 'altered');
  const restore = () => {
    rmSync(folder, { recursive: true, force: true });
    cpSync(day.folder, folder, { recursive: true });
  };
  restore();
  const end = () => rmSync(root, { recursive: true, force: true });
  return { day, folder, database: path.join(folder, DATABASE_FILE), beside: root, restore, end };
}

/** What the office makes of a folder. */
export type Found =
  | { readonly is: 'noticed'; readonly words: string; readonly written?: string }
  | { readonly is: 'not noticed'; readonly office: Office };

/** Opens the folder as the program does. Whoever gets an office closes it. */
export async function openAltered(folder: string): Promise<Found> {
  const before = filesIn(folder);
  const opened = await openOffice(folder, { software: SOFTWARE });
  if (!opened.ok) return noticed(folder, before, opened.refusal.detail ?? '');
  const office = opened.value;
  if (!office.isReadOnly) return { is: 'not noticed', office };
  const said = office.perform([{ kind: 'incident-noted', body: { text: 'A note.' } }]);
  office.close();
  const words = said.ok ? '' : (office.whyReadOnly ?? '');
  return noticed(folder, before, words);
}

function noticed(folder: string, before: Files, words: string): Found {
  const after = filesIn(folder);
  const written = Object.keys(before).find((name) => after[name] !== before[name]);
  return { is: 'noticed', words, ...(written === undefined ? {} : { written }) };
}

type Files = Readonly<Record<string, string>>;

/** Every file with its digest; a log that was there is counted, one that SQLite makes for reading is not. */
function filesIn(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const kept = names.filter((name) => !name.endsWith('-shm') && !HOLD.test(name));
  const files = kept.filter((name) => statSync(path.join(folder, name)).isFile());
  const bytes = files.map((name) => [name, readFileSync(path.join(folder, name))] as const);
  return Object.fromEntries(
    bytes.filter(([name, { length }]) => length > 0 || !BESIDE.test(name)).map(([name, one]) => [name, digest(one)]),
  );
}

/** What is wrong with how an alteration was met; undefined where it was noticed, named, and left alone. */
export function faultOf(what: string, found: Found): string | undefined {
  if (found.is === 'not noticed') {
    found.office.close();
    return `${what}: not noticed`;
  }
  if (found.words === '') return `${what}: noticed, but not in words`;
  return found.written === undefined ? undefined : `${what}: ${found.written} was written to`;
}

/** What `countersign audit` says of the folder: the checks that failed, with their words. */
export async function auditSays(database: string): Promise<readonly string[]> {
  const { out } = await recorded(audit, database, '--json');
  const { checks } = JSON.parse(out) as { checks: readonly { name: string; status: string; detail: string }[] };
  return checks.filter(({ status }) => status === 'failed').map(({ name, detail }) => `${name}: ${detail}`);
}

/** Turns one bit of a file, and gives the hand that turns it back. */
export function turnBit(file: string, at: number, bit: number): () => void {
  const whole = readFileSync(file);
  const bent = Buffer.from(whole);
  bent.writeUInt8(present(whole[at], `byte ${at}`) ^ (1 << bit), at);
  writeFileSync(file, bent);
  return () => writeFileSync(file, whole);
}
