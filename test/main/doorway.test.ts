/**
 * The doorway as an attacker sees it: whoever is not the top frame of a window of ours, whatever is not in the contract, every field
 * too many, too large or of the wrong kind is refused with its code, before a handler hears of it.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROLES, type Role } from '../../core/acts.ts';
import { type AskName, CONTRACT } from '../../core/contract/contract.ts';
import { ok } from '../../core/result.ts';
import { type Caller, createDoorway, type Handlers, ORIGIN } from '../../main/app/doorway.ts';
import { isPlain, weigh } from '../../main/app/plain.ts';

const ROOMS: Caller = { origin: ORIGIN, isTopFrame: true, window: 'rooms' };
const NAMES = Object.keys(CONTRACT) as AskName[];

/** A doorway whose handlers only note that they were reached. */
function guarded(role?: Role) {
  const reached: string[] = [];
  const handlers = Object.fromEntries(NAMES.map((name) => [name, () => ok(void reached.push(name))])) as unknown as Handlers;
  return { reached, doorway: createDoorway(handlers, () => role) };
}

function codeOf(answer: unknown): string | undefined {
  return (answer as { readonly refusal?: { readonly code: string } }).refusal?.code;
}

describe('who asks', () => {
  const strangers: readonly (readonly [string, Caller])[] = [
    ['a page from elsewhere', { ...ROOMS, origin: 'https://example.org' }],
    ['a page whose address only begins like ours', { ...ROOMS, origin: 'app://countersign.example.org' }],
    ['a page without an origin', { ...ROOMS, origin: '' }],
    ['a frame inside our page', { ...ROOMS, isTopFrame: false }],
    ['a window that the host did not open', { origin: ORIGIN, isTopFrame: true }],
  ];
  for (const [who, caller] of strangers) {
    test(`${who} is refused every question`, async () => {
      const { doorway, reached } = guarded('ro');
      for (const name of NAMES) expect(codeOf(await doorway(caller, [name, {}]))).toBe('E-DOORWAY-SENDER');
      expect(reached).toEqual([]);
    });
  }

  test('the wall may ask only what is marked for it', async () => {
    for (const name of NAMES) {
      const { doorway } = guarded('ro');
      const code = codeOf(await doorway({ ...ROOMS, window: 'wall' }, [name, {}]));
      if (CONTRACT[name].onWall) expect(code).not.toBe('E-DOORWAY-ASK');
      else expect(code, name).toBe('E-DOORWAY-ASK');
    }
  });
});

describe('what is asked', () => {
  const strange = [
    'nothing',
    '',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'frame ',
    'Frame',
    7,
    null,
    undefined,
    {},
    ['frame'],
  ];
  for (const name of strange) {
    test(`${JSON.stringify(name) ?? 'undefined'} is no question`, async () => {
      const { doorway } = guarded('ro');
      expect(codeOf(await doorway(ROOMS, [name, {}]))).toBe('E-DOORWAY-ASK');
    });
  }

  test('a question comes with its fields and nothing else', async () => {
    const { doorway } = guarded('ro');
    for (const asked of [[], ['frame'], ['frame', {}, {}], [{}, 'frame']])
      expect(codeOf(await doorway(ROOMS, asked))).toBe('E-DOORWAY-ASK');
  });

  test('a field that the question does not have is refused, in every question', async () => {
    const { doorway, reached } = guarded('ro');
    for (const name of NAMES) expect(codeOf(await doorway(ROOMS, [name, { surprise: true }])), name).toBe('E-DOORWAY-FIELDS');
    expect(reached).toEqual([]);
  });

  test('names that reach into the language are refused wherever they stand', async () => {
    const { doorway, reached } = guarded('ro');
    const polluted = [
      JSON.parse('{"__proto__":{"language":"en"}}'),
      JSON.parse('{"language":"en","constructor":{"prototype":{}}}'),
      Object.create({ language: 'en' }),
      new (class Preference {
        language = 'en';
      })(),
    ];
    for (const fields of polluted) expect(codeOf(await doorway(ROOMS, ['prefer', fields]))).toBe('E-DOORWAY-FIELDS');
    expect(reached).toEqual([]);
    expect(({} as { language?: string }).language).toBeUndefined();
  });

  test('more than the question may hold is refused by its size alone, as text, as list, as bytes', async () => {
    const { doorway } = guarded('ro');
    const { limit } = CONTRACT.noteIncident;
    const huge = ['x'.repeat(limit + 1), Array.from({ length: limit / 4 }, () => 1), new Uint8Array(limit + 1)];
    for (const text of huge) expect(codeOf(await doorway(ROOMS, ['noteIncident', { text }]))).toBe('E-DOORWAY-SIZE');
  });

  test('any value at all is refused or answered, never thrown on', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NAMES),
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true }),
        async (name, fields) => {
          const { doorway } = guarded('ro');
          const answer = await doorway(ROOMS, [name, fields]);
          expect(typeof answer.ok).toBe('boolean');
        },
      ),
    ));
});

describe('who is at the keyboard', () => {
  test('every question says who may ask it: nobody at the keyboard gets only what is for anybody', async () => {
    const { doorway } = guarded(undefined);
    for (const name of NAMES) {
      const code = codeOf(await doorway(ROOMS, [name, {}]));
      if (CONTRACT[name].by === 'anybody') expect(code, name).not.toBe('R-NOT-UNLOCKED');
      else expect(['R-NOT-UNLOCKED', 'E-DOORWAY-FIELDS'], name).toContain(code);
    }
  });

  for (const role of ROLES.filter((one) => one !== 'device')) {
    test(`${role} is refused what the contract does not give that role`, async () => {
      const { doorway, reached } = guarded(role);
      const given = NAMES.filter((name) => CONTRACT[name].by === 'anybody' || CONTRACT[name].by.includes(role as never));
      for (const name of NAMES) await doorway(ROOMS, [name, {}]);
      expect(reached.filter((name) => !given.includes(name as AskName))).toEqual([]);
    });
  }
});

describe('plain values', () => {
  test('text, whole numbers, yes and no, lists, records and bytes are plain', () => {
    expect(isPlain({ a: [1, 'b', true, undefined, new Uint8Array(2)], c: { d: {} } })).toBe(true);
  });
  for (const [what, value] of [
    ['a fraction', 1.5],
    ['infinity', Number.POSITIVE_INFINITY],
    ['null', null],
    ['a function', () => 1],
    ['a date', new Date()],
    ['a map', new Map()],
    ['a large integer', 10n],
    ['a symbol as a name', { [Symbol('x')]: 1 }],
  ] as const) {
    test(`${what} is not plain`, () => expect(isPlain({ value })).toBe(false));
  }
  test('a value nested without end is not plain', () => {
    let nested: unknown = 1;
    for (let depth = 0; depth < 40; depth += 1) nested = [nested];
    expect(isPlain(nested)).toBe(false);
  });
  test('what is weighed counts names, texts and bytes, and stops at the limit', () => {
    expect(weigh({ text: 'abc' }, 1000)).toBeGreaterThanOrEqual(7);
    expect(weigh(new Uint8Array(5000), 10_000)).toBeGreaterThanOrEqual(5000);
    const looped: Record<string, unknown> = {};
    looped.self = looped;
    expect(weigh(looped, 1000)).toBeGreaterThan(1000);
  });
});
