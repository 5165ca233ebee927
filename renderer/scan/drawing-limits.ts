/**
 * How much of this machine the drawing of one page may take, and the two words that the window and the drawing thread say to each other
 * beside what the reader of PDF files says. A file of a few kilobytes can unfold to gigabytes, or name one drawing a million times.
 */

/** Bytes that may be made room for in all, used again or not: a sheet of A3 in colour at 600 dots per inch takes half of it. */
export const MOST_ROOM = 2 * 2 ** 30;
/** Messages with up to a thousand strokes each: a scanned paper takes one or two, the thickest printed form a few dozen. */
export const MOST_MESSAGES = 1000;
/** Milliseconds. */
export const LONGEST_DRAWING = 20_000;

/** From the window: the count begins anew. */
export const NEXT_PAGE = 'countersign: next page';
/** From the thread: this file takes more than it may. */
export const TOO_MUCH = 'countersign: too much';
