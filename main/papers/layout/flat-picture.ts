/**
 * A mark that somebody drew, as a picture for paper: what is transparent becomes white, so that the file holds one plain picture and
 * always the same bytes. Read is what a window draws: PNG with eight bits for each of red, green, blue and opacity, not interlaced.
 */
import { unzlibSync, zlibSync } from 'fflate';
import { crc32 } from '../../../core/crc32.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Eight bits, colour with opacity, the one packing, the one filter method, not interlaced (PNG, 11.2.2). */
const WITH_OPACITY = '8,6,0,0,0';
const PLAIN = Uint8Array.of(8, 2, 0, 0, 0);
const HEADER_LENGTH = 13;
const LARGEST_SIDE = 4096;
const BYTES_IN = 4;
const BYTES_OUT = 3;

/** The picture on white, or undefined where these bytes are no such picture. */
export function flatPicture(png: Uint8Array): Uint8Array | undefined {
  try {
    const chunks = chunksOf(png);
    const header = chunks.find(({ type }) => type === 'IHDR')?.data;
    if (header?.length !== HEADER_LENGTH || header.subarray(8).join() !== WITH_OPACITY) return undefined;
    const view = new DataView(header.buffer, header.byteOffset);
    const [width, height] = [view.getUint32(0), view.getUint32(4)];
    if (Math.min(width, height) < 1 || Math.max(width, height) > LARGEST_SIDE) return undefined;
    const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
    const lines = unfiltered(unzlibSync(packed), width * BYTES_IN, height);
    return lines === undefined ? undefined : encoded(onWhite(lines, width, height), header.subarray(0, 8));
  } catch {
    // Whatever the unpacking of foreign bytes stumbles over: they are no picture.
    return undefined;
  }
}

function chunksOf(png: Uint8Array): readonly { readonly type: string; readonly data: Uint8Array }[] {
  const bytes = Buffer.from(png);
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return [];
  const chunks = [];
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), data: Uint8Array.from(bytes.subarray(at + 8, at + 8 + length)) });
    at += 12 + length;
  }
  return chunks;
}

/** Undoes the filter of each line (PNG, 9.2): what stands there was written as its difference from what is beside and above it. */
function unfiltered(data: Uint8Array, stride: number, height: number): Uint8Array | undefined {
  if (data.length !== (stride + 1) * height) return undefined;
  const out = new Uint8Array(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = data[row * (stride + 1)] ?? 0;
    for (let at = 0; at < stride; at += 1) {
      const place = row * stride + at;
      const left = at >= BYTES_IN ? (out[place - BYTES_IN] ?? 0) : 0;
      const up = row > 0 ? (out[place - stride] ?? 0) : 0;
      const corner = row > 0 && at >= BYTES_IN ? (out[place - stride - BYTES_IN] ?? 0) : 0;
      out[place] = (data[row * (stride + 1) + 1 + at] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return out;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return Math.floor((left + up) / 2);
  if (filter !== 4) throw new RangeError(`no filter ${filter}`);
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

/** Lines of red, green and blue, each with the filter that changes nothing. */
function onWhite(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const stride = width * BYTES_OUT + 1;
  const out = new Uint8Array(stride * height);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const opacity = pixels[pixel * BYTES_IN + 3] ?? 0;
    const place = Math.floor(pixel / width) * stride + 1 + (pixel % width) * BYTES_OUT;
    for (let colour = 0; colour < BYTES_OUT; colour += 1)
      out[place + colour] = Math.round(((pixels[pixel * BYTES_IN + colour] ?? 0) * opacity + 255 * (255 - opacity)) / 255);
  }
  return out;
}

function encoded(lines: Uint8Array, size: Uint8Array): Uint8Array {
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([size, PLAIN])),
    chunk('IDAT', zlibSync(lines)),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
