/**
 * A small day for the windows: twelve invented stations, two contests, four agents, three clerks, two officials. One paper's
 * arithmetic is wrong, one is typed wrongly by a clerk, one has to be reopened, one comes too late.
 */
import { DEFAULT_THRESHOLDS } from '../../../core/definition.ts';
import { privateKeyFromSeed } from '../../../db/signing.ts';
import type { DefinitionDraft } from '../../../main/define/definition-folder.ts';
import { signDefinition } from '../../../main/define/sign.ts';
import { inventStations } from '../../../main/demo/constituency.ts';
import { AGENTS, CONSTITUENCY, COUNTY, DEMO_CONTESTS, OFFICIALS, WARDS } from '../../../main/demo/mfano.ts';

const SEED = 11;
const CLERKS = 3;
const AGENTS_HERE = 4;
/** Nobody keeps it: what it signs is worth nothing anywhere else. */
export const COMMISSION = privateKeyFromSeed(new Uint8Array(32).fill(SEED));

export const STATIONS = inventStations(SEED).filter(({ code }) => code.endsWith('01'));
export const AGENT_IDS = AGENTS.slice(0, AGENTS_HERE).map(([id]) => id);
export const CLERK_IDS = OFFICIALS.filter(([, , role]) => role === 'clerk')
  .slice(0, CLERKS)
  .map(([id]) => id);

export interface DayPaper {
  readonly contest: string;
  readonly station: string;
  readonly stationName: string;
  readonly serial: string;
  /** As typed, row by row in the paper's order. */
  readonly typed: readonly string[];
}

export function signedDefinition(): Uint8Array {
  const contests = DEMO_CONTESTS.map(({ candidates, ...contest }) => ({
    ...contest,
    candidates: candidates.map(([name, party], at) => ({ number: at + 1, name, party })),
  }));
  const agents = AGENTS.slice(0, AGENTS_HERE).map(([id, name, party]) => ({ id, name, party, contests: [] }));
  const parties = [...new Set([...contests.flatMap(({ candidates }) => candidates), ...agents].map(({ party }) => party))];
  const officials = OFFICIALS.filter(([id, , role]) => role !== 'clerk' || CLERK_IDS.some((clerk) => clerk === id));
  const draft: DefinitionDraft = {
    id: 'small-day',
    title: 'A small day in a constituency that does not exist',
    date: '2031-02-03',
    kind: 'rehearsal',
    commission: { name: 'Commission of the Small Day' },
    county: COUNTY,
    constituency: CONSTITUENCY,
    stationCap: 700,
    thresholds: DEFAULT_THRESHOLDS,
    responseMinutes: 0,
    soloMinutes: 0,
    agentsPerParty: 1,
    wallShowsTotals: true,
    wards: WARDS.map(({ code, name }) => ({ code, name })),
    stations: STATIONS.map(({ code, name, wardCode, registered }) => ({ code, name, ward: wardCode, registered })),
    contests,
    parties: parties.map((name) => ({ name })),
    agents,
    officials: officials.map(([id, name, role]) => ({ id, name, role })),
  };
  return signDefinition(draft, COMMISSION).bytes;
}

/** The papers of a contest, in the order of its stations; `wrongAt` has line 2 copied from line 1. */
export function papersOf(contest: string, wrongAt?: number): readonly DayPaper[] {
  const found = DEMO_CONTESTS.find(({ id }) => id === contest);
  if (found === undefined) throw new Error(`no contest ${contest}`);
  const held = STATIONS.filter(({ wardCode }) => found.ward === undefined || found.ward === wardCode);
  return held.map(({ code, name, registered }, at) => {
    const votes = found.candidates.map((_, number) => 10 + ((at * 13 + number * 29) % 40));
    const valid = votes.reduce((sum, count) => sum + count, 0);
    const rejected = at === wrongAt ? registered : at % 4;
    const typed = [...votes, valid, registered, rejected, 0, 0, valid].map(String);
    return { contest, station: code, stationName: name, serial: `${found.formA}-${100 + at}`, typed };
  });
}

/** The sum of a row over papers: what the totals must say. */
export function totalOf(papers: readonly DayPaper[], row: number): number {
  return papers.reduce((sum, { typed }) => sum + Number(typed[row]), 0);
}
