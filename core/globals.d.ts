/**
 * The two things core takes from every host, in a browser as in Node, that the language itself does not declare: turning text
 * into UTF-8 bytes and back (WHATWG Encoding Standard). Declared here no wider than they are used, so that core stays free of any host.
 */

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label: 'utf-8', options: { readonly fatal: true; readonly ignoreBOM: true });
  decode(bytes: Uint8Array): string;
}
