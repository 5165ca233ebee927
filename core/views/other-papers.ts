/**
 * The other papers that a finding F09 speaks of: of the same station, or with the same serial number. Their particulars stand beside
 * this form's, and their figures only where two people have typed the same on both.
 */
import type { Figures } from '../acts.ts';
import { isReadableSerial, type Particulars } from '../particulars.ts';
import { serialKey } from '../rules-papers.ts';
import { type Centre, type Form, formOf, resultOf } from '../state.ts';
import type { StageName } from '../transitions.ts';
import { type PaperStation, stationOf } from './paper.ts';

export interface OtherPaper {
  readonly form: string;
  readonly station: PaperStation;
  readonly isSameStation: boolean;
  readonly isSameSerial: boolean;
  readonly particulars: Particulars;
  readonly receivedAt: string;
  readonly stage: StageName;
  /** Why it was set aside. */
  readonly reason?: string;
  readonly figures?: Figures;
}

export function otherPapersOf(centre: Centre, form: Form): readonly OtherPaper[] {
  const { serial } = form.particulars;
  const alike = isReadableSerial(serial) ? (centre.serials.get(serialKey(form.contest, serial)) ?? []) : [];
  const sameResult = resultOf(centre, form.contest, form.station).forms;
  const ids = [...new Set([...sameResult, ...alike])].filter((id) => id !== form.id);
  return ids.map((id) => otherPaper(centre, formOf(centre, id), sameResult.includes(id), alike.includes(id)));
}

function otherPaper(centre: Centre, form: Form, isSameStation: boolean, isSameSerial: boolean): OtherPaper {
  const { stage } = form;
  const figures = figuresOf(stage.stage === 'set-aside' ? stage.former : stage);
  return {
    form: form.id,
    station: stationOf(centre, form.station),
    isSameStation,
    isSameSerial,
    particulars: form.particulars,
    receivedAt: form.received.at,
    stage: stage.stage,
    ...(stage.stage === 'set-aside' ? { reason: stage.reason } : {}),
    ...(figures === undefined ? {} : { figures }),
  };
}

function figuresOf(stage: Form['stage']): Figures | undefined {
  return 'figures' in stage ? stage.figures : undefined;
}
