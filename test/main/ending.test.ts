/** The end of the app waits for threads that are in the database, once, and for those only. */
import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { endWell } from '../../main/app/ending.ts';
import { keepTrack } from '../../main/threads/in-thread.ts';

function leaving() {
  const did: string[] = [];
  const app = Object.assign(new EventEmitter(), { quit: () => quit() });
  /** As Electron ends: whoever listens may say no. */
  const quit = () => {
    let isPrevented = false;
    app.emit('will-quit', { preventDefault: () => (isPrevented = true) });
    did.push(isPrevented ? 'waits' : 'ends');
  };
  endWell(app, () => did.push('closed'));
  return { did, quit };
}

test('without threads the app ends at once, closed', () => {
  const { did, quit } = leaving();
  quit();
  expect(did).toEqual(['closed', 'ends']);
});

test('a thread that runs is broken off, and the app ends after it', async () => {
  const { did, quit } = leaving();
  const thread = Promise.withResolvers<void>();
  keepTrack({ breakOff: () => did.push('broken off'), ended: thread.promise });
  quit();
  expect(did).toEqual(['closed', 'broken off', 'waits']);
  thread.resolve();
  await expect.poll(() => did).toEqual(['closed', 'broken off', 'waits', 'closed', 'ends']);
});

test('whoever asks again meanwhile waits for the same end', async () => {
  const { did, quit } = leaving();
  const thread = Promise.withResolvers<void>();
  keepTrack({ breakOff: () => {}, ended: thread.promise });
  quit();
  quit();
  thread.resolve();
  await expect.poll(() => did).toEqual(['closed', 'waits', 'closed', 'waits', 'closed', 'ends']);
});
