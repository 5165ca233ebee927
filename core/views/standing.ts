/**
 * Where one station stands in one contest, in a single word, so that a row of counts adds up to all stations. A station with several
 * papers stands where its furthest paper stands.
 */
import { type Centre, type Form, formOf, resultOf } from '../state.ts';
import { dispositionOfResult } from '../summary.ts';
import { workOf } from './queues.ts';

/** In the order of the work; the last ones are final. */
export const STANDINGS = [
  'awaited',
  'received',
  'entered-once',
  'differing',
  'rulings',
  'opening',
  'signing',
  'acceptance',
  'counted',
  'disregarded',
  'set-aside',
  'not-held',
  'postponed',
  'lost',
  'cancelled',
] as const;
export type StandingName = (typeof STANDINGS)[number];

export interface Standing {
  readonly name: StandingName;
  /** The paper that stands for the station. */
  readonly form?: Form;
  /** An official closed the station without a form. */
  readonly isClosed: boolean;
}

export function standingOf(centre: Centre, contest: string, station: string): Standing {
  const { disposition, accepted } = dispositionOfResult(centre, contest, station);
  if (disposition === 'awaited') return { name: 'awaited', isClosed: false };
  if (disposition !== 'in-hand') return { name: disposition, isClosed: accepted === undefined, ...(accepted && { form: accepted }) };
  const papers = resultOf(centre, contest, station).forms.map((id) => ofForm(centre, formOf(centre, id)));
  return papers.reduce((furthest, paper) => (isFurther(paper, furthest) ? paper : furthest));
}

function ofForm(centre: Centre, form: Form): Standing {
  return { name: standingOfForm(centre, form), form, isClosed: false };
}

/** Among papers in hand one that was set aside comes last. */
function isFurther(paper: Standing, other: Standing): boolean {
  const rank = ({ name }: Standing) => (name === 'set-aside' ? -1 : STANDINGS.indexOf(name));
  return rank(paper) > rank(other);
}

export function standingOfForm(centre: Centre, form: Form): StandingName {
  const { stage } = form;
  switch (stage.stage) {
    case 'received':
    case 'entered-once':
    case 'differing':
    case 'set-aside':
      return stage.stage;
    case 'accepted':
      return stage.disposition;
    case 'agreed':
    case 'open':
      return workOf(centre, form) as 'rulings' | 'opening' | 'signing' | 'acceptance';
  }
}
