/** Form 34B and its kin before it is printed: the paper's columns, a line for every station, and totals that are the lines' sums. */
import { expect, test } from 'vitest';
import { personOf } from '../../../core/state.ts';
import { sheetView } from '../../../core/views/declare-sheet.ts';
import { openWorld, type World } from '../world.ts';
import { bringTo, closingResult, HERE, receive, ruling, scanning } from '../world-forms.ts';
import { makeReady } from '../world-summary.ts';

function sheet(world: World, person = 'ro', contest = HERE.contest) {
  const centre = world.centre();
  return sheetView({ centre, now: world.now(), viewer: personOf(centre, person) }, contest);
}

test('columns are those of the paper, candidates in ballot order between registered and valid', () => {
  expect(sheet(openWorld()).columns.map(({ code, candidate }) => [code, candidate?.name])).toEqual([
    ['registered', undefined],
    ['candidate1', 'Asha'],
    ['candidate2', 'Baraka'],
    ['candidate3', 'Chela'],
    ['valid', undefined],
    ['rejected', undefined],
  ]);
});

test('every station has a line, in gazetted order, and says in a word why it has no figures', () => {
  const world = openWorld();
  bringTo(world, 'accepted', { station: 'east1' });
  receive(world, { station: 'west2' });
  world.must('ro', closingResult({ contest: HERE.contest, station: 'east2' }));
  expect(sheet(world).lines.map(({ code, disposition, figures }) => [code, disposition, figures?.length])).toEqual([
    ['west1', 'awaited', undefined],
    ['west2', 'in-hand', undefined],
    ['east1', 'counted', 6],
    ['east2', 'not-held', undefined],
  ]);
});

test('a figure of a form that is not accepted is on no sheet, whoever looks', () => {
  const world = openWorld();
  bringTo(world, 'open', { figures: { candidate1: 173 } });
  for (const person of ['ro', 'clerk3', 'red']) expect(JSON.stringify(sheet(world, person))).not.toContain('173');
});

test('the total of each column is the sum of its counted lines; a disregarded one stands beside it with its effect', () => {
  const world = openWorld();
  const excess = { candidate1: 300, candidate2: 100, candidate3: 50, tableTotal: 450, valid: 450, rejected: 0, objected: 0 };
  const form = bringTo(world, 'agreed', { station: 'west1', figures: excess });
  for (const code of ['F04', 'F05'])
    world.must('ro', ruling(world, form, code, code === 'F04' ? { ruling: 'disregard', ground: 'b' } : { ruling: 'count' }));
  world.must('ro', { kind: 'form-opened', body: { form } });
  const { stage } = world.centre().forms.get(form) ?? {};
  const subject = stage !== undefined && 'subject' in stage ? stage.subject : '';
  world.must('ro', { kind: 'form-accepted', body: { form, subject } });
  makeReady(world);
  const { lines, totals, disregarded, counted, columns, errors } = sheet(world);
  const sums = columns.map((_, at) =>
    lines.reduce((sum, { disposition, figures }) => (disposition === 'counted' ? sum + Number(figures?.[at]) : sum), 0),
  );
  expect([totals, counted]).toEqual([sums, 3]);
  expect(lines[0]).toMatchObject({ disposition: 'disregarded', figures: [400, 300, 100, 50, 450, 0] });
  expect(disregarded).toMatchObject([
    { station: { code: 'west1' }, ground: ['b'], totals: sums.map((sum, at) => sum + Number(lines[0]?.figures?.[at])) },
  ]);
  expect(errors.map(({ station, code, ruling: ruled }) => [station.code, code, ruled])).toEqual([
    ['west1', 'F04', 'disregard'],
    ['west1', 'F05', 'count'],
  ]);
});

test('forms without a scan are named, those with one are not', () => {
  const world = openWorld();
  const form = bringTo(world, 'accepted', { station: 'east1' });
  bringTo(world, 'accepted', { station: 'east2' });
  world.must('clerk1', scanning(form));
  expect(sheet(world).withoutScan.map(({ station }) => station.code)).toEqual(['east2']);
});
