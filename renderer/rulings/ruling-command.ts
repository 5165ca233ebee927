/** A ruling as it is sent: on the finding with exactly the inputs that the screen showed, on the revision it showed. */
import type { Command } from '../../core/decide.ts';
import type { Choice, FindingSeen, RuledForm } from '../../core/views/rulings.ts';

export function rulingCommand(
  { paper: { form, revision } }: RuledForm,
  { code, digest, ground }: FindingSeen,
  ruling: Choice,
  reason: string,
  witnesses: readonly string[],
): Command {
  const grounded = ruling === 'disregard' && ground !== undefined ? { ground } : {};
  return {
    kind: 'finding-ruled',
    body: { form, revision, finding: code, inputs: digest, ruling, ...grounded, reason, witnesses: [...witnesses] },
  };
}
