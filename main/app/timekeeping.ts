/**
 * When the keyboard locks by itself: after a while without anybody at work, at once when the screen is locked or another user of the
 * machine takes over, and when the machine is about to sleep. What a sleeping machine writes to its disk holds no key and no PIN.
 */
import type { Host } from './host.ts';

const TICK = 1000;

/** The part of Electron's power monitor that is listened to. */
interface Power {
  on(event: 'suspend' | 'lock-screen' | 'user-did-resign-active' | 'shutdown', listener: () => void): unknown;
}

/** Answers what stops the ticking. `quit` is what ends the app. */
export function keepTime(host: Host, power: Power, quit: () => void): () => void {
  const timer = setInterval(() => host.tick(), TICK);
  for (const event of ['lock-screen', 'user-did-resign-active'] as const) power.on(event, host.lock);
  power.on('suspend', host.sleep);
  power.on('shutdown', quit);
  return () => clearInterval(timer);
}
