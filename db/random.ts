/**
 * Where unpredictable bytes come from: the operating system. Everything that needs them (passphrases, keys, salts) is handed this
 * source, so that a rehearsal can be played again exactly and a live centre can never be.
 */
import { randomBytes } from 'node:crypto';

/** As many unpredictable bytes as asked for. */
export type Random = (bytes: number) => Uint8Array;

/** The operating system's generator; for everything that must not be guessed. */
export const systemRandom: Random = (bytes) => new Uint8Array(randomBytes(bytes));
