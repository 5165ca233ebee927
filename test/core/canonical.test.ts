/** Canonical JSON: one text for one value, the same as other programs print, and nothing else is read. */
import { execFileSync } from 'node:child_process';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat, equalBytes, utf8 } from '../../core/bytes.ts';
import { canonical, canonicalBytes, type Json, parseCanonical, parseCanonicalText } from '../../core/canonical.ts';
import { must } from '../../core/result.ts';

const key = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,5}$/);
const text = fc.string({ unit: 'binary' }).map((value) => value.toWellFormed().normalize('NFC'));
const integer = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -3, max: 3 })).map((value) => value + 0);
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 5 },
    fc.boolean(),
    integer,
    text,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(key, tie('json'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

const PYTHON = `
import json, sys
for line in json.load(sys.stdin):
    print(json.dumps(line, sort_keys=True, separators=(',', ':'), ensure_ascii=False).encode('utf-8').hex())
`;

function hasPython(): boolean {
  try {
    return execFileSync('python3', ['--version']).length > 0;
  } catch {
    return false;
  }
}

function detailOf(source: string): string | undefined {
  const parsed = parseCanonicalText(source);
  if (parsed.ok) throw new Error(`read ${source}`);
  expect(parsed.refusal.code).toBe('E-CANONICAL');
  return parsed.refusal.detail;
}

function nested(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth);
}

describe('the printer', () => {
  test('prints what an independent RFC 8785 printer prints', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonical(value)).toBe(canonicalize(value));
      }),
      { numRuns: 1000 },
    );
  });

  test.runIf(hasPython())('prints what Python prints', () => {
    const values = fc.sample(json, { numRuns: 300, seed: 34 });
    const printed = execFileSync('python3', ['-c', PYTHON], { input: JSON.stringify(values), maxBuffer: 1 << 28, timeout: 60_000 });
    const expected = values.map((value) => Buffer.from(canonicalBytes(value)).toString('hex'));
    expect(printed.toString().trim().split('\n')).toEqual(expected);
  });

  test('leaves out what is undefined and sorts the rest', () => {
    expect(canonical({ b: 1, a: undefined, aB: [], aA: {} })).toBe('{"aA":{},"aB":[],"b":1}');
  });

  test.each([
    ['a float', 1.5],
    ['negative zero', -0],
    ['an integer too large', 2 ** 53],
    ['not a number', Number.NaN],
    ['null', { a: null }],
    ['undefined in a list', [undefined]],
    ['a hole in a list', new Array(1)],
    ['a key in capitals', { A: 1 }],
    ['a key like a number', { 1: 1 }],
    ['a lone surrogate', '\ud800'],
    ['text not in form C', 'e\u0301'],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a bigint', 1n],
    ['a function', () => 1],
    ['nothing', undefined],
    ['a depth of 65', JSON.parse(nested(65))],
  ])('throws on %s', (_name, value) => {
    expect(() => canonical(value)).toThrow('not canonical');
  });
});

describe('the reader', () => {
  test('reads back whatever is printed', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(must(parseCanonical(canonicalBytes(value)))).toEqual(value);
      }),
      { numRuns: 1000 },
    );
  });

  test('refuses a changed byte or reads the changed value, never the same one', () => {
    fc.assert(
      fc.property(json, fc.nat(), fc.integer({ min: 1, max: 255 }), (value, position, change) => {
        const bytes = canonicalBytes(value);
        const at = position % bytes.length;
        const changed = bytes.map((byte, index) => (index === at ? byte ^ change : byte));
        const parsed = parseCanonical(changed);
        if (parsed.ok) expect(equalBytes(canonicalBytes(parsed.value), changed)).toBe(true);
        else expect(parsed.refusal.code).toBe('E-CANONICAL');
      }),
      { numRuns: 3000 },
    );
  });

  test('agrees with printing again, for any bytes at all', () => {
    const fragments = fc.array(fc.constantFrom('{', '}', '[', ']', '"a"', '"b"', ':', ',', '1', '0', '-', '.', 'e', '"', '\\u0041', ' '));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fragments.map((parts) => utf8(parts.join(''))),
        ),
        (bytes) => {
          const parsed = parseCanonical(bytes);
          if (parsed.ok) expect(canonicalBytes(parsed.value)).toEqual(bytes);
        },
      ),
      { numRuns: 5000 },
    );
  });

  test.each([
    ['', 'not JSON'],
    ['{"a":1', 'not JSON'],
    ['\ufeff{}', 'not JSON'],
    ['{}\n', 'white space at character 2'],
    ['{"a": 1}', 'white space at character 5'],
    ['{"b":1,"a":1}', 'key order: a after b'],
    ['{"a":1,"a":1}', 'duplicate key'],
    ['{"a":1,"b":{"c":":","c":2}}', 'duplicate key'],
    ['{"a":"\\":","a":2}', 'duplicate key'],
    ['1.5', 'float 1.5'],
    ['1.0', 'another spelling at character 1'],
    ['1e2', 'another spelling at character 1'],
    ['-0', 'negative zero'],
    ['9007199254740992', 'integer beyond 2^53-1: 9007199254740992'],
    ['1e400', 'float Infinity'],
    ['[null]', 'null'],
    ['{"A":1}', 'bad key "A"'],
    ['{"":1}', 'bad key ""'],
    ['{"__proto__":1}', 'bad key "__proto__"'],
    ['{"a-b":1}', 'bad key "a-b"'],
    ['{"10":1,"9":1}', 'bad key "9"'],
    ['"e\u0301"', 'text not in normalization form C'],
    ['"\\u00e9"', 'another spelling at character 1'],
    ['"\\/"', 'another spelling at character 1'],
    ['"\\ud800"', 'lone surrogate'],
    [nested(65), 'depth over 64'],
    [nested(1_000_000), 'depth over 64'],
    ['['.repeat(1_000_000), 'not JSON'],
  ])('refuses %j, saying %s', (source, detail) => {
    expect(detailOf(source)).toBe(detail);
  });

  test('refuses what is not UTF-8', () => {
    const wrong = concat(utf8('"'), Uint8Array.of(0xff), utf8('"'));
    expect(parseCanonical(wrong)).toMatchObject({ refusal: { code: 'E-CANONICAL', detail: 'not UTF-8' } });
  });

  test('reads to a depth of 64 and keys that objects are born with', () => {
    const born = '{"constructor":1,"hasOwnProperty":2,"toJSON":3,"toString":4,"valueOf":5}';
    for (const source of [nested(64), born, '9007199254740991', '"\\u0001\\n\u007f\u2028é"']) {
      expect(canonical(must(parseCanonicalText(source)))).toBe(source);
    }
  });
});
