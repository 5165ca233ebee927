/**
 * How values cross between the page's process and this one: as text, in which everything that JSON does not know (bytes, dates, maps,
 * `undefined`, not-a-number) carries a mark. An object that itself has a field of the mark's name is written out field by field, so
 * that no page can pass a marked value off as another.
 */
export interface Wire {
  toWire(value: unknown): string;
  fromWire(text: string): unknown;
}

/** Both sides run this very function: here as it stands, in the page from its text. It may therefore use nothing from outside. */
export function makeWire(): Wire {
  type Fields = Record<string, unknown>;
  type Bytes = { toBase64?: () => string };
  type MakeBytes = { fromBase64?: (base64: string) => Uint8Array };
  const PIECE = 0x2000;
  /** Browsers can do this by themselves, and much faster; this Node cannot yet. */
  const toBase64 = (bytes: Uint8Array): string => {
    const quick = (bytes as Bytes).toBase64;
    if (quick !== undefined) return quick.call(bytes);
    let characters = '';
    for (let from = 0; from < bytes.length; from += PIECE) characters += String.fromCharCode(...bytes.subarray(from, from + PIECE));
    return btoa(characters);
  };
  const fromBase64 = (base64: string): Uint8Array => {
    const quick = (Uint8Array as MakeBytes).fromBase64;
    if (quick !== undefined) return quick.call(Uint8Array, base64);
    const characters = atob(base64);
    const bytes = new Uint8Array(characters.length);
    for (let index = 0; index < bytes.length; index += 1) bytes[index] = characters.charCodeAt(index);
    return bytes;
  };
  const mark = ($is: string, value?: unknown): Fields => ({ $is, value });
  const fields = (value: object): Fields => Object.fromEntries(Object.entries(value).map(([name, field]) => [name, write(field)]));
  const writeObject = (value: object): unknown => {
    if (Array.isArray(value)) return value.map(write);
    if (value instanceof Uint8Array) return mark('bytes', toBase64(value));
    if (value instanceof ArrayBuffer) return mark('buffer', toBase64(new Uint8Array(value)));
    if (ArrayBuffer.isView(value)) throw new TypeError('of the views on bytes, the stand-in passes Uint8Array only');
    if (value instanceof Date) return mark('date', value.getTime());
    if (value instanceof Map) return mark('map', [...value].map(write));
    if (value instanceof Set) return mark('set', [...value].map(write));
    if (value instanceof Error) return mark('error', [value.name, value.message]);
    return Object.hasOwn(value, '$is') ? mark('object', Object.entries(value).map(write)) : fields(value);
  };
  const write = (value: unknown): unknown => {
    if (value === undefined) return mark('undefined');
    if (typeof value === 'function' || typeof value === 'symbol') throw new Error('An object could not be cloned.');
    if (typeof value === 'bigint') return mark('bigint', String(value));
    if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)))
      return mark('number', Object.is(value, -0) ? '-0' : String(value));
    return typeof value === 'object' && value !== null ? writeObject(value) : value;
  };
  const entries = (value: unknown): [string, unknown][] => read(value) as [string, unknown][];
  const readError = ([name = 'Error', message = '']: string[]): Error => Object.assign(new Error(message), { name });
  const readMark = (kind: unknown, value: unknown): unknown => {
    if (kind === 'undefined') return undefined;
    if (kind === 'bigint') return BigInt(String(value));
    if (kind === 'number') return Number(value);
    if (kind === 'date') return new Date(Number(value));
    if (kind === 'bytes') return fromBase64(String(value));
    if (kind === 'buffer') return fromBase64(String(value)).buffer;
    if (kind === 'map') return new Map(entries(value));
    if (kind === 'set') return new Set(entries(value));
    if (kind === 'error') return readError(value as string[]);
    return Object.fromEntries(entries(value));
  };
  const read = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(read);
    if (typeof value !== 'object' || value === null) return value;
    if (Object.hasOwn(value, '$is')) return readMark((value as Fields).$is, (value as Fields).value);
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, read(field)]));
  };
  return { toWire: (value) => JSON.stringify(write(value)), fromWire: (text) => read(JSON.parse(text)) };
}

export const wire = makeWire();
