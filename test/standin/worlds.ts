/**
 * What runs in every page before its own scripts: in a world apart, the app's preload with the part of Electron that a sandboxed
 * preload may use; in the page's world, whatever the preload offers. Only the top page gets either; a page in a frame gets nothing.
 */
import { type Bridge, makeBridge } from './bridge.ts';
import { makeWire, type Wire } from './wire.ts';

/** The name of the world apart, as Electron calls it. */
export const ISOLATED_WORLD = 'Electron Isolated Context';

/** The function in the world apart through which messages come in. */
export const RECEIVER = '__receive';

type Parameters = readonly unknown[];

/** A message from the page's process to this one. */
export type FromPage =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly parameters: Parameters }
  | { readonly kind: 'send'; readonly channel: string; readonly parameters: Parameters }
  | { readonly kind: 'open'; readonly address: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'preload-error'; readonly error: Error };

/** A message from this process to the page's. */
export type ToPage =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }
  | { readonly kind: 'event'; readonly channel: string; readonly parameters: Parameters };

type Preload = (require: (name: string) => unknown, module: object, exports: object, process: object) => void;

/** Runs from its text in the world apart: may use nothing from outside. */
function isolatedWorld(
  wire: Wire,
  bridge: Bridge,
  native: (text: string) => void,
  receiver: string,
  platform: string,
  preload: Preload,
): void {
  type Listener = (event: object, ...parameters: unknown[]) => void;
  const waiting = new Map<number, { resolve(value: unknown): void; reject(reason: Error): void }>();
  const listeners = new Map<string, Listener[]>();
  const offered: Record<string, unknown> = {};
  let last = 0;
  const post = (message: FromPage): void => native(wire.toWire(message));
  const missing = (name: string): Error => new Error(`${name} is not in the stand-in`);
  const strict = <Members extends object>(name: string, members: Members): Members =>
    new Proxy(members, {
      get(target, key) {
        if (key in target || typeof key === 'symbol' || key === 'then') return Reflect.get(target, key, target);
        throw missing(`${name}.${key}`);
      },
    });
  const remove = (channel: string, listener: Listener): void =>
    void listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((each) => each !== listener),
    );
  const ipcRenderer = {
    invoke: (channel: string, ...parameters: unknown[]): Promise<unknown> => {
      last += 1;
      const id = last;
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      post({ kind: 'invoke', id, channel, parameters });
      waiting.set(id, { resolve, reject });
      return promise;
    },
    send: (channel: string, ...parameters: unknown[]): void => post({ kind: 'send', channel, parameters }),
    on: (channel: string, listener: Listener): object => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    once: (channel: string, listener: Listener): object => {
      const only: Listener = (event, ...parameters) => {
        remove(channel, only);
        listener(event, ...parameters);
      };
      return ipcRenderer.on(channel, only);
    },
    off: (channel: string, listener: Listener): object => {
      remove(channel, listener);
      return ipcRenderer;
    },
    addListener: (channel: string, listener: Listener): object => ipcRenderer.on(channel, listener),
    removeListener: (channel: string, listener: Listener): object => ipcRenderer.off(channel, listener),
    removeAllListeners: (channel: string): object => {
      listeners.delete(channel);
      return ipcRenderer;
    },
  };
  const contextBridge = {
    exposeInMainWorld: (name: string, api: unknown): void => {
      if (Object.hasOwn(offered, name)) throw new Error('Cannot bind an API on top of an existing property on the window object');
      offered[name] = bridge.encode(api);
    },
  };
  const receive = (text: string): void => {
    const message = wire.fromWire(text) as ToPage;
    if (message.kind === 'event') {
      for (const listener of [...(listeners.get(message.channel) ?? [])])
        listener({ sender: ipcRenderer, ports: [] }, ...message.parameters);
      return;
    }
    const one = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'answer') one?.resolve(message.value);
    else one?.reject(new Error(message.message));
  };
  const electron = strict('electron', {
    contextBridge: strict('contextBridge', contextBridge),
    ipcRenderer: strict('ipcRenderer', ipcRenderer),
  });
  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new Error(`module not found: ${name}`);
  };
  Object.defineProperty(globalThis, receiver, { value: receive });
  bridge.hear('ask', () => bridge.say('offer', offered));
  bridge.hear('open', (detail) => post({ kind: 'open', address: String(detail) }));
  bridge.hear('close', () => post({ kind: 'close' }));
  const module = { exports: {} };
  const knownProcess = { type: 'renderer', sandboxed: true, contextIsolated: true, platform, env: {}, versions: {}, argv: [] };
  try {
    preload(require, module, module.exports, strict('process', knownProcess));
  } catch (problem) {
    post({ kind: 'preload-error', error: problem instanceof Error ? problem : new Error(String(problem)) });
  }
}

/** Runs from its text in the page's world: may use nothing from outside. */
function pageWorld(bridge: Bridge): void {
  const page = globalThis as unknown as { document: { baseURI: string }; open: unknown; close: unknown };
  const freeze = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    for (const field of Object.values(value)) freeze(field);
    return Object.freeze(value);
  };
  bridge.hear('offer', (detail) => {
    for (const [name, api] of Object.entries(detail as object))
      if (!Object.hasOwn(globalThis, name))
        Object.defineProperty(globalThis, name, { value: freeze(bridge.decode(api)), enumerable: true });
  });
  bridge.say('ask', null);
  /** The app opens no page from a page; the answer has to be there at once, before the app can be asked. */
  page.open = (address: unknown = ''): null => {
    bridge.say('open', new URL(String(address), page.document.baseURI).href);
    return null;
  };
  /** Chromium lets a page close only what a page has opened; Electron lets it close its own window, after asking the app. */
  page.close = (): void => bridge.say('close', null);
}

const TOP_ONLY = 'if (window !== window.top) return;';

export function isolatedScript(channel: string, binding: string, preload: string): string {
  const bridge = `(${makeBridge})(${JSON.stringify(channel)}, 'preload', 'page')`;
  const run = `function (require, module, exports, process) { ${preload}\n}`;
  const known = `${JSON.stringify(RECEIVER)}, ${JSON.stringify(process.platform)}`;
  return `(() => { ${TOP_ONLY} (${isolatedWorld})((${makeWire})(), ${bridge}, globalThis[${JSON.stringify(binding)}], ${known}, ${run}); })()`;
}

export function pageScript(channel: string): string {
  return `(() => { ${TOP_ONLY} (${pageWorld})((${makeBridge})(${JSON.stringify(channel)}, 'page', 'preload')); })()`;
}
