/**
 * The invariants of LIFECYCLE §6, looked for after every act of a random night, out of the acts and the state and not by the rules
 * that judged them. Each throws where it does not hold.
 */
import { expect } from 'vitest';
import type { Act, Figures } from '../../core/acts.ts';
import { agentsOf } from '../../core/attendance.ts';
import { standingRulings, unruledFindings } from '../../core/findings.ts';
import { type Centre, contestOf, contestStateOf, type Form, formOf, type Version } from '../../core/state.ts';
import { type SummaryContent, summarise } from '../../core/summary.ts';
import { AGENT_INVARIANTS } from './night-agents.ts';
import { RECORD_INVARIANTS } from './night-record.ts';

export interface Step {
  readonly before: Centre;
  readonly act: Act;
  readonly after: Centre;
  /** Everything said so far, this act included. */
  readonly acts: readonly Act[];
}

function forms(centre: Centre): readonly Form[] {
  return [...centre.forms.values()];
}

/** 4: every established figure was typed by two different persons, as their own acts say. */
function figuresTypedTwice({ after, acts }: Step): void {
  for (const { stage } of forms(after)) {
    if (!('figures' in stage)) continue;
    const typings = acts.filter((act) => (act.kind === 'entry-sealed' || act.kind === 'reading-sealed') && isUsed(stage.typings, act));
    for (const [row, figure] of Object.entries(stage.figures)) {
      const by = typings.filter(({ body }) => (body as { figures: Figures }).figures[row] === figure).map((act) => act.by.person);
      expect(new Set(by).size).toBeGreaterThanOrEqual(2);
    }
  }
}

function isUsed(typings: readonly { readonly act: string }[], { digest }: Act): boolean {
  return typings.some((typing) => typing.act === digest);
}

/** 5: who typed on a revision are different people, and none of them ruled on it or accepted it. */
function peopleKeptApart({ after }: Step): void {
  for (const { stage, rulings } of forms(after)) {
    if (!('typings' in stage)) continue;
    const typists = stage.typings.map(({ person }) => person);
    expect(new Set(typists).size).toBe(typists.length);
    for (const { by } of rulings) expect(typists).not.toContain(by);
    if (stage.stage === 'accepted') expect(typists).not.toContain(stage.acceptedBy);
  }
}

/** 6: a form is accepted with one outcome for every agent of the contest, and every answer names the subject that was open. */
function everyAgentHasAnOutcome({ before, act, after, acts }: Step): void {
  for (const { stage } of forms(after)) {
    if (!('asking' in stage)) continue;
    const answers = new Set(stage.asking.answers.map((answer) => answer.act));
    for (const said of acts) if (said.kind === 'signoff-given' && answers.has(said.digest)) expect(said.body.subject).toBe(stage.subject);
  }
  if (act.kind !== 'form-accepted') return;
  const { contest } = formOf(before, act.body.form);
  expect(act.body.outcomes.map(({ agent }) => agent)).toEqual(agentsOf(before, contest));
}

/** 9: of a result at most one form is open or accepted, and none while the result is closed. */
function oneFormPerResult({ after }: Step): void {
  for (const { forms: papers, closed } of after.results.values()) {
    const opened = papers.filter((id) => 'asking' in formOf(after, id).stage);
    expect(opened.length).toBeLessThanOrEqual(closed === undefined ? 1 : 0);
  }
}

/** 10: nothing is opened or accepted with an unruled finding or an unreadable candidate. */
function nothingUnruledIsOpened({ before, act }: Step): void {
  if (act.kind !== 'form-opened' && act.kind !== 'form-accepted') return;
  const form = formOf(before, act.body.form);
  expect(unruledFindings(before, form)).toEqual([]);
  const figures = 'figures' in form.stage ? form.stage.figures : {};
  for (const [row, figure] of Object.entries(figures)) if (row.startsWith('candidate')) expect(figure).not.toBe('unreadable');
}

/** 11: disregarded only under F04 or F06, by a ruling with a reason. */
function disregardedByLaw({ before, act }: Step): void {
  if (act.kind !== 'form-accepted' || act.body.disposition !== 'disregarded') return;
  const rulings = standingRulings(before, formOf(before, act.body.form)).filter(({ ruling }) => ruling === 'disregard');
  expect(rulings.length).toBeGreaterThan(0);
  for (const { finding, ground, reason } of rulings) {
    expect([finding, ground]).toEqual(finding === 'F04' ? ['F04', 'b'] : ['F06', 'c']);
    expect(reason.trim()).not.toBe('');
  }
}

/** What each opening showed to agents: whether the form was to be disregarded. */
const shownAtOpening = new Map<string, boolean>();

/** 6 and 11: a form is accepted as what agents were shown, whatever was recorded since. */
function acceptedAsShown({ before, act, acts }: Step): void {
  if (act.kind === 'form-opened') {
    const rulings = standingRulings(before, formOf(before, act.body.form));
    shownAtOpening.set(
      act.digest,
      rulings.some(({ ruling }) => ruling === 'disregard'),
    );
  }
  if (act.kind !== 'form-accepted') return;
  const opening = acts.findLast((one) => one.kind === 'form-opened' && one.body.form === act.body.form);
  const shown = shownAtOpening.get(opening?.digest ?? '');
  if (shown !== undefined) expect(act.body.disposition).toBe(shown ? 'disregarded' : 'counted');
}

export function accountNow(centre: Centre, contest: string): SummaryContent {
  return summarise(centre, contest, { version: 0, at: centre.at, head: { size: 0, root: '' } });
}

/** 12: the totals are the sums over accepted forms, counted, at their current revision. */
function totalsAreSums({ after }: Step): void {
  for (const contest of after.contests) {
    const counted = forms(after).filter((form) => form.contest === contest && isCounted(form));
    const { totals } = accountNow(after, contest);
    const sum = (row: string) => counted.reduce((total, { stage }) => total + countIn('figures' in stage ? stage.figures[row] : 0), 0);
    for (const row of ['registered', 'rejected', 'objected', 'disputed', 'tableTotal', 'valid'] as const)
      expect(totals[row]).toBe(sum(row));
    expect(totals.votes).toEqual(contestOf(after, contest).contest.candidates.map(({ number }) => sum(`candidate${number}`)));
  }
}

function isCounted({ stage }: Form): boolean {
  return stage.stage === 'accepted' && stage.disposition === 'counted';
}

function countIn(figure: unknown): number {
  return typeof figure === 'number' ? figure : 0;
}

/** What a version says of results, without who was in the hall and by which key they sign: that goes on changing. */
function results({ stations, totals, lacking, disregarded, errorReport, stationCounts }: SummaryContent) {
  return { stations, totals, lacking, disregarded, errorReport, stationCounts };
}

/** 13: a ready version that is not stale is what would be prepared now. */
function readyIsCurrent({ after }: Step): void {
  for (const contest of after.contests) {
    const { ready } = contestStateOf(after, contest);
    if (ready !== undefined && !ready.stale) expect(results(ready.content)).toEqual(results(accountNow(after, contest)));
  }
}

/** 14: declared means that two different officials signed that digest, or one alone after the time, with a reason. */
function declaredByTwo({ before, act, acts }: Step): void {
  if (act.kind !== 'summary-declared') return;
  const signed = acts.filter((one) => one.kind === 'summary-signed' && one.body.digest === act.body.digest);
  const signers = new Set(signed.map(({ by }) => by.person));
  if (act.body.alone === undefined) expect(signers.size).toBeGreaterThanOrEqual(2);
  expect(signers).toContain(act.by.person);
  for (const { by } of signed) expect(['ro', 'dro']).toContain(by.role);
  const { ready } = contestStateOf(before, act.body.contest);
  expect([ready?.digest, ready?.stale]).toEqual([act.body.digest, false]);
}

/** 15: after declaration a station's result differs from the declared one only under a correction that names it. */
function declaredStands({ after }: Step): void {
  for (const contest of after.contests) {
    const { declared, correction } = contestStateOf(after, contest);
    if (declared === undefined) continue;
    const now = accountNow(after, contest).stations;
    declared.content.stations.forEach((line, at) => {
      if (correction?.stations.includes(line.station)) return;
      const current = now[at];
      expect([current?.disposition, current?.form?.figures]).toEqual([line.disposition, line.form?.figures]);
    });
  }
}

/** 16: versions count up from 1 without reuse. */
function versionsCountUp({ after }: Step): void {
  for (const contest of after.contests) {
    const { superseded, declared, ready, lastNumber } = contestStateOf(after, contest);
    const numbers = [...superseded, declared, ready].filter((one): one is Version => one !== undefined).map(({ number }) => number);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(lastNumber).toBeGreaterThanOrEqual(numbers.at(-1) ?? 0);
    if (ready !== undefined) expect(ready.number).toBe(lastNumber);
  }
}

/** 17: after the opening no official alone makes an official, replaces a key or admits whom the definition does not name. */
function nobodyIsMadeByOne({ before, act, after }: Step): void {
  if (!before.everOpened || act.kind === 'act-confirmed') return;
  for (const person of after.people.values()) {
    const known = before.people.get(person.id);
    if (known?.key === person.key) continue;
    const isNamed = act.kind === 'person-admitted' && act.body.basis === 'definition' && person.role !== 'ro' && person.role !== 'dro';
    expect(isNamed || after.certified.has(person.key)).toBe(true);
  }
}

/** 18: time goes forward, but for a note that the clock jumped. */
function timeGoesForward({ before, act }: Step): void {
  if (act.kind !== 'clock-jumped') expect(act.at >= before.at).toBe(true);
}

/** 1, 3, 8, 19 and 20 are not of one step: replay, the office, and what can be reached from where, have tests of their own. */
const INVARIANTS: readonly ((step: Step) => void)[] = [
  figuresTypedTwice,
  peopleKeptApart,
  everyAgentHasAnOutcome,
  oneFormPerResult,
  nothingUnruledIsOpened,
  disregardedByLaw,
  acceptedAsShown,
  totalsAreSums,
  readyIsCurrent,
  declaredByTwo,
  declaredStands,
  versionsCountUp,
  nobodyIsMadeByOne,
  timeGoesForward,
  ...RECORD_INVARIANTS,
  ...AGENT_INVARIANTS,
];

export function expectInvariants(step: Step): void {
  for (const holds of INVARIANTS) holds(step);
}
