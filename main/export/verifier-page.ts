/**
 * The page that checks bundles, put beside a bundle so that whoever receives the stick can look at once. It is the file that was
 * built with this program, byte for byte. A page that lies there already is left alone: whether it is this one is told.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { equalBytes } from '../../core/bytes.ts';
import type { PageBeside } from '../../core/contract/declare.ts';
import { writeNewDurably } from '../../db/durable.ts';

export const VERIFIER_PAGE = 'countersign-verifier.html';

/** From the built program, and from its sources. */
const PLACES = ['../../verifier', '../../out/verifier'].map((place) => path.join(import.meta.dirname, place, VERIFIER_PAGE));

/** Throws what the operating system answers about the folder. A checkout in which nothing was built has no page. */
export function putVerifierPage(folder: string, places: readonly string[] = PLACES): PageBeside {
  const built = places.find((place) => existsSync(place));
  if (built === undefined) return 'missing';
  const page = readFileSync(built);
  const file = path.join(folder, VERIFIER_PAGE);
  if (!existsSync(file) && writeNewDurably(file, page)) return 'written';
  return equalBytes(readFileSync(file), page) ? 'same' : 'other';
}
