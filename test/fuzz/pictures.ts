/** Pictures by their first bytes, as small as they can be, of any size that they claim to have. */
import { crc32, deflateSync } from 'node:zlib';
import { concat, utf8 } from '../../core/bytes.ts';

/** A PNG (ISO/IEC 15948) that claims so many dots and holds next to nothing. */
export function pngOf(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const data = deflateSync(Buffer.alloc(Math.min(1 + width, 1000)));
  return concat(signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', new Uint8Array()));
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(concat(utf8(type), data)));
  return concat(length, utf8(type), data, sum);
}

/** A JPEG (ISO/IEC 10918-1) with a comment before the frame's header; `frame` is the kind of its coding. */
export function jpegOf(width: number, height: number, frame = 0xc0): Uint8Array {
  const comment = Uint8Array.of(0xff, 0xfe, 0, 6, 1, 2, 3, 4);
  const sizes = [height >> 8, height & 255, width >> 8, width & 255];
  const header = Uint8Array.of(0xff, frame, 0, 11, 8, ...sizes, 1, 1, 0x11, 0);
  return concat(Uint8Array.of(0xff, 0xd8), comment, header, Uint8Array.of(0xff, 0xd9));
}

export function smallPictures(): readonly Uint8Array[] {
  return [pngOf(20, 30), jpegOf(20, 30), jpegOf(20, 30, 0xc2), utf8('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n')];
}
