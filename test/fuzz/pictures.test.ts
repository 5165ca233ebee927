/** Pictures that claim more than anybody can draw are refused when they are brought, by their own first bytes, and nothing is kept. */
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat } from '../../core/bytes.ts';
import { MOST_DOTS } from '../../core/scan-limits.ts';
import { dotsClaimed } from '../../db/picture-size.ts';
import { describeBytes, openScans } from '../../db/scans.ts';
import { readPicture } from '../../main/scans/files.ts';
import { temporaryFolder } from '../db/folders.ts';
import { jpegOf, pngOf } from './pictures.ts';

const TOO_MANY = { ok: false, refusal: { code: 'E-PICTURE', detail: expect.stringContaining('dots') } };

describe('a picture that claims to be enormous', () => {
  test.each([
    ['a PNG of 60,000 by 60,000', pngOf(60_000, 60_000)],
    ['a PNG as wide as can be written', pngOf(2 ** 32 - 1, 1)],
    ['a JPEG of 60,000 by 60,000', jpegOf(60_000, 60_000)],
    ['a progressive JPEG of 60,000 by 60,000', jpegOf(60_000, 60_000, 0xc2)],
    ['a JPEG with a small frame and then a large one', concat(jpegOf(20, 30).subarray(0, -2), jpegOf(60_000, 60_000).subarray(2))],
    [
      'a JPEG with bytes of filling before its frame',
      concat(jpegOf(1, 1).subarray(0, 2), Uint8Array.of(0xff, 0xff), jpegOf(60_000, 60_000).subarray(2)),
    ],
  ])('is refused: %s', async (_what, bytes) => {
    const folder = temporaryFolder();
    expect(describeBytes(bytes)).toMatchObject(TOO_MANY);
    expect(openScans(folder).add(bytes)).toMatchObject(TOO_MANY);
    expect(readdirSync(path.join(folder, 'scans'))).toEqual([]);
    writeFileSync(path.join(folder, 'picture'), bytes);
    expect(await readPicture(path.join(folder, 'picture'))).toMatchObject({ ok: true });
  });

  test('is taken up to the limit, and not a row beyond', () => {
    expect(describeBytes(pngOf(15_000, 10_000))).toMatchObject({ ok: true });
    expect(15_000 * 10_000).toBe(MOST_DOTS);
    expect(describeBytes(pngOf(15_000, 10_001))).toMatchObject(TOO_MANY);
    expect(describeBytes(jpegOf(15_000, 10_001))).toMatchObject(TOO_MANY);
  });
});

test('the size of any picture is read as it was written', () =>
  fc.assert(
    fc.property(fc.nat(65_535), fc.nat(65_535), (width, height) => {
      expect(dotsClaimed(pngOf(width, height))).toBe(width * height);
      expect(dotsClaimed(jpegOf(width, height))).toBe(width * height);
    }),
  ));

test('of bytes that only begin like a picture, whatever follows, the size is some number or none', () =>
  fc.assert(
    fc.property(fc.constantFrom(pngOf(2, 2), jpegOf(2, 2)), fc.nat(30), fc.uint8Array({ maxLength: 300 }), (start, kept, rest) => {
      const dots = dotsClaimed(concat(start.subarray(0, 2 + kept), rest));
      expect(dots === undefined || Number.isSafeInteger(dots) || dots >= 2 ** 53).toBe(true);
    }),
    { seed: 7, numRuns: 2000 },
  ));
