/**
 * The line in a receipt's square code: as docs/FORMAT.md draws it, small enough for paper, and refused as soon as a single character
 * of it is another.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { toHex } from '../../core/bytes.ts';
import { readReceipt } from '../../core/receipt.ts';
import { readReceiptLine } from '../../core/receipt-line.ts';
import { must, present } from '../../core/result.ts';
import { section } from '../format/document.ts';

const GOLDEN = readFileSync(path.join(import.meta.dirname, '../golden/receipt.json'));
const { act, device, line } = must(readReceipt(GOLDEN));
/** The modules along a side of the largest code that cameras read from the slip: version 20. */
const LARGEST_SIDE = 97;

/** The line as the document draws it. */
function drawn(): readonly string[] {
  return present(/^COUNTERSIGN:.*$/m.exec(section('Receipt'))?.[0], 'the line in the document').split(':');
}

describe('the line of a receipt', () => {
  test('holds the fields that the document names, in its order, and nothing else', () => {
    const values: Readonly<Record<string, string>> = {
      ELECTION: act.election.toUpperCase(),
      JOURNAL: act.journal.toUpperCase(),
      SIZE: String(act.body.head.size),
      ROOT: act.body.head.root.toUpperCase(),
      ACT: act.digest.toUpperCase(),
      DEVICE: toHex(device.raw).toUpperCase(),
      SIGNATURE: present(line.split(':').at(-1), 'signature'),
    };
    const expected = drawn().map((part) => values[part] ?? part);
    expect(line).toBe(expected.join(':'));
    expect(expected.slice(0, 3)).toEqual(['COUNTERSIGN', 'RECEIPT', '2']);
  });

  test('is read back as what the receipt says', () => {
    const { election, journal, digest: id } = act;
    expect(must(readReceiptLine(line))).toMatchObject({ election, journal, act: id, head: act.body.head, device: { id: device.id } });
  });

  test('stays within the characters that a square code packs in pairs, and within a code that is read from paper', () => {
    expect(line).toMatch(/^[0-9A-Z:]+$/);
    const longest = line.replace(`:${act.body.head.size}:`, `:${'9'.repeat(16)}:`);
    expect(encode(longest, { ecc: 'M', border: 0 }).size).toBeLessThanOrEqual(LARGEST_SIDE);
  });

  test('is refused with any one character changed, left out or added', () => {
    const others = ['0', '1', 'F', ':', 'a', ' '];
    for (let at = 0; at < line.length; at += 3) {
      const other = present(
        others.find((character) => character !== line[at]),
        'another',
      );
      const changed = [
        line.slice(0, at) + other + line.slice(at + 1),
        line.slice(0, at) + line.slice(at + 1),
        `${line.slice(0, at)}0${line.slice(at)}`,
      ];
      for (const altered of changed) expect(readReceiptLine(altered).ok, `character ${at}: ${altered}`).toBe(altered === line);
    }
  });
});
