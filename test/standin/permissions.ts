/**
 * What pages may do with the machine: camera, place, notifications. Electron asks the app at the moment a page wants something;
 * Chromium can only be told beforehand. So everything is refused at the start, and the app is asked, in the words it would hear,
 * whenever a page has been loaded. Where either of its two answers is no, the permission is refused.
 */
import type { Connection } from './connection.ts';
import { originOf, toPage } from './schemes.ts';

type RequestHandler = (contents: object, permission: string, answer: (allowed: boolean) => void, details: object) => void;
type CheckHandler = (contents: object, permission: string, origin: string, details: object) => boolean;

/** Chromium's name, Electron's name, and the kind of medium. */
const PERMISSIONS: readonly (readonly [string, string, string?])[] = [
  ['camera', 'media', 'video'],
  ['microphone', 'media', 'audio'],
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-write', 'clipboard-sanitized-write'],
  ['display-capture', 'display-capture'],
  ['idle-detection', 'idle-detection'],
  ['window-management', 'window-management'],
  ['storage-access', 'storage-access'],
  ['local-fonts', 'local-fonts'],
];

const handlers: { request: RequestHandler | null; check: CheckHandler | null } = { request: null, check: null };

export function setRequestHandler(handler: RequestHandler | null): void {
  handlers.request = handler;
}

export function setCheckHandler(handler: CheckHandler | null): void {
  handlers.check = handler;
}

export async function refuseAllPermissions(connection: Connection): Promise<void> {
  await Promise.all(PERMISSIONS.map(([name]) => setPermission(connection, name, false)));
}

/** A page that is shown, and by which window. */
export interface Shown {
  readonly contents: object;
  readonly address: string;
}

/**
 * Asks the app about each permission for all pages that are shown, and tells Chromium. It keeps permissions by site and not by window:
 * what one window of a site may do, its others may too.
 */
export async function decidePermissions(connection: Connection, shown: readonly Shown[]): Promise<void> {
  const bySite = Map.groupBy(shown, ({ address }) => originOf(address));
  for (const [site, pages] of bySite) {
    if (site === 'null') continue;
    for (const [name, permission, medium] of PERMISSIONS) {
      const answers = await Promise.all(pages.map((page) => isAllowed(page, permission, medium)));
      await setPermission(connection, name, answers.includes(true), toPage(site));
    }
  }
}

async function isAllowed({ contents, address }: Shown, permission: string, medium: string | undefined): Promise<boolean> {
  return (await requested(contents, permission, medium, address)) && checked(contents, permission, medium, address);
}

function requested(contents: object, permission: string, medium: string | undefined, address: string): Promise<boolean> {
  const { request } = handlers;
  if (request === null) return Promise.resolve(true);
  const media = medium === undefined ? {} : { mediaTypes: [medium], securityOrigin: `${originOf(address)}/` };
  return new Promise((resolve) => request(contents, permission, resolve, { requestingUrl: address, isMainFrame: true, ...media }));
}

function checked(contents: object, permission: string, medium: string | undefined, address: string): boolean {
  const origin = `${originOf(address)}/`;
  const media = medium === undefined ? {} : { mediaType: medium, securityOrigin: origin };
  const details = { requestingUrl: address, isMainFrame: true, embeddingOrigin: origin, ...media };
  return handlers.check?.(contents, permission, origin, details) ?? true;
}

/** A name that this Chromium does not know cannot be used by a page either. */
async function setPermission(connection: Connection, name: string, allowed: boolean, origin?: string): Promise<void> {
  const setting = allowed ? 'granted' : 'denied';
  const where = origin === undefined ? {} : { origin };
  await connection.send('Browser.setPermission', { permission: { name }, setting, ...where }).catch(() => undefined);
}
