/** What a summary says: every station with its disposition, what was found and ruled, every agent's word, and sums anyone can redo. */
import { describe, expect, test } from 'vitest';
import type { Figures } from '../../core/acts.ts';
import { candidateRow } from '../../core/form.ts';
import { contestOf } from '../../core/state.ts';
import { type SummaryContent, summarise } from '../../core/summary.ts';
import { openWorld, signIn, signOut, type World } from './world.ts';
import {
  acceptNow,
  bringTo,
  closingResult,
  HERE,
  OBJECT,
  opening,
  PAPER_DIFFERS,
  REASON,
  ruleAll,
  ruling,
  scanning,
  signing,
  turnout,
} from './world-forms.ts';
import { paper } from './world-papers.ts';
import { admitOnSite } from './world-people.ts';
import { fill, preparing, readyIn } from './world-summary.ts';

/** The sums over some papers, worked out here and not by the program. */
function sumsOf(world: World, contest: string, papers: readonly Figures[]) {
  const sum = (row: string) => papers.reduce((total, figures) => total + (typeof figures[row] === 'number' ? figures[row] : 0), 0);
  const votes = contestOf(world.centre(), contest).contest.candidates.map(({ number }) => sum(candidateRow(number)));
  const rows = ['registered', 'rejected', 'objected', 'disputed', 'tableTotal', 'valid'] as const;
  return { ...Object.fromEntries(rows.map((row) => [row, sum(row)])), votes };
}

function prepared(world: World, contest = HERE.contest): SummaryContent {
  fill(world, contest);
  world.must('ro', preparing(contest));
  return readyIn(world, contest).content;
}

describe('the sums', () => {
  test('are those of the papers as written', () => {
    const world = openWorld();
    const papers = ['west1', 'west2', 'east1', 'east2'].map((station) => paper(world.centre(), { contest: 'president', station }));
    expect(prepared(world).totals).toEqual(sumsOf(world, 'president', papers));
  });

  test('add what is written even where the paper contradicts itself', () => {
    const world = openWorld();
    bringTo(world, 'accepted', { figures: { candidate1: 700, valid: 5 } });
    const papers = ['west1', 'west2', 'east1', 'east2'].map((station) => paper(world.centre(), { contest: 'president', station }));
    expect(prepared(world).totals).toEqual(sumsOf(world, 'president', [{ ...papers[0], candidate1: 700, valid: 5 }, ...papers.slice(1)]));
  });

  test('leave out what is blank or unreadable, and say how many forms lack the row', () => {
    const world = openWorld();
    bringTo(world, 'accepted', { figures: { candidate2: 'blank', rejected: 'unreadable' } });
    bringTo(world, 'accepted', { station: 'east1', figures: { rejected: 'blank' } });
    const { totals, lacking } = prepared(world);
    expect(totals.rejected).toBe(4);
    expect(totals.votes[1]).toBe(42 + 43 + 44);
    expect(lacking).toEqual({ candidate2: 1, rejected: 2 });
  });

  test('are of the ward’s stations only in a ward contest', () => {
    const world = openWorld();
    const content = prepared(world, 'west-ward');
    expect(content.stations.map(({ station }) => station)).toEqual(['west1', 'west2']);
    expect(content.totals.registered).toBe(750);
    expect(content.word).toBe('declared');
    expect(prepared(world).word).toBe('collated');
  });
});

describe('a disregarded station', () => {
  function disregardedWorld(): World {
    const world = openWorld();
    const form = bringTo(world, 'agreed');
    world.must('clerk1', turnout('west1', 100));
    signIn(world, 'red', 'blue');
    world.must('ro', ruling(world, form, 'F06', { ruling: 'disregard', ground: 'c' }, ['red', 'blue']));
    signOut(world, 'red', 'blue');
    world.must('ro', opening(form));
    acceptNow(world, form);
    return world;
  }

  test('is out of the sums, and its effect is shown', () => {
    const world = disregardedWorld();
    const content = prepared(world);
    const papers = ['west2', 'east1', 'east2'].map((station) => paper(world.centre(), { contest: 'president', station }));
    const figures = paper(world.centre(), HERE);
    expect(content.totals).toEqual(sumsOf(world, 'president', papers));
    expect(content.disregarded).toEqual([
      { station: 'west1', ground: ['c'], figures, totalsWith: sumsOf(world, 'president', [...papers, figures]) },
    ]);
    expect(content.stationCounts).toMatchObject({ counted: 3, disregarded: 1 });
  });

  test('is in the error report with ruling, ground, reason, official and witnesses', () => {
    const { errorReport } = prepared(disregardedWorld());
    expect(errorReport.filter(({ ruling: said }) => said !== undefined)).toMatchObject([
      {
        station: 'west1',
        code: 'F06',
        ruling: 'disregard',
        ground: 'c',
        reason: REASON,
        by: 'ro',
        witnesses: ['red', 'blue'],
        difference: 25,
      },
    ]);
  });
});

describe('each station', () => {
  test('has its disposition, and they are counted', () => {
    const world = openWorld();
    world.must('ro', closingResult({ contest: 'president', station: 'west2' }, 'lost', 'The envelope was empty.'));
    bringTo(world, 'set-aside', { station: 'east1', serial: 'S9' });
    world.must('ro', closingResult({ contest: 'president', station: 'east1' }, 'set-aside'));
    world.must('ro', closingResult({ contest: 'president', station: 'east2' }));
    const { stations, stationCounts } = prepared(world);
    expect(stations.map(({ station, disposition }) => [station, disposition])).toEqual([
      ['west1', 'counted'],
      ['west2', 'lost'],
      ['east1', 'set-aside'],
      ['east2', 'not-held'],
    ]);
    expect(stations[1]).toMatchObject({ closed: { reason: 'The envelope was empty.', by: 'ro' }, setAside: [] });
    expect(stations[2]?.setAside).toEqual([{ form: 'president.east1.1', revision: 1, serial: 'S9', reason: REASON, by: 'ro' }]);
    expect(stationCounts).toEqual({
      counted: 1,
      disregarded: 0,
      setAside: 1,
      notHeld: 1,
      postponed: 0,
      lost: 1,
      cancelled: 0,
      inHand: 0,
      awaited: 0,
    });
  });

  test('stands once, in the order of the gazette, with name, ward and register', () => {
    const { stations } = prepared(openWorld());
    expect(stations.map(({ station, name, ward, register }) => [station, name, ward, register])).toEqual([
      ['west1', 'West Primary School, stream 1', 'west', 400],
      ['west2', 'West Primary School, stream 2', 'west', 350],
      ['east1', 'East Market Hall', 'east', 300],
      ['east2', 'East Polytechnic', 'east', 250],
    ]);
  });

  test('tells of its paper who received, typed, opened and accepted it, and what scans there are', () => {
    const world = openWorld();
    bringTo(world, 'accepted');
    world.must('clerk3', scanning('president.west1.1'));
    const [station] = prepared(world).stations;
    expect(station?.form).toMatchObject({
      form: 'president.west1.1',
      revision: 1,
      receivedBy: 'clerk1',
      typedBy: ['clerk1', 'clerk2'],
      openedBy: 'ro',
      acceptedBy: 'ro',
      scans: [{ digest: 'b'.repeat(64), mediaType: 'image/jpeg', size: 1000 }],
    });
  });

  test('has every agent’s word with what was said, and the official’s answer', () => {
    const world = openWorld();
    signIn(world, 'red', 'green');
    const form = bringTo(world, 'open');
    world.must('red', signing(world, form, { ...PAPER_DIFFERS, ownFigures: { rejected: 9 } }));
    world.wait(10);
    acceptNow(world, form);
    expect(prepared(world).stations[0]?.form).toMatchObject({
      answer: REASON,
      outcomes: [
        { agent: 'red', outcome: 'agree-with-objection', code: 'paper-differs', reason: REASON, ownFigures: { rejected: 9 } },
        { agent: 'blue', outcome: 'absent' },
        { agent: 'green', outcome: 'did-not-respond', reason: REASON, closedBy: 'ro' },
      ],
    });
  });

  test('has only the word that stood: what was replaced is in the journal', () => {
    const world = openWorld();
    signIn(world, 'red');
    const form = bringTo(world, 'open');
    world.must('red', signing(world, form, OBJECT));
    world.must('red', signing(world, form));
    acceptNow(world, form);
    const outcome = prepared(world).stations[0]?.form?.outcomes[0];
    expect(outcome).toEqual({ agent: 'red', outcome: 'agree', act: expect.any(String) });
  });
});

describe('the summary', () => {
  test('lists the contest’s agents, those enrolled on site too', () => {
    const world = openWorld();
    admitOnSite(world, 'late', 'Blue');
    expect(prepared(world, 'governor').agents).toEqual([
      { agent: 'red', name: 'Agent of Red', party: 'Red' },
      { agent: 'blue', name: 'Agent of Blue', party: 'Blue' },
      { agent: 'late', name: 'late on site', party: 'Blue' },
    ]);
  });

  test('lists everybody whose act it rests on, with the key, and nobody else', () => {
    const world = openWorld();
    signIn(world, 'red');
    const form = bringTo(world, 'open');
    world.must('red', signing(world, form));
    acceptNow(world, form);
    const { people } = prepared(world);
    expect(people.map(({ person, role }) => [person, role])).toEqual([
      ['clerk1', 'clerk'],
      ['clerk2', 'clerk'],
      ['red', 'agent'],
      ['ro', 'ro'],
    ]);
    for (const { person, key } of people) expect(key).toBe(world.centre().people.get(person)?.keyText);
  });

  test('names election, journal and definition, so that it is of this one and no other', () => {
    const world = openWorld();
    const { election, journal } = prepared(world);
    expect(election).toMatchObject({ digest: world.centre().definition.digest, id: 'mfano-2027', kind: 'rehearsal' });
    expect(journal).toBe('a'.repeat(64));
  });

  test('reports every finding on every accepted paper, in the order of the gazette', () => {
    const world = openWorld();
    bringTo(world, 'accepted', { station: 'east1', figures: { objected: 3 } });
    bringTo(world, 'accepted', { station: 'west1', figures: { rejected: 400, objected: 'blank' } });
    const { errorReport } = prepared(world);
    expect(errorReport.map(({ station, code, ruling: said }) => [station, code, said])).toEqual([
      ['west1', 'F05', 'count'],
      ['west1', 'F07', 'count'],
      ['west1', 'F12', 'count'],
      ['west1', 'W01', undefined],
      ['west1', 'W02', 'count'],
      ['west1', 'W03', undefined],
      ['west1', 'W09', undefined],
      ['west2', 'W09', undefined],
      ['east1', 'F10', 'count'],
      ['east1', 'W09', undefined],
      ['east2', 'W09', undefined],
    ]);
  });

  test('before anybody prepares is a provisional account: it shows what is awaited and in hand', () => {
    const world = openWorld();
    bringTo(world, 'accepted');
    ruleAll(world, bringTo(world, 'agreed', { station: 'east1' }));
    const content = summarise(world.centre(), 'president', { version: 0, at: world.now(), head: { size: 0, root: '' } });
    expect(content.stationCounts).toMatchObject({ counted: 1, inHand: 1, awaited: 2 });
    expect(content.totals).toEqual(sumsOf(world, 'president', [paper(world.centre(), HERE)]));
    expect(content.stations[2]).not.toHaveProperty('form');
  });
});
