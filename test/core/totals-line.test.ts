/** The line of signed totals: it says what the summary says, nothing in it can be changed, and it fits a square code on paper. */
import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { utf8 } from '../../core/bytes.ts';
import { checkList } from '../../core/checks.ts';
import { toBase64 } from '../../core/primitives.ts';
import { must, present } from '../../core/result.ts';
import { type Centre, contestStateOf } from '../../core/state.ts';
import type { SummaryContent } from '../../core/summary.ts';
import { openTotalsLine, sealTotalsLine, totalsStatement, verifyTotalsLine } from '../../core/totals-line.ts';
import { checkDeclaration } from '../../core/verify-summary.ts';
import { openWorld } from './world.ts';
import { keyOf } from './world-election.ts';
import { declare, declaredIn } from './world-summary.ts';

const world = openWorld();
declare(world, 'west-ward');
const { content, digest } = declaredIn(world, 'west-ward');
const official = keyOf('ro');

function signed(of: SummaryContent, by = official, named = digest): string {
  const statement = totalsStatement(of, named);
  return sealTotalsLine(statement, ed25519.sign(utf8(statement), by.seed));
}
const line = signed(content);

const count = fc.nat({ max: Number.MAX_SAFE_INTEGER });
const code = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/);
/** Summaries as far as the line is concerned. */
const summaries = fc
  .record({
    kind: fc.constantFrom('live' as const, 'rehearsal' as const),
    id: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/),
    formB: fc.constantFrom('34B', '35B', '36B', '37B', '38B', '39B'),
    area: code,
    figures: fc.tuple(count, count, count, count, count),
    votes: fc.array(count, { minLength: 1, maxLength: 40 }),
    summary: fc.stringMatching(/^[0-9a-f]{64}$/),
  })
  .map(({ kind, id, formB, area, figures, votes, summary }) => {
    const [version, counted, registered, valid, rejected] = figures;
    const changed = {
      ...content,
      election: { ...content.election, kind },
      contest: { ...content.contest, id, formB },
      constituency: { ...content.constituency, code: area },
      version,
      stationCounts: { ...content.stationCounts, counted },
      totals: { ...content.totals, registered, valid, rejected, votes },
    } as SummaryContent;
    return { changed, summary };
  });

describe('the line of signed totals', () => {
  test('says what the summary says', () => {
    expect(must(verifyTotalsLine(line, official))).toEqual({
      kind: 'REHEARSAL',
      date: '2027-08-10',
      form: '36B',
      contest: 'WEST-WARD',
      constituency: '291',
      version: 1,
      counted: 2,
      stations: 2,
      registered: 750,
      valid: 126,
      rejected: 4,
      votes: content.totals.votes,
      summary: digest,
      journal: content.journal,
    });
  });

  test('comes back as it was written, whatever the summary', () => {
    fc.assert(
      fc.property(summaries, ({ changed, summary }) => {
        const text = signed(changed, official, summary);
        const read = must(verifyTotalsLine(text, official));
        const { votes, valid, rejected, registered } = changed.totals;
        expect(read).toMatchObject({ votes, valid, rejected, registered, version: changed.version, summary, form: changed.contest.formB });
        expect(read.contest).toBe(changed.contest.id.toUpperCase().replaceAll('_', '-'));
      }),
      { numRuns: 60 },
    );
  });

  test('no character of it can be another', () => {
    const others = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ:.-abc _';
    fc.assert(
      fc.property(fc.nat({ max: line.length - 1 }), fc.constantFrom(...others), (at, other) => {
        fc.pre(line[at] !== other);
        expect(verifyTotalsLine(line.slice(0, at) + other + line.slice(at + 1), official).ok).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  test('nothing can be left out of it, put into it, or exchanged', () => {
    fc.assert(
      fc.property(fc.nat({ max: line.length - 1 }), (at) => {
        expect(verifyTotalsLine(line.slice(0, at) + line.slice(at + 1), official).ok).toBe(false);
        expect(verifyTotalsLine(`${line.slice(0, at)}0${line.slice(at)}`, official).ok).toBe(false);
        const turned = line.slice(0, at) + [...line.slice(at, at + 2)].reverse().join('') + line.slice(at + 2);
        if (turned !== line) expect(verifyTotalsLine(turned, official).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['nothing', ''],
    ['a line of a receipt', 'COUNTERSIGN:RECEIPT:1:AB:1:CD:EF'],
    ['a line feed after it', `${line}\n`],
    ['a number too large to be counted', line.replace(':750:', ':9007199254740993:')],
    ['a leading zero', line.replace(':750:', ':0750:')],
    ['small letters', line.toLowerCase()],
  ])('%s is no such line', (_, text) => {
    expect(openTotalsLine(text)).toMatchObject({ ok: false, refusal: { code: 'E-CONTENT' } });
  });

  test('verifies with the key of the official who signed, and no other', () => {
    expect(verifyTotalsLine(line, keyOf('dro'))).toMatchObject({ ok: false, refusal: { code: 'E-SIGNATURE' } });
    expect(verifyTotalsLine(signed(content, keyOf('dro')), keyOf('dro')).ok).toBe(true);
  });

  test('fits a square code of 81 modules with 33 candidates of six figures each, at medium correction, in its densest mode', () => {
    const votes = Array.from({ length: 33 }, () => 999_999);
    const long = signed({ ...content, totals: { ...content.totals, registered: 9_999_999, valid: 9_999_999, rejected: 999_999, votes } });
    expect(long).toMatch(/^[A-Z0-9:.-]+$/);
    const square = encode(long, { ecc: 'M', border: 0 });
    expect([present(long.length, 'length') < 640, square.version <= 16, square.size <= 81]).toEqual([true, true, true]);
    expect(encode(line, { ecc: 'M', border: 0 }).version).toBeLessThanOrEqual(12);
  });
});

describe('the check of the declaration', () => {
  const check = (centre: Centre) => {
    const checks = checkList();
    const { declared } = contestStateOf(centre, 'west-ward');
    checkDeclaration(checks, centre, 'west-ward', declared, 'declared');
    return checks.all().map(({ status, detail }) => `${status}: ${detail}`);
  };
  /** The little centre signs nothing; here the officials' signatures over the line are put in afterwards. */
  const signedBy = (officials: readonly string[]): Centre => {
    const centre = world.centre();
    const state = contestStateOf(centre, 'west-ward');
    const declared = declaredIn(world, 'west-ward');
    const signatures = declared.signatures.map((signature, at) => {
      const bytes = ed25519.sign(utf8(totalsStatement(content, digest)), keyOf(officials[at] ?? '').seed);
      return { ...signature, lineSignature: toBase64(bytes) };
    });
    return { ...centre, contestStates: centre.contestStates.set('west-ward', { ...state, declared: { ...declared, signatures } }) };
  };

  test('fails where an official signed the summary and not its line', () => {
    expect(check(world.centre())).toEqual(['failed: ro signed version 1, but not the line of its totals']);
    expect(check(signedBy(['ro', 'ro']))).toEqual(['failed: dro signed version 1, but not the line of its totals']);
  });

  test('passes where both signed it', () => {
    expect(check(signedBy(['ro', 'dro']))).toEqual([expect.stringMatching(/^passed/)]);
  });
});
