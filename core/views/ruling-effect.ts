/**
 * What a ruling does to the totals, before it is made: the contest without this station and with it, each with the number of forms
 * it is the sum of. Both are derived as the summary will derive them.
 */
import type { Totals } from '../acts.ts';
import { type Centre, contestOf, type Form, formOf, resultOf } from '../state.ts';
import { dispositionOfResult } from '../summary.ts';
import { tally } from '../tally.ts';

interface Side {
  readonly totals: Totals;
  /** Counted forms that these totals are the sum of. */
  readonly forms: number;
}
export interface RulingEffect {
  readonly without: Side;
  readonly with: Side;
  /** Stations of the contest. */
  readonly stations: number;
  /** Whether the form is in the totals already: it was accepted before the finding arose. */
  readonly isCounted: boolean;
  /** Another form of the same station that is open or accepted: while it is, this one changes no total. */
  readonly standsInstead?: string;
}

export function rulingEffect(centre: Centre, form: Form): RulingEffect | undefined {
  if (!('figures' in form.stage)) return undefined;
  const { contest, stations } = contestOf(centre, form.contest);
  const others = stations.filter(({ code }) => code !== form.station).flatMap(({ code }) => countedAt(centre, form.contest, code));
  const own = [...others, form.stage.figures];
  const standsInstead = resultOf(centre, form.contest, form.station).forms.find((id) => id !== form.id && isAsked(formOf(centre, id)));
  return {
    without: { totals: tally(contest, others).totals, forms: others.length },
    with: { totals: tally(contest, own).totals, forms: own.length },
    stations: stations.length,
    isCounted: form.stage.stage === 'accepted' && form.stage.disposition === 'counted',
    ...(standsInstead === undefined ? {} : { standsInstead }),
  };
}

function countedAt(centre: Centre, contest: string, station: string) {
  const { disposition, accepted } = dispositionOfResult(centre, contest, station);
  return disposition === 'counted' && accepted !== undefined ? [accepted.stage.figures] : [];
}

function isAsked({ stage }: Form): boolean {
  return 'asking' in stage;
}
