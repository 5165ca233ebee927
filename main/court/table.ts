/** What a register is, and the order in which the pack shows them. A cell that does not apply is empty. */

export type Row = Readonly<Record<string, string>>;

export interface Register {
  readonly id: RegisterId;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** In the pack's order: what people did, who they are, what the machine did, and how all of it was meant to go. */
export const ORDER = [
  'interventions',
  'incidents',
  'objections',
  'failed-log-ins',
  'log-ins-by-person',
  'log-ins',
  'people',
  'acts-about-people',
  'attendance',
  'access',
  'summaries',
  'scans',
  'exports',
  'backups',
  'clock',
  'software',
  'acts',
  'workflow',
  'unreadable',
] as const;
export type RegisterId = (typeof ORDER)[number];
