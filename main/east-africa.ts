/** Times as people at the centre read them: the journal keeps UTC, the hall's clock shows East Africa Time, three hours ahead all year. */

const AHEAD = 3 * 3_600_000;

/** `2027-08-11T02:14:05` for a moment in milliseconds since 1970: ISO 8601 without a zone. */
export function eastAfricaTime(milliseconds: number): string {
  return new Date(Math.round(milliseconds) + AHEAD).toISOString().slice(0, 19);
}

/** `2027-08-11 02:14:05` for a moment of the journal. */
export function eastAfrica(at: string): string {
  return eastAfricaTime(Date.parse(at)).replace('T', ' ');
}
