/** Thrown by the report of progress of work that nobody wants any more: whoever tells what else went wrong passes it on. */
export class BrokenOff extends Error {
  constructor() {
    super('broken off');
  }
}
