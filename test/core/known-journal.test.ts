/**
 * One reader for everything that is brought against a journal: a receipt, its line, a bare checkpoint. Each is taken from the golden
 * receipt, and each part that says whose it is is attacked.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { utf8 } from '../../core/bytes.ts';
import { openCheckpoint, sealCheckpoint } from '../../core/checkpoint.ts';
import { readDefinition } from '../../core/definition.ts';
import { parseEnvelopeFile } from '../../core/envelope.ts';
import { type KnownJournal, strangerIn } from '../../core/known-journal.ts';
import { readReceipt } from '../../core/receipt.ts';
import { must } from '../../core/result.ts';
import { readWitness } from '../../core/witness.ts';

const golden = (name: string) => readFileSync(path.join(import.meta.dirname, '../golden', name));
const GOLDEN = golden('receipt.json');
const { act, device, line } = must(readReceipt(GOLDEN));
const { checkpoint } = JSON.parse(GOLDEN.toString()) as { checkpoint: string };
const definition = { ...must(readDefinition(must(parseEnvelopeFile(golden('definition.json'))))), digest: act.election };
/** The golden receipt is of the second device. */
const known: KnownJournal = { definition, journal: act.journal, epoch: 2, devices: new Set([device.text]) };
const otherKey = definition.commission;

const BROUGHT = { receipt: GOLDEN, line: utf8(line), checkpoint: utf8(checkpoint) };

function told(bytes: Uint8Array, of: KnownJournal): string | undefined {
  return strangerIn(must(readWitness(bytes)), of);
}

describe.each(Object.entries(BROUGHT))('a %s', (is, bytes) => {
  test('of this journal is told by what is in it, and names the head', () => {
    expect(must(readWitness(bytes))).toMatchObject({ is, head: act.body.head });
    expect(told(bytes, known)).toBeUndefined();
  });

  test('of another journal, another election or an unknown device says nothing', () => {
    expect(told(bytes, { ...known, journal: act.journal.replace(/^./, (first) => (first === '0' ? '1' : '0')) })).toContain(
      'another journal',
    );
    const content = { ...definition.content, id: 'another' };
    expect(told(bytes, { ...known, definition: { ...definition, content, digest: '0'.repeat(64) } })).toContain('another journal');
    expect(told(bytes, { ...known, devices: new Set([otherKey.text]) })).toContain('a device that this journal does not know');
  });
});

describe('a bare checkpoint', () => {
  test('whose four bytes hint at another key is not this device’s, though its signature is', () => {
    const { checkpoint: head, signature } = must(openCheckpoint(checkpoint));
    const hinted = utf8(sealCheckpoint(head, otherKey.raw, signature));
    expect(told(utf8(checkpoint), known)).toBeUndefined();
    expect(told(hinted, known)).toContain('a device that this journal does not know');
  });

  test('of a device that is still to come is of no device of this journal', () => {
    expect(told(utf8(checkpoint), { ...known, epoch: 1 })).toContain('another journal');
  });
});
