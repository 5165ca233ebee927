/**
 * The first hard night: the original form is lost and only a carbon is left; then it turns up after all. And the night on which
 * nothing is left. Played in the real office, told by the bundle's summary alone.
 */
import { expect, test } from 'vitest';
import { sharedFolder } from '../db/folders.ts';
import {
  bringThrough,
  countersign,
  figuresOf,
  formIn,
  isRefused,
  openNight,
  otherStations,
  receive,
  ruleToCount,
  says,
  type,
} from './hard-night.ts';
import { actsIn, declare, stationIn, told, verified, write } from './hard-night-summary.ts';

const SERIAL = 'A 000417';
const CARBON = { copy: 'carbon', book: '2', watermark: 'no', deputySigned: 'no' } as const;
const MY_COPY = { choice: 'object', code: 'own-copy-differs', reason: 'My copy has five rejected.', ownFigures: { rejected: 5 } } as const;
const BETTER = 'The original was found in the boot of the second car; the carbon gives way to it.';

const night = await openNight(sharedFolder());
await bringThrough(night, ...otherStations('west1'));
const carbon = await receive(night, 'west1', SERIAL, CARBON);
await type(night, carbon, figuresOf(night, 'west1'));
await countersign(night, carbon, { blue: MY_COPY });
const [counted] = await verified(write(night, 'only a carbon'));

test('a carbon counts, with every defect listed, and an agent’s other copy stands beside it for everybody to read', () => {
  expect(counted?.checks.filter(({ status }) => status === 'failed')).toEqual([]);
  expect(counted?.verdict).toBe('consistent');
  const line = counted && stationIn(told(counted), 'west1');
  expect(line).toMatchObject({ disposition: 'counted', form: { form: carbon, particulars: { serial: SERIAL, ...CARBON } } });
  expect(line?.form?.outcomes.find(({ agent }) => agent === 'blue')).toMatchObject({
    outcome: 'agree-with-objection',
    code: 'own-copy-differs',
    reason: MY_COPY.reason,
    ownFigures: { rejected: 5 },
  });
  const listed = line?.form?.findings.find(({ code }) => code === 'W08');
  expect(listed?.fields).toEqual(['book', 'copy', 'watermark', 'deputySigned']);
  expect(listed).not.toHaveProperty('ruling');
});

test('the original is preferred when it turns up: reopened, set aside, the other brought through, declared, and the story stays', async () => {
  const original = await receive(night, 'west1', SERIAL);
  expect(formIn(night, carbon).stage.stage).toBe('accepted');
  expect(await isRefused(night, 'ro', { kind: 'summary-prepared', body: { contest: 'president' } })).toBe('R-FORM-UNFINISHED');
  expect(await isRefused(night, 'ro', { kind: 'form-set-aside', body: { form: carbon, reason: BETTER } })).toBe('R-FORM-ACCEPTED');
  await says(night, 'ro', { kind: 'form-reopened', body: { form: carbon, keep: 'none', reason: BETTER } });
  await says(night, 'ro', { kind: 'form-set-aside', body: { form: carbon, reason: BETTER } });
  await type(night, original, figuresOf(night, 'west1', { rejected: 5 }), ['clerk2', 'clerk4']);
  expect(await ruleToCount(night, original, 'It is the original of the carbon set aside.', ['red', 'green'])).toEqual(['F09']);
  await countersign(night, original);
  await declare(night);
  const [declared] = await verified(write(night, 'original'));
  expect(declared?.checks.filter(({ status }) => status !== 'passed')).toEqual([]);
  expect(declared?.verdict).toBe('authentic');
  const content = told(declared ?? expect.fail('no verification'));
  const line = stationIn(content, 'west1');
  expect(line.form).toMatchObject({ form: original, particulars: { copy: 'original' }, figures: { rejected: 5 } });
  expect(line.form?.outcomes.map(({ outcome }) => outcome)).toEqual(['agree', 'agree', 'agree']);
  expect(line.setAside).toEqual([{ form: carbon, revision: 2, serial: SERIAL, reason: BETTER, by: 'ro' }]);
  expect(content.errorReport.filter(({ station, code }) => station === 'west1' && code === 'F09')).toMatchObject([
    { form: original, ruling: 'count', by: 'ro', witnesses: ['red', 'green'], inputs: { sameSerial: [carbon], sameResult: [carbon] } },
  ]);
  expect(content.totals.rejected).toBe(2 * 3 + 5);
  expect(content.stationCounts).toMatchObject({ counted: 4, inHand: 0, awaited: 0 });
});

test('what agents said of the carbon is in the declared bundle’s journal still, though the carbon no longer counts', async () => {
  const said = (await actsIn(write(night, 'original again'))).filter(({ kind, body }) => kind === 'signoff-given' && body.form === carbon);
  expect(said.map(({ by, body }) => [by.person, body.revision, body.choice])).toEqual([
    ['red', 1, 'agree'],
    ['blue', 1, 'object'],
    ['green', 1, 'agree'],
  ]);
  expect(formIn(night, carbon).earlierAnswers).toHaveLength(3);
});

test('where nothing is left the result is closed as lost, before the agents who are in the hall, and the sums do without it', async () => {
  const other = await openNight(sharedFolder());
  await bringThrough(other, ...otherStations('west1'));
  await says(other, 'green', { kind: 'agent-signed-out', body: {} });
  const reason = 'The car burnt out; neither the original nor any carbon is left.';
  const closing = (witnesses: string[]) =>
    ({ kind: 'result-closed', body: { contest: 'president', station: 'west1', disposition: 'lost', reason, witnesses } }) as const;
  expect(await isRefused(other, 'ro', closing(['red', 'green']))).toBe('R-NOT-IN-ATTENDANCE');
  await says(other, 'ro', closing(['red', 'blue']));
  await declare(other);
  const [declared] = await verified(write(other, 'lost'));
  expect(declared?.verdict).toBe('authentic');
  const content = told(declared ?? expect.fail('no verification'));
  expect(stationIn(content, 'west1')).toMatchObject({
    disposition: 'lost',
    closed: { reason, by: 'ro', witnesses: ['red', 'blue'] },
    setAside: [],
  });
  expect(content.stationCounts).toMatchObject({ counted: 3, lost: 1, awaited: 0 });
  expect(content.totals.rejected).toBe(2 * 3);
});
