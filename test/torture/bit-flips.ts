/**
 * One bit the other way round, anywhere in what a centre keeps: the database file's live bytes, the write-ahead log after a crash, the
 * scans, the device's key, the people's key files. Each time the start-up check, the audit or the unlocking has to notice. Three places
 * are let off: a separator between two pages, where any number in between separates them as well, and the number of a row in the list
 * of tables, which means nothing, as long as everything is read as before; and the last transaction of a log, which nobody can tell from a power cut without the second medium or a receipt.
 */
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { must, present } from '../../core/result.ts';
import { DEVICE_KEY_FILE } from '../../db/device-key.ts';
import { openKeystore } from '../../db/keystore.ts';
import { openOffice } from '../../main/office/office.ts';
import type { Seeded } from '../../main/seeded.ts';
import { SOFTWARE } from '../../main/software.ts';
import { type AlteredCentre, alteredCentre, auditSays, faultOf, openAltered, turnBit } from './altered-centre.ts';
import { type LiveBytes, type LivePart, liveBytes } from './live-bytes.ts';
import { playRounds } from './rounds.ts';
import type { Torment } from './torment.ts';

type Counts = Record<
  'database' | 'log' | 'scans' | 'device key' | 'key files' | 'numbers that number as well' | 'last transactions cut off',
  number
>;

interface Ground extends AlteredCentre {
  readonly live: readonly LiveBytes[];
  readonly rows: string;
  readonly crashed: Crashed;
  readonly counts: Counts;
}

export const bitFlips: Torment = {
  name: 'bit flips',
  run: async (settings) => {
    const centre = await alteredCentre();
    const counts: Counts = {
      ...{ database: 0, log: 0, scans: 0, 'device key': 0, 'key files': 0 },
      ...{ 'numbers that number as well': 0, 'last transactions cut off': 0 },
    };
    const ground = { ...centre, live: liveBytes(centre.database), rows: rowsOf(centre.database), crashed: await crash(centre), counts };
    try {
      return await playRounds(settings, counts, (random) => flipSomewhere(ground, random));
    } finally {
      centre.end();
    }
  },
};

async function flipSomewhere(ground: Ground, random: Seeded): Promise<string | undefined> {
  const ways = [...Array.from({ length: 12 }, () => flipInDatabase), flipInLog, flipInLog, flipInScan, flipInDeviceKey, flipInKeyFile];
  return random.pick(ways)(ground, random);
}

const PARTS: readonly LivePart[] = ['file header', 'page header', 'pointers', 'cell', 'separator', 'overflow'];

/** Every byte as likely as any other; but in a third of the rounds every kind of place, or the small ones would hardly ever be met. */
function somewhere(all: readonly LiveBytes[], random: Seeded): readonly LiveBytes[] {
  const kind = random.pick(PARTS);
  const chosen = random.chance(1 / 3) ? all.filter(({ part }) => part === kind) : all;
  return chosen.length > 0 ? chosen : all;
}

async function flipInDatabase(ground: Ground, random: Seeded): Promise<string | undefined> {
  const { database, folder, counts } = ground;
  const live = somewhere(ground.live, random);
  counts.database += 1;
  let left = random.below(live.reduce((sum, { length }) => sum + length, 0));
  const part = present(
    live.find(({ length }) => {
      left -= length;
      return left < 0;
    }),
    'a live byte',
  );
  const [at, bit] = [part.from + part.length + left, random.below(8)];
  const back = turnBit(database, at, bit);
  const found = await openAltered(folder);
  if (found.is === 'noticed') back();
  const where = `bit ${bit} of byte ${at} (${part.part} of ${part.of})`;
  if (found.is === 'noticed') return faultOf(where, found);
  found.office.close();
  const isNumber = (part.part === 'separator' || part.of === 'sqlite_schema') && rowsOf(database) === ground.rows;
  ground.restore();
  if (!isNumber) return `${where}: not noticed`;
  counts['numbers that number as well'] += 1;
  return undefined;
}

/** Everything of every table but what the office itself has said since. */
function rowsOf(database: string): string {
  const handle = new Database(database, { readonly: true });
  const names = handle.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
  const last = handle
    .prepare<[], number>("SELECT max(seq) FROM journal WHERE kind <> 'app-started' AND kind <> 'app-stopped'")
    .pluck()
    .get();
  const rows = names.map((name) => {
    const until = name === 'journal' ? `WHERE seq <= ${last}` : '';
    return handle.prepare(`SELECT * FROM "${name}" NOT INDEXED ${until} ORDER BY 1, 2`).raw().all();
  });
  rows.push(handle.prepare('SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema ORDER BY 1, 2').raw().all());
  handle.close();
  return JSON.stringify(rows);
}

interface Crashed {
  readonly folder: string;
  readonly log: string;
  /** Where the log's last transaction begins, and where the log's own frames end. */
  readonly lastBegins: number;
  readonly ends: number;
}

const [LOG_HEADER, FRAME_HEADER] = [32, 24];

/** The folder as a crash leaves it: a few notes stand in the log only. */
async function crash({ day, beside }: AlteredCentre): Promise<Crashed> {
  const [working, folder] = [path.join(beside, 'working'), path.join(beside, 'crashed')];
  cpSync(day.folder, working, { recursive: true });
  const office = must(await openOffice(working, { software: SOFTWARE }));
  must(await office.unlock('RO1', present(day.passphrases.get('RO1'), 'a passphrase')));
  for (let note = 1; note <= 6; note++) must(office.perform([{ kind: 'incident-noted', body: { text: `Note ${note}.` } }]));
  cpSync(working, folder, { recursive: true });
  office.close();
  rmSync(working, { recursive: true, force: true });
  const log = path.join(folder, `${path.basename(path.join(folder, 'centre.sqlite'))}-wal`);
  return { folder, log, ...transactionsOf(log) };
}

function transactionsOf(log: string): Pick<Crashed, 'lastBegins' | 'ends'> {
  const bytes = readFileSync(log);
  const length = FRAME_HEADER + bytes.readUInt32BE(8);
  const ends: number[] = [LOG_HEADER];
  for (let at = LOG_HEADER; at + length <= bytes.length; at += length) {
    if (!bytes.subarray(at + 8, at + 16).equals(bytes.subarray(16, 24))) break;
    if (bytes.readUInt32BE(at + 4) !== 0) ends.push(at + length);
  }
  return { lastBegins: present(ends.at(-2), 'two transactions'), ends: present(ends.at(-1), 'a transaction') };
}

async function flipInLog({ crashed, beside, counts }: Ground, random: Seeded): Promise<string | undefined> {
  counts.log += 1;
  const folder = path.join(beside, 'log');
  rmSync(folder, { recursive: true, force: true });
  cpSync(crashed.folder, folder, { recursive: true });
  const [at, bit] = [random.below(crashed.ends), random.below(8)];
  turnBit(path.join(folder, path.basename(crashed.log)), at, bit);
  const found = await openAltered(folder);
  if (at < crashed.lastBegins || found.is === 'noticed') return faultOf(`bit ${bit} of byte ${at} of the write-ahead log`, found);
  found.office.close();
  counts['last transactions cut off'] += 1;
  return undefined;
}

async function flipInScan({ database, folder, counts }: Ground, random: Seeded): Promise<string | undefined> {
  counts.scans += 1;
  const name = random.pick(readdirSync(path.join(folder, 'scans')).sort());
  const file = path.join(folder, 'scans', name);
  const back = turnBit(file, random.below(readFileSync(file).length), random.below(8));
  const said = await auditSays(database);
  back();
  return said.some((words) => words.startsWith('scans: ') && words.includes(path.parse(name).name))
    ? undefined
    : `scan ${name}: not noticed`;
}

/** A key that still reads is another key, unless the bit stood where the file says nothing (a line's end, a letter's case of PEM). */
async function flipInDeviceKey({ folder, restore, counts }: Ground, random: Seeded): Promise<string | undefined> {
  counts['device key'] += 1;
  const file = path.join(folder, DEVICE_KEY_FILE);
  const before = must(await openOffice(folder, { software: SOFTWARE }));
  const id = before.device.publicKey.id;
  before.close();
  restore();
  const [at, bit] = [random.below(readFileSync(file).length), random.below(8)];
  const back = turnBit(file, at, bit);
  const found = await openAltered(folder);
  if (found.is === 'noticed') back();
  if (found.is === 'noticed') return faultOf(`bit ${bit} of byte ${at} of ${DEVICE_KEY_FILE}`, found);
  const isSameKey = found.office.device.publicKey.id === id;
  found.office.close();
  restore();
  return isSameKey ? undefined : `bit ${bit} of byte ${at} of ${DEVICE_KEY_FILE}: another key speaks for the device`;
}

/** A bent key file opens nothing: the encryption covers the open part as well. */
async function flipInKeyFile({ day, folder, restore, counts }: Ground, random: Seeded): Promise<string | undefined> {
  counts['key files'] += 1;
  const person = random.pick([...day.passphrases.keys()].sort());
  const keyId = present(openKeystore(folder).forPerson(person)[0], person).publicKey.id;
  const file = path.join(folder, 'keys', `${keyId}.json`);
  turnBit(file, random.below(readFileSync(file).length - 1), random.below(8));
  const office = must(await openOffice(folder, { software: SOFTWARE }));
  const unlocked = await office.unlock(person, present(day.passphrases.get(person), person));
  office.close();
  restore();
  return unlocked.ok ? `the key file of ${person}: a bent one was opened` : undefined;
}
