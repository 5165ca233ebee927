/**
 * One connection to Chromium over the two ends of a DevTools pipe. Messages are JSON texts that end in a zero byte; every request gets
 * an answer, and each window, frame and worker speaks in a session of its own.
 */
import type { Readable, Writable } from 'node:stream';
import { type Payload, payloadOf, text } from './payload.ts';

type Listener = (payload: Payload) => void;

export interface Connection {
  /** Asks Chromium to do something; fails with Chromium's own words, and when the connection has ended. */
  send(method: string, parameters?: object, session?: string): Promise<Payload>;
  /** Hears one kind of event; session '' is the browser itself. */
  listen(session: string, method: string, listener: Listener): void;
  forget(session: string): void;
}

interface Waiting {
  resolve(payload: Payload): void;
  reject(reason: Error): void;
}

export function connect(requests: Writable, replies: Readable): Connection {
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Map<string, Listener[]>>();
  let last = 0;
  let ended = false;
  const end = (): void => {
    ended = true;
    for (const each of waiting.values()) each.reject(new Error('the browser has ended'));
    waiting.clear();
  };
  readMessages(replies, (message) => {
    if (typeof message.id === 'number') settle(waiting, message.id, message);
    else
      for (const listener of listeners.get(text(message, 'sessionId'))?.get(text(message, 'method')) ?? [])
        listener(payloadOf(message.params));
  });
  replies.on('close', end);
  requests.on('error', end);
  return {
    send(method, parameters = {}, session = '') {
      if (ended) return Promise.reject(new Error('the browser has ended'));
      last += 1;
      const id = last;
      const message = { id, method, params: parameters, ...(session === '' ? {} : { sessionId: session }) };
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        requests.write(`${JSON.stringify(message)}\0`);
      });
    },
    listen(session, method, listener) {
      const methods = listeners.get(session) ?? new Map<string, Listener[]>();
      listeners.set(session, methods.set(method, [...(methods.get(method) ?? []), listener]));
    },
    forget: (session) => void listeners.delete(session),
  };
}

function settle(waiting: Map<number, Waiting>, id: number, message: Payload): void {
  const one = waiting.get(id);
  waiting.delete(id);
  if (message.error === undefined) one?.resolve(payloadOf(message.result));
  else one?.reject(new Error(text(payloadOf(message.error), 'message')));
}

/** Cuts the stream at its zero bytes. A long message comes in many pieces, which are put together once. */
function readMessages(replies: Readable, hear: (message: Payload) => void): void {
  let pieces: Buffer[] = [];
  replies.on('data', (data: Buffer) => {
    let rest = data;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      pieces.push(rest.subarray(0, end));
      hear(payloadOf(JSON.parse(Buffer.concat(pieces).toString('utf8'))));
      pieces = [];
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) pieces.push(rest);
  });
}
