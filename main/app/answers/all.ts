/** Every question of the contract with its handler, room by room. */
import type { Handlers } from '../doorway.ts';
import type { Host } from '../host.ts';
import { boardHandlers } from './board.ts';
import { declareHandlers } from './declare.ts';
import { differencesHandlers } from './differences.ts';
import { entryHandlers } from './entry.ts';
import { frameHandlers } from './frame.ts';
import { journalHandlers } from './journal.ts';
import { mediumHandlers } from './medium.ts';
import { papersHandlers } from './papers.ts';
import { peopleHandlers } from './people.ts';
import { performHandlers } from './perform.ts';
import { receiveHandlers } from './receive.ts';
import { restoreHandlers } from './restore.ts';
import { rulingsHandlers } from './rulings.ts';
import { scanHandlers } from './scan.ts';
import { setupHandlers } from './setup.ts';
import { signHandlers } from './sign.ts';
import { stationHandlers } from './station.ts';
import { unlockHandlers } from './unlock.ts';
import { verifyHandlers } from './verify.ts';
import { wallHandlers } from './wall.ts';

export function createHandlers(host: Host): Handlers {
  return {
    ...frameHandlers(host),
    ...performHandlers(host),
    ...entryHandlers(host),
    ...journalHandlers(host),
    ...verifyHandlers(host),
    ...declareHandlers(host),
    ...scanHandlers(host),
    ...receiveHandlers(host),
    ...differencesHandlers(host),
    ...rulingsHandlers(host),
    ...boardHandlers(host),
    ...stationHandlers(host),
    ...wallHandlers(host),
    ...unlockHandlers(host),
    ...papersHandlers(host),
    ...peopleHandlers(host),
    ...setupHandlers(host),
    ...signHandlers(host),
    ...mediumHandlers(host),
    ...restoreHandlers(host),
  };
}
