/**
 * `node test/bench/verifier.ts`: how long the verifier page takes for a bundle of 250 stations and 8 agents, with a scan of 300 kB for
 * each form; at most 10 seconds are allowed. Measured in Chromium with its own cryptography, and again with the page's portable code
 * alone, as in a browser that knows no Ed25519. Printed, never judged by a test.
 */
import { mkdtempSync, openAsBlob, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { concat, utf8 } from '../../core/bytes.ts';
import { PORTABLE_PRIMITIVES, provide } from '../../core/primitives.ts';
import { systemRandom } from '../../db/random.ts';
import { judgeAll } from '../../renderer/verifier/judging.ts';
import { signatureEngine } from '../../renderer/verifier/signature-engine.ts';
import { type InventedCentre, playInvented } from '../verifier/invented-centre.ts';
import { buildPage, openPage } from '../verifier/page.ts';

const ALLOWED = 10;
const SCAN = 300_000;
const SIZE = { stations: 250, agents: 8, candidates: 8 };

function tell(what: string, seconds: number, detail: string): void {
  const word = seconds <= ALLOWED ? 'within' : 'OVER  ';
  process.stdout.write(`${what.padEnd(44)} ${seconds.toFixed(2).padStart(7)} s  allowed ${ALLOWED} s  ${word}  (${detail})\n`);
}

async function inBrowser(folder: string, { official }: InventedCentre): Promise<void> {
  const opened = await openPage(await buildPage(path.join(folder, 'page')));
  await opened.page.getByRole('checkbox').check();
  await opened.lay(official);
  const began = performance.now();
  const verdict = await opened.verdict();
  const seconds = (performance.now() - began) / 1000;
  const words = await opened.page.locator('main').innerText();
  const signatures = /([0-9]+) signatures verify/.exec(words)?.[1];
  const own = /Verified in ([0-9.]+) s/.exec(words)?.[1];
  const megabytes = Math.round(statSync(official).size / 1_000_000);
  tell(
    'Chromium, its own cryptography',
    seconds,
    `${verdict}, ${signatures} signatures, ${megabytes} MB; ${own} s by the page’s own clock, the rest until the verdict is painted`,
  );
  await opened.close();
}

async function portably({ official }: InventedCentre): Promise<void> {
  provide(PORTABLE_PRIMITIVES);
  const bundle = new File([await openAsBlob(official)], path.basename(official));
  const engine = await signatureEngine(undefined);
  const began = performance.now();
  const [judged] = await judgeAll(
    { bundles: [bundle], receipts: [], certificates: [], acceptRehearsal: true },
    engine.verify,
    () => undefined,
  );
  tell('the portable code alone', (performance.now() - began) / 1000, `${judged?.verdict}, in Node, one thread`);
}

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-bench-'));
try {
  process.stderr.write(`playing a day of ${SIZE.stations} stations\n`);
  const scanAt = () => concat(utf8('%PDF-1.7\n'), systemRandom(SCAN));
  const centre = await playInvented(folder, { ...SIZE, nameOf: (beginning) => beginning, scanAt });
  await inBrowser(folder, centre);
  await portably(centre);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
