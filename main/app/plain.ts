/**
 * Whether a value from a window is plain data, and how much of it there is. Only text, whole numbers, yes and no, lists, records and
 * bytes may cross; names by which a record could reach into the language itself may not.
 */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const DEEPEST = 12;

export function isPlain(value: unknown, depth = 0): boolean {
  if (value === undefined || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return false;
  if (value instanceof Uint8Array) return true;
  if (Array.isArray(value)) return value.every((item) => isPlain(item, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Reflect.ownKeys(value).every(
    (key) => typeof key === 'string' && !FORBIDDEN.has(key) && isPlain((value as Record<string, unknown>)[key], depth + 1),
  );
}

/** Roughly the bytes of a value; counting stops once it is past `limit`, so that a huge one costs little to refuse. */
export function weigh(value: unknown, limit: number): number {
  let weight = 0;
  const waiting: unknown[] = [value];
  while (waiting.length > 0 && weight <= limit) {
    const item = waiting.pop();
    weight += 8;
    if (typeof item === 'string') weight += item.length;
    else if (ArrayBuffer.isView(item)) weight += item.byteLength;
    else if (typeof item === 'object' && item !== null) {
      for (const key of Object.keys(item)) {
        weight += key.length;
        waiting.push((item as Record<string, unknown>)[key]);
        if (weight > limit) break;
      }
    }
  }
  return weight;
}
