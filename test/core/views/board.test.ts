/**
 * The board attacked where it could mislead: stations that fall out of the row, votes of forms that do not count, figures seen too
 * early, an agent's objection read over another agent's shoulder.
 */
import { describe, expect, test } from 'vitest';
import { failedFindings } from '../../../core/findings.ts';
import { type BoardContest, boardView } from '../../../core/views/board.ts';
import type { StandingName } from '../../../core/views/standing.ts';
import { openWorld, signIn, signOut, type World } from '../world.ts';
import {
  accept,
  bringTo,
  closingResult,
  enterTwice,
  formIn,
  HERE,
  opening,
  PAPER_DIFFERS,
  REFUSE,
  receive,
  reopening,
  ruleAll,
  ruling,
  settingAside,
  signing,
} from '../world-forms.ts';
import { paper } from '../world-papers.ts';
import { correcting, declare } from '../world-summary.ts';
import { EVERYBODY, seenBy } from './looking.ts';

const [WEST1, WEST2, EAST1, EAST2] = ['west1', 'west2', 'east1', 'east2'] as const;

function shownTo(world: World, person?: string, contest = HERE.contest): BoardContest {
  const { shown } = boardView(seenBy(world, person), contest);
  if (shown === undefined) throw new Error('no contest is shown');
  return shown;
}
function standings(world: World): Readonly<Record<string, StandingName>> {
  return Object.fromEntries(shownTo(world).stations.map(({ code, standing }) => [code, standing]));
}
function kinds(world: World, person?: string): readonly string[] {
  return shownTo(world, person).waiting.map(({ kind }) => kind);
}

describe('the row of states', () => {
  const BRINGERS: readonly (readonly [StandingName, (world: World) => void])[] = [
    ['awaited', () => undefined],
    ['received', (world) => void bringTo(world, 'received')],
    ['entered-once', (world) => void bringTo(world, 'entered-once')],
    ['differing', (world) => void bringTo(world, 'differing')],
    ['rulings', (world) => void bringTo(world, 'agreed', { figures: { tableTotal: 1 } })],
    ['opening', (world) => void bringTo(world, 'agreed')],
    ['acceptance', (world) => void bringTo(world, 'open')],
    ['counted', (world) => void bringTo(world, 'accepted')],
    ['set-aside', (world) => void bringTo(world, 'set-aside')],
    ['not-held', (world) => void world.must('ro', closingResult(HERE))],
    ['lost', (world) => void world.must('ro', closingResult(HERE, 'lost'))],
  ];

  test.each(BRINGERS)('a station that is %s is counted there once, and all stations are in the row', (name, bring) => {
    const world = openWorld();
    bring(world);
    const { stages } = shownTo(world);
    expect(standings(world)[WEST1]).toBe(name);
    expect(stages.find((stage) => stage.name === name)?.stations).toBe(name === 'awaited' ? 4 : 1);
    expect(stages.reduce((sum, { stations }) => sum + stations, 0)).toBe(4);
  });

  test('a form is for signing while an agent owes an answer, and to be accepted when none does', () => {
    const world = openWorld();
    signIn(world, 'red');
    const form = bringTo(world, 'open');
    expect(standings(world)[WEST1]).toBe('signing');
    expect(shownTo(world).stations[0]?.agents).toEqual({ answered: 0, of: 3 });
    world.must('red', signing(world, form));
    expect(standings(world)[WEST1]).toBe('acceptance');
    expect(shownTo(world).stations[0]?.agents).toEqual({ answered: 1, of: 3 });
  });

  test('a disregarded station is not counted', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', { figures: { valid: 401 } });
    world.must('ro', ruling(world, form, 'F04', { ruling: 'disregard', ground: 'b' }));
    ruleAll(world, form);
    world.must('ro', opening(form));
    accept(world, form);
    expect(standings(world)[WEST1]).toBe('disregarded');
    expect(shownTo(world).tally).toMatchObject({ forms: 0, disregarded: 1, valid: 0 });
  });

  test('a station with two papers stands where the further one stands', () => {
    const world = openWorld();
    bringTo(world, 'entered-once');
    receive(world);
    expect(standings(world)[WEST1]).toBe('entered-once');
    expect(shownTo(world).stages.reduce((sum, { stations }) => sum + stations, 0)).toBe(4);
  });

  test('a contest of one ward has only that ward’s stations', () => {
    expect(shownTo(openWorld(), undefined, 'west-ward')).toMatchObject({
      stations: [{ code: WEST1 }, { code: WEST2 }],
      wards: [{ code: 'west' }],
    });
  });

  test('an unknown contest shows the first one, and a centre that is not created none', () => {
    expect(boardView(seenBy(openWorld()), 'nowhere').shown?.contest).toBe('president');
  });
});

describe('the tally', () => {
  test('adds accepted forms only: an agreed or open form adds nothing, however many votes it has', () => {
    const world = openWorld();
    bringTo(world, 'open', { station: WEST2 });
    bringTo(world, 'agreed', { station: EAST1 });
    expect(shownTo(world).tally).toMatchObject({ forms: 0, stations: 4, valid: 0, rejected: 0 });
    bringTo(world, 'accepted', { station: WEST1 });
    const { tableTotal, ...figures } = paper(world.centre(), HERE);
    const { candidates, valid, rejected, forms } = shownTo(world).tally;
    expect(candidates.map(({ votes }) => votes)).toEqual([figures.candidate1, figures.candidate2, figures.candidate3]);
    expect([valid, rejected, forms]).toEqual([figures.valid, figures.rejected, 1]);
    expect(tableTotal).toBe(valid);
  });

  test('is in ballot order, whoever has most votes', () => {
    const world = openWorld();
    bringTo(world, 'accepted', { figures: { candidate1: 5, candidate2: 90, candidate3: 30, tableTotal: 125, valid: 125 } });
    expect(shownTo(world).tally.candidates.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test('a form that is reopened leaves it at once', () => {
    const world = openWorld();
    const form = bringTo(world, 'accepted');
    world.must('ro', reopening(form, 'figures'));
    expect(shownTo(world).tally).toMatchObject({ forms: 0, valid: 0 });
  });

  test('measures against the register, and says what lacks a figure or a scan', () => {
    const world = openWorld();
    bringTo(world, 'accepted', { figures: { rejected: 'blank' } });
    expect(shownTo(world).tally).toMatchObject({
      registered: { counted: 400, all: 1300 },
      withoutScan: 1,
      lacking: { rejected: 1 },
      rejected: 0,
    });
  });
});

describe('what waits for somebody', () => {
  test('is nothing because of a note: a form with notes only goes on', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', { figures: { rejected: 5 } });
    expect(failedFindings(world.centre(), formIn(world, form)).map(({ code }) => code)).toEqual(['W01', 'W09']);
    expect(shownTo(world).waiting).toEqual([]);
    expect(
      shownTo(world)
        .stages.filter(({ stations }) => stations > 0)
        .map(({ name }) => name),
    ).toEqual(['awaited', 'opening']);
  });

  test('is listed oldest first, with what is needed', () => {
    const world = openWorld();
    const late = receive(world, { station: EAST1 });
    world.wait(5);
    const early = bringTo(world, 'differing', { station: WEST2 });
    enterTwice(world, late, {}, { rejected: 9 });
    const { waiting } = shownTo(world);
    expect(waiting).toMatchObject([
      { kind: 'differing', form: late, rows: 1 },
      { kind: 'differing', form: early, rows: 1 },
    ]);
    expect(
      shownTo(world)
        .stations.filter(({ isWaiting }) => isWaiting)
        .map(({ code }) => code),
    ).toEqual([WEST2, EAST1]);
  });

  test('a finding is named by its code and by how much, and how many more there are', () => {
    const world = openWorld();
    bringTo(world, 'agreed', { figures: { valid: 500 } });
    expect(shownTo(world).waiting).toMatchObject([{ kind: 'rulings', code: 'F02', more: 2 }]);
  });

  test('a second paper waits beside the first, which goes on', () => {
    const world = openWorld();
    bringTo(world, 'entered-once', { serial: 'first' });
    const second = receive(world, { serial: 'second' });
    expect(shownTo(world).waiting).toMatchObject([{ kind: 'second-paper', form: second, serial: 'first' }]);
  });

  test('a paper set aside waits only while its station has no other end', () => {
    const world = openWorld();
    bringTo(world, 'set-aside');
    expect(kinds(world)).toEqual(['set-aside']);
    const closed = world.fork();
    closed.must('ro', closingResult(HERE, 'set-aside'));
    expect(kinds(closed)).toEqual([]);
    receive(world);
    expect(kinds(world)).toEqual([]);
  });

  test('a finding that arises on an accepted form waits although the station stays counted', () => {
    const world = openWorld();
    bringTo(world, 'accepted');
    const second = receive(world);
    world.must('ro', settingAside(second));
    expect(kinds(world)).toEqual(['rulings']);
    expect(standings(world)[WEST1]).toBe('counted');
  });

  test('proposals wait for a second official, and a correction only in its own contest', () => {
    const world = openWorld();
    declare(world);
    const proposed = world.must('ro', correcting(world, [EAST2]));
    expect(shownTo(world).waiting).toMatchObject([{ kind: 'proposal', act: 'correction-opened', digest: proposed.digest }]);
    expect(shownTo(world, undefined, 'governor').waiting).toEqual([]);
  });
});

describe('what must not be seen yet', () => {
  test.each(EVERYBODY)('no figure of a form that is not accepted reaches %s', (person) => {
    const world = openWorld();
    const marked = { candidate1: 8_881_001, rejected: 8_881_002, objected: 8_881_003 };
    const form = receive(world);
    enterTwice(world, form, { figures: marked }, { candidate1: 8_882_001 });
    bringTo(world, 'entered-once', { station: WEST2, figures: marked });
    expect(JSON.stringify(boardView(seenBy(world, person)))).not.toMatch(/888[12]00[1-3]/);
  });

  test.each([
    ['nobody at the keyboard', undefined, false],
    ['a clerk', 'clerk1', false],
    ['an agent who has not answered', 'blue', false],
    ['the agent who objected', 'red', true],
    ['an official', 'ro', true],
  ] as const)('an objection on an open form: %s', (_, person, isShown) => {
    const world = openWorld();
    signIn(world, 'red', 'blue');
    const form = bringTo(world, 'open');
    world.must('red', signing(world, form, PAPER_DIFFERS));
    expect(kinds(world, person)).toEqual(isShown ? ['paper-differs'] : []);
    expect(shownTo(world, person).stations[0]?.agents).toEqual({ answered: 1, of: 3 });
  });

  test('how many have answered says nothing of what they answered', () => {
    const [one, other] = [openWorld(), openWorld()];
    for (const [world, word] of [
      [one, REFUSE],
      [other, { choice: 'agree' }],
    ] as const) {
      signIn(world, 'red', 'blue');
      world.must('red', signing(world, bringTo(world, 'open'), word));
    }
    expect(boardView(seenBy(one, 'blue'))).toEqual(boardView(seenBy(other, 'blue')));
  });

  test('an agent who left without a word is not counted as having answered', () => {
    const world = openWorld();
    signIn(world, 'red');
    bringTo(world, 'open');
    signOut(world, 'red');
    expect(shownTo(world).stations[0]?.agents).toEqual({ answered: 0, of: 3 });
  });
});
