/**
 * The journal's tree (RFC 6962 section 2.1): one 32-byte root stands for every entry up to a size, a short proof shows that an entry
 * is in it, and another that a later journal only added to an earlier one. A leaf is SHA-256(0x00 ‖ entry), a node SHA-256(0x01 ‖
 * left ‖ right), so that neither can pass for the other. Proofs are checked by the steps of RFC 9162 sections 2.1.3.2 and 2.1.4.2.
 */
import { concat, equalBytes } from './bytes.ts';
import { sha256 } from './primitives.ts';
import { present } from './result.ts';

/** As much of a tree as is needed to add to it: the roots of its complete subtrees, largest first. */
export interface Frontier {
  readonly size: number;
  readonly peaks: readonly Uint8Array[];
}

const LEAF_PREFIX = Uint8Array.of(0);
const HASH_LENGTH = 32;
const nodeBytes = Uint8Array.of(1, ...new Uint8Array(2 * HASH_LENGTH));

/** The leaf hash of an entry's exact bytes. */
export function leafHash(bytes: Uint8Array): Uint8Array {
  return sha256(concat(LEAF_PREFIX, bytes));
}

/** The hash of a node over its two children's hashes, 32 bytes each. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  // One buffer for all nodes: a journal has a dozen for each entry, and nobody keeps what is hashed.
  nodeBytes.set(left, 1);
  nodeBytes.set(right, 1 + HASH_LENGTH);
  return sha256(nodeBytes);
}

export const emptyFrontier: Frontier = { size: 0, peaks: [] };

/** The frontier after one more leaf hash; the given one stays as it was. */
export function appendLeaf(frontier: Frontier, leaf: Uint8Array): Frontier {
  const peaks = [...frontier.peaks];
  let merged = leaf;
  // Each low bit set in the size is a complete subtree of that size, waiting for its sibling.
  for (let size = frontier.size; size % 2 === 1; size = Math.floor(size / 2)) merged = nodeHash(present(peaks.pop(), 'a peak'), merged);
  return { size: frontier.size + 1, peaks: [...peaks, merged] };
}

/** The root over all leaves; of none, the SHA-256 of nothing. */
export function rootOf(frontier: Frontier): Uint8Array {
  const last = frontier.peaks.at(-1);
  if (last === undefined) return sha256(new Uint8Array(0));
  return frontier.peaks.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
}

/** The root over the first `size` leaf hashes, over all of them unless told. Throws if there are fewer. */
export function rootOfLeaves(leaves: readonly Uint8Array[], size = leaves.length): Uint8Array {
  requireRange(0, size, leaves.length);
  let frontier = emptyFrontier;
  for (let at = 0; at < size; at++) frontier = appendLeaf(frontier, present(leaves[at], 'a leaf'));
  return rootOf(frontier);
}

function requireRange(low: number, value: number, high: number): void {
  if (!Number.isSafeInteger(value) || value < low || value > high) throw new RangeError(`${value} is not between ${low} and ${high}`);
}

/** The largest power of two smaller than `size`: where RFC 6962 divides a tree in two. */
export function leftSize(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** The hashes that lead from leaf `index` to the root over the first `size` leaves, nearest first. Throws out of range. */
export function inclusionProof(leaves: readonly Uint8Array[], index: number, size: number): Uint8Array[] {
  requireRange(1, size, leaves.length);
  requireRange(0, index, size - 1);
  if (size === 1) return [];
  const divide = leftSize(size);
  const left = leaves.slice(0, divide);
  const right = leaves.slice(divide, size);
  if (index < divide) return [...inclusionProof(left, index, divide), rootOfLeaves(right)];
  return [...inclusionProof(right, index - divide, size - divide), rootOfLeaves(left)];
}

/** The hashes that show the first `oldSize` leaves to be the beginning of the first `newSize`. Empty if either is trivial. */
export function consistencyProof(leaves: readonly Uint8Array[], oldSize: number, newSize: number): Uint8Array[] {
  requireRange(0, newSize, leaves.length);
  requireRange(0, oldSize, newSize);
  return oldSize === 0 ? [] : subProof(leaves.slice(0, newSize), oldSize, true);
}

/** SUBPROOF of RFC 6962 section 2.1.2; `known` while the old tree's root is the verifier's own. */
function subProof(leaves: readonly Uint8Array[], oldSize: number, known: boolean): Uint8Array[] {
  if (oldSize === leaves.length) return known ? [] : [rootOfLeaves(leaves)];
  const divide = leftSize(leaves.length);
  const left = leaves.slice(0, divide);
  const right = leaves.slice(divide);
  if (oldSize <= divide) return [...subProof(left, oldSize, known), rootOfLeaves(right)];
  return [...subProof(right, oldSize - divide, false), rootOfLeaves(left)];
}

function areHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === HASH_LENGTH);
}

function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** Whether the leaf hash stands at `index` (from 0) in the tree of `size` leaves with this root. False for any malformed input. */
export function verifyInclusion(leaf: Uint8Array, index: number, size: number, proof: readonly Uint8Array[], root: Uint8Array): boolean {
  if (!isSize(index) || !isSize(size) || index >= size || !areHashes([leaf, root, ...proof])) return false;
  let [position, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    const isRight = position % 2 === 1 || position === last;
    hash = isRight ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
    // A right edge without a left sibling at this level is carried up unchanged to where it has one.
    while (isRight && position % 2 === 0 && position !== 0) [position, last] = [position / 2, Math.floor(last / 2)];
    [position, last] = [Math.floor(position / 2), Math.floor(last / 2)];
  }
  return last === 0 && equalBytes(hash, root);
}

/** Whether the tree of `newSize` begins with the tree of `oldSize`. False for any malformed input; every tree begins with the empty one. */
export function verifyConsistency(
  oldSize: number,
  newSize: number,
  oldRoot: Uint8Array,
  newRoot: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (!isSize(oldSize) || !isSize(newSize) || oldSize > newSize || !areHashes([oldRoot, newRoot, ...proof])) return false;
  if (oldSize === newSize) return proof.length === 0 && equalBytes(oldRoot, newRoot) && (oldSize > 0 || isEmptyRoot(oldRoot));
  if (oldSize === 0) return proof.length === 0 && isEmptyRoot(oldRoot);
  // When the old tree is one complete subtree of the new, its root is where the climb begins.
  const path = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof;
  return climbBoth(oldSize - 1, newSize - 1, oldRoot, newRoot, path);
}

function isPowerOfTwo(size: number): boolean {
  return leftSize(2 * size) === size;
}

function isEmptyRoot(root: Uint8Array): boolean {
  return equalBytes(root, rootOf(emptyFrontier));
}

function climbBoth(oldLast: number, newLast: number, oldRoot: Uint8Array, newRoot: Uint8Array, path: readonly Uint8Array[]): boolean {
  let [position, last] = [oldLast, newLast];
  while (position % 2 === 1) [position, last] = [Math.floor(position / 2), Math.floor(last / 2)];
  const [start, ...siblings] = path;
  if (start === undefined) return false;
  let [oldHash, newHash] = [start, start];
  for (const sibling of siblings) {
    if (last === 0) return false;
    const isRight = position % 2 === 1 || position === last;
    if (isRight) oldHash = nodeHash(sibling, oldHash);
    newHash = isRight ? nodeHash(sibling, newHash) : nodeHash(newHash, sibling);
    while (isRight && position % 2 === 0 && position !== 0) [position, last] = [position / 2, Math.floor(last / 2)];
    [position, last] = [Math.floor(position / 2), Math.floor(last / 2)];
  }
  return last === 0 && equalBytes(oldHash, oldRoot) && equalBytes(newHash, newRoot);
}
