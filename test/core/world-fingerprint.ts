/** A state written out, so that two states can be compared wherever they came from. */
import type { Centre } from '../../core/state.ts';

/** Everything in a state but the definition, with every map in the order of its keys. */
export function fingerprint(centre: Centre): string {
  const { definition: _, roll: __, revokedUnenrolled, ...state } = centre;
  return JSON.stringify({ ...state, revokedUnenrolled: [...revokedUnenrolled].sort() }, inOrder);
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}
