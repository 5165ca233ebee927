/** How a program that is looked after by power.c tells it to let the disk fail, and to make it well again. */
import { openSync } from 'node:fs';

/** Below a folder, with this error, once so much is used up: bytes on a full disk, operations otherwise. */
export function failDisk(error: number, budget: number, below: string): void {
  try {
    openSync(`/countersign-power/${error}/${budget}${below}`, 'r');
  } catch {
    // The opening itself never succeeds, whether power.c heard it or nobody was there to hear.
  }
}

export function heal(): void {
  failDisk(0, 0, '/');
}
