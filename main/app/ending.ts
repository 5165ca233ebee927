/**
 * The very end of the app: the journal is closed, and threads that still read a database or a medium are broken off and waited for. A
 * program that ends over them crashes; what they were at is done again, or was not wanted any more.
 */
import { areThreadsRunning, endThreads } from '../threads/in-thread.ts';

/** The part of Electron's app that is listened to. */
interface App {
  on(event: 'will-quit', listener: (event: { preventDefault(): void }) => void): unknown;
  quit(): void;
}

/** Milliseconds: a medium that answers no sooner is left as it is. */
const LONGEST = 10_000;

export function endWell(app: App, close: () => void): void {
  let state: 'here' | 'waiting' | 'over' = 'here';
  app.on('will-quit', (event) => {
    close();
    if (state === 'over' || !areThreadsRunning()) return;
    event.preventDefault();
    if (state === 'waiting') return;
    state = 'waiting';
    void endThreads(LONGEST).then(() => {
      state = 'over';
      app.quit();
    });
  });
}
