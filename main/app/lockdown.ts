/**
 * Everything a window does not need is denied: going elsewhere, opening windows, frames and webviews, downloads, permissions, devices,
 * the network. What little is granted stands in `may-use.ts`, what holds from the start in `safety.ts` (Electron's security checklist).
 */
import type { App, Session, WebContents } from 'electron';
import { ORIGIN, type WindowKind } from './doorway.ts';
import { mayUse } from './may-use.ts';

/** Chromium's answer to a certificate that it is to trust under no circumstances. */
const REFUSE_CERTIFICATE = -2;

/** `kindOf` tells which of our windows a page is in. */
export function lockDown(app: App, session: Session, kindOf: (contents: WebContents) => WindowKind | undefined): void {
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents));
  app.on('select-client-certificate', (event, _contents, _url, _certificates, choose) => {
    event.preventDefault();
    choose();
  });
  grantLittle(session, kindOf);
  grantNoDevice(session);
  cutOff(session);
}

function grantLittle(session: Session, kindOf: (contents: WebContents) => WindowKind | undefined): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    answer(mayUse(kindOf(contents), { permission, media, address: contents.getURL() }));
  });
  session.setPermissionCheckHandler((contents, permission, origin, { mediaType }) => {
    const kind = contents === null ? undefined : kindOf(contents);
    return mayUse(kind, { permission, ...(mediaType === 'audio' ? { media: [mediaType] } : {}), address: origin });
  });
}

/** Whoever would choose a device chooses none; Bluetooth is asked of the page itself, below. */
function grantNoDevice(session: Session): void {
  session.setDevicePermissionHandler(() => false);
  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault();
    choose(null);
  });
  session.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault();
    choose('');
  });
  session.on('file-system-access-restricted', (_event, _details, answer) => answer('deny'));
}

/** The last line behind the content security policy and the switches: no request leaves, no certificate counts, no file comes in. */
function cutOff(session: Session): void {
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  session.setCertificateVerifyProc((_request, answer) => answer(REFUSE_CERTIFICATE));
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOurs(details.url) }));
}

function lockDownContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
}

/** Pages of the manifest, and pictures that a page holds in memory; development tools are not a page and are not served. */
function isOurs(url: string): boolean {
  return url.startsWith(`${ORIGIN}/`) || url.startsWith(`blob:${ORIGIN}/`) || url === 'about:blank';
}
