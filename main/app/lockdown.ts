/**
 * Everything a window does not need is denied: going elsewhere, opening windows, frames and webviews, downloads, permissions, the
 * network. Only the camera is granted, to the rooms' window, for photographing a paper (Electron's security checklist).
 */
import type { App, Session, WebContents } from 'electron';
import { ORIGIN } from './doorway.ts';

/** `isRooms` tells the rooms' window from the wall. */
export function lockDown(app: App, session: Session, isRooms: (contents: WebContents) => boolean): void {
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents));
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const video = 'mediaTypes' in details ? details.mediaTypes : undefined;
    const isCamera = permission === 'media' && video !== undefined && video.every((type) => type === 'video');
    answer(isCamera && isRooms(contents) && contents.getURL().startsWith(`${ORIGIN}/`));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => permission === 'media' && origin.replace(/\/$/, '') === ORIGIN);
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
