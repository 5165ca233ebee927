/** When officials are told about the second medium: what is missing or failing at once, what lags once it lags too long, and nothing else. */
import { describe, expect, test } from 'vitest';
import { type MediumStanding, mediumInstrument, mediumView } from '../../../core/views/medium.ts';

const NOW = '2027-08-10T21:04:00.000Z';
const THERE: MediumStanding = { state: 'current', name: 'STICK', isSameDisk: false, size: 40, behind: 0, filesBehind: 0 };
const lagging = (oldestBehind: string): MediumStanding => ({ ...THERE, state: 'behind', behind: 3, oldestBehind });

describe('an alarm', () => {
  const cases: readonly (readonly [string, MediumStanding, string | undefined])[] = [
    ['none where every act is there', THERE, undefined],
    ['none where no medium was chosen', { ...THERE, state: 'none' }, undefined],
    ['none for acts that are on their way', lagging('2027-08-10T20:34:00.001Z'), undefined],
    ['once an act has waited half an hour', lagging('2027-08-10T20:34:00.000Z'), 'late'],
    ['at once where it is missing', { ...THERE, state: 'missing' }, 'missing'],
    ['at once where it takes nothing', { ...THERE, state: 'failed' }, 'failed'],
    ['at once where something else lies there', { ...THERE, state: 'other' }, 'other'],
  ];
  test.each(cases)('%s', (_, standing, alarm) => {
    expect(mediumInstrument(standing, NOW, true).alarm).toBe(alarm);
    expect(mediumView(standing, NOW, true).alarm).toBe(alarm);
  });
});

test('since when: of the trouble where there is any, else of the oldest act that waits', () => {
  const behind = { oldestBehind: '2027-08-10T20:51:00.000Z' };
  const trouble = { troubleSince: '2027-08-10T20:50:00.000Z' };
  expect(mediumInstrument({ ...THERE, ...behind, ...trouble }, NOW, true).since).toBe(trouble.troubleSince);
  expect(mediumInstrument({ ...THERE, ...behind }, NOW, true).since).toBe(behind.oldestBehind);
  expect(mediumInstrument(THERE, NOW, true).since).toBeUndefined();
});

test('the frame is told the kind of fault and never its detail', () => {
  const fault = { code: 'newer', detail: 'it has 12 acts more' } as const;
  expect(JSON.stringify(mediumInstrument({ ...THERE, state: 'other', fault }, NOW, true))).not.toContain('12 acts');
  expect(mediumInstrument({ ...THERE, state: 'other', fault }, NOW, true).fault).toBe('newer');
});
