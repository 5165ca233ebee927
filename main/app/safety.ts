/**
 * What is settled before the first window opens: how every page is shut in, and which habits of the browser beneath are switched off,
 * so that nothing in it ever speaks to a network. Each value has its reason in Electron's security tutorial or in docs/SECURITY.md;
 * values that are the default anyway are written down all the same, for whoever reads and for a later version that thinks otherwise.
 */

export const PAGE_SAFETY = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  spellcheck: false,
  navigateOnDragDrop: false,
  disableDialogs: true,
  devTools: false,
} as const;

/** Chromium's own switches: no name is ever looked up, no proxy asked for, and nothing fetched, reported or kept in step behind our back. */
export const QUIET: Readonly<Record<string, string>> = {
  'host-resolver-rules': 'MAP * ~NOTFOUND',
  'no-proxy-server': '',
  'webrtc-ip-handling-policy': 'disable_non_proxied_udp',
  'dns-prefetch-disable': '',
  'no-pings': '',
  'disable-quic': '',
  'disable-background-networking': '',
  'disable-component-update': '',
  'disable-domain-reliability': '',
  'disable-sync': '',
  'disable-breakpad': '',
};
