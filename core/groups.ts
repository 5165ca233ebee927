/**
 * The definition's digest as people compare it: sixteen groups of four hexadecimal digits. On import two groups stay blank, chosen
 * unpredictably, and the returning officer types them from the commission's paper notice.
 */

/** `0123…` as `0123 4567 …`, sixteen groups. */
export function groupsOf(digest: string): readonly string[] {
  return digest.match(/.{4}/g) ?? [];
}

/** How a typed group is written in the journal: its place, 01 to 16, and what was typed. */
export function typedGroup(place: number, typed: string): string {
  return `${String(place).padStart(2, '0')}:${typed.toLowerCase()}`;
}

/** Whether what was typed are two different groups of this digest. */
export function openDefinitionGroups(digest: string, typed: readonly string[]): boolean {
  const groups = groupsOf(digest).map((group, at) => typedGroup(at + 1, group));
  return typed.length === 2 && typed[0] !== typed[1] && typed.every((group) => groups.includes(group));
}
