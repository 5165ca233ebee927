/**
 * What Chromium sends over its DevTools connection is untyped text. These readers take one field out of it, of the kind that is
 * expected; a field that is missing, or of another kind, reads as empty, so that no caller has to ask twice.
 */
export type Payload = Readonly<Record<string, unknown>>;

export function payloadOf(value: unknown): Payload {
  return typeof value === 'object' && value !== null ? (value as Payload) : {};
}

export function inner(payload: Payload, field: string): Payload {
  return payloadOf(payload[field]);
}

export function text(payload: Payload, field: string): string {
  const value = payload[field];
  return typeof value === 'string' ? value : '';
}

export function number(payload: Payload, field: string): number {
  const value = payload[field];
  return typeof value === 'number' ? value : 0;
}

export function list(payload: Payload, field: string): readonly Payload[] {
  const value = payload[field];
  return Array.isArray(value) ? value.map(payloadOf) : [];
}

/** The fields whose values are texts: request headers, for example. */
export function texts(payload: Payload): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

export function flag(payload: Payload, field: string): boolean {
  return payload[field] === true;
}
