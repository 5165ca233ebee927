/** What a rehearsal counts while it plays, and tells at the end. */
export interface Count {
  entries: number;
  slips: number;
  caught: number;
  readings: number;
  rulings: number;
  scans: number;
  receipts: number;
  outcomes: Map<string, number>;
  /** Figures that differ from the paper after all: must stay 0. */
  undetected: number;
}

export function newCount(): Count {
  return { entries: 0, slips: 0, caught: 0, readings: 0, rulings: 0, scans: 0, receipts: 0, outcomes: new Map(), undetected: 0 };
}

export function countOutcome(count: Count, outcome: string): void {
  count.outcomes.set(outcome, (count.outcomes.get(outcome) ?? 0) + 1);
}
