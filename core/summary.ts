/**
 * The constituency's summary of one contest: what becomes Form 34B (or its kin), as data. It is derived from the journal alone and
 * frozen when an official prepares it: every station with its disposition, figures as written, findings and rulings, every agent's
 * outcome, the totals, the effect of each disregarded station, and the error report that travels with it. Its SHA-256 is the digest
 * that officials sign and papers carry.
 */
import type { Decision, Figures, Head, Outcome, Role, Totals } from './acts.ts';
import { agentsOf } from './attendance.ts';
import { digest } from './bytes.ts';
import { canonicalBytes } from './canonical.ts';
import type { Contest, Station } from './definition.ts';
import { failedFindings, type Inputs, rulingOn } from './findings.ts';
import { type ClosingWord, closingWord } from './form.ts';
import type { Particulars } from './particulars.ts';
import { namedInDefinition } from './people.ts';
import { present } from './result.ts';
import { nameOfAnswer } from './signoff.ts';
import { type Accepted, type Centre, contestOf, contestStateOf, type Form, formOf, type Opened, resultOf, type Scan } from './state.ts';
import { tally } from './tally.ts';

export type Disposition = 'counted' | 'disregarded' | 'not-held' | 'postponed' | 'lost' | 'cancelled' | 'set-aside' | 'in-hand' | 'awaited';

export interface SummaryFinding {
  readonly code: string;
  readonly fields: readonly string[];
  readonly inputs: Inputs;
  readonly difference?: number;
  readonly ruling?: 'count' | 'disregard';
  readonly ground?: 'b' | 'c';
  readonly reason?: string;
  readonly by?: string;
  readonly witnesses?: readonly string[];
}
export interface SummaryOutcome extends Outcome {
  readonly code?: string;
  readonly reason?: string;
  readonly ownFigures?: Figures;
  readonly closedBy?: string;
}
export interface SummaryForm {
  readonly form: string;
  readonly revision: number;
  readonly particulars: Particulars;
  readonly figures: Figures;
  readonly decisions: readonly Decision[];
  readonly findings: readonly SummaryFinding[];
  readonly scans: readonly Scan[];
  readonly scanAbsent?: string;
  readonly receivedBy: string;
  readonly typedBy: readonly string[];
  readonly openedBy: string;
  readonly acceptedBy: string;
  readonly answer?: string;
  readonly outcomes: readonly SummaryOutcome[];
}
export interface SummaryStation {
  readonly station: string;
  readonly name: string;
  readonly ward: string;
  /** Registered voters by the gazetted register. */
  readonly register: number;
  readonly disposition: Disposition;
  readonly form?: SummaryForm;
  readonly closed?: { readonly reason: string; readonly by: string; readonly witnesses: readonly string[] };
  readonly setAside: readonly {
    readonly form: string;
    readonly revision: number;
    readonly serial: string;
    readonly reason: string;
    readonly by: string;
  }[];
}
export interface FigureChange {
  readonly station: string;
  readonly row: string;
  readonly from: string;
  readonly to: string;
}
export type StationCounts = Readonly<
  Record<'counted' | 'disregarded' | 'setAside' | 'notHeld' | 'postponed' | 'lost' | 'cancelled' | 'inHand' | 'awaited', number>
>;

export interface SummaryContent {
  readonly kind: 'summary';
  readonly election: {
    readonly digest: string;
    readonly id: string;
    readonly title: string;
    readonly date: string;
    readonly kind: 'live' | 'rehearsal';
  };
  readonly journal: string;
  readonly county: { readonly code: string; readonly name: string };
  readonly constituency: { readonly code: string; readonly name: string };
  readonly contest: Contest;
  readonly word: ClosingWord;
  /** 0 for a provisional account, which nobody has prepared. */
  readonly version: number;
  readonly prepared: { readonly at: string; readonly by?: string; readonly head: Head };
  readonly software: { readonly version: string; readonly digest: string };
  readonly supersedes?: { readonly version: number; readonly digest: string };
  readonly reason?: string;
  readonly changes?: readonly FigureChange[];
  readonly agents: readonly { readonly agent: string; readonly name: string; readonly party: string }[];
  readonly people: readonly {
    readonly person: string;
    readonly role: Role;
    readonly name: string;
    readonly party?: string;
    readonly key: string;
  }[];
  readonly stations: readonly SummaryStation[];
  readonly stationCounts: StationCounts;
  readonly totals: Totals;
  readonly lacking: Readonly<Record<string, number>>;
  /** For each disregarded station, what the totals would be with it. */
  readonly disregarded: readonly {
    readonly station: string;
    readonly ground: readonly string[];
    readonly figures: Figures;
    readonly totalsWith: Totals;
  }[];
  readonly errorReport: readonly (SummaryFinding & { readonly station: string; readonly form: string; readonly figures: Figures })[];
}

type AcceptedForm = Form & { readonly stage: Opened & Accepted & { readonly stage: 'accepted' } };

/** What a summary says about its own making. */
export interface SummaryOccasion {
  readonly version: number;
  readonly at: string;
  readonly by?: string;
  readonly head: Head;
  readonly reason?: string;
}

/** The exact bytes of a summary, and their digest. */
export function summaryBytes(content: SummaryContent): Uint8Array {
  return canonicalBytes(content);
}
export function summaryDigest(content: SummaryContent): string {
  return digest(summaryBytes(content));
}

/** Derives the summary of one contest from the state. Pure: the same journal gives the same bytes everywhere. */
export function summarise(centre: Centre, contestId: string, occasion: SummaryOccasion): SummaryContent {
  const { contest } = contestOf(centre, contestId);
  const { declared } = contestStateOf(centre, contestId);
  const { content: definition } = centre.definition;
  const stations = stationLines(centre, contestId);
  const superseding = occasion.version > 0 && declared !== undefined;
  return {
    kind: 'summary',
    election: {
      digest: centre.definition.digest,
      id: definition.id,
      title: definition.title,
      date: definition.date,
      kind: definition.kind,
    },
    journal: centre.journal,
    county: definition.county,
    constituency: definition.constituency,
    contest,
    word: closingWord(contest.formB),
    version: occasion.version,
    prepared: { at: occasion.at, ...(occasion.by === undefined ? {} : { by: occasion.by }), head: occasion.head },
    software: centre.software,
    ...(superseding
      ? { supersedes: { version: declared.number, digest: declared.digest }, changes: changesBetween(declared.content.stations, stations) }
      : {}),
    ...(occasion.reason === undefined ? {} : { reason: occasion.reason }),
    agents: agentsOf(centre, contestId).map((agent) => agentLine(centre, agent)),
    people: peopleOf(centre, stations, occasion.by),
    stations,
    stationCounts: countStations(stations),
    ...tally(contest, countedFigures(stations)),
    disregarded: disregardedOf(contest, stations),
    errorReport: errorReportOf(stations),
  };
}

/** Every station of a contest with its disposition, in gazetted order. */
export function stationLines(centre: Centre, contestId: string): readonly SummaryStation[] {
  const { contest, stations } = contestOf(centre, contestId);
  return stations.map((station) => stationLine(centre, contest, station));
}

export function countedFigures(stations: readonly SummaryStation[]): readonly Figures[] {
  return stations.flatMap((line) => (line.disposition === 'counted' && line.form !== undefined ? [line.form.figures] : []));
}

// ---- one station -------------------------------------------------------------------------------------------------------------

/** The state of a result, derived: closed; else counted or disregarded by its accepted form; else in hand; else awaited. */
export function dispositionOfResult(
  centre: Centre,
  contest: string,
  station: string,
): { disposition: Disposition; accepted?: AcceptedForm } {
  const result = resultOf(centre, contest, station);
  if (result.closed !== undefined) return { disposition: result.closed.disposition };
  const accepted = result.forms.map((id) => formOf(centre, id)).find((form): form is AcceptedForm => form.stage.stage === 'accepted');
  if (accepted !== undefined) return { disposition: accepted.stage.disposition, accepted };
  return { disposition: result.forms.length > 0 ? 'in-hand' : 'awaited' };
}

function stationLine(centre: Centre, contest: Contest, station: Station): SummaryStation {
  const result = resultOf(centre, contest.id, station.code);
  const { disposition, accepted } = dispositionOfResult(centre, contest.id, station.code);
  const { closed } = result;
  return {
    station: station.code,
    name: station.name,
    ward: station.ward,
    register: station.registered,
    disposition,
    ...(accepted === undefined ? {} : { form: formLine(centre, accepted) }),
    ...(closed === undefined ? {} : { closed: { reason: closed.reason, by: closed.by, witnesses: closed.witnesses } }),
    setAside: result.forms.flatMap((id) => asideLine(formOf(centre, id))),
  };
}

function asideLine(form: Form): SummaryStation['setAside'] {
  if (form.stage.stage !== 'set-aside') return [];
  return [{ form: form.id, revision: form.revision, serial: form.particulars.serial, reason: form.stage.reason, by: form.stage.by }];
}

function formLine(centre: Centre, form: AcceptedForm): SummaryForm {
  const { stage } = form;
  return {
    form: form.id,
    revision: form.revision,
    particulars: form.particulars,
    figures: stage.figures,
    decisions: stage.decisions,
    findings: failedFindings(centre, form).map((finding) => findingLine(form, finding)),
    scans: form.scans,
    ...(form.scanAbsent === undefined ? {} : { scanAbsent: form.scanAbsent }),
    receivedBy: form.received.by,
    typedBy: stage.typings.map((typing) => typing.person),
    openedBy: stage.openedBy,
    acceptedBy: stage.acceptedBy,
    ...(stage.answer === undefined ? {} : { answer: stage.answer }),
    outcomes: stage.outcomes.map((outcome) => outcomeLine(stage, outcome)),
  };
}

function findingLine(form: Form, finding: ReturnType<typeof failedFindings>[number]): SummaryFinding {
  const { code, fields, inputs, difference } = finding;
  const ruling = rulingOn(form, finding);
  return {
    code,
    fields,
    inputs,
    ...(difference === undefined ? {} : { difference }),
    ...(ruling === undefined ? {} : { ruling: ruling.ruling, reason: ruling.reason, by: ruling.by, witnesses: ruling.witnesses }),
    ...(ruling?.ground === undefined ? {} : { ground: ruling.ground }),
  };
}

/** An outcome with the words that were said for it. */
function outcomeLine({ asking }: Opened, outcome: Outcome): SummaryOutcome {
  const answer = asking.answers.find(({ act }) => act === outcome.act);
  if (answer !== undefined && nameOfAnswer(answer) === outcome.outcome) {
    const { code, reason, ownFigures } = answer;
    return {
      ...outcome,
      ...(code === undefined ? {} : { code }),
      ...(reason === undefined ? {} : { reason }),
      ...(ownFigures === undefined ? {} : { ownFigures }),
    };
  }
  const closing = asking.closings.find(({ act }) => act === outcome.act);
  return closing === undefined ? outcome : { ...outcome, reason: closing.reason, closedBy: closing.by };
}

// ---- the whole ---------------------------------------------------------------------------------------------------------------

/** Every disposition with the name under which its stations are counted, in the order in which they are told. */
export const COUNTED_DISPOSITIONS = [
  ['counted', 'counted'],
  ['disregarded', 'disregarded'],
  ['setAside', 'set-aside'],
  ['notHeld', 'not-held'],
  ['postponed', 'postponed'],
  ['lost', 'lost'],
  ['cancelled', 'cancelled'],
  ['inHand', 'in-hand'],
  ['awaited', 'awaited'],
] as const satisfies readonly (readonly [keyof StationCounts, Disposition])[];
const COUNTED_AS = new Map<Disposition, keyof StationCounts>(COUNTED_DISPOSITIONS.map(([count, disposition]) => [disposition, count]));

function countStations(stations: readonly SummaryStation[]): StationCounts {
  const counts = { counted: 0, disregarded: 0, setAside: 0, notHeld: 0, postponed: 0, lost: 0, cancelled: 0, inHand: 0, awaited: 0 };
  for (const { disposition } of stations) counts[present(COUNTED_AS.get(disposition), disposition)] += 1;
  return counts;
}

function agentLine(centre: Centre, agent: string) {
  const person = centre.people.get(agent) ?? namedInDefinition(centre, agent);
  return { agent, name: person?.name ?? agent, party: (person && 'party' in person ? person.party : undefined) ?? '-' };
}

/** Everybody whose act the summary rests on, with the key they sign with. */
function peopleOf(centre: Centre, stations: readonly SummaryStation[], preparer: string | undefined): SummaryContent['people'] {
  const ids = new Set(stations.flatMap(involvedIn));
  if (preparer !== undefined) ids.add(preparer);
  return [...ids].sort().flatMap((id) => {
    const person = centre.people.get(id);
    if (person === undefined) return [];
    const { role, name, party, keyText } = person;
    return [{ person: id, role, name, ...(party === undefined ? {} : { party }), key: keyText }];
  });
}

function involvedIn({ form, closed, setAside }: SummaryStation): readonly string[] {
  const rulers = form?.findings.flatMap((finding) => finding.by ?? []) ?? [];
  const agents = form?.outcomes.flatMap((outcome) => (outcome.act === undefined ? [] : [outcome.closedBy ?? outcome.agent])) ?? [];
  const staff = form === undefined ? [] : [form.receivedBy, ...form.typedBy, form.openedBy, form.acceptedBy];
  return [...staff, ...rulers, ...agents, ...(closed === undefined ? [] : [closed.by]), ...setAside.map((aside) => aside.by)];
}

function disregardedOf(contest: Contest, stations: readonly SummaryStation[]): SummaryContent['disregarded'] {
  const counted = countedFigures(stations);
  return stations.flatMap(({ station, disposition, form }) => {
    if (disposition !== 'disregarded' || form === undefined) return [];
    const ground = form.findings.flatMap((finding) => finding.ground ?? []);
    return [{ station, ground, figures: form.figures, totalsWith: tally(contest, [...counted, form.figures]).totals }];
  });
}

function errorReportOf(stations: readonly SummaryStation[]): SummaryContent['errorReport'] {
  return stations.flatMap(({ station, form }) =>
    form === undefined ? [] : form.findings.map((finding) => ({ ...finding, station, form: form.form, figures: form.figures })),
  );
}

/** Every disposition and figure that differs from the version before. */
function changesBetween(before: readonly SummaryStation[], after: readonly SummaryStation[]): readonly FigureChange[] {
  return after.flatMap((line, at) => {
    const [from, to] = [rowsOf(before[at]), rowsOf(line)];
    const rows = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
    return rows
      .filter((row) => from[row] !== to[row])
      .map((row) => ({ station: line.station, row, from: from[row] ?? 'none', to: to[row] ?? 'none' }));
  });
}

function rowsOf(line: SummaryStation | undefined): Readonly<Record<string, string>> {
  const figures = Object.entries(line?.form?.figures ?? {}).map(([row, figure]) => [row, String(figure)] as const);
  return { disposition: line?.disposition ?? 'awaited', ...Object.fromEntries(figures) };
}
