/**
 * The pages of the app, served under `app://countersign/` from a manifest fixed when the app was built: these files, with these
 * digests, and nothing else. A file that is not in the manifest does not exist, and one that was altered is not served.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { digest } from '../../core/bytes.ts';

export interface PageFile {
  readonly path: string;
  readonly sha256: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Nothing from outside, no inline script or style, no frames. WebAssembly is there for the pictures inside scanned PDF files. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What a page may use of the machine at all, before anybody is asked; the rest stands in `may-use.ts`. */
const ALLOWED = ['camera', 'fullscreen'];
const FORBIDDEN = [
  ...[
    'accelerometer',
    'bluetooth',
    'clipboard-read',
    'display-capture',
    'geolocation',
    'gyroscope',
    'hid',
    'idle-detection',
    'local-fonts',
  ],
  ...['magnetometer', 'microphone', 'midi', 'payment', 'serial', 'storage-access', 'usb', 'window-management', 'xr-spatial-tracking'],
];
export const PERMISSIONS_POLICY = [...ALLOWED.map((name) => `${name}=(self)`), ...FORBIDDEN.map((name) => `${name}=()`)].join(', ');

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'permissions-policy': PERMISSIONS_POLICY,
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Answers requests for pages. Only GET, only the host `countersign`, only paths exactly as the manifest writes them. */
export function createPages(folder: string, manifest: readonly PageFile[]): (request: Pick<Request, 'url' | 'method'>) => Response {
  const files = new Map(manifest.map((file) => [`/${file.path}`, file]));
  return ({ url, method }) => {
    const { host, pathname } = new URL(url);
    const file = host === 'countersign' && method === 'GET' ? files.get(pathname === '/' ? '/index.html' : pathname) : undefined;
    if (file === undefined) return new Response('not here', { status: 404, headers: HEADERS });
    const bytes = new Uint8Array(readFileSync(path.join(folder, file.path)));
    if (digest(bytes) !== file.sha256) return new Response('altered since the app was built', { status: 500, headers: HEADERS });
    const type = TYPES[path.extname(file.path)] ?? 'application/octet-stream';
    return new Response(bytes, { headers: { ...HEADERS, 'content-type': type } });
  };
}
