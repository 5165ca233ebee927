/**
 * The whole state of a tallying centre, as the journal alone determines it. Each lifecycle is a union of stages that own their
 * facts, so that an impossible form cannot be written down. Maps are persistent (immutable): a new state shares all that did not
 * change with the old one, so one act costs the same at the start of the night and at its end.
 */

import { Map as PersistentMap, Set as PersistentSet } from 'immutable';
import type { Acknowledgement } from './acknowledgement.ts';
import type { Act, Body, Decision, Figures, Head, Outcome, Role } from './acts.ts';
import { type Contest, type SignedDefinition, type Station, stationsOf } from './definition.ts';
import { figureRows } from './form.ts';
import type { Particulars } from './particulars.ts';
import { present } from './result.ts';
import type { SummaryContent } from './summary.ts';

/** Where and when in the journal: waits count along the journal, because clocks can be set back. */
export interface Moment {
  readonly seq: number;
  readonly at: string;
}

// ---- people ------------------------------------------------------------------------------------------------------------------

export interface Enrolment {
  readonly digest: string;
  readonly person: Body<'person-enrolled'>['person'];
  readonly key: string;
}

export interface Person {
  readonly id: string;
  readonly role: Exclude<Role, 'device'>;
  readonly name: string;
  readonly party?: string;
  /** Id and text of the key this person signs with now. */
  readonly key: string;
  readonly keyText: string;
  readonly basis: 'definition' | 'certificate' | 'letter';
  readonly suspended?: { readonly compromised: boolean; readonly key: string };
  readonly accreditation: 'active' | 'ended' | 'revoked';
}

/** One stay in the hall. Only the agent's own sign-out releases the agent from being asked. */
export interface Stay {
  readonly from: Moment;
  readonly to?: Moment & { readonly by: 'agent' | 'official' };
}

export interface Proposal {
  readonly act: Act;
  readonly subject: string;
  readonly moment: Moment;
}

// ---- one form ----------------------------------------------------------------------------------------------------------------

export interface Scan {
  readonly digest: string;
  readonly mediaType: string;
  readonly size: number;
}

/** What one person typed from the paper on this revision: entry 1, entry 2 or a reading of the rows in dispute. */
export interface Typing {
  readonly kind: 'entry' | 'reading';
  readonly person: string;
  readonly key: string;
  readonly act: string;
  readonly at: string;
  readonly figures: Figures;
  readonly decisions?: readonly Decision[];
}

export type Ruling = Omit<Body<'finding-ruled'>, 'form' | 'revision'> & { readonly by: string; readonly act: string; readonly at: string };

/** An agent's word on a form or a summary. */
export interface Answer {
  readonly agent: string;
  readonly key: string;
  readonly act: string;
  readonly at: string;
  readonly choice: 'agree' | 'object' | 'refuse';
  readonly code?: 'paper-differs' | 'own-copy-differs' | 'other';
  readonly reason?: string;
  readonly reasonRefused?: true;
  readonly ownFigures?: Figures;
}
export interface Closing {
  readonly agent: string;
  readonly act: string;
  readonly reason: string;
  readonly by: string;
}
/** A question put to all accredited agents: since when, and what they said. All answers stay visible; the last of each stands. */
export interface Asking {
  readonly since: Moment;
  readonly answers: readonly Answer[];
  readonly closings: readonly Closing[];
}

export interface Agreed {
  readonly typings: readonly Typing[];
  readonly figures: Figures;
  readonly decisions: readonly Decision[];
}
export interface Opened extends Agreed {
  readonly subject: string;
  /** The rulings, by their acts, under which agents were asked about a form that is to be disregarded. */
  readonly disregards: readonly string[];
  readonly openedBy: string;
  readonly asking: Asking;
}
export type Active =
  | { readonly stage: 'received' }
  | { readonly stage: 'entered-once'; readonly typings: readonly [Typing] }
  | { readonly stage: 'differing'; readonly typings: readonly Typing[]; readonly differing: readonly string[] }
  | ({ readonly stage: 'agreed' } & Agreed);
export type Stage =
  | Active
  | ({ readonly stage: 'open' } & Opened)
  | ({ readonly stage: 'accepted' } & Opened & Accepted)
  | { readonly stage: 'set-aside'; readonly former: Active; readonly reason: string; readonly by: string };
export interface Accepted {
  readonly disposition: 'counted' | 'disregarded';
  readonly outcomes: readonly Outcome[];
  readonly answer?: string;
  readonly acceptedBy: string;
  readonly acceptedAct: string;
}

export interface Form {
  readonly id: string;
  readonly contest: string;
  readonly station: string;
  readonly revision: number;
  readonly received: Moment & { readonly by: string };
  readonly particulars: Particulars;
  readonly scans: readonly Scan[];
  readonly scanAbsent?: string;
  readonly rulings: readonly Ruling[];
  /** Digests of answers on earlier revisions and of late remarks: nothing an agent said is forgotten. */
  readonly earlierAnswers: readonly string[];
  readonly remarks: readonly string[];
  readonly stage: Stage;
}

/** One station in one contest: what is awaited. */
export interface ResultState {
  readonly forms: readonly string[];
  readonly closed?: Omit<Body<'result-closed'>, 'station' | 'contest'> & { readonly by: string; readonly act: string };
}

// ---- one contest -------------------------------------------------------------------------------------------------------------

export interface SummarySignature {
  readonly person: string;
  readonly role: Role;
  readonly key: string;
  readonly act: string;
  readonly moment: Moment;
  /** Base64 of the signature over the line of totals. */
  readonly lineSignature: string;
}
export interface Version {
  readonly number: number;
  readonly digest: string;
  readonly content: SummaryContent;
  readonly preparedAct: string;
  readonly stale: boolean;
  readonly signatures: readonly SummarySignature[];
  readonly asking: Asking;
}
export interface DeclaredVersion extends Version {
  readonly outcomes: readonly Outcome[];
  readonly declaredAct: string;
  readonly declared: Moment & { readonly by: string };
  readonly alone?: string;
}
export interface Correction {
  readonly stations: readonly string[];
  readonly reason: string;
  readonly act: string;
  readonly alone?: string;
}
export interface ContestState {
  readonly lastNumber: number;
  readonly ready?: Version;
  readonly declared?: DeclaredVersion;
  readonly superseded: readonly DeclaredVersion[];
  readonly correction?: Correction;
}

// ---- the centre --------------------------------------------------------------------------------------------------------------

/** What the last act changed, so that the tables can follow without looking at everything. */
export interface Touch {
  readonly what: 'form' | 'person' | 'contest' | 'result' | 'turnout' | 'proposal' | 'centre';
  readonly id: string;
}

/** Constant look-ups into the definition. */
export interface Roll {
  readonly stations: ReadonlyMap<string, Station>;
  readonly contests: ReadonlyMap<
    string,
    { readonly contest: Contest; readonly stations: readonly Station[]; readonly rows: readonly string[] }
  >;
  readonly agents: ReadonlyMap<string, SignedDefinition['content']['agents'][number]>;
  readonly officials: ReadonlyMap<string, SignedDefinition['content']['officials'][number]>;
}

/** A restore that two officials settled: what was restored, which newer heads were known, and the place of the act that settled it. */
export interface Restore {
  readonly backup: Head;
  readonly later: readonly Head[];
  readonly confirmed: number;
}

export interface Centre {
  readonly definition: SignedDefinition;
  readonly roll: Roll;
  readonly size: number;
  readonly at: string;
  readonly phase: 'empty' | 'preparing' | 'open' | 'closed';
  readonly everOpened: boolean;
  readonly journal: string;
  readonly device: string;
  readonly epoch: number;
  readonly contests: readonly string[];
  /** Contests whose acts are not shown in this journal: a bundle is of one contest. */
  readonly hidden: readonly string[];
  /** The key that created the centre: its holder is the first to be admitted. */
  readonly founder: string;
  readonly jump?: Moment;
  readonly software: { readonly version: string; readonly digest: string };
  readonly restoring?: { readonly proposer: string };
  readonly restores: readonly Restore[];
  readonly people: PersistentMap<string, Person>;
  readonly enrolments: PersistentMap<string, Enrolment>;
  /** Every key ever enrolled, by id: whose it is and its text. */
  readonly keys: PersistentMap<string, { readonly person: string; readonly text: string }>;
  readonly compromised: PersistentMap<string, string>;
  /** Keys that the commission or a party certified, with the digest of the certificate's act. */
  readonly certified: PersistentMap<string, string>;
  /** Agents whom the definition names and two officials revoked before they enrolled. */
  readonly revokedUnenrolled: PersistentSet<string>;
  readonly proposals: PersistentMap<string, Proposal>;
  readonly stays: PersistentMap<string, readonly Stay[]>;
  readonly lastActs: PersistentMap<string, Moment>;
  readonly lockouts: PersistentMap<string, { readonly failures: number; readonly until: string }>;
  readonly forms: PersistentMap<string, Form>;
  readonly results: PersistentMap<string, ResultState>;
  readonly serials: PersistentMap<string, readonly string[]>;
  readonly turnout: PersistentMap<string, { readonly diary?: number; readonly tablet?: number }>;
  readonly contestStates: PersistentMap<string, ContestState>;
  readonly alone: readonly string[];
  /** What the national centre acknowledged, as it was recorded. */
  readonly acknowledgements: readonly Acknowledgement[];
  readonly touched: readonly Touch[];
}

const EMPTY_DIGEST = '0'.repeat(64);
export const START_OF_TIME = '1970-01-01T00:00:00.000Z';

/** The centre before its first act. */
export function emptyCentre(definition: SignedDefinition): Centre {
  return {
    definition,
    roll: rollOf(definition),
    size: 0,
    at: START_OF_TIME,
    phase: 'empty',
    everOpened: false,
    journal: EMPTY_DIGEST,
    device: EMPTY_DIGEST,
    epoch: 0,
    contests: [],
    hidden: [],
    founder: EMPTY_DIGEST,
    software: { version: 'not started', digest: EMPTY_DIGEST },
    restores: [],
    people: PersistentMap(),
    enrolments: PersistentMap(),
    keys: PersistentMap(),
    compromised: PersistentMap(),
    certified: PersistentMap(),
    revokedUnenrolled: PersistentSet(),
    proposals: PersistentMap(),
    stays: PersistentMap(),
    lastActs: PersistentMap(),
    lockouts: PersistentMap(),
    forms: PersistentMap(),
    results: PersistentMap(),
    serials: PersistentMap(),
    turnout: PersistentMap(),
    contestStates: PersistentMap(),
    alone: [],
    acknowledgements: [],
    touched: [],
  };
}

function rollOf({ content }: SignedDefinition): Roll {
  const contests = content.contests.map((contest) => {
    const rows = figureRows(contest).map((row) => row.code);
    return [contest.id, { contest, stations: stationsOf(content, contest), rows }] as const;
  });
  return {
    stations: new Map(content.stations.map((station) => [station.code, station])),
    contests: new Map(contests),
    agents: new Map(content.agents.map((agent) => [agent.id, agent])),
    officials: new Map(content.officials.map((official) => [official.id, official])),
  };
}

export function resultKey(contest: string, station: string): string {
  return `${contest}.${station}`;
}

export function formOf(centre: Centre, id: string): Form {
  return present(centre.forms.get(id), `form ${id}`);
}

export function personOf(centre: Centre, id: string): Person {
  return present(centre.people.get(id), `person ${id}`);
}

export function contestOf(centre: Centre, id: string) {
  return present(centre.roll.contests.get(id), `contest ${id}`);
}

const NO_SUMMARY: ContestState = { lastNumber: 0, superseded: [] };
export function contestStateOf(centre: Centre, contest: string): ContestState {
  return centre.contestStates.get(contest) ?? NO_SUMMARY;
}

const AWAITED: ResultState = { forms: [] };
export function resultOf(centre: Centre, contest: string, station: string): ResultState {
  return centre.results.get(resultKey(contest, station)) ?? AWAITED;
}

export function touch(what: Touch['what'], id: string): Touch {
  return { what, id };
}

export function withForm(centre: Centre, form: Form): Centre {
  return { ...centre, forms: centre.forms.set(form.id, form), touched: [...centre.touched, touch('form', form.id)] };
}

export function withContest(centre: Centre, contest: string, state: ContestState): Centre {
  return { ...centre, contestStates: centre.contestStates.set(contest, state), touched: [...centre.touched, touch('contest', contest)] };
}

export function momentOf(centre: Centre, act: Act): Moment {
  return { seq: centre.size, at: act.at };
}

/** When `minutes` will have passed since a moment, counted from a later jump of the clock where there was one. */
export function timeAfter({ jump }: Centre, since: Moment, minutes: number): string {
  const from = jump !== undefined && jump.seq > since.seq ? jump.at : since.at;
  return new Date(Date.parse(from) + minutes * 60_000).toISOString();
}

/** Moments of the journal are written in one way, so that their order as text is their order in time. */
export function hasPassed(centre: Centre, since: Moment, minutes: number, now: string): boolean {
  return now >= timeAfter(centre, since, minutes);
}
