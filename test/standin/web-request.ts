/**
 * The app may look at every request before it leaves, and refuse it: the last line behind the content security policy. One listener at
 * a time, as in Electron.
 */
import { strict } from './strict.ts';

export interface RequestDetails {
  readonly id: number;
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
  readonly webContentsId: number;
}

export interface Answer {
  readonly cancel?: boolean;
  readonly redirectURL?: string;
}

type Listener = (details: RequestDetails, answer: (given: Answer) => void) => void;

export interface Filter {
  readonly urls?: readonly string[];
}

let current: { readonly patterns: readonly RegExp[]; readonly listener: Listener } | undefined;

/** A pattern such as `https://*.example.org/*`; `<all_urls>` is every address. */
function patternOf(words: string): RegExp {
  if (words === '<all_urls>') return /^/;
  const [, scheme = '*', host = '*', rest = '/*'] = /^([^:]+):\/\/([^/]*)(\/.*)?$/.exec(words) ?? [];
  const literally = (part: string): string => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  const schemes = scheme === '*' ? '[a-z][a-z0-9+.-]*' : literally(scheme);
  const hosts = host.startsWith('*.') ? `(?:[^/]*\\.)?${literally(host.slice(2))}` : host === '*' ? '[^/]*' : literally(host);
  return new RegExp(`^${schemes}://${hosts}${literally(rest)}$`);
}

function listen(...parameters: readonly [Filter, Listener | null] | readonly [Listener | null]): void {
  const listener = parameters.length === 1 ? parameters[0] : parameters[1];
  const filter = parameters.length === 1 ? {} : parameters[0];
  current = listener === null ? undefined : { listener, patterns: (filter.urls ?? ['<all_urls>']).map(patternOf) };
}

export const webRequest = strict('webRequest', { onBeforeRequest: listen });

/** What the app says to a request: nothing at all when it does not listen. */
export function askBeforeRequest(details: RequestDetails): Promise<Answer> {
  const asked = current;
  if (asked === undefined || !asked.patterns.some((pattern) => pattern.test(details.url))) return Promise.resolve({});
  return new Promise((resolve) => asked.listener(details, resolve));
}
