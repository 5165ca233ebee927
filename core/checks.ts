/**
 * The named checks of a verification, in the order in which they are told. Names are permanent. A check that could not be made is
 * *not checked*, never passed.
 */
export const CHECK_NAMES = [
  'container',
  'manifest',
  'definition',
  'anchor',
  'kind',
  'journal',
  'history',
  'signatures',
  'conduct',
  'checkpoint',
  'summary',
  'totals',
  'declaration',
  'people',
  'scans',
  'readme',
  'open-data',
  'receipts',
] as const;
export type CheckName = (typeof CHECK_NAMES)[number];
export type CheckStatus = 'passed' | 'failed' | 'not checked';

export interface Check {
  readonly name: CheckName;
  readonly status: CheckStatus;
  readonly detail: string;
}
export type Verdict = 'authentic' | 'consistent' | 'failed';

/** Collects one outcome per check. The first failure of a check stays; a failure replaces any other outcome. */
export interface CheckList {
  pass(name: CheckName, detail: string): undefined;
  fail(name: CheckName, detail: string): undefined;
  skip(name: CheckName, detail: string): undefined;
  has(name: CheckName): boolean;
  failed(name: CheckName): boolean;
  all(): readonly Check[];
}

export function checkList(): CheckList {
  const checks = new Map<CheckName, Check>();
  const set = (name: CheckName, status: CheckStatus, detail: string): undefined => {
    const known = checks.get(name);
    if (known === undefined || (known.status !== 'failed' && status === 'failed')) checks.set(name, { name, status, detail });
  };
  return {
    pass: (name, detail) => set(name, 'passed', detail),
    fail: (name, detail) => set(name, 'failed', detail),
    skip: (name, detail) => set(name, 'not checked', detail),
    has: (name) => checks.has(name),
    failed: (name) => checks.get(name)?.status === 'failed',
    all: () => CHECK_NAMES.flatMap((name) => checks.get(name) ?? []),
  };
}

/** *Failed* when anything failed; *authentic* when every check passed; else *consistent*. */
export function verdictOf(checks: readonly Check[]): Verdict {
  if (checks.some((check) => check.status === 'failed')) return 'failed';
  return checks.every((check) => check.status === 'passed') ? 'authentic' : 'consistent';
}
