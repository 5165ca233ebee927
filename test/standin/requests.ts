/**
 * Every request of every page stops here first. A page that wants to go elsewhere is asked about, the app's listener may refuse, and
 * what is under the app's own scheme is answered by the app's handler.
 */
import type { EventEmitter } from 'node:events';
import type { Connection } from './connection.ts';
import { flag, inner, type Payload, text, texts } from './payload.ts';
import { mayProceed } from './preventable.ts';
import { handlerFor, policyToPage, toApp, toPage } from './schemes.ts';
import { OPENING } from './targets.ts';
import { askBeforeRequest } from './web-request.ts';

/** The window whose requests these are. */
export interface Requester {
  readonly id: number;
  readonly events: EventEmitter;
  readonly mainFrame: string;
  frame(id: string): unknown;
  /** Whether the app itself asked for this address; it is told only once. */
  takeExpected(address: string): boolean;
}

const RESOURCE_TYPES: Readonly<Record<string, string>> = {
  Document: 'mainFrame',
  Stylesheet: 'stylesheet',
  Image: 'image',
  Media: 'media',
  Font: 'font',
  Script: 'script',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  WebSocket: 'webSocket',
};

let numbers = 0;

export function watchRequests(connection: Connection, session: string, requester: Requester): Promise<unknown> {
  connection.listen(session, 'Fetch.requestPaused', (payload) => {
    const reply = (method: string, parameters: object): void => {
      connection.send(method, { requestId: payload.requestId, ...parameters }, session).catch(() => undefined);
    };
    const fail = (errorReason: string): void => reply('Fetch.failRequest', { errorReason });
    decide(requester, payload, reply, fail).catch((problem: unknown) => {
      process.stderr.write(`The stand-in could not answer ${text(inner(payload, 'request'), 'url')}: ${String(problem)}\n`);
      fail('Failed');
    });
  });
  return connection.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, session);
}

type Reply = (method: string, parameters: object) => void;

async function decide(requester: Requester, payload: Payload, reply: Reply, fail: (reason: string) => void): Promise<void> {
  const url = toApp(text(inner(payload, 'request'), 'url'));
  if (text(payload, 'resourceType') === 'Document' && !mayNavigate(requester, payload, url)) return fail('Aborted');
  const answer = await askBeforeRequest(detailsOf(requester, payload, url));
  if (answer.cancel === true) return fail('BlockedByClient');
  if (answer.redirectURL !== undefined) return redirect(answer.redirectURL, reply);
  const handler = handlerFor(url);
  if (handler === undefined) return reply('Fetch.continueRequest', {});
  await fulfil(await handler(requestOf(payload, url)), reply);
}

/** The app's own navigations are not asked about; everything else comes from a page, and a listener may refuse it. */
function mayNavigate(requester: Requester, payload: Payload, url: string): boolean {
  const frameId = text(payload, 'frameId');
  const isMainFrame = frameId === requester.mainFrame;
  const address = text(inner(payload, 'request'), 'url');
  if (isMainFrame && address.endsWith(OPENING)) return false;
  if (isMainFrame && requester.takeExpected(address)) return true;
  const frame = requester.frame(frameId) ?? null;
  const details = { url, isMainFrame, isSameDocument: false, frame, initiator: isMainFrame ? frame : requester.frame(requester.mainFrame) };
  if (text(payload, 'redirectedRequestId') !== '') return mayProceed(requester.events, 'will-redirect', details, url, false, isMainFrame);
  if (!mayProceed(requester.events, 'will-frame-navigate', details)) return false;
  return !isMainFrame || mayProceed(requester.events, 'will-navigate', details, url, false, true);
}

function detailsOf(requester: Requester, payload: Payload, url: string) {
  numbers += 1;
  const kind = RESOURCE_TYPES[text(payload, 'resourceType')] ?? 'other';
  const resourceType = kind === 'mainFrame' && text(payload, 'frameId') !== requester.mainFrame ? 'subFrame' : kind;
  return { id: numbers, url, method: text(inner(payload, 'request'), 'method'), resourceType, webContentsId: requester.id };
}

function redirect(address: string, reply: Reply): void {
  reply('Fetch.fulfillRequest', { responseCode: 307, responseHeaders: [{ name: 'location', value: toPage(address) }] });
}

function requestOf(payload: Payload, url: string): Request {
  const request = inner(payload, 'request');
  const headers = Object.entries(texts(inner(request, 'headers'))).map(([name, value]): [string, string] => [name, toApp(value)]);
  const init: RequestInit = { method: text(request, 'method'), headers };
  return new Request(url, flag(request, 'hasPostData') ? { ...init, body: text(request, 'postData') } : init);
}

async function fulfil(response: Response, reply: Reply): Promise<void> {
  if (response.type === 'error') return reply('Fetch.failRequest', { errorReason: 'Failed' });
  const responseHeaders = [...response.headers].map(([name, value]) => ({ name, value: headerToPage(name, value) }));
  const body = Buffer.from(await response.arrayBuffer()).toString('base64');
  reply('Fetch.fulfillRequest', { responseCode: response.status, responseHeaders, body });
}

function headerToPage(name: string, value: string): string {
  if (name.startsWith('content-security-policy')) return policyToPage(value);
  return name === 'location' || name === 'access-control-allow-origin' ? toPage(value) : value;
}
