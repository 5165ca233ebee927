/** What comes next on the way from the founding to the opening, and whose it is. The rules themselves stand in core; this only offers. */
import type { FramePerson } from '../../core/views/frame.ts';
import type { SetupOfficial, SetupSteps } from '../../core/views/setup.ts';
import type { SetupStep } from './StepPage.tsx';

/** Whether a second medium is still to be chosen, and nobody has gone on without one. */
export interface MediumWanted {
  readonly isMediumWanted: boolean;
}

export type NextStep = { readonly step: SetupStep | 'done' } & (
  | { readonly is: 'resume' | 'done' | 'open' | 'medium' }
  | { readonly is: 'hand-over'; readonly to?: SetupOfficial }
  | { readonly is: 'admit'; readonly who: SetupOfficial; readonly enrolment: string }
  | { readonly is: 'enrol'; readonly who: SetupOfficial }
  | { readonly is: 'confirm'; readonly act: string }
);

export function nextStep(
  { phase, officials, opening, admittedOfficials, isMediumWanted }: SetupSteps & MediumWanted,
  person: FramePerson | undefined,
): NextStep {
  if (phase === 'empty') return { is: 'resume', step: 'compared' };
  if (phase !== 'preparing') return { is: 'done', step: 'done' };
  const admitted = officials.filter(({ state }) => state === 'admitted');
  const step = isMediumWanted ? 'medium' : admittedOfficials < 2 ? 'deputy' : 'opened';
  const isOfficial = person?.role === 'ro' || person?.role === 'dro';
  if (opening !== undefined && (!isOfficial || opening.by === person.id)) return handOver(step, admitted, opening.by);
  if (!isOfficial) return handOver(step, admitted);
  if (isMediumWanted) return { is: 'medium', step };
  if (opening !== undefined) return { is: 'confirm', act: opening.act, step };
  if (admittedOfficials >= 2) return { is: 'open', step };
  const enrolled = officials.find(({ state }) => state === 'enrolled');
  if (enrolled?.enrolment !== undefined) return { is: 'admit', who: enrolled, enrolment: enrolled.enrolment, step };
  const missing = officials.find(({ state }) => state === 'not-enrolled');
  return missing === undefined ? { is: 'open', step } : { is: 'enrol', who: missing, step };
}

/** To an official who is admitted, and not to the one who has signed already. */
function handOver(step: SetupStep, admitted: readonly SetupOfficial[], not?: string): NextStep {
  const to = admitted.find(({ id }) => id !== not);
  return { is: 'hand-over', step, ...(to === undefined ? {} : { to }) };
}
