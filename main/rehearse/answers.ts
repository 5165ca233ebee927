/** What agents say on a practice night: mostly that the figures are those they know; sometimes not, or nothing at all. */
import type { Seeded } from '../seeded.ts';

export type Word =
  | { readonly choice: 'agree' }
  | { readonly choice: 'object'; readonly code: 'paper-differs' | 'own-copy-differs' | 'other'; readonly reason: string }
  | { readonly choice: 'refuse'; readonly reason: string }
  | { readonly choice: 'refuse'; readonly reasonRefused: true }
  | 'silent';

/** Out of a hundred: three objections, two refusals with a reason, one without, two silences. */
export function drawWord(random: Seeded): Word {
  const drawn = random.below(200);
  if (drawn < 1)
    return { choice: 'object', code: 'paper-differs', reason: 'Practice: one figure on the screen looks different from the paper.' };
  if (drawn < 4) return { choice: 'object', code: 'own-copy-differs', reason: 'Practice: my own copy shows another figure.' };
  if (drawn < 6) return { choice: 'object', code: 'other', reason: 'Practice: I was not let into the station during the count.' };
  if (drawn < 10) return { choice: 'refuse', reason: 'Practice: the stamp is missing on the paper.' };
  if (drawn < 12) return { choice: 'refuse', reasonRefused: true };
  return drawn < 16 ? 'silent' : { choice: 'agree' };
}
