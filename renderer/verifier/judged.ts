/**
 * A verification as plain data, so that a worker can hand it to the page: the checks, the whole summary, who signed it and what the
 * agents answered to it, and where in the file each scan lies.
 */
import type { OutcomeName } from '../../core/acts.ts';
import { type BundleState, digestOfScanMember, type Edition } from '../../core/bundle.ts';
import type { Check, Verdict } from '../../core/checks.ts';
import type { StoredMember } from '../../core/container.ts';
import type { DeclaredVersion, Version } from '../../core/state.ts';
import type { SummaryContent } from '../../core/summary.ts';
import type { Verification } from '../../core/verify.ts';
import type { SummarySigner } from '../../core/verify-people.ts';
import type { JudgedReceipt } from '../../core/verify-receipts.ts';

/** Where a scan lies in the bundle's file. */
export interface ScanPlace {
  readonly name: string;
  readonly offset: number;
  readonly size: number;
}
/** An agent's answer to the summary itself. */
export interface SummaryAnswer {
  readonly agent: string;
  readonly outcome: OutcomeName;
  readonly reason?: string;
}
export interface JudgedSummary {
  readonly content: SummaryContent;
  readonly state: BundleState;
  readonly digest: string;
  readonly edition: Edition;
  readonly signers: readonly SummarySigner[];
  readonly answers: readonly SummaryAnswer[];
  readonly declaredAt?: string;
  /** Names of the wards as in the definition, by code. */
  readonly wards: ReadonlyMap<string, string>;
  /** By the scan's digest. */
  readonly scans: ReadonlyMap<string, ScanPlace>;
}
export interface Judged {
  readonly name: string;
  readonly verdict: Verdict;
  readonly checks: readonly Check[];
  readonly receipts: readonly JudgedReceipt[];
  readonly summary?: JudgedSummary;
}

export function judgedOf(name: string, verification: Verification, members: readonly StoredMember[]): Judged {
  const { verdict, checks, receipts = [], summary, manifest, definition, signers = [] } = verification;
  if (summary === undefined || manifest === undefined || definition === undefined) return { name, verdict, checks, receipts };
  const { content, state, digest, version } = summary;
  return {
    ...{ name, verdict, checks, receipts },
    summary: {
      ...{ content, state, digest, signers, edition: manifest.edition, scans: scansIn(members) },
      wards: new Map(definition.content.wards.map(({ code, name: called }) => [code, called])),
      ...(version === undefined ? { answers: [] } : answersTo(version)),
    },
  };
}

function scansIn(members: readonly StoredMember[]): ReadonlyMap<string, ScanPlace> {
  const scans = members.flatMap(({ name, offset, size }) => {
    const digest = digestOfScanMember(name);
    return digest === undefined ? [] : [[digest, { name, offset, size }] as const];
  });
  return new Map(scans);
}

function answersTo(version: Version | DeclaredVersion): Pick<JudgedSummary, 'answers' | 'declaredAt'> {
  if (!('declared' in version)) return { answers: [] };
  const { outcomes, declared, asking } = version;
  const { answers, closings } = asking;
  const reasons = new Map([...answers, ...closings].map(({ act, reason }) => [act, reason]));
  return {
    declaredAt: declared.at,
    answers: outcomes.map(({ agent, outcome, act }) => {
      const reason = reasons.get(act ?? '');
      return { agent, outcome, ...(reason === undefined ? {} : { reason }) };
    }),
  };
}
