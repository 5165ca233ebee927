/**
 * The built page in a Chromium that has no network, opened from where it lies. Whatever it asks for that is not itself or made by
 * itself is noted, and so is everything it complains about: each test ends with both lists empty.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { findBrowser } from '../../build/browsers.ts';
import { present } from '../../core/result.ts';

export const PAGE = 'countersign-verifier.html';

const ROOT = path.join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** Builds the page into a folder, in a process of its own as `npm run build` does; answers its file. */
export async function buildPage(folder: string): Promise<string> {
  const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js');
  const env = { ...process.env, COUNTERSIGN_VERIFIER_OUT: folder };
  await run(process.execPath, [vite, 'build', '--config', 'build/verifier.config.ts'], { cwd: ROOT, env });
  return path.join(folder, PAGE);
}

export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses it asked for; of a file's own only the first. */
  readonly asked: string[];
  readonly complaints: string[];
  /** Chooses files in the page's one box for files. */
  lay(...files: readonly string[]): Promise<void>;
  /** Presses Verify and waits for the verdict; answers its word. */
  verdict(): Promise<string>;
  close(): Promise<void>;
}

export interface Looks {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
  readonly colorScheme?: 'light' | 'dark';
}

export async function openPage(file: string, { width = 1366, height = 768, ...looks }: Looks = {}): Promise<OpenedPage> {
  const rootSwitches = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const switches = ['--test-type', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const executablePath = present(findBrowser(existsSync), 'a browser');
  const browser = await chromium.launch({ executablePath, args: [...switches, ...rootSwitches] });
  const context = await browser.newContext({ offline: true, viewport: { width, height }, locale: 'en-GB', ...looks });
  const page = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  const own = pathToFileURL(file).href;
  await context.route(/^(?!file:|blob:|data:)/, (route) => route.abort());
  page.on('request', (request) => {
    if (!isOwn(request.url(), own)) asked.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  await page.goto(own);
  return {
    ...{ page, context, asked, complaints },
    lay: async (...files) => {
      await page.locator('input[type=file]').setInputFiles([...files]);
      for (const laid of files) await page.getByText(path.basename(laid)).first().waitFor();
    },
    verdict: () => verdictOn(page),
    close: () => browser.close(),
  };
}

/** The page itself, and what it made of itself or of a file that it was given. */
function isOwn(url: string, own: string): boolean {
  return url === own || url.startsWith(`${own}#`) || url.startsWith('blob:') || url.startsWith('data:');
}

export const VERDICT = /Authentic|Consistent|Failed|Halisi|Hakipingani|Kimeshindwa/;

async function verdictOn(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^(Verify|Thibitisha)$/ }).click();
  const words = page.locator('h2').filter({ hasText: VERDICT });
  await words.waitFor({ timeout: 120_000 });
  return (await words.innerText()).trim();
}
