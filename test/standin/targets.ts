/**
 * Windows of the browser, each with a session. The app's own windows are opened here, one after the other; a page that appears without
 * having been asked for is a stray, opened by a link or a script, and is handed to whoever removes it.
 */
import { spawn } from 'node:child_process';
import { type Chromium, headed } from './chromium.ts';
import { inner, type Payload, text } from './payload.ts';

export interface Target {
  readonly id: string;
  readonly session: string;
}

export interface Targets {
  /** `place` is the address whose site the window will show: Chromium puts an address bar above every other site. */
  open(width: number, height: number, place?: string): Promise<Target>;
  onStray(listener: (target: Target) => void): void;
  onClosed(listener: (target: string) => void): void;
  onChanged(listener: (target: string, title: string) => void): void;
}

const BLANK = 'data:text/html,<title>%20</title>';

/** Ends the address with which a window is opened; it is never shown, since the app loads its own page at once. */
export const OPENING = '/?opening-a-window';

let made: Targets | undefined;

export function targets(): Targets {
  if (made === undefined) throw new Error('Cannot create BrowserWindow before app is ready');
  return made;
}

export async function watchTargets(browser: Chromium): Promise<void> {
  const { connection } = browser;
  const arrivals: ((target: Target) => void)[] = [];
  const strays: ((target: Target) => void)[] = [];
  let opening: Promise<unknown> = Promise.resolve();
  const arrive = ({ sessionId, targetInfo }: Payload): void => {
    const info = inner({ targetInfo }, 'targetInfo');
    const target = { id: text(info, 'targetId'), session: String(sessionId) };
    if (text(info, 'type') !== 'page') {
      letRun(browser, target.session);
      return;
    }
    const opener = text(info, 'openerId');
    const awaited = opener === '' ? arrivals.shift() : undefined;
    if (awaited !== undefined) awaited(target);
    else for (const stray of strays) stray(target);
  };
  connection.listen('', 'Target.attachedToTarget', arrive);
  made = {
    open(width, height, place = BLANK) {
      const next = opening.then(() => {
        const arrival = new Promise<Target>((resolve) => arrivals.push(resolve));
        return headed ? openAppWindow(browser, place, arrival) : openPage(browser, width, height, arrival);
      });
      opening = next.catch(() => undefined);
      return next;
    },
    onStray: (listener) => void strays.push(listener),
    onClosed: (listener) => connection.listen('', 'Target.targetDestroyed', (payload) => listener(text(payload, 'targetId'))),
    onChanged: (listener) =>
      connection.listen('', 'Target.targetInfoChanged', (payload) => {
        const info = inner(payload, 'targetInfo');
        listener(text(info, 'targetId'), text(info, 'title'));
      }),
  };
  await connection.send('Target.setDiscoverTargets', { discover: true });
  await connection.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
}

function letRun({ connection }: Chromium, session: string): void {
  connection.send('Runtime.runIfWaitingForDebugger', {}, session).catch(() => undefined);
}

async function openPage({ connection }: Chromium, width: number, height: number, arrival: Promise<Target>): Promise<Target> {
  await connection.send('Target.createTarget', { url: 'about:blank', newWindow: true, width, height });
  return arrival;
}

/** A window without address bar and tabs: asked for by starting the browser once more, which hands over to the one that runs. */
function openAppWindow(browser: Chromium, place: string, arrival: Promise<Target>): Promise<Target> {
  const words = [`--user-data-dir=${browser.profile}`, '--test-type', `--app=${place}`, ...browser.rootSwitches];
  spawn(browser.program, words, { stdio: 'ignore' }).unref();
  return arrival;
}
