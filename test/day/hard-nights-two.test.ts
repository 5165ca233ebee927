/**
 * The second hard night: two forms come for one station, with different figures. Both are kept and compared; one is counted, by a
 * ruling before witnesses, the other set aside with its reason; and the error report tells everybody.
 */
import { expect, test } from 'vitest';
import { otherPapersOf } from '../../core/views/other-papers.ts';
import { sharedFolder } from '../db/folders.ts';
import {
  answers,
  bringThrough,
  figuresOf,
  formIn,
  isRefused,
  openedIn,
  openNight,
  otherStations,
  receive,
  ruleToCount,
  says,
  type,
} from './hard-night.ts';
import { declare, stationIn, told, verified, write } from './hard-night-summary.ts';

const ASIDE = 'Its serial is of book 2, and no agent has a copy of it; the other bears the stamp.';
const COUNT = 'Serial of book 1, stamped, and three agents have the same copy.';

const night = await openNight(sharedFolder());
await bringThrough(night, ...otherStations('west1'));
const first = await receive(night, 'west1', 'A 000101');
const second = await receive(night, 'west1', 'B 900101', { book: '2', stamp: 'no' });
const [written, altered] = [figuresOf(night, 'west1'), figuresOf(night, 'west1', { candidate1: 121, tableTotal: 223, valid: 223 })];
await type(night, first, written);
await type(night, second, altered, ['clerk3', 'clerk4']);

test('both papers are kept, typed and compared side by side, and on both it is found that there are two', () => {
  const centre = night.cast.office.centre();
  expect(otherPapersOf(centre, formIn(night, first))).toMatchObject([{ form: second, figures: { candidate1: 121 } }]);
  expect(otherPapersOf(centre, formIn(night, second))).toMatchObject([{ form: first, figures: { candidate1: 21 } }]);
});

test('neither is opened while it is not ruled on, nor the second while the first is open', async () => {
  const opening = (form: string) => ({ kind: 'form-opened', body: { form } }) as const;
  expect(await isRefused(night, 'clerk4', opening(first))).toBe('R-FINDING-UNRULED');
  expect(await isRefused(night, 'clerk4', opening(second))).toBe('R-FINDING-UNRULED');
  expect(await ruleToCount(night, first, COUNT, ['red', 'blue', 'green'])).toEqual(['F09']);
  await says(night, 'clerk4', opening(first));
  expect(await ruleToCount(night, second, 'To see whether it could be opened beside the other.', [])).toEqual(['F09']);
  expect(await isRefused(night, 'clerk4', opening(second))).toBe('R-OTHER-FORM-OPEN');
});

test('agents who answer the first have been shown that there is another', async () => {
  await answers(night, first, 'red', { choice: 'refuse', reason: 'I hold a copy of the other one.' });
  await answers(night, first, 'blue');
  await answers(night, first, 'green');
  const said = night.cast.office.centre();
  expect(formIn(night, first).stage).toMatchObject({ stage: 'open', asking: { answers: [{ choice: 'refuse' }, {}, {}] } });
  expect(said.forms.get(second)?.stage.stage).toBe('agreed');
  await says(night, 'dro', { kind: 'form-accepted', body: { form: first, subject: openedIn(night, first).stage.subject } });
});

test('the other one does not hinder the counting, but the summary waits until somebody says what becomes of it', async () => {
  expect(await isRefused(night, 'ro', { kind: 'summary-prepared', body: { contest: 'president' } })).toBe('R-FORM-UNFINISHED');
  await says(night, 'ro', { kind: 'form-set-aside', body: { form: second, reason: ASIDE } });
});

test('the declared bundle is authentic, and its summary tells of both: which counts, which was set aside, why, and who said so', async () => {
  await declare(night);
  const [declared] = await verified(write(night, 'two papers'));
  expect(declared?.checks.filter(({ status }) => status !== 'passed')).toEqual([]);
  expect(declared?.verdict).toBe('authentic');
  const content = told(declared ?? expect.fail('no verification'));
  const line = stationIn(content, 'west1');
  expect(line).toMatchObject({ disposition: 'counted', form: { form: first, figures: { candidate1: 21 } } });
  expect(line.setAside).toEqual([{ form: second, revision: 1, serial: 'B 900101', reason: ASIDE, by: 'ro' }]);
  expect(line.form?.outcomes[0]).toMatchObject({
    agent: 'red',
    outcome: 'refuse-with-reason',
    reason: 'I hold a copy of the other one.',
  });
  expect(content.errorReport.filter(({ code }) => code === 'F09')).toMatchObject([
    {
      station: 'west1',
      form: first,
      inputs: { serial: 'A 000101', sameSerial: [], sameResult: [second] },
      ruling: 'count',
      reason: COUNT,
      by: 'ro',
      witnesses: ['red', 'blue', 'green'],
    },
  ]);
  expect(content.totals.votes[0]).toBe(21 + 22 + 23 + 24);
});
