/**
 * Commands as windows may send them: every kind that a person says in a window is read with exactly its fields; every other kind, and
 * every field too many, too few or out of bounds, is refused before the centre is asked.
 */
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../core/acts.ts';
import { commandSchema, NOT_BY_WINDOW } from '../../core/commands.ts';
import { RULES } from '../../core/roles.ts';
import { sampleOf } from './sample-commands.ts';

const isNotByWindow = (kind: string) => NOT_BY_WINDOW.some((other) => other === kind);
const accepts = (command: unknown) => commandSchema.safeParse(command).success;

describe('a command from a window', () => {
  for (const kind of KINDS) {
    const sample = sampleOf(kind, 'somebody');
    if (isNotByWindow(kind)) {
      test(`${kind} cannot be said by filling in fields`, () => expect(accepts(sample)).toBe(false));
      continue;
    }
    test(`${kind} is read with its own fields and with no other`, () => {
      expect(accepts(sample)).toBe(true);
      expect(accepts({ ...sample, body: { ...sample.body, surprise: 1 } })).toBe(false);
      expect(accepts({ ...sample, by: 'somebody else' })).toBe(false);
      for (const field of Object.keys(sample.body)) {
        expect(accepts({ ...sample, body: { ...sample.body, [field]: Symbol('none') } }), field).toBe(false);
      }
    });
  }

  test('every act of the device is out of reach of a window', () => {
    for (const kind of KINDS) if (RULES[kind].by.includes('device')) expect(isNotByWindow(kind), kind).toBe(true);
  });

  test('what the office derives cannot be sent along', () => {
    const derived = [
      ['form-received', 'form', 'president.west1.9'],
      ['form-opened', 'asked', []],
      ['form-opened', 'subject', '0'.repeat(64)],
      ['form-accepted', 'outcomes', []],
      ['form-accepted', 'disposition', 'counted'],
      ['summary-prepared', 'digest', '0'.repeat(64)],
      ['summary-declared', 'outcomes', []],
    ] as const;
    for (const [kind, field, value] of derived) {
      const sample = sampleOf(kind, 'somebody');
      expect(accepts({ ...sample, body: { ...sample.body, [field]: value } }), `${kind} ${field}`).toBe(false);
    }
  });

  test('a revision may be named, so that a stale screen is refused, and only as a whole number from 1', () => {
    const sample = sampleOf('form-set-aside', 'somebody');
    for (const revision of [1, 7]) expect(accepts({ ...sample, body: { ...sample.body, revision } })).toBe(true);
    for (const revision of [0, -1, 1.5, '1']) expect(accepts({ ...sample, body: { ...sample.body, revision } })).toBe(false);
  });

  test('anything that is no command is refused', () => {
    for (const value of [null, undefined, 1, 'form-received', [], {}, { kind: 'no-such-kind', body: {} }, { kind: 'toString', body: {} }]) {
      expect(accepts(value)).toBe(false);
    }
  });
});
