/**
 * What one picture of a paper may claim to be. A file of a few hundred bytes can claim gigabytes, and whoever draws it has to make room
 * for all of them first: it is refused when it is brought, and nothing in a PDF file is drawn beyond it.
 */

/** 150 million dots: A3 in 600 dots per inch is half of it. */
export const MOST_DOTS = 150_000_000;
