/**
 * What is found out about a machine before the night: one finding a question, by a permanent name, so that a script can compare 290 of
 * them. What cannot be known is *not checked*, never passed.
 */
import type { CheckStatus } from '../../core/checks.ts';

export const QUESTIONS = [
  'program',
  'engine',
  'data-folder',
  'space',
  'fsync',
  'database',
  'second',
  'memory',
  'clock',
  'time-zone',
  'time-service',
  'display',
  'printer',
] as const;
export type Question = (typeof QUESTIONS)[number];

export interface Finding {
  readonly name: Question;
  readonly status: CheckStatus;
  /** For people. */
  readonly detail: string;
  /** For scripts: the figures that the detail tells. */
  readonly figures?: Readonly<Record<string, number | string>>;
}

type Figures = Finding['figures'];

export function found(name: Question, isGood: boolean, detail: string, figures?: Figures): Finding {
  return { name, status: isGood ? 'passed' : 'failed', detail, ...(figures === undefined ? {} : { figures }) };
}

export function notChecked(name: Question, detail: string): Finding {
  return { name, status: 'not checked', detail };
}

const GIBIBYTE = 2 ** 30;

export function inGibibytes(bytes: number): string {
  return `${(bytes / GIBIBYTE).toFixed(1)} GiB`;
}
