/**
 * What a clerk sees while typing a form: the paper's rows and its scan, never a figure that somebody else typed, nor whether an
 * entry differs. The second entry is blind in this view, not only on the screen.
 */

import { type Paper, type PaperStation, paperOf, stationOf } from './paper.ts';
import { queueOf } from './queues.ts';
import type { Seen } from './seen.ts';

export interface WaitingForm {
  readonly form: string;
  readonly contest: string;
  readonly station: PaperStation;
  readonly receivedAt: string;
}

export interface EntryView {
  readonly queue: readonly WaitingForm[];
  /** The form asked for, or the first that waits. */
  readonly paper?: Paper;
}

export function entryView(seen: Seen, asked: { readonly form?: string | undefined; readonly contest?: string | undefined }): EntryView {
  const queue = queueOf(seen, 'entry', asked.contest);
  const form = queue.find(({ id }) => id === asked.form) ?? queue[0];
  return {
    queue: queue.map(({ id, contest, station, received }) => ({
      ...{ form: id, contest, station: stationOf(seen.centre, station), receivedAt: received.at },
    })),
    ...(form === undefined ? {} : { paper: paperOf(seen.centre, form) }),
  };
}
