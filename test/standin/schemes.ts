/**
 * The app serves its pages under a scheme of its own, such as `app://countersign/`. An unmodified Chromium knows no such scheme, so the
 * stand-in shows these pages under an https address that exists nowhere; everything the app gets to see is translated back.
 */
import { strict } from './strict.ts';

type Handler = (request: Request) => Response | Promise<Response>;

const SUFFIX = 'standin.test';
const privileged = new Set<string>();
const handlers = new Map<string, Handler>();
let registrable = true;

export function closeRegistration(): void {
  registrable = false;
}

/** The address under which Chromium shows an address of the app. */
export function toPage(address: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z0-9+-]*):\/\/([^/?#]*)(.*)$/is.exec(address) ?? [];
  return privileged.has(scheme) ? `https://${host}.${scheme}.${SUFFIX}${rest}` : address;
}

/** The address of the app that Chromium shows. */
export function toApp(address: string): string {
  const [, host, scheme = '', rest = ''] = /^https:\/\/([^/?#]*)\.([a-z][a-z0-9+-]*)\.standin\.test(.*)$/is.exec(address) ?? [];
  return privileged.has(scheme) ? `${scheme}://${host}${rest}` : address;
}

/** Scheme and host, also for schemes that the URL class takes for opaque. */
export function originOf(address: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+/i.exec(address)?.[0] ?? 'null';
}

export function handlerFor(address: string): Handler | undefined {
  return handlers.get(address.slice(0, address.indexOf(':')));
}

/** A content security policy may name the scheme or an address of it: Chromium has to read the address it knows. */
export function policyToPage(policy: string): string {
  const words = policy.split(/(?<=[\s;])|(?=[\s;])/);
  return words
    .map((word) =>
      privileged.has(word.replace(/:$/, '')) && word.endsWith(':') ? `https://*.${word.slice(0, -1)}.${SUFFIX}` : toPage(word),
    )
    .join('');
}

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: readonly { readonly scheme: string }[]): void {
    if (!registrable) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme } of schemes) privileged.add(scheme);
  },
  handle(scheme: string, handler: Handler): void {
    if (!privileged.has(scheme)) throw new Error(`protocol.handle: the stand-in shows registered schemes only, not ${scheme}`);
    if (handlers.has(scheme)) throw new Error(`The scheme ${scheme} has been registered`);
    handlers.set(scheme, handler);
  },
  unhandle: (scheme: string): void => void handlers.delete(scheme),
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
});
