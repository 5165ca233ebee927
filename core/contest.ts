/**
 * One contest's way to its declared summary (LIFECYCLE §4): stations closed without a form, the summary prepared, signed by two
 * officials, signed off by the agents, declared; and corrections afterwards, which open a door and not the house.
 */
import type { Act, ActOf, Kind } from './acts.ts';
import { judgeWitnesses } from './attendance.ts';
import { canonical } from './canonical.ts';
import { unruledFindings } from './findings.ts';
import { gateOf } from './gate.ts';
import { isOvertaken } from './lifecycle.ts';
import { present, type Refusal, refusal } from './result.ts';
import { judgeAnswer, judgeClosing, newAsking, outcomesOf, withAnswer, withClosing } from './signoff.ts';
import {
  type Centre,
  type ContestState,
  contestOf,
  contestStateOf,
  type DeclaredVersion,
  formOf,
  hasPassed,
  momentOf,
  resultKey,
  resultOf,
  touch,
  type Version,
  withContest,
} from './state.ts';
import { dispositionOfResult, type SummaryContent, summarise, summaryDigest } from './summary.ts';

export type ContestKind = Extract<
  Kind,
  | 'result-closed'
  | 'closing-withdrawn'
  | 'summary-prepared'
  | 'summary-withdrawn'
  | 'summary-signed'
  | 'summary-signoff-given'
  | 'summary-signoff-closed'
  | 'summary-declared'
  | 'correction-opened'
>;
type ContestAct = Extract<Act, { kind: ContestKind }>;

export function judgeContest(centre: Centre, act: ContestAct): Refusal | undefined {
  if (!centre.contests.includes(act.body.contest)) return refusal('R-NOT-IN-CONTEST', act.body.contest);
  switch (act.kind) {
    case 'result-closed':
      return judgeClosedResult(centre, act);
    case 'closing-withdrawn':
      if (resultOf(centre, act.body.contest, act.body.station).closed === undefined) return refusal('R-RESULT-NOT-CLOSED');
      return gateOf(centre, act.body.contest, act.body.station);
    case 'summary-prepared':
      return judgePreparing(centre, act);
    case 'correction-opened':
      return judgeCorrection(centre, act);
    default:
      return judgeReady(centre, act);
  }
}

function judgeClosedResult(centre: Centre, act: ActOf<'result-closed'>): Refusal | undefined {
  const { contest, station, disposition, witnesses } = act.body;
  if (!contestOf(centre, contest).stations.some(({ code }) => code === station))
    return refusal('R-NOT-IN-CONTEST', `${station} in ${contest}`);
  const result = resultOf(centre, contest, station);
  if (result.closed !== undefined) return refusal('R-RESULT-CLOSED', result.closed.disposition);
  const stages = result.forms.map((id) => formOf(centre, id).stage.stage);
  if (stages.includes('accepted')) return refusal('R-FORM-ACCEPTED');
  if (stages.some((stage) => stage !== 'set-aside')) return refusal('R-FORM-UNFINISHED');
  if (disposition === 'set-aside' && stages.length === 0) return refusal('R-NO-FORM');
  return gateOf(centre, contest, station) ?? judgeWitnesses(centre, witnesses, contest);
}

/** The content that preparing now would freeze. */
export function contentNow(centre: Centre, act: ActOf<'summary-prepared'>): SummaryContent {
  const { contest, version, reason } = act.body;
  const stated = reason === undefined ? {} : { reason };
  return summarise(centre, contest, { version, at: act.at, by: act.by.person, head: act.saw, ...stated });
}

function judgePreparing(centre: Centre, act: ActOf<'summary-prepared'>): Refusal | undefined {
  const { contest, version, supersedes, reason } = act.body;
  const { ready, declared, correction, lastNumber } = contestStateOf(centre, contest);
  if (ready !== undefined) return refusal('R-SUMMARY-READY', `version ${ready.number}`);
  if (declared !== undefined && correction === undefined) return refusal('R-DECLARED', `version ${declared.number}`);
  const outstanding = judgeOutstanding(centre, contest);
  if (outstanding !== undefined) return outstanding;
  if (declared !== undefined && !reason?.trim()) return refusal('R-REASON-MISSING');
  const named = declared === undefined ? undefined : { version: declared.number, digest: declared.digest };
  const isNext = version === lastNumber + 1 && canonical({ supersedes }) === canonical({ supersedes: named });
  return isNext && summaryDigest(contentNow(centre, act)) === act.body.digest
    ? undefined
    : refusal('R-CONTENT-WRONG', 'not the summary that follows');
}

/** What keeps a contest from being summarised: results without a disposition, unfinished papers, findings without a ruling. */
export function judgeOutstanding(centre: Centre, contest: string): Refusal | undefined {
  const { stations } = contestOf(centre, contest);
  const waiting = stations.filter(({ code }) => ['awaited', 'in-hand'].includes(dispositionOfResult(centre, contest, code).disposition));
  if (waiting.length > 0) return refusal('R-RESULT-OUTSTANDING', some(waiting.map(({ code }) => code)));
  const forms = stations.flatMap(({ code }) => resultOf(centre, contest, code).forms.map((id) => formOf(centre, id)));
  const unfinished = forms.filter(({ stage }) => stage.stage !== 'accepted' && stage.stage !== 'set-aside');
  if (unfinished.length > 0) return refusal('R-FORM-UNFINISHED', some(unfinished.map(({ id }) => id)));
  const overtaken = forms.filter((form) => isOvertaken(centre, form));
  if (overtaken.length > 0) return refusal('R-RULING-LAPSED', some(overtaken.map(({ id }) => id)));
  const unruled = forms.filter((form) => form.stage.stage === 'accepted' && unruledFindings(centre, form).length > 0);
  return unruled.length > 0 ? refusal('R-FINDING-UNRULED', some(unruled.map(({ id }) => id))) : undefined;
}

function some(ids: readonly string[]): string {
  return ids.length <= 5 ? ids.join(', ') : `${ids.slice(0, 5).join(', ')} and ${ids.length - 5} more`;
}

function judgeCorrection(centre: Centre, act: ActOf<'correction-opened'>): Refusal | undefined {
  const { contest, version, stations } = act.body;
  const { ready, declared } = contestStateOf(centre, contest);
  if (declared === undefined || ready !== undefined || declared.number !== version) return refusal('R-NOT-DECLARED');
  const codes = new Set(contestOf(centre, contest).stations.map(({ code }) => code));
  const foreign = stations.filter((station) => !codes.has(station));
  return foreign.length > 0 ? refusal('R-NOT-IN-CONTEST', foreign.join(', ')) : undefined;
}

/** The acts on a version that is ready: they must name it, and (but for withdrawing) it must not be stale. */
function judgeReady(
  centre: Centre,
  act: Exclude<ContestAct, { kind: 'result-closed' | 'closing-withdrawn' | 'summary-prepared' | 'correction-opened' }>,
) {
  const { contest, version } = act.body;
  const { ready } = contestStateOf(centre, contest);
  if (ready === undefined || ready.number !== version) return refusal('R-SUMMARY-NOT-READY');
  if (act.kind === 'summary-withdrawn') return undefined;
  if (ready.stale) return refusal('R-SUMMARY-STALE');
  if (act.body.digest !== ready.digest) return refusal('R-SUBJECT-STALE');
  switch (act.kind) {
    case 'summary-signed':
      if (ready.signatures.some(({ person }) => person === act.by.person)) return refusal('R-SIGNED-ALREADY');
      return canonical(act.body.totals) === canonical(ready.content.totals) ? undefined : refusal('R-CONTENT-WRONG', 'totals');
    case 'summary-signoff-given':
      return judgeAnswer(centre, contest, ready.asking, act, true);
    case 'summary-signoff-closed':
      return judgeClosing(centre, contest, ready.asking, act.body.agent, act.at);
    case 'summary-declared':
      return judgeDeclaration(centre, act, ready);
  }
}

function judgeDeclaration(centre: Centre, act: ActOf<'summary-declared'>, ready: Version): Refusal | undefined {
  const own = ready.signatures.find(({ person }) => person === act.by.person);
  if (own === undefined) return refusal('R-TWO-OFFICIALS', 'only an official who signed may declare');
  const { soloMinutes } = centre.definition.content;
  if (act.body.alone === undefined && ready.signatures.length < 2) return refusal('R-TWO-OFFICIALS');
  if (act.body.alone !== undefined) {
    if (ready.signatures.length >= 2) return refusal('R-CONTENT-WRONG', 'two officials signed');
    if (soloMinutes === 0) return refusal('R-TWO-OFFICIALS', 'the definition never lets one official declare alone');
    if (!act.body.alone.trim()) return refusal('R-REASON-MISSING');
    if (!hasPassed(centre, own.moment, soloMinutes, act.at)) return refusal('R-TOO-EARLY');
  }
  const { outcomes, owed } = outcomesOf(centre, act.body.contest, ready.asking);
  if (owed.length > 0) return refusal('R-OUTCOME-MISSING', owed.join(', '));
  return canonical(outcomes) === canonical(act.body.outcomes) ? undefined : refusal('R-CONTENT-WRONG', 'outcomes');
}

// ---- evolve ------------------------------------------------------------------------------------------------------------------

export function evolveContest(centre: Centre, act: ContestAct): Centre {
  const { contest } = act.body;
  const state = contestStateOf(centre, contest);
  switch (act.kind) {
    case 'result-closed': {
      const { station, contest: _, ...closed } = act.body;
      return withResult(centre, contest, station, { ...closed, by: act.by.person, act: act.digest });
    }
    case 'closing-withdrawn':
      return withResult(centre, contest, act.body.station, undefined);
    case 'summary-prepared':
      return withContest(centre, contest, { ...state, lastNumber: act.body.version, ready: prepared(centre, act) });
    case 'correction-opened':
      return withContest(centre, contest, correctionOpened(centre, state, act));
    case 'summary-withdrawn': {
      const { ready: _, ...left } = state;
      return withContest(centre, contest, left);
    }
    default:
      return withContest(centre, contest, evolveReady(centre, state, act));
  }
}

function withResult(centre: Centre, contest: string, station: string, closed: ReturnType<typeof resultOf>['closed']): Centre {
  const key = resultKey(contest, station);
  const { closed: _, ...result } = resultOf(centre, contest, station);
  const changed = closed === undefined ? result : { ...result, closed };
  return { ...centre, results: centre.results.set(key, changed), touched: [touch('result', key)] };
}

function prepared(centre: Centre, act: ActOf<'summary-prepared'>): Version {
  return {
    number: act.body.version,
    digest: act.body.digest,
    content: contentNow(centre, act),
    preparedAct: act.digest,
    stale: false,
    signatures: [],
    asking: newAsking(centre, act),
  };
}

function correctionOpened(centre: Centre, state: ContestState, act: ActOf<'correction-opened'>): ContestState {
  const stations = [...new Set([...(state.correction?.stations ?? []), ...act.body.stations])].sort();
  const alone = centre.alone.includes(act.digest) ? { alone: act.digest } : {};
  return { ...state, correction: { stations, reason: act.body.reason, act: act.digest, ...alone } };
}

function evolveReady(
  centre: Centre,
  state: ContestState,
  act: Extract<ContestAct, { kind: 'summary-signed' | 'summary-signoff-given' | 'summary-signoff-closed' | 'summary-declared' }>,
): ContestState {
  const ready = present(state.ready, 'a ready version');
  switch (act.kind) {
    case 'summary-signed': {
      const { lineSignature } = act.body;
      const signature = { ...act.by, act: act.digest, moment: momentOf(centre, act), lineSignature };
      return { ...state, ready: { ...ready, signatures: [...ready.signatures, signature] } };
    }
    case 'summary-signoff-given':
      return { ...state, ready: { ...ready, asking: withAnswer(ready.asking, act) } };
    case 'summary-signoff-closed':
      return { ...state, ready: { ...ready, asking: withClosing(ready.asking, act) } };
    case 'summary-declared':
      return declared(centre, state, ready, act);
  }
}

function declared(centre: Centre, state: ContestState, ready: Version, act: ActOf<'summary-declared'>): ContestState {
  const version: DeclaredVersion = {
    ...ready,
    outcomes: act.body.outcomes,
    declaredAct: act.digest,
    declared: { ...momentOf(centre, act), by: act.by.person },
    ...(act.body.alone === undefined ? {} : { alone: act.body.alone }),
  };
  const superseded = state.declared === undefined ? state.superseded : [...state.superseded, state.declared];
  return { lastNumber: state.lastNumber, declared: version, superseded };
}

/** What is in a ready version has changed underneath: it has to be withdrawn and prepared anew. */
export function makeStale(centre: Centre, contest: string): Centre {
  const state = contestStateOf(centre, contest);
  if (state.ready === undefined || state.ready.stale) return centre;
  return withContest(centre, contest, { ...state, ready: { ...state.ready, stale: true } });
}
