/** Every question of the contract with its handler, room by room. */
import type { Handlers } from '../doorway.ts';
import type { Host } from '../host.ts';
import { entryHandlers } from './entry.ts';
import { frameHandlers } from './frame.ts';
import { performHandlers } from './perform.ts';

export function createHandlers(host: Host): Handlers {
  return {
    ...frameHandlers(host),
    ...performHandlers(host),
    ...entryHandlers(host),
  };
}
