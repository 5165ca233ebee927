/**
 * Very small scanned papers for the tests: PDF files that hold one picture each, coded in the ways that scanners use (CCITT group 4,
 * JBIG2, JPEG 2000), and a plain PNG. Each shows a dark box on a light page. The codes are written bit by bit from the standards
 * (ITU-T T.6 and T.88, ISO 32000-1); only the JPEG 2000 picture was made by a program and is kept as text.
 */

const WIDTH = 64;
const HEIGHT = 48;
const A4 = { width: 595, height: 842 };

interface Drawing {
  readonly data: Buffer;
  /** The entries of the picture's dictionary beside its size and length. */
  readonly entries: string;
}

/** A file with these pictures, one on each page. */
function pdfOf(...drawings: readonly Drawing[]): Uint8Array {
  const pages = drawings.map((_, at) => `${3 + 3 * at} 0 R`);
  const objects: readonly Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Kids [${pages.join(' ')}] /Count ${pages.length} >>`),
    ...drawings.flatMap((drawing, at) => pageOf(drawing, 3 + 3 * at)),
  ];
  return fileOf(objects);
}

/** A file of these objects, numbered from 1, of which the first is the catalogue. */
export function fileOf(objects: readonly Buffer[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets = objects.map((object, at) => {
    const offset = lengthOf(parts);
    parts.push(Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n'));
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const start = lengthOf(parts);
  parts.push(Buffer.from(`${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}

function pageOf({ data, entries }: Drawing, number: number): readonly Buffer[] {
  const content = `q ${A4.width} 0 0 ${A4.height} 0 0 cm /Paper Do Q`;
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${A4.width} ${A4.height}] /Contents ${number + 1} 0 R`;
  const head = `<< /Type /XObject /Subtype /Image /Width ${WIDTH} /Height ${HEIGHT} ${entries} /Length ${data.length} >>\nstream\n`;
  return [
    Buffer.from(`${page} /Resources << /XObject << /Paper ${number + 2} 0 R >> >> >>`),
    Buffer.from(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`),
    Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream')]),
  ];
}

function lengthOf(parts: readonly Buffer[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

function bytesOf(bits: string): Buffer {
  const whole = bits.padEnd(Math.ceil(bits.length / 8) * 8, '0');
  return Buffer.from((whole.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** T.6: the first line says 16 white, 32 black, the rest white; every further line says the same as the one above. */
function boxInGroup4(): Buffer {
  const [horizontal, white16, black32, same] = ['001', '101010', '000001101010', '1'];
  const first = horizontal + white16 + black32 + same;
  const further = (same + same + same).repeat(HEIGHT - 1);
  const endOfBlock = '000000000001'.repeat(2);
  return bytesOf(first + further + endOfBlock);
}

export function ccittPaper(): Uint8Array {
  const parameters = `/DecodeParms << /K -1 /Columns ${WIDTH} /Rows ${HEIGHT} >>`;
  return pdfOf({ data: boxInGroup4(), entries: `/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode ${parameters}` });
}

/** T.88, as it stands inside a PDF file: the page, one region of it in group 4 code, the end of the page. */
function boxInJbig2(): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(WIDTH, 0);
  size.writeUInt32BE(HEIGHT, 4);
  const page = Buffer.concat([size, Buffer.alloc(8), Buffer.from([0, 0, 0])]);
  const place = Buffer.alloc(9);
  const region = Buffer.concat([size, place, Buffer.from([1]), boxInGroup4()]);
  return Buffer.concat([segment(0, 48, page), segment(1, 38, region), segment(2, 49, Buffer.alloc(0))]);
}

function segment(number: number, type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(11);
  head.writeUInt32BE(number, 0);
  head.writeUInt8(type, 4);
  head.writeUInt8(0, 5);
  head.writeUInt8(1, 6);
  head.writeUInt32BE(data.length, 7);
  return Buffer.concat([head, data]);
}

export function jbig2Paper(): Uint8Array {
  return pdfOf({ data: boxInJbig2(), entries: '/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode' });
}

/** 64 by 48 pixels of grey, written by OpenJPEG 2.5. */
const JPEG_2000 =
  'AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAAMAAAAEAAAQcHAAAAAAAPY29scgEAAAAAABEAAACkanAyY/9P/1EAKQAA' +
  'AAAAQAAAADAAAAAAAAAAAAAAAEAAAAAwAAAAAAAAAAAAAQcBAf9SAAwAAAABAAIEBAAB/1wACkBASEhQSEhQ/2QAJQABQ3JlYXRlZCBieSBPcGVuSlBFRyB2ZXJz' +
  'aW9uIDIuNS4w/5AACgAAAAAALAAB/5PctCRfH8kw7k9LR/5Jy/GJa3pDlNTdUnXSkIs3gID/2Q==';

export function jpxPaper(): Uint8Array {
  return pdfOf(jpx(Buffer.from(JPEG_2000, 'base64')));
}

function jpx(data: Buffer): Drawing {
  return { data, entries: '/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /JPXDecode' };
}

/** A whole PDF file whose only picture is cut off: what a full disk or a pulled cable leaves. */
export function paperWithDamagedPicture(): Uint8Array {
  return pdfOf(jpx(Buffer.from(JPEG_2000, 'base64').subarray(0, 60)));
}

/** A PDF file by its first bytes, and nothing after them. */
export function brokenPdf(): Uint8Array {
  return new Uint8Array(Buffer.from('%PDF-1.7\nnothing that could be read\n'));
}

export function paperOfTwoPages(): Uint8Array {
  return pdfOf(
    {
      data: boxInGroup4(),
      entries: `/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 64 /Rows 48 >>`,
    },
    { data: boxInJbig2(), entries: '/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode' },
  );
}

/** 60 by 84 pixels of grey with a dark bar near the top. */
export function pngPicture(): Uint8Array {
  const text =
    'iVBORw0KGgoAAAANSUhEUgAAADwAAABUCAAAAAD7MAuZAAAANUlEQVR42u3TsQkAMAgAQSdx/xmtMkFAEGy876/8qEEBw0s4u8F3satgGIZhGIZhGIZh+NcDzxb9' +
    'xCxw6UsAAAAASUVORK5CYII=';
  return new Uint8Array(Buffer.from(text, 'base64'));
}

/** A PNG picture by its first bytes, cut off after them. */
export function brokenPng(): Uint8Array {
  return pngPicture().slice(0, 40);
}
