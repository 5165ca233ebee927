/**
 * Where unpredictable bytes come from: the operating system. Everything that needs them (passphrases, keys, salts) is handed this
 * source, so that a rehearsal can be played again exactly and a live centre can never be.
 */
import { randomFillSync } from 'node:crypto';

/** As many unpredictable bytes as asked for. */
export type Random = (bytes: number) => Uint8Array;

/** The operating system's generator; for everything that must not be guessed. No copy is left behind that nobody could wipe. */
export const systemRandom: Random = (bytes) => randomFillSync(new Uint8Array(bytes));
