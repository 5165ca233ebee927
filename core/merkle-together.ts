/**
 * One proof for many entries at once: that each of them stands at its place in a tree. It holds the roots of the largest subtrees in
 * which none of them stands, from left to right; whoever has the entries puts them between and comes to the root, or the proof is
 * wrong. For a single entry these are the hashes of its audit path in RFC 6962, section 2.1.1, only in another order.
 */
import { equalBytes } from './bytes.ts';
import { leftSize, nodeHash, rootOfLeaves } from './merkle.ts';

/** A leaf hash and its place in the tree, from 0. */
export interface PlacedLeaf {
  readonly place: number;
  readonly leaf: Uint8Array;
}

const HASH_LENGTH = 32;

/** The proof for these places (ascending) in the tree over all the leaf hashes. Of no places it is the root alone. */
export function proveTogether(leaves: readonly Uint8Array[], places: readonly number[]): readonly Uint8Array[] {
  if (places.length === 0) return [rootOfLeaves(leaves)];
  if (leaves.length === 1) return [];
  const divide = leftSize(leaves.length);
  const left = places.filter((place) => place < divide);
  const right = places.filter((place) => place >= divide).map((place) => place - divide);
  return [...proveTogether(leaves.slice(0, divide), left), ...proveTogether(leaves.slice(divide), right)];
}

/** Whether these leaves (places ascending) stand in the tree of `size` leaves with this root. False for any malformed input. */
export function verifyTogether(size: number, placed: readonly PlacedLeaf[], proof: readonly Uint8Array[], root: Uint8Array): boolean {
  if (!Number.isSafeInteger(size) || size < 0 || !isAscending(placed, size)) return false;
  if (![...proof, ...placed.map(({ leaf }) => leaf)].every((hash) => hash.length === HASH_LENGTH)) return false;
  const rest = [...proof].reverse();
  const found = rootBetween(0, size, placed, rest);
  return found !== undefined && rest.length === 0 && equalBytes(found, root);
}

function isAscending(placed: readonly PlacedLeaf[], size: number): boolean {
  return placed.every(({ place }, at) => Number.isSafeInteger(place) && place < size && place > (placed[at - 1]?.place ?? -1));
}

/** The root over the places from `from` on, `size` of them; takes what it lacks from the end of `rest`. */
function rootBetween(from: number, size: number, placed: readonly PlacedLeaf[], rest: Uint8Array[]): Uint8Array | undefined {
  const [first] = placed;
  if (first === undefined) return rest.pop();
  if (size === 1) return first.leaf;
  const divide = leftSize(size);
  const isLeft = ({ place }: PlacedLeaf) => place < from + divide;
  const left = rootBetween(from, divide, placed.filter(isLeft), rest);
  const right = rootBetween(
    from + divide,
    size - divide,
    placed.filter((leaf) => !isLeft(leaf)),
    rest,
  );
  return left === undefined || right === undefined ? undefined : nodeHash(left, right);
}
