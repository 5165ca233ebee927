/**
 * The one spelling of a JSON document whose keys are not ours to choose: RFC 8785, keys in ascending order, no white space. It serves
 * formats of others, with whole numbers, true and false, texts, lists and objects; what this project signs is stricter (`canonical`).
 */

/** The text of a value made here. Throws on what is none of these, which would be our defect. */
export function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) return `{${membersOf(value as Readonly<Record<string, unknown>>).join(',')}}`;
  const isSound = typeof value === 'string' || typeof value === 'boolean' || Number.isSafeInteger(value);
  if (!isSound) throw new TypeError(`not for a report: ${String(value)}`);
  return JSON.stringify(value);
}

function membersOf(value: Readonly<Record<string, unknown>>): readonly string[] {
  const keys = Object.keys(value).sort();
  return keys.map((key) => `${JSON.stringify(key)}:${sortedJson(value[key])}`);
}
