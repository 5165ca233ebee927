/**
 * The line in a receipt's square code against the document that tells strangers how to read it: field by field, as docs/FORMAT.md
 * draws it, from the acts of a little centre.
 */
import { expect, test } from 'vitest';
import type { ActOf } from '../../../core/acts.ts';
import { toHex } from '../../../core/bytes.ts';
import { present } from '../../../core/result.ts';
import { receiptLine } from '../../../core/views/sign-receipt.ts';
import { section } from '../../format/document.ts';
import { openWorld, signIn } from '../world.ts';

/** The line as the document draws it. */
function drawn(): readonly string[] {
  return present(/^COUNTERSIGN:.*$/m.exec(section('Receipt'))?.[0], 'the line in the document').split(':');
}

function issued(): ActOf<'receipt-issued'> {
  const world = openWorld();
  signIn(world, 'red');
  const head = { size: world.centre().size, root: toHex(Uint8Array.from({ length: 32 }, (_, at) => at * 7)) };
  world.must('device', { kind: 'receipt-issued', body: { agent: 'red', head, forms: [] } });
  return present(world.acts().at(-1)?.act, 'receipt') as ActOf<'receipt-issued'>;
}

test('the square code holds the fields that the document names, in its order, and nothing else', () => {
  const act = issued();
  const values: Readonly<Record<string, string>> = {
    JOURNAL: act.journal.toUpperCase(),
    SIZE: String(act.body.head.size),
    ROOT: act.body.head.root.toUpperCase(),
    ACT: act.digest.toUpperCase(),
  };
  const expected = drawn().map((part) => values[part] ?? part);
  expect(receiptLine(act)).toBe(expected.join(':'));
  expect(expected.slice(0, 3)).toEqual(['COUNTERSIGN', 'RECEIPT', '1']);
});

test('it stays within the characters that a square code packs in pairs', () => {
  expect(receiptLine(issued())).toMatch(/^[0-9A-Z:]+$/);
});
