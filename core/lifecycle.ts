/**
 * One form, from the hand that received it to the tally (LIFECYCLE §2): what each command needs, and what each act changes. Figures
 * are transcribed as written and never altered here; every restart is a new revision without sign-offs.
 */
import { type Act, type ActOf, BODIES, type Figures, type FormKind } from './acts.ts';
import { agentsInAttendance, isAccredited, judgeSpeaker, judgeWitnesses } from './attendance.ts';
import { digest, utf8 } from './bytes.ts';
import { canonical, isSame } from './canonical.ts';
import { misfits, rowsToRead, stageOfTypings } from './entries.ts';
import { failedFindings, failedOnPaper, findingsToRule, groundFor, rulingOn, standingRulings, unruledFindings } from './findings.ts';
import { DECISIONS } from './form.ts';
import { gateOf } from './gate.ts';
import { isReadableSerial, unanswered } from './particulars.ts';
import { type Refusal, refusal } from './result.ts';
import { serialKey } from './rules-papers.ts';
import { judgeAnswer, judgeClosing, needsOfficialAnswer, newAsking, outcomesOf, withAnswer, withClosing } from './signoff.ts';
import {
  type Active,
  type Centre,
  contestOf,
  type Form,
  formOf,
  momentOf,
  type Opened,
  type Ruling,
  resultKey,
  resultOf,
  type Stage,
  type Typing,
  touch,
  withForm,
} from './state.ts';
import { cellOf, commandOf } from './transitions.ts';

type FormAct = Extract<Act, { kind: FormKind }>;
type InStage<Name extends Stage['stage']> = Form & { readonly stage: Extract<Stage, { stage: Name }> };

// ---- judge -------------------------------------------------------------------------------------------------------------------

/** The identifier of the next paper of a result. */
export function nextFormId(centre: Centre, contest: string, station: string): string {
  return `${resultKey(contest, station)}.${resultOf(centre, contest, station).forms.length + 1}`;
}

export function judgeForm(centre: Centre, act: FormAct): Refusal | undefined {
  if (act.kind === 'form-received') return judgeReceipt(centre, act);
  const form = centre.forms.get(act.body.form);
  if (form === undefined) return refusal('R-FORM-UNKNOWN', act.body.form);
  const wanted = act.kind === 'form-reopened' ? form.revision + 1 : form.revision;
  if (act.body.revision !== wanted) return refusal('R-REVISION-STALE', `revision ${form.revision}`);
  const cell = cellOf(commandOf(act), form.stage.stage);
  if (cell !== 'ok') return refusal(cell, form.id);
  return judgeOwnRules(centre, act, form) ?? judgeReason(act);
}

/** Every act that lists a reason needs one; an answer's own rules say when it does. */
export function judgeReason(act: Act): Refusal | undefined {
  if (!('reason' in BODIES[act.kind].def.shape) || OPTIONAL_REASON.includes(act.kind)) return undefined;
  return 'reason' in act.body && act.body.reason?.trim() ? undefined : refusal('R-REASON-MISSING');
}
const OPTIONAL_REASON: readonly string[] = ['signoff-given', 'summary-signoff-given', 'summary-prepared', 'turnout-recorded'];

function judgeOwnRules(centre: Centre, act: Exclude<FormAct, { kind: 'form-received' }>, form: Form): Refusal | undefined {
  switch (act.kind) {
    case 'scan-attached':
    case 'form-set-aside':
    case 'form-brought-back':
      return undefined;
    case 'particulars-amended':
      return judgeParticulars(act.body.particulars);
    case 'entry-sealed':
      return judgeEntry(centre, act, form);
    case 'reading-sealed':
      return judgeReading(act, form);
    case 'finding-ruled':
      return judgeRuling(centre, act, form);
    case 'form-opened':
      return judgeOpening(centre, act, form as InStage<'agreed'>);
    case 'signoff-given':
      return judgeSignoff(centre, act, form as InStage<'open'>);
    case 'signoff-closed':
      if (act.body.subject !== (form as InStage<'open'>).stage.subject) return refusal('R-SUBJECT-STALE');
      return judgeClosing(centre, form.contest, (form as InStage<'open'>).stage.asking, act.body.agent, act.at);
    case 'form-accepted':
      return judgeAcceptance(centre, act, form as InStage<'open'>);
    case 'late-remark':
      return judgeRemark(centre, act, form as InStage<'accepted'>);
    case 'form-reopened':
      return 'asking' in form.stage ? gateOf(centre, form.contest, form.station) : undefined;
  }
}

function judgeReceipt(centre: Centre, act: ActOf<'form-received'>): Refusal | undefined {
  const { contest, station, form, revision, particulars } = act.body;
  const held = centre.contests.includes(contest) && centre.roll.contests.get(contest)?.stations.some(({ code }) => code === station);
  if (!held) return refusal('R-NOT-IN-CONTEST', `${station} in ${contest}`);
  if (form !== nextFormId(centre, contest, station) || revision !== 1)
    return refusal('R-CONTENT-WRONG', `the next form is ${nextFormId(centre, contest, station)}`);
  return judgeParticulars(particulars);
}

function judgeParticulars(particulars: Form['particulars']): Refusal | undefined {
  const missing = unanswered(particulars);
  return missing.length === 0 ? undefined : refusal('R-PARTICULARS-MISSING', missing.join(', '));
}

function judgeEntry(centre: Centre, act: ActOf<'entry-sealed'>, form: Form): Refusal | undefined {
  if (form.stage.stage === 'entered-once' && form.stage.typings[0].person === act.by.person) return refusal('R-ENTRY-SAME-PERSON');
  const { missing, unexpected } = misfits(act.body.figures, act.body.decisions, [...contestOf(centre, form.contest).rows, DECISIONS]);
  if (missing.length > 0) return refusal('R-FIGURES-INCOMPLETE', missing.join(', '));
  return unexpected.length > 0 ? refusal('R-ROWS-UNEXPECTED', unexpected.join(', ')) : undefined;
}

/** Whether this person typed any of the figures that the revision uses. */
export function isTypist(form: Form, person: string): boolean {
  return 'typings' in form.stage && form.stage.typings.some((typing) => typing.person === person);
}

function judgeReading(act: ActOf<'reading-sealed'>, form: Form): Refusal | undefined {
  const asked = rowsToRead(form.stage as Active);
  if (asked.length === 0) return refusal('R-NOTHING-TO-READ');
  if (isTypist(form, act.by.person)) return refusal('R-READ-SAME-PERSON');
  if (form.rulings.some((ruling) => ruling.by === act.by.person)) return refusal('R-READ-RULED');
  const { missing, unexpected } = misfits(act.body.figures, act.body.decisions, asked);
  return missing.length + unexpected.length > 0 ? refusal('R-ROWS-UNEXPECTED', [...missing, ...unexpected].join(', ')) : undefined;
}

function judgeRuling(centre: Centre, act: ActOf<'finding-ruled'>, form: Form): Refusal | undefined {
  const { finding: code, inputs, ruling, ground } = act.body;
  const finding = findingsToRule(centre, form).find((failed) => failed.code === code && failed.digest === inputs);
  const standing = finding && rulingOn(form, finding);
  if ('asking' in form.stage && (ruling === 'disregard' || standing !== undefined)) return refusal('R-RULING-STANDS', code);
  if (isTypist(form, act.by.person)) return refusal('R-RULE-SAME-PERSON');
  if (finding === undefined) return refusal('R-NO-FINDING', code);
  if (standing?.ruling === ruling && standing.ground === ground) return refusal('R-RULING-SAME', code);
  if (ground !== (ruling === 'disregard' ? groundFor(code) : undefined) || (ruling === 'disregard' && ground === undefined)) {
    return refusal('R-NOT-DISREGARDABLE', code);
  }
  if (code === 'F13' && finding.fields.some(isCandidateRow)) return refusal('R-FIGURE-UNREADABLE', finding.fields.join(', '));
  const gate = 'asking' in form.stage ? gateOf(centre, form.contest, form.station) : undefined;
  return gate ?? judgeWitnesses(centre, act.body.witnesses, form.contest);
}

function isCandidateRow(row: string): boolean {
  return row.startsWith('candidate');
}

function unreadableCandidates(figures: Figures): readonly string[] {
  return Object.keys(figures).filter((row) => isCandidateRow(row) && figures[row] === 'unreadable');
}

function judgeOpening(centre: Centre, act: ActOf<'form-opened'>, form: InStage<'agreed'>): Refusal | undefined {
  const unreadable = unreadableCandidates(form.stage.figures);
  if (unreadable.length > 0) return refusal('R-FIGURE-UNREADABLE', unreadable.join(', '));
  const unruled = unruledFindings(centre, form);
  if (unruled.length > 0) return refusal('R-FINDING-UNRULED', codes(unruled));
  const result = resultOf(centre, form.contest, form.station);
  if (result.closed !== undefined) return refusal('R-RESULT-CLOSED');
  if (result.forms.some((id) => id !== form.id && 'asking' in formOf(centre, id).stage)) return refusal('R-OTHER-FORM-OPEN');
  const gate = gateOf(centre, form.contest, form.station);
  if (gate !== undefined) return gate;
  const expected = openingOf(centre, form);
  return canonical(expected) === canonical({ subject: act.body.subject, findings: act.body.findings, asked: act.body.asked })
    ? undefined
    : refusal('R-CONTENT-WRONG', 'subject, findings or agents asked');
}

function codes(findings: readonly { readonly code: string }[]): string {
  return findings.map((finding) => finding.code).join(', ');
}

/** What an opening freezes: the subject agents answer, the findings shown, the agents in attendance who are asked. */
export function openingOf(centre: Centre, form: Form): { subject: string; findings: string[]; asked: string[] } {
  const asked = agentsInAttendance(centre).filter((agent) => isAccredited(centre, agent, form.contest));
  return { subject: subjectOf(centre, form), findings: failedFindings(centre, form).map((finding) => finding.code), asked };
}

/** The digest of {form, revision, particulars, figures, decisions, rulings}: what agents answer. */
export function subjectOf(centre: Centre, form: Form): string {
  if (!('figures' in form.stage)) throw new Error('broken invariant: a form without figures has no subject');
  const rulings = standingRulings(centre, form).map(({ act: _, at: __, ...ruling }) => ruling);
  const { figures, decisions } = form.stage;
  return digest(utf8(canonical({ form: form.id, revision: form.revision, particulars: form.particulars, figures, decisions, rulings })));
}

function judgeSignoff(centre: Centre, act: ActOf<'signoff-given'>, form: InStage<'open'>): Refusal | undefined {
  const { subject, figures, findings, scans } = act.body;
  const isCurrent = isSame({ subject, figures, findings, scans }, screenOf(centre, form));
  return judgeAnswer(centre, form.contest, form.stage.asking, act, isCurrent);
}

/** What an agent's screen shows of an open form, and the answer echoes: no signature over figures that are no longer current. */
export function screenOf(centre: Centre, form: Form & { readonly stage: Opened }) {
  return {
    subject: form.stage.subject,
    figures: form.stage.figures,
    findings: failedOnPaper(centre, form).map((finding) => finding.code),
    scans: form.scans.map((scan) => scan.digest),
  };
}

function judgeAcceptance(centre: Centre, act: ActOf<'form-accepted'>, form: InStage<'open'>): Refusal | undefined {
  if (act.body.subject !== form.stage.subject) return refusal('R-SUBJECT-STALE');
  if (isOvertaken(centre, form)) return refusal('R-RULING-LAPSED');
  if (isTypist(form, act.by.person)) return refusal('R-ACCEPT-SAME-PERSON');
  const unruled = unruledFindings(centre, form);
  if (unruled.length > 0) return refusal('R-FINDING-UNRULED', codes(unruled));
  const { outcomes, owed } = outcomesOf(centre, form.contest, form.stage.asking);
  if (owed.length > 0) return refusal('R-OUTCOME-MISSING', owed.join(', '));
  if (needsOfficialAnswer(centre, form.contest, form.stage.asking) && !act.body.answer?.trim()) return refusal('R-ANSWER-MISSING');
  const gate = gateOf(centre, form.contest, form.station);
  if (gate !== undefined) return gate;
  const derived = { disposition: dispositionOf(centre, form), outcomes };
  return canonical(derived) === canonical({ disposition: act.body.disposition, outcomes: act.body.outcomes })
    ? undefined
    : refusal('R-CONTENT-WRONG', 'disposition or outcomes');
}

/** What is to become of a form: once it is open, what its agents were shown. */
export function dispositionOf(centre: Centre, form: Form): 'counted' | 'disregarded' {
  const disregards = 'asking' in form.stage ? form.stage.disregards : disregarding(centre, form);
  return disregards.length > 0 ? 'disregarded' : 'counted';
}

function disregarding(centre: Centre, form: Form): readonly Ruling[] {
  return standingRulings(centre, form).filter(({ ruling }) => ruling === 'disregard');
}

/**
 * Whether a form was opened as one to be disregarded, under a ruling that no longer covers what is found (another turnout was
 * recorded since). Agents answered something else than would be accepted: it waits until it is reopened and they are asked again.
 */
export function isOvertaken(centre: Centre, form: Form): boolean {
  if (!('asking' in form.stage) || form.stage.disregards.length === 0) return false;
  const standing = disregarding(centre, form).map((ruling) => ruling.act);
  return form.stage.disregards.some((act) => !standing.includes(act));
}

function judgeRemark(centre: Centre, act: ActOf<'late-remark'>, form: InStage<'accepted'>): Refusal | undefined {
  const barred = judgeSpeaker(centre, act.by.person, form.contest);
  if (barred !== undefined) return barred;
  if (act.body.subject !== form.stage.subject) return refusal('R-SUBJECT-STALE');
  return act.body.stance === 'object' && !act.body.text?.trim() ? refusal('R-REASON-MISSING') : undefined;
}

// ---- evolve ------------------------------------------------------------------------------------------------------------------

export function evolveForm(centre: Centre, act: FormAct): Centre {
  if (act.kind === 'form-received') return receive(centre, act);
  const form = formOf(centre, act.body.form);
  switch (act.kind) {
    case 'scan-attached': {
      const { scan, mediaType, size } = act.body;
      return withForm(centre, { ...form, scans: [...form.scans, { digest: scan, mediaType, size }] });
    }
    case 'particulars-amended':
      return amend(centre, form, act);
    case 'entry-sealed':
    case 'reading-sealed':
      return withForm(centre, { ...form, stage: typed(centre, form, typingOf(act)) });
    case 'finding-ruled': {
      const { form: _, revision: __, ...ruling } = act.body;
      return withForm(centre, { ...form, rulings: [...form.rulings, { ...ruling, by: act.by.person, act: act.digest, at: act.at }] });
    }
    case 'form-opened': {
      const disregards = disregarding(centre, form).map((ruling) => ruling.act);
      const opened = { subject: act.body.subject, disregards, openedBy: act.by.person, asking: newAsking(centre, act) };
      return withForm(centre, { ...form, stage: { ...(form as InStage<'agreed'>).stage, stage: 'open', ...opened } });
    }
    case 'signoff-given':
      return withOpen(centre, form, (stage) => ({ ...stage, asking: withAnswer(stage.asking, act) }));
    case 'signoff-closed':
      return withOpen(centre, form, (stage) => ({ ...stage, asking: withClosing(stage.asking, act) }));
    case 'form-accepted':
      return withOpen(centre, form, (stage) => accepted(stage, act));
    case 'late-remark':
      return withForm(centre, { ...form, remarks: [...form.remarks, act.digest] });
    case 'form-reopened': {
      const answered = 'asking' in form.stage ? form.stage.asking.answers.map((answer) => answer.act) : [];
      const earlierAnswers = [...form.earlierAnswers, ...answered];
      return withForm(centre, {
        ...form,
        revision: act.body.revision,
        rulings: [],
        earlierAnswers,
        stage: reopened(form.stage, act.body.keep),
      });
    }
    case 'form-set-aside':
      return withForm(centre, {
        ...form,
        stage: { stage: 'set-aside', former: form.stage as Active, reason: act.body.reason, by: act.by.person },
      });
    case 'form-brought-back':
      return withForm(centre, { ...form, stage: (form as InStage<'set-aside'>).stage.former });
  }
}

function receive(centre: Centre, act: ActOf<'form-received'>): Centre {
  const { form: id, revision, contest, station, particulars, scanAbsent } = act.body;
  const form: Form = {
    id,
    contest,
    station,
    revision,
    received: { ...momentOf(centre, act), by: act.by.person },
    particulars,
    scans: [],
    ...(scanAbsent === undefined ? {} : { scanAbsent }),
    rulings: [],
    earlierAnswers: [],
    remarks: [],
    stage: { stage: 'received' },
  };
  const result = resultOf(centre, contest, station);
  const listed = {
    ...centre,
    results: centre.results.set(resultKey(contest, station), { ...result, forms: [...result.forms, id] }),
    touched: [touch('result', resultKey(contest, station)), ...result.forms.map((other) => touch('form', other))],
  };
  return withForm(withSerial(listed, form), form);
}

/** Lists a form under its serial; forms that share it are touched, because their finding F09 changes. */
function withSerial(centre: Centre, form: Form): Centre {
  if (!isReadableSerial(form.particulars.serial)) return centre;
  const key = serialKey(form.contest, form.particulars.serial);
  const alike = centre.serials.get(key) ?? [];
  return {
    ...centre,
    serials: centre.serials.set(key, [...alike.filter((id) => id !== form.id), form.id].sort()),
    touched: [...centre.touched, ...alike.map((id) => touch('form', id))],
  };
}

function withoutSerial(centre: Centre, form: Form): Centre {
  const key = serialKey(form.contest, form.particulars.serial);
  const left = (centre.serials.get(key) ?? []).filter((id) => id !== form.id);
  return { ...centre, serials: centre.serials.set(key, left), touched: [...centre.touched, ...left.map((id) => touch('form', id))] };
}

function amend(centre: Centre, form: Form, act: ActOf<'particulars-amended'>): Centre {
  const amended = { ...form, particulars: act.body.particulars };
  return withForm(withSerial(withoutSerial(centre, form), amended), amended);
}

function typingOf(act: ActOf<'entry-sealed'> | ActOf<'reading-sealed'>): Typing {
  const { figures, decisions } = act.body;
  const kind = act.kind === 'entry-sealed' ? 'entry' : 'reading';
  const typed = { kind, person: act.by.person, key: act.by.key, act: act.digest, at: act.at } as const;
  return { ...typed, figures, ...(decisions === undefined ? {} : { decisions }) };
}

function typed(centre: Centre, form: Form, typing: Typing): Stage {
  const earlier = 'typings' in form.stage ? form.stage.typings : [];
  const [first = typing, ...rest] = [...earlier, typing];
  return stageOfTypings([first, ...rest], contestOf(centre, form.contest).rows);
}

function withOpen(centre: Centre, form: Form, change: (stage: Extract<Stage, { stage: 'open' }>) => Stage): Centre {
  return withForm(centre, { ...form, stage: change((form as InStage<'open'>).stage) });
}

function accepted(stage: Extract<Stage, { stage: 'open' }>, act: ActOf<'form-accepted'>): Stage {
  const { disposition, outcomes, answer } = act.body;
  const noted = answer === undefined ? {} : { answer };
  return { ...stage, stage: 'accepted', disposition, outcomes, ...noted, acceptedBy: act.by.person, acceptedAct: act.digest };
}

/** Keeping figures carries the typists over, never rulings or sign-offs. */
function reopened(stage: Stage, keep: 'none' | 'figures'): Stage {
  if (keep === 'none' || !('figures' in stage)) return { stage: 'received' };
  return { stage: 'agreed', typings: stage.typings, figures: stage.figures, decisions: stage.decisions };
}
