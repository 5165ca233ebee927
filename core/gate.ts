/**
 * The gate before a result (LIFECYCLE, Words): while a version of the contest's summary is ready, and after it is declared, what is
 * in it stays as it is; a correction opened by two officials lets in the stations it names, and no others.
 */
import { type Refusal, refusal } from './result.ts';
import { type Centre, contestStateOf } from './state.ts';

export function gateOf(centre: Centre, contest: string, station: string): Refusal | undefined {
  const { ready, declared, correction } = contestStateOf(centre, contest);
  if (ready !== undefined) return refusal('R-SUMMARY-READY', `version ${ready.number}`);
  if (declared === undefined || correction?.stations.includes(station)) return undefined;
  return refusal('R-DECLARED', `version ${declared.number}`);
}
