/**
 * PDF files of a few kilobytes that unfold to a gigabyte, as somebody would make them who wants the tallying to stop: streams packed
 * in streams, one stream written a thousand times over, pictures and drawings that call each other. Not one of them is a paper.
 */
import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { fileOf } from './papers.ts';

const MEGABYTE = 2 ** 20;
const A4 = '[0 0 595 842]';

/** A deflated stream (RFC 1950) of one piece over and over, made without ever holding all of it. */
function deflatedOver(piece: Uint8Array, times: number): Buffer {
  const packed = deflateRawSync(piece, { finishFlush: constants.Z_FULL_FLUSH, level: 9 });
  return Buffer.concat([Buffer.from([0x78, 0xda]), ...Array.from({ length: times }, () => packed), Buffer.from([0x03, 0x00])]);
}

function stream(dictionary: string, data: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')]);
}

/** One page; `contents` says what is drawn, `resources` with what, and the objects from 4 on are both. */
function pageOf(contents: string, resources: string, ...objects: readonly Buffer[]): Uint8Array {
  return fileOf([
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(`<< /Type /Page /Parent 2 0 R /MediaBox ${A4} /Contents ${contents} /Resources << ${resources} >> >>`),
    ...objects,
  ]);
}

const PICTURE = '/Type /XObject /Subtype /Image /Width 64 /Height 48 /ColorSpace /DeviceGray /BitsPerComponent 8';
const SHOWN = Buffer.from('q 595 0 0 842 0 0 cm /Paper Do Q');

/** What the page draws is `megabytes` of blanks, deflated twice. */
export function nestedDrawing(megabytes: number): Uint8Array {
  const packed = deflateSync(deflatedOver(Buffer.alloc(MEGABYTE, ' '), megabytes), { level: 9 });
  return pageOf('4 0 R', '', stream('/Filter [/FlateDecode /FlateDecode]', packed));
}

/** A small picture whose bytes are `megabytes` of zeros, deflated twice. */
export function nestedPicture(megabytes: number): Uint8Array {
  const packed = deflateSync(deflatedOver(Buffer.alloc(MEGABYTE), megabytes), { level: 9 });
  return pageOf(
    '4 0 R',
    '/XObject << /Paper 5 0 R >>',
    stream('', SHOWN),
    stream(`${PICTURE} /Filter [/FlateDecode /FlateDecode]`, packed),
  );
}

/** A modest stream that the page names a thousand times. */
export function namedOver(megabytes: number, times: number): Uint8Array {
  const contents = `[${Array.from({ length: times }, () => '4 0 R').join(' ')}]`;
  return pageOf(contents, '', stream('/Filter /FlateDecode', deflatedOver(Buffer.alloc(MEGABYTE, ' '), megabytes)));
}

/** Drawings that call the next one ten times each: nothing is large, and the whole would take years. */
export function drawingsInDrawings(levels: number): Uint8Array {
  const calls = Buffer.from('/Next Do '.repeat(10));
  const form = (next: string) => `/Type /XObject /Subtype /Form /BBox ${A4} /Resources << ${next} >>`;
  const drawings = Array.from({ length: levels }, (_, at) =>
    at === levels - 1 ? stream(form(''), Buffer.from('0 0 1 1 re f')) : stream(form(`/XObject << /Next ${6 + at} 0 R >>`), calls),
  );
  return pageOf('4 0 R', '/XObject << /Next 5 0 R >>', stream('', calls), ...drawings);
}

/** Several pictures, each as large as one may be, of next to no bytes. */
export function largePictures(count: number): Uint8Array {
  const [width, height] = [15_000, 10_000];
  const data = deflateSync(deflatedOver(Buffer.alloc(width * 3), height), { level: 9 });
  const head = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8`;
  const names = Array.from({ length: count }, (_, at) => `/P${at} ${5 + at} 0 R`);
  const shown = Array.from({ length: count }, (_, at) => `q 595 0 0 842 0 0 cm /P${at} Do Q`).join(' ');
  const pictures = names.map(() => stream(`${head} /Filter [/FlateDecode /FlateDecode]`, data));
  return pageOf('4 0 R', `/XObject << ${names.join(' ')} >>`, stream('', Buffer.from(shown)), ...pictures);
}
