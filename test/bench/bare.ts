/** The bare costs: what the same bytes and the same signatures cost with nothing of ours around them. */
import { createPublicKey, verify } from 'node:crypto';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { SignatureJob } from '../../core/replay.ts';
import { openForReading } from '../../db/database.ts';
import { journalReader } from '../../db/journal-store.ts';
import { DATABASE_FILE } from '../../main/office/office.ts';

/** Milliseconds of each insert of the last entries' bytes into a plain table, one transaction each, synchronous=FULL. */
export function bareInserts(folder: string, acts: number, count: number): readonly number[] {
  const reading = openForReading(path.join(folder, DATABASE_FILE));
  const entries = [...journalReader(reading).entries(acts - count, acts)].map(({ bytes }) => bytes);
  reading.close();
  const bare = new Database(path.join(folder, 'bare.sqlite'));
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  bare.exec('CREATE TABLE journal (seq INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT');
  const insert = bare.prepare('INSERT INTO journal (bytes) VALUES (?)');
  const times = entries.map((bytes) => {
    const began = performance.now();
    insert.run(bytes);
    return performance.now() - began;
  });
  bare.close();
  return times;
}

const PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Milliseconds to verify these signatures one after the other on this thread, keys imported once. */
export function bareVerification(jobs: readonly SignatureJob[]): number {
  const keys = new Map<string, ReturnType<typeof createPublicKey>>();
  const keyOf = (raw: Uint8Array) => {
    const name = Buffer.from(raw).toString('hex');
    const key = keys.get(name) ?? createPublicKey({ key: Buffer.concat([PREFIX, raw]), format: 'der', type: 'spki' });
    keys.set(name, key);
    return key;
  };
  const prepared = jobs.map(({ publicKey, signed, signature }) => ({ key: keyOf(publicKey), signed, signature }));
  const began = performance.now();
  const sound = prepared.every(({ key, signed, signature }) => verify(null, signed, key, signature));
  const took = performance.now() - began;
  if (!sound) throw new Error('a signature does not verify');
  return took;
}
