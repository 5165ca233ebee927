/**
 * Base64 with the standard alphabet and padding (RFC 4648 section 4), in plain language, for a host that brings no faster one.
 * Keys, signatures and payloads travel as base64. Decoding here is lenient and never fails: whether a text is the one proper
 * spelling of its bytes is decided by the caller, who encodes again and compares.
 */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PADDING = '=';

const valueOfCode = new Uint8Array(128);
for (let value = 0; value < ALPHABET.length; value++) valueOfCode[ALPHABET.charCodeAt(value)] = value;

/** Four characters for up to three bytes, the missing ones shown as padding. */
function encodeGroup(first: number, second: number | undefined, third: number | undefined): string {
  const group = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
  const character = (shift: number) => ALPHABET.charAt((group >> shift) & 63);
  const lastButOne = second === undefined ? PADDING : character(6);
  return character(18) + character(12) + lastButOne + (third === undefined ? PADDING : character(0));
}

/** The padded base64 of any bytes; no line breaks. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) text += encodeGroup(bytes[at] ?? 0, bytes[at + 1], bytes[at + 2]);
  return text;
}

/** The bytes a base64 text most likely means. Foreign characters count as zero: the caller's comparison will tell. */
export function decodeBase64Leniently(text: string): Uint8Array {
  const length = text.endsWith('==') ? text.length - 2 : text.endsWith(PADDING) ? text.length - 1 : text.length;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let pending = 0;
  for (let at = 0, written = 0; at < length; at++) {
    pending = ((pending << 6) | (valueOfCode[text.charCodeAt(at)] ?? 0)) & 0xffff;
    const spareBits = (at * 6 + 6) % 8;
    if (at % 4 !== 0) bytes[written++] = pending >> spareBits;
  }
  return bytes;
}
