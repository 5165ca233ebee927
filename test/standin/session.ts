/**
 * What holds for all windows together: permissions, requests, downloads, stored data. Nothing is ever downloaded: the app hears of an
 * attempt, and Chromium refuses it in any case.
 */
import { EventEmitter } from 'node:events';
import { chromium } from './chromium.ts';
import type { Connection } from './connection.ts';
import { allContents } from './contents.ts';
import { type Payload, text } from './payload.ts';
import { setCheckHandler, setRequestHandler } from './permissions.ts';
import { preventable } from './preventable.ts';
import { originOf, toApp, toPage } from './schemes.ts';
import { notInStandIn, strict } from './strict.ts';
import { webRequest } from './web-request.ts';

const events = new EventEmitter();

export async function refuseDownloads(connection: Connection): Promise<void> {
  connection.listen('', 'Browser.downloadWillBegin', (payload) => tellDownload(payload));
  await connection.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true });
}

function tellDownload(payload: Payload): void {
  const frame = text(payload, 'frameId');
  const contents = allContents().find((each) => each.target?.id === frame) ?? allContents()[0];
  let cancelled = false;
  const cancel = (): void => {
    cancelled = true;
  };
  const item = { getURL: () => toApp(text(payload, 'url')), getFilename: () => text(payload, 'suggestedFilename'), cancel };
  const event = preventable({});
  events.emit('will-download', event, strict('DownloadItem', item), contents?.guarded);
  if (!event.defaultPrevented && !cancelled) process.stderr.write(`${notInStandIn('a download').message}\n`);
}

async function clearStorageData(): Promise<void> {
  const origins = new Set(allContents().map((contents) => toPage(originOf(contents.getURL()))));
  for (const origin of origins) {
    if (origin === 'null') continue;
    const session = allContents().find((contents) => toPage(originOf(contents.getURL())) === origin)?.target?.session ?? '';
    await chromium().connection.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' }, session);
  }
}

const defaultSession = strict(
  'session.defaultSession',
  Object.assign(events, {
    webRequest,
    setPermissionRequestHandler: setRequestHandler,
    setPermissionCheckHandler: setCheckHandler,
    /** Pages of the stand-in reach no such devices, so that there is never anything to ask. */
    setDevicePermissionHandler: (_handler: unknown): void => undefined,
    /** No request of a page ever reaches a server, so that no certificate is ever shown. */
    setCertificateVerifyProc: (_judge: unknown): void => undefined,
    setSpellCheckerEnabled: (_enabled: boolean): void => undefined,
    clearStorageData,
  }),
);

export const session = strict('session', { defaultSession });
