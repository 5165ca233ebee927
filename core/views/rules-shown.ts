/**
 * What screens say of a rule beside its words: the threshold of the signed definition that it holds a share against, and whether it is
 * a statistical note, which draws attention and is never more than that.
 */
import type { Thresholds } from '../definition.ts';
import { FINDING_RULES } from '../finding-rules.ts';
import type { FindingRule, Inputs } from '../findings.ts';
import type { Centre } from '../state.ts';
import { type PaperStation, stationOf } from './paper.ts';

/** A rule that is not known here needs a ruling, and is no aid. */
export function ruleOf(code: string): Pick<FindingRule, 'kind' | 'tolerance' | 'isStatistical'> {
  return FINDING_RULES.find((rule) => rule.code === code) ?? { kind: 'needs ruling', tolerance: 'none' };
}

export function isAttentionAid(code: string): boolean {
  return ruleOf(code).isStatistical === true;
}

/** In basis points; none where the rule holds no share. */
export function thresholdOf({ definition }: Centre, code: string): number | undefined {
  const { tolerance } = ruleOf(code);
  const { thresholds } = definition.content;
  return tolerance in thresholds ? thresholds[tolerance as keyof Thresholds] : undefined;
}

/** Other stations that a finding holds this one against, by name. */
export function stationsNamed(centre: Centre, { inputs }: { readonly inputs: Inputs }): readonly PaperStation[] {
  const { sameVotes } = inputs;
  return typeof sameVotes === 'object' ? sameVotes.map((code) => stationOf(centre, code)) : [];
}
