/**
 * Counts what the thread that reads PDF files makes room for and how much it says, page by page, and stops it where a page takes more
 * than any paper does. It has to be loaded before the reader, whose every list of bytes is made through what is put in place here.
 */
import { MOST_MESSAGES, MOST_ROOM, NEXT_PAGE, TOO_MUCH } from './drawing-limits.ts';

const LISTS = [
  ...[ArrayBuffer, Uint8Array, Uint8ClampedArray, Int8Array],
  ...[Uint16Array, Int16Array, Uint32Array, Int32Array, Float32Array, Float64Array],
] as const;

/** As a thread has it; the types describe that of a window. */
const say = self.postMessage.bind(self) as (message: unknown, ...moved: readonly unknown[]) => void;
let room = 0;
let messages = 0;

function refuse(): never {
  say(TOO_MUCH);
  throw new RangeError('more than a paper takes');
}

function claim(bytes: number): void {
  room += bytes;
  if (room > MOST_ROOM) refuse();
}

/** The same list of bytes, counted before there is room for it; one that looks at bytes which are there takes none. */
function counted(list: (typeof LISTS)[number]): object {
  const width = 'BYTES_PER_ELEMENT' in list ? list.BYTES_PER_ELEMENT : 1;
  return new Proxy(list, {
    construct(target, given: readonly unknown[], asked) {
      const [length] = given;
      if (typeof length === 'number') claim(length * width);
      return Reflect.construct(target, given, asked);
    },
  });
}

for (const list of LISTS) Object.defineProperty(self, list.name, { value: counted(list), configurable: true, writable: true });

// The browser unpacks a stream to its end before anybody can count; without it the reader unpacks by itself, as far as it needs.
Object.defineProperty(self, 'DecompressionStream', { value: undefined });

Object.defineProperty(self, 'postMessage', {
  value: (message: unknown, ...moved: readonly unknown[]) => {
    messages += 1;
    if (messages > MOST_MESSAGES) refuse();
    say(message, ...moved);
  },
});

self.addEventListener('message', ({ data }) => {
  if (data !== NEXT_PAGE) return;
  room = 0;
  messages = 0;
});
