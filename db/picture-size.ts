/**
 * How many dots a picture claims to have, read from its first bytes before any window is asked to draw it. A file of a few hundred
 * bytes can claim to be a picture of gigabytes, and whoever draws it has to make room for all of that first.
 */

/** A PNG's first chunk (ISO/IEC 15948): "IHDR" at byte 12, then width and height. */
const PNG_HEADER = 0x49484452;
const [TYPE_AT, WIDTH_AT, HEIGHT_AT, PNG_HEADER_LENGTH] = [12, 16, 20, 24];

const MARKER = 0xff;
/** Start of a frame (ISO/IEC 10918-1, table B.1): C0 to CF but for the tables of codes and the two that are reserved. */
const FRAMES = { from: 0xc0, to: 0xcf, others: [0xc4, 0xc8, 0xcc] } as const;
/** Markers that stand alone; at the scan's own, the picture's bytes begin. */
const ALONE = { from: 0xd0, to: 0xd8, temporary: 0x01 } as const;
const SCAN_BEGINS = 0xda;

/** Dots, as a PNG's or a JPEG's header claims; undefined where there is no such header, and for a PDF, whose pages have none. */
export function dotsClaimed(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isPng = bytes.length >= PNG_HEADER_LENGTH && view.getUint32(TYPE_AT) === PNG_HEADER;
  if (isPng) return view.getUint32(WIDTH_AT) * view.getUint32(HEIGHT_AT);
  return view.byteLength > 2 && view.getUint16(0) === 0xffd8 ? dotsOfJpeg(view) : undefined;
}

/** The most that any of its frames' headers claims: whoever draws it may take either. */
function dotsOfJpeg(view: DataView): number | undefined {
  let most: number | undefined;
  let at = 2;
  while (at + 4 <= view.byteLength && view.getUint8(at) === MARKER) {
    const marker = view.getUint8(at + 1);
    if (marker === SCAN_BEGINS) return most;
    if (isFrame(marker) && at + 9 <= view.byteLength) most = Math.max(most ?? 0, view.getUint16(at + 5) * view.getUint16(at + 7));
    at += marker === MARKER ? 1 : isAlone(marker) ? 2 : 2 + view.getUint16(at + 2);
  }
  return most;
}

function isFrame(marker: number): boolean {
  return marker >= FRAMES.from && marker <= FRAMES.to && !FRAMES.others.some((other) => other === marker);
}

function isAlone(marker: number): boolean {
  return (marker >= ALONE.from && marker <= ALONE.to) || marker === ALONE.temporary;
}
