/**
 * What somebody may have meant who typed a name or number that does not exist. Close means: the same but for capitals, one within the
 * other, or at most two slips of the key (Levenshtein, 1965).
 */
const MOST_SLIPS = 2;
const MOST_MATCHES = 5;
/** Shorter texts are within nearly everything. */
const SHORTEST_PART = 3;

/** Up to five of the known whose text is close to the typed one, nearest first. */
export function nearMatches<T>(typed: string, known: readonly T[], textOf: (one: T) => string): readonly T[] {
  const wanted = typed.toLowerCase();
  return known
    .map((one) => ({ one, slips: slipsBetween(wanted, textOf(one).toLowerCase()) }))
    .filter(({ slips }) => slips <= MOST_SLIPS)
    .sort((left, right) => left.slips - right.slips)
    .slice(0, MOST_MATCHES)
    .map(({ one }) => one);
}

function slipsBetween(wanted: string, known: string): number {
  const slips = editDistance(wanted, known);
  const oneWithin = Math.min(wanted.length, known.length) >= SHORTEST_PART && (known.includes(wanted) || wanted.includes(known));
  return oneWithin ? Math.min(slips, MOST_SLIPS) : slips;
}

/** Letters to insert, leave out or replace; one row of the table at a time. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let line = 0; line < left.length; line++) {
    const next = [line + 1];
    for (let column = 0; column < right.length; column++) {
      const replaced = (row[column] ?? 0) + (left[line] === right[column] ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
