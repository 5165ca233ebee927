/**
 * What a rule is given, what it answers, and the few ways in which rules look at figures: a comparison of counts is the same for
 * every rule that compares.
 */
import { type Count, type Figure, isCount } from './count.ts';
import type { Thresholds } from './definition.ts';
import type { Centre, Form, Stage } from './state.ts';

export type FindingCode =
  | 'F01' | 'F02' | 'F03' | 'F04' | 'F05' | 'F06' | 'F07'
  | 'F08' | 'F09' | 'F10' | 'F11' | 'F12' | 'F13' | 'F14'
  | 'W01' | 'W02' | 'W03' | 'W04' | 'W05' | 'W06' | 'W07' | 'W08' | 'W09'; // biome-ignore format: one table

export type Inputs = Readonly<Record<string, Figure | string | readonly string[]>>;
type Check = 'fails' | 'passes' | 'cannot-check';

export interface Outcome {
  readonly check: Check;
  /** Rows, particulars and other places that the finding concerns. */
  readonly fields: readonly string[];
  readonly inputs: Inputs;
  /** By how much the rule is missed, where that is a number: of ballots, voters or rows. */
  readonly difference?: number;
}

/** A form with figures, and what else the rules may look at. */
export interface Subject {
  readonly centre: Centre;
  readonly form: Form;
  readonly stage: Extract<Stage, { figures: unknown }>;
}

export interface FindingRule {
  readonly code: FindingCode;
  /** *Needs ruling*: the form cannot be counted before an official has ruled. A *note* is shown and listed, and blocks nothing. */
  readonly kind: 'needs ruling' | 'note';
  /** A statistical note: it draws attention, and is never more than that. */
  readonly isStatistical?: true;
  readonly looksAt: 'this paper' | 'other stations';
  /** When it fails, as a formula over row codes. */
  readonly formula: string;
  /** Up to where a difference is allowed: not at all, in small numbers, or by a threshold of the signed definition. */
  readonly tolerance: 'none' | 'up to 50' | keyof Thresholds;
  readonly ground?: 'b' | 'c';
  readonly check: (subject: Subject) => Outcome;
}

/** A figure of the form, or of the register and the definition, by name. */
function figureOf({ centre, form, stage }: Subject, name: string): Figure | undefined {
  if (name === 'register') return centre.roll.stations.get(form.station)?.registered;
  if (name === 'stationCap') return centre.definition.content.stationCap;
  return stage.figures[name];
}

/** The named figures, as far as they stand on the paper, in the register or in the definition. */
export function pick(subject: Subject, names: readonly string[]): Record<string, Figure> {
  const picked: Record<string, Figure> = {};
  for (const name of names) {
    const figure = figureOf(subject, name);
    if (figure !== undefined) picked[name] = figure;
  }
  return picked;
}

type Counts = Count[] & [Count, Count, Count];

/** A rule over counts: it fails where the difference is not nought, or above nought; it cannot check while one of them is missing. */
export function compare(
  subject: Subject,
  names: readonly string[],
  difference: (counts: Counts) => number,
  failing: 'different' | 'above',
): Outcome {
  const inputs = pick(subject, names);
  const counts = names.map((name) => inputs[name]);
  if (!counts.every(isCount)) return { check: 'cannot-check', fields: names, inputs };
  const by = difference(counts as Counts);
  const failed = failing === 'different' ? by !== 0 : by > 0;
  return { check: failed ? 'fails' : 'passes', fields: names, inputs, difference: by };
}
