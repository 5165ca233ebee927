/**
 * What is done to a fresh page before it may run: its events are passed on, its requests stopped, the two scripts that run before its
 * own are laid down, and the frames and workers that it makes are followed in the same way.
 */
import { randomBytes } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { appEvents } from './app-events.ts';
import type { Connection } from './connection.ts';
import { type Frames, watchFrames } from './frames.ts';
import { inner, list, number, type Payload, payloadOf, text } from './payload.ts';
import { type Requester, watchRequests } from './requests.ts';
import { toApp } from './schemes.ts';
import type { Target } from './targets.ts';
import { wire } from './wire.ts';
import { type FromPage, ISOLATED_WORLD, isolatedScript, pageScript } from './worlds.ts';

export interface Attached {
  readonly id: number;
  readonly events: EventEmitter;
  readonly preload: string;
  takeExpected(address: string): boolean;
  askToOpen(address: string): void;
  message(world: number, message: FromPage): void;
  world(world: number): void;
}

export async function attach(connection: Connection, target: Target, attached: Attached): Promise<Frames> {
  const { id: mainFrame, session } = target;
  const frames = watchFrames(connection, session, mainFrame, attached.id);
  const requester: Requester = {
    id: attached.id,
    events: attached.events,
    mainFrame,
    frame: (id) => frames.frame(id),
    takeExpected: attached.takeExpected,
  };
  passOnEvents(connection, target, attached.events, frames);
  connection.listen(session, 'Page.windowOpen', (payload) => attached.askToOpen(text(payload, 'url')));
  await Promise.all([
    connection.send('Inspector.enable', {}, session),
    connection.send('Page.enable', {}, session),
    connection.send('Runtime.enable', {}, session),
    watchRequests(connection, session, requester),
    followChildren(connection, session, requester),
    layScripts(connection, target, attached),
  ]);
  await connection.send('Runtime.runIfWaitingForDebugger', {}, session);
  return frames;
}

/** Names that no page can guess, one set for each window. */
async function layScripts(connection: Connection, target: Target, attached: Attached): Promise<void> {
  const { session } = target;
  const binding = `native${randomBytes(8).toString('hex')}`;
  const channel = `channel${randomBytes(16).toString('hex')}`;
  const preload = attached.preload === '' ? '' : readFileSync(attached.preload, 'utf8');
  connection.listen(session, 'Runtime.executionContextCreated', (payload) => {
    const context = inner(payload, 'context');
    const isTop = text(inner(context, 'auxData'), 'frameId') === target.id;
    if (isTop && text(context, 'name') === ISOLATED_WORLD) attached.world(number(context, 'id'));
  });
  connection.listen(session, 'Runtime.bindingCalled', (payload) => {
    if (text(payload, 'name') !== binding) return;
    attached.message(number(payload, 'executionContextId'), wire.fromWire(text(payload, 'payload')) as FromPage);
  });
  const lay = (parameters: object): Promise<unknown> => connection.send('Page.addScriptToEvaluateOnNewDocument', parameters, session);
  await connection.send('Runtime.addBinding', { name: binding, executionContextName: ISOLATED_WORLD }, session);
  await lay({ worldName: ISOLATED_WORLD, source: isolatedScript(channel, binding, preload) });
  await lay({ source: pageScript(channel) });
}

/** Frames of other origins and workers have sessions of their own, whose requests must not slip by. */
function followChildren(connection: Connection, session: string, requester: Requester): Promise<unknown> {
  connection.listen(session, 'Target.attachedToTarget', (payload) => {
    const child = text(payload, 'sessionId');
    const quietly = (asked: Promise<unknown>): Promise<unknown> => asked.catch(() => undefined);
    const prepared = [quietly(watchRequests(connection, child, requester)), quietly(followChildren(connection, child, requester))];
    void Promise.all(prepared).then(() => quietly(connection.send('Runtime.runIfWaitingForDebugger', {}, child)));
  });
  connection.listen(session, 'Target.detachedFromTarget', (payload) => connection.forget(text(payload, 'sessionId')));
  return connection.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }, session);
}

function passOnEvents(connection: Connection, { id, session }: Target, events: EventEmitter, frames: Frames): void {
  const on = (method: string, listener: (payload: Payload) => void): void => connection.listen(session, method, listener);
  on('Page.frameNavigated', (payload) => {
    if (text(inner(payload, 'frame'), 'id') === id) events.emit('did-navigate', {}, frames.main.url, 200, 'OK');
  });
  on('Page.navigatedWithinDocument', (payload) => {
    if (text(payload, 'frameId') === id)
      events.emit('did-navigate-in-page', {}, frames.main.url, true, frames.main.processId, frames.main.routingId);
  });
  on('Page.domContentEventFired', () => events.emit('dom-ready', {}));
  on('Page.loadEventFired', () => events.emit('did-finish-load', {}));
  on('Runtime.consoleAPICalled', (payload) => events.emit('console-message', consoleMessage(payload)));
  on('Inspector.targetCrashed', () => {
    const details = { reason: 'crashed', exitCode: 1 };
    events.emit('render-process-gone', {}, details);
    appEvents.emit('render-process-gone', {}, events, details);
  });
}

/** Electron's newer form: one event with everything in it. */
function consoleMessage(payload: Payload): object {
  const words = list(payload, 'args').map((argument) => String(argument.value ?? argument.description ?? ''));
  const place = payloadOf(list(inner(payload, 'stackTrace'), 'callFrames')[0]);
  const level = { warning: 'warning', error: 'error', debug: 'debug' }[text(payload, 'type')] ?? 'info';
  return { level, message: words.join(' '), lineNumber: number(place, 'lineNumber'), sourceId: toApp(text(place, 'url')) };
}
