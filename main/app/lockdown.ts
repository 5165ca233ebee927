/**
 * Everything a window does not need is denied: going elsewhere, opening windows, frames and webviews, downloads, permissions, the
 * network. What little is granted stands in `may-use.ts` (Electron's security checklist).
 */
import type { App, Session, WebContents } from 'electron';
import { ORIGIN, type WindowKind } from './doorway.ts';
import { mayUse } from './may-use.ts';

/** `kindOf` tells which of our windows a page is in. */
export function lockDown(app: App, session: Session, kindOf: (contents: WebContents) => WindowKind | undefined): void {
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents));
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    answer(mayUse(kindOf(contents), { permission, media, address: contents.getURL() }));
  });
  session.setPermissionCheckHandler((contents, permission, origin, { mediaType }) => {
    const kind = contents === null ? undefined : kindOf(contents);
    return mayUse(kind, { permission, ...(mediaType === 'audio' ? { media: [mediaType] } : {}), address: origin });
  });
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOurs(details.url) }));
}

function lockDownContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Pages of the manifest, and pictures that a page holds in memory; development tools are not a page and are not served. */
function isOurs(url: string): boolean {
  return url.startsWith(`${ORIGIN}/`) || url.startsWith(`blob:${ORIGIN}/`) || url === 'about:blank';
}
