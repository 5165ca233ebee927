/**
 * Whether a person may still sit at the keyboard with this key: whose key was replaced, who was suspended or whose accreditation was
 * revoked may not, from the very act on that says so. What such a key signs would be refused in any case (`core/centre.ts`).
 */
import { type Refusal, refusal } from '../../core/result.ts';
import type { Centre } from '../../core/state.ts';

export function judgeAtKeyboard(centre: Centre, id: string, key: string): Refusal | undefined {
  const person = centre.people.get(id);
  if (person === undefined) return refusal('R-ROLE', `${id} is not admitted`);
  if (person.key !== key) return refusal('R-KEY-REVOKED', id);
  if (person.suspended !== undefined) return refusal('R-SUSPENDED', id);
  return person.accreditation === 'revoked' ? refusal('R-NOT-ACCREDITED', id) : undefined;
}
