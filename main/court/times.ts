/** Times as people at the centre read them: the journal keeps UTC, the hall's clock showed East Africa Time, three hours ahead. */

const AHEAD = 3 * 3_600_000;

/** `2027-08-11 02:14:05` for a moment of the journal. */
export function eastAfrica(at: string): string {
  return new Date(Date.parse(at) + AHEAD).toISOString().slice(0, 19).replace('T', ' ');
}
