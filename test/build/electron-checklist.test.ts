/**
 * Electron's security tutorial, point by point, as far as it can be read from the settings and the sources; what has to be tried is
 * tried in the windows. The table in docs/SECURITY.md names all twenty points, and nothing that is not there.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY, PERMISSIONS_POLICY } from '../../main/app/pages.ts';
import { PAGE_SAFETY, QUIET } from '../../main/app/safety.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const SECURITY = read('docs/SECURITY.md');

/** Every source of the product, with its text. */
const SOURCES: readonly (readonly [string, string])[] = ['core', 'db', 'main', 'renderer'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => [`${folder}/${name}`, read(path.join(folder, name))] as const),
);

function sourcesWith(pattern: RegExp): readonly string[] {
  return SOURCES.filter(([, text]) => pattern.test(text)).map(([name]) => name);
}

describe('a window', () => {
  test('is shut in by every setting that the tutorial names (2, 3, 4, 6, 8, 9, 11)', () => {
    expect(PAGE_SAFETY).toMatchObject({
      ...{ sandbox: true, contextIsolation: true, webSecurity: true },
      ...{ nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false },
      ...{ allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false, plugins: false },
      ...{ devTools: false, spellcheck: false, navigateOnDragDrop: false },
    });
  });

  test('is made in one place, with these settings and a preload, and no engine feature besides (10)', () => {
    expect(sourcesWith(/new (?:BrowserWindow|BrowserView|WebContentsView)\b/)).toEqual(['main/app/windows.ts']);
    const [settings = ''] = /webPreferences: \{[^}]*\}/.exec(read('main/app/windows.ts')) ?? [];
    expect(settings.replaceAll(/\s+/g, ' ')).toBe(
      "webPreferences: { preload: path.join(folder, '../preload/preload.cjs'), ...PAGE_SAFETY, }",
    );
    expect(sourcesWith(/enableBlinkFeatures|disableBlinkFeatures|partition:|fromPartition/)).toEqual([]);
  });

  test('is sandboxed before it is there (4)', () => {
    const app = read('main/app/app.ts');
    expect(app.indexOf('app.enableSandbox()')).toBeGreaterThan(0);
    expect(app.indexOf('app.enableSandbox()')).toBeLessThan(app.indexOf('app.whenReady()'));
    expect(app.indexOf('lockDown(app')).toBeLessThan(app.indexOf("windows.open('rooms')"));
  });
});

describe('the pages', () => {
  test('have a policy that lets in nothing foreign (1, 7)', () => {
    const directives = new Map(CONTENT_SECURITY_POLICY.split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1)] as const));
    expect(directives.get('default-src')).toEqual(["'none'"]);
    const allowed = new Set([...directives.values()].flat());
    expect([...allowed].sort()).toEqual(["'none'", "'self'", "'wasm-unsafe-eval'", 'blob:']);
    expect(directives.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  });

  test('may use of the machine the camera and the full screen, whoever asks (5)', () => {
    const granted = PERMISSIONS_POLICY.split(', ').filter((one) => !one.endsWith('=()'));
    expect(granted).toEqual(['camera=(self)', 'fullscreen=(self)']);
  });

  test('are loaded from nowhere but the app’s own scheme (1, 18)', () => {
    expect(sourcesWith(/\.loadFile\(|registerFileProtocol|file:\/\//)).toEqual([]);
    expect(sourcesWith(/\.loadURL\(/)).toEqual(['main/app/windows.ts']);
    expect(read('renderer/index.html')).not.toMatch(/https?:|\/\/[a-z]/);
  });
});

describe('the desktop shell', () => {
  test('opens nothing in other programs but papers of its own making (15)', () => {
    expect(sourcesWith(/\bshell\b[^'\n]*from 'electron'/)).toEqual(['main/app/app.ts']);
    expect(sourcesWith(/openExternal|openPath\(|showItemInFolder/)).toEqual(['main/app/app.ts']);
    expect(read('main/app/app.ts').match(/.*shell\..*/g)).toEqual([
      "  const papers = openedPapers(app.getPath('temp'), (file) => shell.openPath(file));",
    ]);
  });

  test('speaks to no network, updates and reports nothing', () => {
    const never = /\b(?:autoUpdater|crashReporter|contentTracing|desktopCapturer|utilityProcess|inAppPurchase)\b[^'\n]*from 'electron'/;
    expect(sourcesWith(never)).toEqual([]);
    expect(sourcesWith(/setAsDefaultProtocolClient|from 'node:(?:net|http|https|http2|tls|dgram|dns)/)).toEqual([]);
  });

  test('hears pages at one place only, which looks at the sender first (17)', () => {
    expect(sourcesWith(/\bipcMain\b/)).toEqual(['main/app/app.ts']);
    const app = read('main/app/app.ts');
    expect(app.match(/ipcMain\.\w+\(/g)).toEqual(['ipcMain.handle(']);
    expect(app).toContain('callerOf(event.senderFrame, windows.kindOf(event.sender))');
  });

  test('gives pages two functions, and Electron to none of them (20)', () => {
    expect(sourcesWith(/from 'electron'/).filter((name) => !name.startsWith('main/app/'))).toEqual([]);
    expect(sourcesWith(/\b(?:ipcRenderer|contextBridge)\b/)).toEqual(['main/app/preload.ts']);
    expect(read('main/app/preload.ts').match(/exposeIn\w+/g)).toEqual(['exposeInMainWorld']);
  });

  test('switches off what the browser beneath would do on the network by itself', () => {
    const names = ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'disable-sync'];
    for (const name of [...names, 'no-pings', 'no-proxy-server', 'dns-prefetch-disable', 'disable-quic'])
      expect(QUIET).toHaveProperty(name);
    expect(QUIET['host-resolver-rules']).toBe('MAP * ~NOTFOUND');
    expect(Object.keys(QUIET).filter((name) => /enable|allow|insecure|remote|inspect|no-sandbox|ignore/.test(name))).toEqual([]);
    const app = read('main/app/app.ts');
    expect(app.indexOf('Object.entries(QUIET)')).toBeLessThan(app.indexOf('app.whenReady()'));
  });

  test('is a version of Electron that is named exactly (16)', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as { readonly devDependencies: Readonly<Record<string, string>> };
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe('docs/SECURITY.md', () => {
  test('names all twenty points of the tutorial', () => {
    const points = [...SECURITY.matchAll(/^\| (\d+) \| (.+?) \| (.+) \|$/gm)].map(([, number]) => Number(number));
    expect(points).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  });

  test('names no file that is not there', () => {
    const named = [...SECURITY.matchAll(/`((?:core|db|main|renderer|build|test|docs)\/[\w./-]+|package(?:-lock)?\.json)`/g)].map(
      ([, file]) => file ?? '',
    );
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });

  test('leaves nobody an address that nobody reads', () => expect(SECURITY).not.toMatch(/[\w.]+@[\w.]+|TODO|https?:\/\//));
});
