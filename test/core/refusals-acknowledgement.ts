/** How the centre refuses a receipt of the national centre. */
import { type RefusalCase, refused } from './refusal-case.ts';
import { openWorld, type World } from './world.ts';
import { certificateBy, keyOf } from './world-election.ts';
import { acknowledging, correct, declare, makeReady } from './world-summary.ts';

const WARD = 'west-ward';
const INVALID = 'R-ACKNOWLEDGEMENT-INVALID';

function declaredWorld(): World {
  const world = openWorld();
  declare(world, WARD);
  return world;
}

/** The commission's certificate for the national centre's key, and what else it says. */
function certified(more: Readonly<Record<string, unknown>> = {}, by = 'commission', key = 'national') {
  return { certificate: certificateBy(by, { key: keyOf(key).text, ...more }) };
}

/** Refused as it is, and allowed as the commission or the key it certified says it. */
function refusedThen(when: string, signer: string, changes: (world: World) => Readonly<Record<string, unknown>>): RefusalCase {
  return refused(INVALID, when, () => {
    const world = declaredWorld();
    const before = world.tries('ro', acknowledging(world, WARD, signer, changes(world)));
    return [before, world.tries('ro', acknowledging(world, WARD, 'national', certified()))];
  });
}

export const ACKNOWLEDGEMENT_REFUSALS: readonly RefusalCase[] = [
  refusedThen('when a stranger signed it', 'stranger', () => ({})),
  refusedThen('when a stranger certified its key', 'national', () => certified({}, 'stranger')),
  refusedThen('when a party certified its key', 'national', () => certified({ role: 'agent' }, 'party Red')),
  refusedThen('when the certificate is for another key', 'national', () => certified({}, 'commission', 'another')),
  refusedThen('when the certificate makes its key an official’s', 'national', () => certified({ role: 'ro' })),
  refusedThen('when the certificate makes its key somebody’s', 'national', () => certified({ person: 'ro' })),
  refusedThen('when the certificate is of another election', 'national', () => certified({ election: '0'.repeat(64) })),
  refusedThen('when it is of another election', 'commission', () => ({ election: '0'.repeat(64) })),
  refusedThen('when it is of another journal', 'commission', () => ({ journal: '0'.repeat(64) })),
  refusedThen('when it is of another contest', 'commission', () => ({ contest: 'president' })),
  refusedThen('when it is of another version', 'commission', () => ({ version: 2 })),
  refusedThen('when it is of another summary', 'commission', () => ({ summary: '0'.repeat(64) })),
  refusedThen('when it has a field too many', 'commission', () => ({ remark: 'well done' })),
  refused(INVALID, 'when it is no acknowledgement', () => {
    const world = declaredWorld();
    const { body } = acknowledging(world, WARD);
    const wrong = { kind: 'acknowledgement-recorded', body: { ...body, receipt: '{}' } } as const;
    return [world.tries('ro', wrong), world.tries('ro', acknowledging(world, WARD))];
  }),
  refused('R-NOT-DECLARED', 'when the version it acknowledges is not declared yet', () => {
    const world = declaredWorld();
    const before = acknowledging(world, WARD);
    correct(world, ['west1'], WARD);
    makeReady(world, WARD);
    const early = { kind: 'acknowledgement-recorded', body: { ...before.body, version: 2 } } as const;
    return [world.tries('ro', early), world.tries('ro', before)];
  }),
];
