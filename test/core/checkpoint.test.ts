/** Checkpoints: the text that is signed, one way only to write it, and refusals by line. */
import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digest, toHex, utf8 } from '../../core/bytes.ts';
import { type Checkpoint, checkpointText, keyHash, openCheckpoint, sealCheckpoint, verifyCheckpoint } from '../../core/checkpoint.ts';
import { sha256, toBase64 } from '../../core/primitives.ts';
import { must } from '../../core/result.ts';

const seed = new Uint8Array(32).fill(8);
const publicKey = ed25519.getPublicKey(seed);
const checkpoint: Checkpoint = { origin: 'countersign.example/journal/epoch-1', size: 80_000, root: sha256(utf8('root')) };

function seal(unsigned: Checkpoint): string {
  return sealCheckpoint(unsigned, publicKey, ed25519.sign(utf8(checkpointText(unsigned)), seed));
}

const note = seal(checkpoint);
const rootLine = toBase64(checkpoint.root);

describe('a checkpoint', () => {
  test('is origin, size and root, a line each, and a signature line after an empty one', () => {
    expect(checkpointText(checkpoint)).toBe(`countersign.example/journal/epoch-1\n80000\n${rootLine}\n`);
    expect(note.startsWith(`${checkpointText(checkpoint)}\n— countersign.example/journal/epoch-1 `)).toBe(true);
    expect(note.endsWith('\n') && note.split('\n').length === 6).toBe(true);
  });

  test('hints at its key by the four bytes that signed notes prescribe', () => {
    const hashed = Buffer.concat([Buffer.from('name\n'), Buffer.of(1), publicKey]);
    expect(toHex(keyHash('name', publicKey))).toBe(digest(hashed).slice(0, 8));
  });

  test('hints at a key as the Go note package does in its published example', () => {
    const raw = Buffer.from('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'base64').subarray(1);
    expect(toHex(keyHash('PeterNeumann', raw))).toBe('c74f20a3');
  });

  test('opens to what was sealed and verifies with its key and origin', () => {
    const opened = must(openCheckpoint(note));
    expect(opened.checkpoint).toEqual(checkpoint);
    expect(opened.keyHash).toEqual(keyHash(checkpoint.origin, publicKey));
    expect(opened.name).toBe(checkpoint.origin);
    expect(verifyCheckpoint(note, publicKey, checkpoint.origin)).toEqual({ ok: true, value: checkpoint });
  });

  test('of the empty journal is a checkpoint', () => {
    const empty = { ...checkpoint, size: 0 };
    expect(verifyCheckpoint(seal(empty), publicKey, checkpoint.origin)).toEqual({ ok: true, value: empty });
  });

  test('is refused for another origin, another key, or a signature of something else', () => {
    const other = ed25519.getPublicKey(new Uint8Array(32).fill(9));
    expect(verifyCheckpoint(note, publicKey, 'elsewhere')).toMatchObject({ refusal: { code: 'E-CHECKPOINT' } });
    expect(verifyCheckpoint(note, other, checkpoint.origin)).toMatchObject({ refusal: { code: 'E-SIGNATURE' } });
    const hintingElsewhere = sealCheckpoint(checkpoint, other, must(openCheckpoint(note)).signature);
    expect(verifyCheckpoint(hintingElsewhere, publicKey, checkpoint.origin)).toMatchObject({ refusal: { code: 'E-SIGNATURE' } });
    const borrowed = sealCheckpoint({ ...checkpoint, size: 1 }, publicKey, must(openCheckpoint(note)).signature);
    expect(verifyCheckpoint(borrowed, publicKey, checkpoint.origin)).toMatchObject({ refusal: { code: 'E-SIGNATURE' } });
  });

  test.each([
    ['nothing', ''],
    ['no last newline', note.slice(0, -1)],
    ['a newline more', `${note}\n`],
    ['another line end', note.replaceAll('\n', '\r\n')],
    ['a leading zero', note.replace('\n80000', '\n080000')],
    ['a plus sign', note.replace('\n80000', '\n+80000')],
    ['a size beyond 2^53', note.replace('\n80000', '\n9007199254740992')],
    ['a short root', note.replace(rootLine, toBase64(checkpoint.root.slice(1)))],
    ['an unpadded root', note.replace(rootLine, rootLine.slice(0, -1))],
    ['an extension line', note.replace(rootLine, `${rootLine}\nextension`)],
    ['a second signature', `${note}${note.split('\n\n')[1]}`],
    ['no signature', note.slice(0, note.indexOf('—'))],
    ['a hyphen for the dash', note.replace('—', '-')],
    ['another name', note.replace('— countersign', '— countersigns')],
    ['a space in the origin', note.replaceAll('journal', 'jour nal')],
    ['a plus in the origin', note.replaceAll('journal', 'jour+nal')],
    ['a signature cut short', note.replace(/ [^ ]+\n$/, ` ${toBase64(new Uint8Array(67))}\n`)],
  ])('is refused with %s', (_name, text) => {
    expect(openCheckpoint(text)).toMatchObject({ ok: false, refusal: { code: 'E-CHECKPOINT' } });
  });

  test('is read in one way only: whatever opens is written so again', () => {
    fc.assert(
      fc.property(fc.nat(note.length - 1), fc.string({ unit: 'binary', maxLength: 2 }), (at, change) => {
        const changed = note.slice(0, at) + change + note.slice(at + 1);
        const verified = verifyCheckpoint(changed, publicKey, checkpoint.origin);
        expect(verified.ok).toBe(changed === note);
      }),
      { numRuns: 1000 },
    );
  });

  test('is not sealed when it cannot be written down', () => {
    for (const wrong of [
      { origin: '' },
      { origin: 'a b' },
      { origin: 'a\nb' },
      { size: -1 },
      { size: 1.5 },
      { root: new Uint8Array(31) },
    ]) {
      expect(() => checkpointText({ ...checkpoint, ...wrong })).toThrow(TypeError);
    }
    expect(() => sealCheckpoint(checkpoint, publicKey, new Uint8Array(63))).toThrow(TypeError);
  });
});
