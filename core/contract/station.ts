/** One station's whole history in one contest, and its count of voters, for anybody who looks, as far as it may be seen yet. */
import { codeSchema, contestSchema } from '../text.ts';
import type { StationView } from '../views/station.ts';
import type { TurnoutView } from '../views/turnout.ts';
import { ask } from './ask.ts';

export const stationAsks = {
  station: ask('anybody', { contest: contestSchema, station: codeSchema }),
  turnout: ask('anybody', { station: codeSchema }),
};

export interface StationAnswers {
  readonly station: StationView;
  readonly turnout: TurnoutView;
}
