/** The keyboard locks by itself: every second somebody looks whether its owner has left, and a machine that sleeps is not waited for. */
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Host } from '../../main/app/host.ts';
import { keepTime } from '../../main/app/timekeeping.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function kept() {
  const did: string[] = [];
  const note = (what: string) => () => void did.push(what);
  const host = { tick: note('tick'), lock: note('lock'), sleep: note('sleep') } as unknown as Host;
  const power = new EventEmitter();
  const stop = keepTime(host, power, note('quit'));
  return { did, power, stop };
}

test.each([
  ['lock-screen', 'lock'],
  ['user-did-resign-active', 'lock'],
  ['suspend', 'sleep'],
  ['shutdown', 'quit'],
])('when the machine says %s: %s, at once', (event, expected) => {
  const { did, power, stop } = kept();
  power.emit(event);
  stop();
  expect(did).toEqual([expected]);
});

test('every second, until it is stopped', () => {
  const { did, stop } = kept();
  vi.advanceTimersByTime(3000);
  stop();
  vi.advanceTimersByTime(3000);
  expect(did).toEqual(['tick', 'tick', 'tick']);
});
