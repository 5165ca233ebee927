/**
 * Where the app listens to its pages. A message carries who sent it: the window and the frame, as they are and not as the page says.
 */
import { EventEmitter } from 'node:events';
import type { Frame } from './frames.ts';
import { strict } from './strict.ts';

export interface Sender {
  readonly sender: object;
  readonly senderFrame: Frame;
  readonly processId: number;
  readonly frameId: number;
}

type Handler = (event: Sender, ...parameters: readonly unknown[]) => unknown;

const handlers = new Map<string, Handler>();
const listeners = new EventEmitter();

function handle(channel: string, handler: Handler): void {
  if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
  handlers.set(channel, handler);
}

export const ipcMain = strict(
  'ipcMain',
  Object.assign(listeners, { handle, removeHandler: (channel: string): void => void handlers.delete(channel) }),
);

/** What the app's handler answers; a handler's failure reaches the page in the words that Electron uses. */
export async function invoke(
  event: Sender,
  channel: string,
  parameters: readonly unknown[],
): Promise<{ value: unknown } | { failure: string }> {
  try {
    const handler = handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return { value: await handler(event, ...parameters) };
  } catch (problem) {
    return {
      failure: `Error invoking remote method '${channel}': ${problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem)}`,
    };
  }
}

export function hear(event: Sender, channel: string, parameters: readonly unknown[]): void {
  listeners.emit(channel, event, ...parameters);
}
