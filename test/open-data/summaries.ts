/** Summaries for the tests of the open data: a small one in which everything that can be odd is odd, and whole constituencies of the record. */
import type { Definition } from '../../core/definition.ts';
import { candidateRow, TABLE_TOTAL } from '../../core/form.ts';
import { present } from '../../core/result.ts';
import { type SummaryContent, summarise } from '../../core/summary.ts';
import { emptyWorld, openWorld, type World } from '../core/world.ts';
import { acceptNow, bringTo, closingResult, opening, ruleAll, ruling, scanning } from '../core/world-forms.ts';
import { preparing, readyIn } from '../core/world-summary.ts';
import { presidentialCandidates, type StationRow, stationRows } from '../day/public-record.ts';

const NASTY = ['=1+1', '+254 Party', '-x', '@home', 'O\'Connor, "Mama" Wa=mbui'] as const;

function oddElection(): Partial<Definition> {
  const { content } = emptyWorld().centre().definition;
  const candidates = NASTY.map((name, at) => ({ number: at + 1, name, party: NASTY[4 - at] ?? '' }));
  const [president, ...others] = content.contests;
  const stations = content.stations.map((station, at) => (at === 0 ? { ...station, name: '=HYPERLINK("x")' } : station));
  return { stations, contests: [{ ...present(president, 'contest'), candidates }, ...others] };
}

/** A blank and an unreadable box, a disregarded station, one not held, one awaited; names that a spreadsheet would obey. */
export function oddSummary(changes: Partial<Definition> = {}): SummaryContent {
  const world = openWorld({ ...oddElection(), ...changes });
  bringTo(world, 'accepted', { station: 'west1', figures: { [candidateRow(2)]: 'blank', [TABLE_TOTAL]: 'unreadable' } });
  disregard(world, 'west2');
  world.must('ro', closingResult({ contest: 'president', station: 'east1' }));
  return provisional(world);
}

export function provisional(world: World): SummaryContent {
  const { size } = world.centre();
  return summarise(world.centre(), 'president', { version: 0, at: world.now(), head: { size, root: '0'.repeat(64) } });
}

/** More valid votes than registered voters: ground b. */
function disregard(world: World, station: string): void {
  const form = bringTo(world, 'agreed', { station, figures: { valid: 5000, [TABLE_TOTAL]: 5000 } });
  world.must('ro', scanning(form));
  world.must('ro', ruling(world, form, 'F04', { ruling: 'disregard', ground: 'b' }));
  ruleAll(world, form);
  world.must('ro', opening(form));
  acceptNow(world, form);
}

// ---- the public record -------------------------------------------------------------------------------------------------------

/** A whole constituency through the pure core, each paper typed twice and accepted; prepared, and signed by nobody. */
export function recordedSummary(code: string): SummaryContent {
  const rows = stationRows(code);
  const world = openWorld(electionOf(rows));
  for (const row of rows) bringTo(world, 'accepted', { station: row.code, figures: figuresOf(row) });
  world.must('ro', preparing());
  return readyIn(world).content;
}

function figuresOf({ registered, rejected, valid, votes }: StationRow) {
  const candidates = votes.map((count, at) => [candidateRow(at + 1), count] as const);
  return { ...Object.fromEntries(candidates), [TABLE_TOTAL]: valid, registered, rejected, objected: 0, disputed: 0, valid };
}

function electionOf(rows: readonly StationRow[]): Partial<Definition> {
  const { constituencyCode, constituency, county, code } = present(rows[0], 'a station');
  const wards = new Map(rows.map(({ wardCode, ward }) => [wardCode, ward]));
  const candidates = presidentialCandidates().map((name, at) => ({ number: at + 1, name, party: `Party ${at + 1}` }));
  return {
    county: { code: code.slice(0, 3), name: county },
    constituency: { code: constituencyCode, name: constituency },
    wards: [...wards].map(([ward, name]) => ({ code: ward, name })),
    stations: rows.map((row) => ({ code: row.code, name: row.name, ward: row.wardCode, registered: row.registered })),
    contests: [{ id: 'president', title: 'President', formA: '34A', formB: '34B', candidates }],
    agents: [],
  };
}
