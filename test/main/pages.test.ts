/** The pages of the app: only the files of the manifest, only as they were built, each under the strict policy. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digest, utf8 } from '../../core/bytes.ts';
import { CONTENT_SECURITY_POLICY, createPages } from '../../main/app/pages.ts';

let folder: string;
let answer: ReturnType<typeof createPages>;
const PAGE = '<!doctype html><title>x</title>';
const SCRIPT = 'export const one = 1;';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pages-'));
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'index.html'), PAGE);
  writeFileSync(path.join(folder, 'assets/app.js'), SCRIPT);
  writeFileSync(path.join(folder, 'secret.txt'), 'not in the manifest');
  writeFileSync(path.join(folder, 'altered.js'), 'changed after the build');
  answer = createPages(folder, [
    { path: 'index.html', sha256: digest(utf8(PAGE)) },
    { path: 'assets/app.js', sha256: digest(utf8(SCRIPT)) },
    { path: 'altered.js', sha256: digest(utf8('as built')) },
  ]);
});
afterAll(() => rmSync(folder, { recursive: true }));

const get = (url: string, method = 'GET') => answer({ url, method });

describe('pages', () => {
  test('a page of the manifest is served under the policy, and is never guessed to be something else', async () => {
    const page = get('app://countersign/');
    expect(page.status).toBe(200);
    expect(await page.text()).toBe(PAGE);
    expect(page.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(get('app://countersign/assets/app.js').headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  for (const url of [
    'app://countersign/secret.txt',
    'app://countersign/assets/../secret.txt',
    'app://countersign/assets/%2e%2e/secret.txt',
    'app://countersign/%2Fetc/passwd',
    'app://countersign//index.html',
    'app://countersign/INDEX.html',
    'app://elsewhere/index.html',
    'app://countersign.example.org/index.html',
  ]) {
    test(`${url} is not here`, () => expect(get(url).status).toBe(404));
  }

  test('nothing but reading is answered', () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'HEAD']) expect(get('app://countersign/', method).status).toBe(404);
  });

  test('a file that was altered since the build is not served', async () => {
    const altered = get('app://countersign/altered.js');
    expect(altered.status).toBe(500);
    expect(await altered.text()).not.toContain('changed');
  });

  test('the policy lets in nothing from outside, no inline script or style, no frame, no form', () => {
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|data:|\*/);
  });
});
