/** Answers one station's history: the state from the office, the acts from the journal. */
import type { StationAnswers, stationAsks } from '../../../core/contract/station.ts';
import { ok, refuse } from '../../../core/result.ts';
import { stationView } from '../../../core/views/station.ts';
import { turnoutView } from '../../../core/views/turnout.ts';
import type { Host } from '../host.ts';
import type { HandlersOf } from './handlers.ts';
import { createStationActs } from './station-acts.ts';

export function stationHandlers(host: Host): HandlersOf<typeof stationAsks, StationAnswers> {
  const acts = createStationActs();
  return {
    station: async ({ contest, station }) => {
      const office = host.office();
      if (!office.ok) return office;
      const said = await acts.of(office.value.store, contest, station);
      const seen = host.seen();
      if (!seen.ok) return seen;
      const view = stationView(seen.value, contest, station, said);
      return view === undefined ? refuse('R-NOT-IN-CONTEST', `${station} in ${contest}`) : ok(view);
    },
    turnout: async ({ station }) => {
      const office = host.office();
      if (!office.ok) return office;
      const [contest = ''] = office.value.centre().contests;
      const said = await acts.of(office.value.store, contest, station);
      const seen = host.seen();
      if (!seen.ok) return seen;
      return seen.value.centre.roll.stations.has(station)
        ? ok(turnoutView(seen.value, station, said))
        : refuse('R-NOT-IN-CONTEST', station);
    },
  };
}
