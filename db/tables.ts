/**
 * The tables that follow the journal, each as rows of what the core derived: one list of columns, one function from state to rows.
 * There is no second set of rules here; a table says what the state says, for people with an SQL prompt and no manual.
 */
import { canonical } from '../core/canonical.ts';
import type { Figure } from '../core/count.ts';
import { failedOnPaper, findingSources, rulingOn } from '../core/findings.ts';
import { candidateRow } from '../core/form.ts';
import {
  type Answer,
  type Asking,
  type Centre,
  type Closing,
  contestStateOf,
  type DeclaredVersion,
  type Form,
  type Touch,
  type Version,
} from '../core/state.ts';
import { dispositionOfResult } from '../core/summary.ts';

export type Cell = string | number | null;
export type Row = readonly Cell[];

/** One table: the first `key` columns name a row; `rows` gives all rows of one thing of the state. */
export interface Following {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: number;
  readonly of: Touch['what'] | 'definition';
  readonly rows: (centre: Centre, id: string) => readonly Row[];
  /** The parts of the state the rows depend on: while they are the same objects, so are the rows. */
  readonly sources?: (centre: Centre, id: string) => readonly unknown[];
}

function figureCells(figure: Figure): readonly [Cell, Cell] {
  return typeof figure === 'number' ? [figure, 'count'] : [null, figure];
}

function ofForm(centre: Centre, id: string, rows: (form: Form) => readonly Row[]): readonly Row[] {
  const form = centre.forms.get(id);
  return form === undefined ? [] : rows(form);
}

function typingsOf(form: Form | undefined) {
  return form !== undefined && 'typings' in form.stage ? form.stage.typings : undefined;
}
function figuresOf(form: Form | undefined) {
  return form !== undefined && 'figures' in form.stage ? form.stage.figures : undefined;
}
function askingOf(form: Form | undefined) {
  return form !== undefined && 'asking' in form.stage ? form.stage.asking : undefined;
}
function acceptedOf(form: Form) {
  return form.stage.stage === 'accepted' ? form.stage : undefined;
}

function outcomesIn(form: Form | undefined) {
  return form?.stage.stage === 'accepted' ? form.stage.outcomes : undefined;
}

function formRow(form: Form): Row {
  const { stage, received } = form;
  const opened = 'asking' in stage ? stage : undefined;
  const accepted = acceptedOf(form);
  return [
    form.id,
    form.contest,
    form.station,
    form.revision,
    stage.stage,
    accepted?.disposition ?? null,
    received.at,
    received.by,
    opened?.subject ?? null,
    opened?.asking.since.at ?? null,
    opened?.openedBy ?? null,
    accepted?.acceptedBy ?? null,
    accepted?.answer ?? null,
    stage.stage === 'set-aside' ? stage.reason : null,
    form.scanAbsent ?? null,
  ];
}

/** What failed on the paper itself; how it compares with other stations changes with each of them, and stands in the summary. */
function findingRows(centre: Centre, form: Form): readonly Row[] {
  return failedOnPaper(centre, form).map((finding) => {
    const ruling = rulingOn(form, finding);
    return [
      form.id,
      finding.code,
      canonical(finding.inputs),
      finding.difference ?? null,
      ruling?.ruling ?? null,
      ruling?.ground ?? null,
      ruling?.reason ?? null,
      ruling?.by ?? null,
    ];
  });
}

/** Rows of findings depend on what the rules look at, and on the rulings. */
function sourcesOfFindings(centre: Centre, id: string): readonly unknown[] {
  const form = centre.forms.get(id);
  return form === undefined ? [] : [figuresOf(form), form.rulings, ...findingSources(centre, form)];
}

/** What was said never changes, so neither does its row: made once, and found again as the same row. */
const saidRows = new WeakMap<Answer | Closing, Row>();
function rowOnce(said: Answer | Closing, make: () => Row): Row {
  const known = saidRows.get(said) ?? make();
  saidRows.set(said, known);
  return known;
}

function answerCells({ act, agent, at, choice, code, reason, reasonRefused }: Answer): Row {
  return [act, agent, choice, reasonRefused ? 'reason refused' : (reason ?? null), null, at, code ?? null];
}
function closingCells({ act, agent, reason, by }: Closing): Row {
  return [act, agent, 'did-not-respond', reason, by, null, null];
}
function signoffRows(prefix: Row, asking: Asking | undefined): readonly Row[] {
  if (asking === undefined) return [];
  return [
    ...asking.answers.map((answer) => rowOnce(answer, () => [...prefix, ...answerCells(answer)])),
    ...asking.closings.map((closing) => rowOnce(closing, () => [...prefix, ...closingCells(closing)])),
  ];
}

function resultRow(centre: Centre, key: string): readonly Row[] {
  const at = key.lastIndexOf('.');
  const [contest, station] = [key.slice(0, at), key.slice(at + 1)];
  const result = centre.results.get(key);
  if (result === undefined) return [];
  const { disposition, accepted } = dispositionOfResult(centre, contest, station);
  return [[contest, station, disposition, accepted?.id ?? null, result.closed?.reason ?? null, result.closed?.by ?? null]];
}

interface NumberedVersion {
  readonly version: Version | DeclaredVersion;
  readonly state: string;
}

/** Withdrawn versions are in the journal only; a number is never used again. */
function versionsOf(centre: Centre, contest: string): readonly NumberedVersion[] {
  const { ready, declared, superseded, correction } = contestStateOf(centre, contest);
  return [
    ...superseded.map((version) => ({ version, state: 'superseded' })),
    ...(declared === undefined ? [] : [{ version: declared, state: correction === undefined ? 'declared' : 'under correction' }]),
    ...(ready === undefined ? [] : [{ version: ready, state: ready.stale ? 'stale' : 'ready' }]),
  ];
}

function summaryRow(contest: string, { version, state }: NumberedVersion): Row {
  const declared = 'declared' in version ? version : undefined;
  const { prepared } = version.content;
  return [
    contest,
    version.number,
    state,
    version.digest,
    prepared.at,
    prepared.by ?? null,
    declared?.declared.at ?? null,
    declared?.declared.by ?? null,
    declared?.declared.seq ?? null,
    declared?.alone ?? null,
  ];
}

function personRow(centre: Centre, id: string): readonly Row[] {
  const person = centre.people.get(id);
  if (person === undefined) return [];
  const { role, name, party, key, basis, accreditation, suspended } = person;
  return [[id, role, name, party ?? null, key, basis, accreditation, suspended === undefined ? 0 : 1, centre.certified.has(key) ? 1 : 0]];
}

/** In an order in which references exist before what refers to them. */
export const FOLLOWING: readonly Following[] = [
  {
    name: 'station',
    columns: ['station', 'name', 'ward', 'registered'],
    key: 1,
    of: 'definition',
    rows: ({ definition }) => definition.content.stations.map(({ code, name, ward, registered }) => [code, name, ward, registered]),
  },
  {
    name: 'contest',
    columns: ['contest', 'title', 'form_a', 'form_b', 'ward'],
    key: 1,
    of: 'definition',
    rows: ({ definition }) =>
      definition.content.contests.map(({ id, title, formA, formB, ward }) => [id, title, formA, formB, ward ?? null]),
  },
  {
    name: 'candidate',
    columns: ['contest', 'number', 'name', 'party', 'row'],
    key: 2,
    of: 'definition',
    rows: ({ definition }) =>
      definition.content.contests.flatMap(({ id, candidates }) =>
        candidates.map(({ number, name, party }) => [id, number, name, party, candidateRow(number)]),
      ),
  },
  {
    name: 'centre',
    columns: ['fact', 'value'],
    key: 1,
    of: 'centre',
    rows: ({ phase, journal, device, epoch, software, contests }) => [
      ['phase', phase],
      ['journal', journal],
      ['device', device],
      ['epoch', String(epoch)],
      ['software', software.version],
      ['contests', contests.join(' ')],
    ],
  },
  {
    name: 'person',
    columns: ['person', 'role', 'name', 'party', 'key', 'basis', 'accreditation', 'suspended', 'certified'],
    key: 1,
    of: 'person',
    rows: personRow,
  },
  {
    name: 'attendance',
    columns: ['agent', 'from_seq', 'from_at', 'to_seq', 'to_at', 'to_by'],
    key: 2,
    of: 'person',
    sources: (centre, id) => [centre.stays.get(id)],
    rows: (centre, id) =>
      (centre.stays.get(id) ?? []).map(({ from, to }) => [id, from.seq, from.at, to?.seq ?? null, to?.at ?? null, to?.by ?? null]),
  },
  {
    name: 'form',
    columns: [
      'form', 'contest', 'station', 'revision', 'stage', 'disposition', 'received_at', 'received_by', 'subject', 'opened_at', 'opened_by',
      'accepted_by', 'answer', 'set_aside_reason', 'scan_absent',
    ], // biome-ignore format: one table
    key: 1,
    of: 'form',
    rows: (centre, id) => ofForm(centre, id, (form) => [formRow(form)]),
  },
  {
    name: 'particular',
    columns: ['form', 'item', 'answer'],
    key: 2,
    of: 'form',
    sources: (centre, id) => [centre.forms.get(id)?.particulars],
    rows: (centre, id) => ofForm(centre, id, (form) => Object.entries(form.particulars).map(([item, answer]) => [id, item, answer])),
  },
  {
    name: 'scan',
    columns: ['form', 'place', 'digest', 'media_type', 'size'],
    key: 2,
    of: 'form',
    sources: (centre, id) => [centre.forms.get(id)?.scans],
    rows: (centre, id) =>
      ofForm(centre, id, (form) => form.scans.map(({ digest, mediaType, size }, at) => [id, at + 1, digest, mediaType, size])),
  },
  {
    name: 'entry',
    columns: ['form', 'act', 'row', 'kind', 'person', 'count', 'mark'],
    key: 3,
    of: 'form',
    sources: (centre, id) => [typingsOf(centre.forms.get(id))],
    rows: (centre, id) =>
      (typingsOf(centre.forms.get(id)) ?? []).flatMap(({ act, kind, person, figures }) =>
        Object.entries(figures).map(([row, figure]) => [id, act, row, kind, person, ...figureCells(figure)]),
      ),
  },
  {
    name: 'figure',
    columns: ['form', 'row', 'count', 'mark'],
    key: 2,
    of: 'form',
    sources: (centre, id) => [figuresOf(centre.forms.get(id))],
    rows: (centre, id) => Object.entries(figuresOf(centre.forms.get(id)) ?? {}).map(([row, figure]) => [id, row, ...figureCells(figure)]),
  },
  {
    name: 'decision',
    columns: ['form', 'place', 'ballot', 'candidate'],
    key: 2,
    of: 'form',
    sources: (centre, id) => [figuresOf(centre.forms.get(id))],
    rows: (centre, id) =>
      ofForm(centre, id, ({ stage }) =>
        'decisions' in stage ? stage.decisions.map(({ ballot, candidate }, at) => [id, at + 1, ballot, candidate]) : [],
      ),
  },
  {
    name: 'finding',
    columns: ['form', 'code', 'inputs', 'difference', 'ruling', 'ground', 'reason', 'ruled_by'],
    key: 2,
    of: 'form',
    sources: sourcesOfFindings,
    rows: (centre, id) => ofForm(centre, id, (form) => findingRows(centre, form)),
  },
  {
    name: 'signoff',
    columns: ['form', 'act', 'agent', 'choice', 'reason', 'closed_by', 'at', 'code'],
    key: 2,
    of: 'form',
    sources: (centre, id) => [askingOf(centre.forms.get(id))],
    rows: (centre, id) => signoffRows([id], askingOf(centre.forms.get(id))),
  },
  {
    name: 'outcome',
    columns: ['form', 'agent', 'outcome', 'act'],
    key: 2,
    of: 'form',
    sources: (centre, id) => [outcomesIn(centre.forms.get(id))],
    rows: (centre, id) =>
      ofForm(centre, id, (form) => acceptedOf(form)?.outcomes.map(({ agent, outcome, act }) => [id, agent, outcome, act ?? null]) ?? []),
  },
  {
    name: 'result',
    columns: ['contest', 'station', 'state', 'form', 'reason', 'closed_by'],
    key: 2,
    of: 'result',
    rows: resultRow,
  },
  {
    name: 'turnout',
    columns: ['station', 'source', 'voters'],
    key: 2,
    of: 'turnout',
    rows: (centre, id) => Object.entries(centre.turnout.get(id) ?? {}).map(([source, voters]) => [id, source, voters]),
  },
  {
    name: 'summary',
    columns: [
      'contest', 'version', 'state', 'digest', 'prepared_at', 'prepared_by', 'declared_at', 'declared_by', 'declared_seq', 'alone',
    ], // biome-ignore format: one table
    key: 2,
    of: 'contest',
    rows: (centre, id) => versionsOf(centre, id).map((version) => summaryRow(id, version)),
  },
  {
    name: 'summary_signature',
    columns: ['contest', 'version', 'person', 'role', 'act', 'at'],
    key: 3,
    of: 'contest',
    rows: (centre, id) =>
      versionsOf(centre, id).flatMap(({ version }) =>
        version.signatures.map(({ person, role, act, moment }) => [id, version.number, person, role, act, moment.at]),
      ),
  },
  {
    name: 'summary_signoff',
    columns: ['contest', 'version', 'act', 'agent', 'choice', 'reason', 'closed_by', 'at', 'code'],
    key: 3,
    of: 'contest',
    rows: (centre, id) => versionsOf(centre, id).flatMap(({ version }) => signoffRows([id, version.number], version.asking)),
  },
  {
    name: 'proposal',
    columns: ['act', 'kind', 'subject', 'by', 'at'],
    key: 1,
    of: 'proposal',
    rows: (centre, id) => {
      const proposal = centre.proposals.get(id);
      return proposal === undefined ? [] : [[id, proposal.act.kind, proposal.subject, proposal.act.by.person, proposal.moment.at]];
    },
  },
];

/** Every thing of the state that has rows in a table of this kind. */
export function thingsOf(centre: Centre, of: Following['of']): Iterable<string> {
  switch (of) {
    case 'definition':
    case 'centre':
      // Before the first act nothing follows: a founding that a power cut interrupted is no alteration.
      return centre.phase === 'empty' ? [] : ['centre'];
    case 'form':
      return centre.forms.keys();
    case 'person':
      return new Set([...centre.people.keys(), ...centre.stays.keys()]);
    case 'result':
      return centre.results.keys();
    case 'turnout':
      return centre.turnout.keys();
    case 'contest':
      return centre.contestStates.keys();
    case 'proposal':
      return centre.proposals.keys();
  }
}
