/**
 * What a verification tells a reader: the verdict, the named checks, the totals in ballot order, who signed with which key, every
 * station with its disposition. Plain data, made where the bundle was read; the window names the file, never where it lies.
 */

import type { Totals } from '../acts.ts';
import type { Edition } from '../bundle.ts';
import type { Check, Verdict } from '../checks.ts';
import { isCount } from '../count.ts';
import type { StationCounts, SummaryContent, SummaryStation } from '../summary.ts';
import type { Verification } from '../verify.ts';
import type { SummarySigner } from '../verify-people.ts';

export interface VerifiedSigner extends Pick<SummarySigner, 'person' | 'role' | 'keyId' | 'standing'> {
  readonly name: string;
}

export interface VerifiedStation extends Pick<SummaryStation, 'station' | 'name' | 'disposition' | 'register'> {
  /** Valid votes as written on the form, where it was accepted and they are a count. */
  readonly valid?: number;
}

export interface VerifiedSummary extends Pick<SummaryContent, 'constituency' | 'word' | 'version'> {
  readonly election: SummaryContent['election'];
  readonly contest: Pick<SummaryContent['contest'], 'id' | 'title' | 'formB'>;
  readonly state: 'provisional' | 'ready' | 'declared';
  readonly digest: string;
  readonly edition?: Edition;
  readonly candidates: readonly { readonly number: number; readonly name: string; readonly party: string; readonly votes: number }[];
  readonly totals: Omit<Totals, 'votes'>;
  readonly counts: StationCounts;
  readonly stations: readonly VerifiedStation[];
  readonly signers: readonly VerifiedSigner[];
}

/** One bundle as verified, alone and beside the others. */
export interface VerifiedBundle {
  readonly name: string;
  readonly verdict: Verdict;
  readonly checks: readonly Check[];
  readonly summary?: VerifiedSummary;
}

export function verifiedBundle(name: string, { verdict, checks, summary, manifest, signers = [] }: Verification): VerifiedBundle {
  if (summary === undefined) return { name, verdict, checks };
  const { content, state, digest } = summary;
  const { election, constituency, contest, word, version, stationCounts: counts } = content;
  const { votes, ...totals } = content.totals;
  return {
    ...{ name, verdict, checks },
    summary: {
      ...{ election, constituency, word, version, state, digest, totals, counts },
      contest: { id: contest.id, title: contest.title, formB: contest.formB },
      ...(manifest === undefined ? {} : { edition: manifest.edition }),
      candidates: contest.candidates.map(({ number, name: candidate, party }, at) => ({
        number,
        name: candidate,
        party,
        votes: votes[at] ?? 0,
      })),
      stations: content.stations.map(stationOf),
      signers: signers.map(({ person, role, keyId, standing }) => ({ person, role, keyId, standing, name: nameIn(content, person) })),
    },
  };
}

function stationOf({ station, name, disposition, register, form }: SummaryStation): VerifiedStation {
  const valid = form?.figures.valid;
  return { station, name, disposition, register, ...(isCount(valid) ? { valid } : {}) };
}

function nameIn(content: SummaryContent, person: string): string {
  const agent = content.agents.find((one) => one.agent === person);
  return content.people.find((one) => one.person === person)?.name ?? agent?.name ?? person;
}
