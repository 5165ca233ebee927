/** Marks that people drew on the screen, on paper: the picture stands in the person's box, on white, and changes nothing else. */

import fc from 'fast-check';
import { zlibSync } from 'fflate';
import { expect, test } from 'vitest';
import { crc32 } from '../../core/crc32.ts';
import { present } from '../../core/result.ts';
import { summaryDigest } from '../../core/summary.ts';
import { constituencyForm } from '../../main/papers/form/constituency-form.ts';
import { type Subject, UNSIGNED } from '../../main/papers/form/subject.ts';
import { flatPicture } from '../../main/papers/layout/flat-picture.ts';
import { render } from '../../main/papers/layout/render.ts';
import { tagsOf } from './read-back.ts';
import { sampleContent } from './sample-summary.ts';

const WIDTH = 3;
const HEIGHT = 5;

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG as a browser writes it: each line under a filter of its own, which is undone by what the standard says. */
function drawing(pixels: readonly number[], filters: readonly number[]): Buffer {
  const stride = WIDTH * 4;
  const at = (row: number, place: number) => (row < 0 || place < 0 ? 0 : present(pixels[row * stride + place], 'a pixel'));
  const guess = (filter: number, row: number, place: number) => {
    const [left, up, corner] = [at(row, place - 4), at(row - 1, place), row > 0 ? at(row - 1, place - 4) : 0];
    const paeth = [left, up, corner].sort((a, b) => Math.abs(left + up - corner - a) - Math.abs(left + up - corner - b))[0];
    return [0, left, up, Math.floor((left + up) / 2), paeth][filter] ?? 0;
  };
  const lines = Array.from({ length: HEIGHT }, (_, row) => [
    filters[row] ?? 0,
    ...Array.from({ length: stride }, (_line, place) => (at(row, place) - guess(filters[row] ?? 0, row, place)) & 0xff),
  ]);
  const header = Buffer.from([0, 0, 0, WIDTH, 0, 0, 0, HEIGHT, 8, 6, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(Uint8Array.from(lines.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const BYTES = WIDTH * HEIGHT * 4;
const anyPixels = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: BYTES, maxLength: BYTES });
const anyFilters = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: HEIGHT, maxLength: HEIGHT });

test('a mark is the same picture whatever filters its lines were written under', () => {
  fc.assert(
    fc.property(anyPixels, anyFilters, (pixels, filters) => {
      const plain = present(flatPicture(drawing(pixels, Array(HEIGHT).fill(0))), 'a picture');
      expect(flatPicture(drawing(pixels, filters))).toEqual(plain);
    }),
  );
});

test('what is transparent is white, what is opaque keeps its colour', () => {
  const pixels = Array.from({ length: WIDTH * HEIGHT }, (_, at) => (at % 2 === 0 ? [10, 20, 30, 0] : [10, 20, 30, 255])).flat();
  const flat = present(flatPicture(drawing(pixels, [0, 1, 2, 3, 4])), 'a picture');
  const expected = Array.from({ length: HEIGHT }, (_, row) => [
    0,
    ...Array.from({ length: WIDTH }, (_line, at) => ((row * WIDTH + at) % 2 === 0 ? [255, 255, 255] : [10, 20, 30])).flat(),
  ]).flat();
  expect(Buffer.from(flat).includes(Buffer.from(zlibSync(Uint8Array.from(expected))))).toBe(true);
});

test('bytes that are no such picture give none, and never an error', () => {
  const good = drawing(Array(BYTES).fill(7), [4, 4, 4, 4, 4]);
  fc.assert(fc.property(fc.uint8Array(), (bytes) => flatPicture(bytes) === undefined));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: good.length - 1 }), (length) => {
      expect(() => flatPicture(good.subarray(0, length))).not.toThrow();
    }),
  );
  const huge = Buffer.from(good);
  huge.writeUInt32BE(2 ** 31, 16);
  expect(flatPicture(huge)).toBeUndefined();
});

test('a mark stands in its agent’s and its official’s box, with a word for who listens, and the paper is the same each time', async () => {
  const content = sampleContent({ stations: 4, candidates: 2, agents: 3 });
  const signatures = [
    { person: 'RO-117', name: 'Josephine Wairimu Kaberia', role: 'ro' as const, key: 'a'.repeat(64), at: content.prepared.at },
  ];
  const subject: Subject = {
    content,
    digest: summaryDigest(content),
    state: 'ready',
    signing: { ...UNSIGNED, signatures },
    language: 'en',
  };
  const mark = drawing(Array(BYTES).fill(90), [1, 2, 3, 4, 0]);
  const marks = new Map([
    ['AG-2', mark],
    ['RO-117', drawing(Array(BYTES).fill(40), [0, 0, 0, 0, 0])],
    ['AG-3', Buffer.from('no picture')],
  ]);
  const bytes = await render(constituencyForm(subject, { marks }));
  const figures = tagsOf(bytes).filter((line) => /^\s*Figure\b/.test(line));
  expect(figures).toHaveLength(3);
  const file = Buffer.from(bytes);
  expect(file.includes('/Alt (Mark drawn by Dalmas Farah)')).toBe(true);
  expect(file.includes('/Alt (Mark drawn by Josephine Wairimu Kaberia)')).toBe(true);
  expect(Buffer.compare(await render(constituencyForm(subject, { marks })), bytes)).toBe(0);
});
