/** A national centre's receipt before it is recorded: the one thing that is wrong with it is told, and what it claims is shown anyway. */
import { describe, expect, test } from 'vitest';
import { digest, utf8 } from '../../../core/bytes.ts';
import { acknowledgementView } from '../../../core/views/acknowledgement.ts';
import { openWorld, type World } from '../world.ts';
import { certificateBy, keyOf } from '../world-election.ts';
import { acknowledging, correct, declare, declaredIn, makeReady, readyIn } from '../world-summary.ts';

const WARD = 'west-ward';

function declaredWorld(): World {
  const world = openWorld();
  declare(world, WARD);
  return world;
}

function receiptIn(world: World, signer?: string, changes?: Readonly<Record<string, unknown>>): string {
  return acknowledging(world, WARD, signer, changes).body.receipt;
}

function viewOf(world: World, receipt: string) {
  return acknowledgementView(world.centre(), receipt);
}

describe('a sound one', () => {
  test('by the commission says who, of what, and by which key, and can be recorded', () => {
    const world = declaredWorld();
    const receipt = receiptIn(world);
    const { digest: summary } = declaredIn(world, WARD);
    expect(viewOf(world, receipt)).toMatchObject({
      says: { by: 'National tallying centre', contest: WARD, version: 1, summary, signer: keyOf('commission').id },
      ...{ vouched: 'commission', isRecorded: false, file: digest(utf8(receipt)) },
    });
    expect(viewOf(world, receipt).fault).toBeUndefined();
  });

  test('by a key that the commission certified is told as such', () => {
    const world = declaredWorld();
    const certificate = certificateBy('commission', { key: keyOf('national').text });
    expect(viewOf(world, receiptIn(world, 'national', { certificate }))).toMatchObject({ vouched: 'certificate' });
  });

  test('that was recorded says so, and another one of the same version does not', () => {
    const world = declaredWorld();
    const receipt = receiptIn(world);
    world.must('ro', { kind: 'acknowledgement-recorded', body: { contest: WARD, version: 1, receipt } });
    expect(viewOf(world, receipt).isRecorded).toBe(true);
    expect(viewOf(world, receiptIn(world, 'commission', { by: 'Another hall' })).isRecorded).toBe(false);
  });
});

describe('one that must not be recorded', () => {
  const zeros = '0'.repeat(64);
  test.each<[string, string, string, Readonly<Record<string, unknown>>]>([
    ['election', 'of another election', 'commission', { election: zeros }],
    ['stranger', 'signed by a stranger', 'stranger', {}],
    ['contest', 'of a contest that is not held here', 'commission', { contest: 'senate-of-elsewhere' }],
    ['version', 'of a version that was never declared', 'commission', { version: 2 }],
    ['summary', 'of another summary', 'commission', { summary: zeros }],
    ['summary', 'of another journal', 'commission', { journal: zeros }],
  ])('is told as %s when it is %s, and what it claims is shown', (fault, _, signer, changes) => {
    const world = declaredWorld();
    const view = viewOf(world, receiptIn(world, signer, changes));
    expect(view).toMatchObject({ fault, says: { by: 'National tallying centre', ...(changes.version === 2 ? { version: 2 } : {}) } });
    expect([view.file, view.vouched]).toEqual([undefined, undefined]);
  });

  test('is told as altered when a letter of it was changed after it was signed', () => {
    const world = declaredWorld();
    const envelope = JSON.parse(receiptIn(world)) as { payload: string };
    const said = Buffer.from(envelope.payload, 'base64').toString().replace('National tallying', 'Notional tallying');
    const altered = JSON.stringify({ ...envelope, payload: Buffer.from(said).toString('base64') });
    expect(viewOf(world, altered)).toMatchObject({ fault: 'signature', says: { by: 'Notional tallying centre' } });
  });

  test('is told as signed by a stranger when a stranger certified its key', () => {
    const world = declaredWorld();
    const certificate = certificateBy('stranger', { key: keyOf('national').text });
    expect(viewOf(world, receiptIn(world, 'national', { certificate })).fault).toBe('stranger');
  });

  test.each(['', '{}', 'Dear returning officer', '['.repeat(10_000), 'x'.repeat(30_000)])('is told as unreadable: %.12s', (text) => {
    expect(viewOf(declaredWorld(), text)).toEqual({ fault: 'unreadable', isRecorded: false });
  });

  test('is not of the version that is only ready, although its digest is right', () => {
    const world = declaredWorld();
    correct(world, ['west1'], WARD);
    makeReady(world, WARD);
    const { digest: summary } = readyIn(world, WARD);
    expect(viewOf(world, receiptIn(world, 'commission', { version: 2, summary })).fault).toBe('version');
  });

  test('is what the rules refuse: nothing that has a fault here could be recorded', () => {
    const world = declaredWorld();
    for (const changes of [
      { election: zeros },
      { version: 2 },
      { summary: zeros },
      { journal: zeros },
      { contest: 'senate-of-elsewhere' },
    ]) {
      const receipt = receiptIn(world, 'commission', changes);
      const { says, fault } = viewOf(world, receipt);
      const body = { contest: says?.contest ?? '', version: says?.version ?? 0, receipt };
      expect([fault === undefined, world.tries('ro', { kind: 'acknowledgement-recorded', body })]).toEqual([
        false,
        expect.stringMatching(/^R-/),
      ]);
    }
  });
});
