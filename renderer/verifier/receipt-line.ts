/**
 * The line in the square code of an agent's slip, laid beside a bundle: was the head that the slip names a head of this journal? The
 * line bears no signature, so it proves a rewritten journal only together with the slip it was read from.
 */
import type { Verification } from '../../core/verify.ts';
import type { JudgedReceipt } from '../../core/verify-receipts.ts';

const LINE = /^COUNTERSIGN:RECEIPT:1:([0-9A-F]{64}):([0-9]{1,15}):([0-9A-F]{64}):([0-9A-F]{64})$/;

export function isReceiptLine(text: string): boolean {
  return LINE.test(text);
}

export function judgeReceiptLine(name: string, line: string, { view, summary }: Verification): JudgedReceipt {
  const [, journal = '', size = '', root = ''] = LINE.exec(line) ?? [];
  const failed = (detail: string): JudgedReceipt => ({ name, status: 'failed', detail });
  if (view === undefined) return { name, status: 'not checked', detail: 'the bundle shows no journal' };
  if (journal.toLowerCase() !== view.journal) return failed('a receipt of another journal');
  const known = view.rootAt(Number(size));
  if (known === root.toLowerCase()) return { name, status: 'passed', detail: `the journal had this head at ${size} entries` };
  if (known !== undefined) return failed(`the journal had another history at ${size} entries`);
  if (summary?.state === 'declared') return { name, status: 'not checked', detail: 'issued after this bundle ends' };
  return failed(`the journal ends at ${view.size} entries; the receipt saw ${size}`);
}
