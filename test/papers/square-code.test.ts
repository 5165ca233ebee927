/**
 * The square codes, read from the page as a camera sees it: the page is drawn at the resolution of an office scanner, and a reader we
 * did not write finds the code and its line.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import jsQrModule from 'jsqr';
import { expect, test } from 'vitest';
import { readReceipt } from '../../core/receipt.ts';
import { must } from '../../core/result.ts';
import { summaryDigest } from '../../core/summary.ts';
import { constituencyForm } from '../../main/papers/form/constituency-form.ts';
import { summaryLine } from '../../main/papers/form/frame.ts';
import { type Subject, UNSIGNED } from '../../main/papers/form/subject.ts';
import { render } from '../../main/papers/layout/render.ts';
import { receiptSlip } from '../../main/papers/receipt-slip.ts';
import { sampleContent } from './sample-summary.ts';

const jsQr = typeof jsQrModule === 'function' ? jsQrModule : (jsQrModule as { readonly default: typeof jsQrModule }).default;
const SCANNER_DPI = 200;

/** Reads the code in a part of a page, given in points from the upper left corner. */
function read(bytes: Uint8Array, page: number, [x, y, width, height]: readonly [number, number, number, number]): string | undefined {
  const pixels = (points: number) => String(Math.round((points * SCANNER_DPI) / 72));
  const part = ['-x', pixels(x), '-y', pixels(y), '-W', pixels(width), '-H', pixels(height)];
  const drawn = execFileSync('pdftoppm', ['-r', String(SCANNER_DPI), '-gray', '-f', String(page), '-l', String(page), ...part, '-'], {
    input: bytes,
    maxBuffer: 2 ** 28,
  });
  const [head = '', across = '0', down = '0'] = /^P5\n(\d+) (\d+)\n255\n/.exec(drawn.toString('latin1', 0, 40)) ?? [];
  const [wide, high, grey] = [Number(across), Number(down), drawn.subarray(head.length)];
  const colours = Uint8ClampedArray.from({ length: wide * high * 4 }, (_, at) => (at % 4 === 3 ? 255 : (grey[at >> 2] ?? 255)));
  return jsQr(colours, wide, high)?.data;
}

const content = sampleContent({ stations: 20, candidates: 8, kind: 'rehearsal' });
const subject: Subject = { content, digest: summaryDigest(content), state: 'ready', signing: UNSIGNED, language: 'en' };
const FOOT = [20, 500, 130, 95] as const;

test('the code at the foot of every page names the summary, also through the stamp that lies behind it', async () => {
  const bytes = await render(constituencyForm(subject));
  for (const page of [1, 2, 3]) expect(read(bytes, page, FOOT), `page ${page}`).toBe(summaryLine(subject.digest));
});

test('a line of signed totals of 420 characters is read back whole from its page', async () => {
  const totalsLine = `COUNTERSIGN:TOTALS:1:${'0123456789ABCDEF'.repeat(25)}`.slice(0, 420);
  const bytes = await render(constituencyForm(subject, { totalsLine }));
  expect(read(bytes, 2, [480, 60, 361, 440])).toBe(totalsLine);
});

test('the code on an agent’s slip holds the signed line of the receipt', async () => {
  const file = readFileSync(path.join(import.meta.dirname, '../golden/receipt.json'));
  const receipt = must(readReceipt(file));
  const { checkpoint } = JSON.parse(file.toString()) as { readonly checkpoint: string };
  const agent = { name: 'Nyuki Mkuyu', party: 'Kite Party' };
  const election = { title: 'Uchaguzi wa majaribio', kind: 'live' } as const;
  const bytes = await render(receiptSlip({ receipt, checkpoint, agent, election, formName: (form) => form, language: 'sw' }));
  expect(read(bytes, 1, [0, 0, 420, 595])).toBe(receipt.line);
});
