/**
 * The checksum that a ZIP file carries for each member (CRC-32, ITU-T V.42; the polynomial 0x04C11DB7 taken bit-reversed). It finds
 * a damaged stick, not an opponent: against those stand the fingerprints and signatures inside.
 */
const REVERSED_POLYNOMIAL = 0xedb88320;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ REVERSED_POLYNOMIAL : remainder >>> 1;
  return remainder;
});

/** The CRC-32 of bytes, as an unsigned number; `before` continues from the checksum of what stood before them. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let remainder = ~before;
  for (let at = 0; at < bytes.length; at++) remainder = (remainder >>> 8) ^ (table[(remainder ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return ~remainder >>> 0;
}
