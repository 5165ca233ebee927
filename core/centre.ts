/**
 * The whole centre: *judge* says whether an act may follow, *evolve* says what follows from it, both pure. A screen asks, this
 * decides; a stranger who verifies a bundle runs the very same rules over the published journal.
 */
import { judgeAcknowledgement, recordAcknowledgement } from './acknowledged.ts';
import type { Act, ActOf, Kind } from './acts.ts';
import { concernsForm } from './acts.ts';
import { type AttendanceKind, evolveAttendance, judgeAttendance } from './attendance.ts';
import { type ContestKind, evolveContest, judgeContest, makeStale } from './contest.ts';
import { openDefinitionGroups } from './groups.ts';
import { parsePublicKey } from './keys.ts';
import { evolveForm, judgeForm, judgeReason } from './lifecycle.ts';
import { isLockedOut, movedLockouts, recordFailure, restartedLockouts } from './lockouts.ts';
import { evolvePeople, judgePeople, type PeopleKind } from './people.ts';
import { judgeConfirmation, judgeProposal, needsTwo, propose, withdraw } from './proposals.ts';
import { assertNever, must, present, type Refusal, refusal } from './result.ts';
import { RULES } from './roles.ts';
import { type Centre, contestStateOf, formOf, momentOf, touch } from './state.ts';

const PEOPLE: ReadonlySet<Kind> = new Set<PeopleKind>([
  'person-enrolled',
  'person-admitted',
  'key-replaced',
  'certificate-recorded',
  'person-suspended',
  'person-restored',
  'accreditation-ended',
  'accreditation-revoked',
  'lockout-cleared',
]);
const ATTENDANCE: ReadonlySet<Kind> = new Set<AttendanceKind>(['agent-signed-in', 'agent-signed-out', 'agent-marked-gone']);
const CONTEST: ReadonlySet<Kind> = new Set<ContestKind>([
  'result-closed',
  'closing-withdrawn',
  'summary-prepared',
  'summary-withdrawn',
  'summary-signed',
  'summary-signoff-given',
  'summary-signoff-closed',
  'summary-declared',
  'correction-opened',
]);
function isPeople(act: Act): act is Extract<Act, { kind: PeopleKind }> {
  return PEOPLE.has(act.kind);
}
function isAttendance(act: Act): act is Extract<Act, { kind: AttendanceKind }> {
  return ATTENDANCE.has(act.kind);
}
function isContest(act: Act): act is Extract<Act, { kind: ContestKind }> {
  return CONTEST.has(act.kind);
}
type CentreAct = Exclude<Act, { kind: PeopleKind | AttendanceKind | ContestKind } | { body: { form: string; revision: number } }>;

// ---- judge -------------------------------------------------------------------------------------------------------------------

/** Whether this act may follow in this state: undefined, or the first refusal in the order of LIFECYCLE §2. Pure. */
export function judge(centre: Centre, act: Act): Refusal | undefined {
  return judgeStanding(centre, act) ?? judgeBody(centre, act) ?? (needsTwo(centre, act) ? judgeProposal(centre, act) : undefined);
}

/** What holds for every act: the journal it belongs to, the clock, the centre's phase, and who speaks with which key. */
function judgeStanding(centre: Centre, act: Act): Refusal | undefined {
  if (act.election !== centre.definition.digest) return refusal('R-CONTENT-WRONG', 'an act of another election');
  if (act.kind === 'centre-created') return centre.phase === 'empty' ? undefined : refusal('R-CENTRE-EXISTS');
  if (centre.phase === 'empty') return refusal('R-CENTRE-NOT-OPEN', 'the centre is not created');
  if (act.journal !== centre.journal) return refusal('R-CONTENT-WRONG', 'an act of another journal');
  if (act.saw.size > centre.size) return refusal('R-CONTENT-WRONG', 'saw a head that is not yet');
  if (act.at < centre.at && act.kind !== 'clock-jumped') return refusal('R-CLOCK-BACK', `${act.at} is before ${centre.at}`);
  if (centre.restoring !== undefined && !endsRestoring(centre, act)) return refusal('R-RESTORE-UNCONFIRMED');
  return judgePhase(centre, act) ?? (act.by.role === 'device' ? judgeDevice(centre, act) : judgePerson(centre, act));
}

function judgePhase(centre: Centre, act: Act): Refusal | undefined {
  return RULES[act.kind].when === 'open' && centre.phase !== 'open' ? refusal('R-CENTRE-NOT-OPEN') : undefined;
}

/** Until a restore is confirmed: only the restore itself, what settles it, and the device's own facts. */
function endsRestoring(centre: Centre, act: Act): boolean {
  if (act.kind === 'act-confirmed' || act.kind === 'proposal-withdrawn')
    return centre.proposals.get(act.body.act)?.act.kind === 'backup-restored';
  return act.kind === 'backup-restored' || RULES[act.kind].by.includes('device');
}

function judgeDevice(centre: Centre, act: Act): Refusal | undefined {
  if (!RULES[act.kind].by.includes('device')) return refusal('R-ROLE', act.kind);
  if (act.by.person !== 'device') return refusal('R-ROLE', 'the device speaks under its own name');
  return act.by.key === centre.device ? undefined : refusal('R-KEY-REVOKED', 'not the device of this epoch');
}

function judgePerson(centre: Centre, act: Act): Refusal | undefined {
  const { person: id, role, key } = act.by;
  if (isLockedOut(centre, id, act.at)) return refusal('R-LOCKED-OUT', id);
  if (act.kind === 'person-enrolled' || isFoundingAdmission(centre, act)) return undefined;
  const person = centre.people.get(id);
  if (person === undefined) return refusal('R-ROLE', `${id} is not admitted`);
  if (key !== person.key) return refusal('R-KEY-REVOKED', id);
  if (person.suspended !== undefined) return refusal('R-SUSPENDED', id);
  if (role !== person.role) return refusal('R-ROLE', `${id} is ${person.role}`);
  return RULES[act.kind].by.includes(role) ? undefined : refusal('R-ROLE', `${role}: ${act.kind}`);
}

/** The first returning officer admits himself; nobody else is there to do it. */
function isFoundingAdmission(centre: Centre, act: Act): boolean {
  if (act.kind !== 'person-admitted' || !centre.people.isEmpty()) return false;
  const enrolment = centre.enrolments.get(act.body.enrolment);
  return enrolment?.person.id === act.by.person && enrolment.key === act.by.key && act.by.role === 'ro' && centre.founder === act.by.key;
}

/** Whether what was proposed may still be said: the centre open for it, its key not replaced since, its preconditions there. */
function judgeAgain(centre: Centre, proposed: Act): Refusal | undefined {
  const { person, key } = proposed.by;
  const replaced = centre.people.get(person)?.key === key ? undefined : refusal('R-KEY-REVOKED', person);
  return judgePhase(centre, proposed) ?? replaced ?? judgeBody(centre, proposed);
}

function judgeBody(centre: Centre, act: Act): Refusal | undefined {
  if (concernsForm(act)) return judgeForm(centre, act);
  if (isPeople(act)) return judgePeople(centre, act) ?? judgeReason(act);
  if (isAttendance(act)) return judgeAttendance(centre, act) ?? judgeReason(act);
  if (isContest(act)) return judgeContest(centre, act) ?? judgeReason(act);
  return judgeCentre(centre, act as CentreAct);
}

function judgeCentre(centre: Centre, act: CentreAct): Refusal | undefined {
  switch (act.kind) {
    case 'centre-created':
      return judgeCreation(centre, act);
    case 'centre-opened':
      return judgeCentreOpening(centre, act);
    case 'centre-closed':
      return judgeCentreClosing(centre, act);
    case 'backup-restored':
      return parsePublicKey(act.body.device).ok ? judgeReason(act) : refusal('R-CONTENT-WRONG', 'device key');
    case 'bundle-exported':
      return centre.contests.includes(act.body.contest) ? undefined : refusal('R-NOT-IN-CONTEST', act.body.contest);
    case 'acknowledgement-recorded':
      return judgeAcknowledgement(centre, act);
    case 'turnout-recorded':
      return judgeTurnout(centre, act);
    case 'act-confirmed':
      return judgeConfirmation(centre, act, (proposed) => judgeAgain(centre, proposed));
    case 'proposal-withdrawn':
      return centre.proposals.has(act.body.act) ? undefined : refusal('R-NO-PROPOSAL');
    case 'incident-noted':
      return act.body.text.trim() ? undefined : refusal('R-REASON-MISSING');
    case 'unlock-failed':
      return centre.keys.some((key) => key.person === act.body.person) ? undefined : refusal('R-PERSON-UNKNOWN', act.body.person);
    case 'receipt-issued':
    case 'app-started':
    case 'app-stopped':
    case 'session-unlocked':
    case 'session-locked':
    case 'clock-jumped':
    case 'backup-made':
      return undefined;
    default:
      return assertNever(act);
  }
}

function judgeCreation(centre: Centre, act: ActOf<'centre-created'>): Refusal | undefined {
  const { definition, typedGroups, device, contests, officer, journal } = act.body;
  if (definition !== centre.definition.digest || !openDefinitionGroups(definition, typedGroups))
    return refusal('R-CONTENT-WRONG', 'the digest typed');
  if (journal !== act.journal) return refusal('R-CONTENT-WRONG', 'journal');
  const official = centre.roll.officials.get(act.by.person);
  if (official?.role !== 'ro' || act.by.role !== 'ro') return refusal('R-ROLE', 'only the returning officer creates a centre');
  const [officerKey, deviceKey] = [parsePublicKey(officer), parsePublicKey(device)];
  if (!officerKey.ok || !deviceKey.ok || officerKey.value.id !== act.by.key || deviceKey.value.id === act.by.key)
    return refusal('R-CONTENT-WRONG', 'keys');
  if (official.key !== undefined && official.key !== officer) return refusal('R-KEY-NOT-NAMED', act.by.person);
  const unknown = contests.filter((id, at) => !centre.roll.contests.has(id) || contests.indexOf(id) !== at);
  return unknown.length > 0 ? refusal('R-NOT-IN-CONTEST', unknown.join(', ')) : undefined;
}

function judgeCentreOpening(centre: Centre, act: ActOf<'centre-opened'>): Refusal | undefined {
  if (centre.phase === 'open') return refusal('R-CENTRE-OPEN');
  const officials = centre.people.count((person) => person.role === 'ro' || person.role === 'dro');
  if (officials < 2) return refusal('R-OFFICIALS-TOO-FEW', String(officials));
  const unknown = act.body.present.filter((id) => !centre.people.has(id));
  return unknown.length > 0 ? refusal('R-PERSON-UNKNOWN', unknown.join(', ')) : undefined;
}

function judgeCentreClosing(centre: Centre, act: ActOf<'centre-closed'>): Refusal | undefined {
  for (const contest of centre.contests.filter((id) => !centre.hidden.includes(id))) {
    const { declared, correction, ready } = contestStateOf(centre, contest);
    if (declared === undefined || ready !== undefined) return refusal('R-NOT-DECLARED', contest);
    if (correction !== undefined) return refusal('R-NOT-DECLARED', `${contest} is under correction`);
    const named = act.body.contests.find((closed) => closed.contest === contest);
    if (named?.version !== declared.number) return refusal('R-CONTENT-WRONG', contest);
  }
  return undefined;
}

function judgeTurnout(centre: Centre, act: ActOf<'turnout-recorded'>): Refusal | undefined {
  const { station, source, reason } = act.body;
  if (!centre.roll.stations.has(station)) return refusal('R-NOT-IN-CONTEST', station);
  if (centre.turnout.get(station)?.[source] === undefined) return undefined;
  if (act.by.role === 'clerk') return refusal('R-TURNOUT-KNOWN', `${station} ${source}`);
  return reason?.trim() ? undefined : refusal('R-REASON-MISSING');
}

// ---- evolve ------------------------------------------------------------------------------------------------------------------

/** The state after an act that was judged. Pure; throws only where `judge` was not asked first. */
export function evolve(before: Centre, act: Act): Centre {
  const centre = { ...before, at: act.at, touched: [], lastActs: before.lastActs.set(act.by.person, momentOf(before, act)) };
  const after = needsTwo(centre, act) ? awaitSecond(centre, act) : takeEffect(centre, act);
  return { ...markStale(after, act), size: before.size + 1 };
}

/** A place in the journal whose content belongs to another contest and is not shown: it counts, and nothing else. */
export function evolveHidden(centre: Centre): Centre {
  return { ...centre, size: centre.size + 1, touched: [] };
}

function awaitSecond(centre: Centre, act: Act): Centre {
  const proposed = propose(centre, act);
  return act.kind === 'backup-restored' ? restoring(proposed, act) : proposed;
}

function takeEffect(centre: Centre, act: Act): Centre {
  if (concernsForm(act)) return evolveForm(centre, act);
  if (isPeople(act)) return evolvePeople(centre, act);
  if (isAttendance(act)) return evolveAttendance(centre, act);
  if (isContest(act)) return evolveContest(centre, act);
  return evolveCentre(centre, act as CentreAct);
}

function evolveCentre(centre: Centre, act: CentreAct): Centre {
  const touched = [touch('centre', 'centre')];
  switch (act.kind) {
    case 'centre-created':
      return create(centre, act);
    case 'centre-opened':
      return { ...centre, phase: 'open', everOpened: true, touched };
    case 'centre-closed':
      return { ...centre, phase: 'closed', touched };
    case 'backup-restored': {
      const { restoring: _, ...restored } = centre;
      const { backup, later } = act.body;
      return { ...restored, restores: [...centre.restores, { backup, later, confirmed: centre.size }], touched };
    }
    case 'turnout-recorded': {
      const { station, source, voters } = act.body;
      const forms = [...centre.contests].flatMap((contest) => [...(centre.results.get(`${contest}.${station}`)?.forms ?? [])]);
      const turnout = centre.turnout.set(station, { ...centre.turnout.get(station), [source]: voters });
      return { ...centre, turnout, touched: [touch('turnout', station), ...forms.map((form) => touch('form', form))] };
    }
    case 'act-confirmed':
      return confirm(centre, act);
    case 'proposal-withdrawn':
      return withdraw(centre, act.body.act);
    case 'app-started':
      return { ...centre, software: act.body, lockouts: restartedLockouts(centre, act), touched };
    case 'session-unlocked':
      return { ...centre, lockouts: centre.lockouts.delete(act.body.person), touched: [touch('person', act.body.person)] };
    case 'unlock-failed':
      return recordFailure(centre, act);
    case 'clock-jumped':
      return { ...centre, jump: momentOf(centre, act), lockouts: movedLockouts(centre, act.body), touched };
    case 'acknowledgement-recorded':
      return recordAcknowledgement(centre, act);
    case 'bundle-exported':
    case 'incident-noted':
    case 'receipt-issued':
    case 'app-stopped':
    case 'session-locked':
    case 'backup-made':
      return centre;
    default:
      return assertNever(act);
  }
}

function create(centre: Centre, act: ActOf<'centre-created'>): Centre {
  const { journal, contests, officer, device } = act.body;
  const deviceKey = must(parsePublicKey(device));
  const keys = centre.keys.set(act.by.key, { person: act.by.person, text: officer }).set(deviceKey.id, { person: 'device', text: device });
  const founded = { phase: 'preparing' as const, journal, contests, keys, device: deviceKey.id, epoch: 1, founder: act.by.key };
  return { ...centre, ...founded, touched: [touch('centre', 'centre')] };
}

/** A restored machine is a new device, in a new epoch; until two officials say so, nothing else may be done on it. */
function restoring(centre: Centre, act: ActOf<'backup-restored'>): Centre {
  const device = must(parsePublicKey(act.body.device));
  const keys = centre.keys.set(device.id, { person: 'device', text: device.text });
  const touched = [...centre.touched, touch('centre', 'centre')];
  return { ...centre, keys, device: device.id, epoch: centre.epoch + 1, restoring: { proposer: act.by.person }, touched };
}

function confirm(centre: Centre, act: ActOf<'act-confirmed'>): Centre {
  const { act: proposed } = present(centre.proposals.get(act.body.act), 'proposal');
  const alone = act.body.alone === undefined ? centre.alone : [...centre.alone, proposed.digest];
  const effective = takeEffect({ ...centre, alone, proposals: centre.proposals.delete(act.body.act) }, proposed);
  return markStale({ ...effective, touched: [...effective.touched, touch('proposal', proposed.digest)] }, proposed);
}

/** Acts that change what a ready version contains make it stale (LIFECYCLE §4). */
const MAKES_STALE: ReadonlySet<Kind> = new Set<Kind>([
  'form-received',
  'particulars-amended',
  'scan-attached',
  'entry-sealed',
  'reading-sealed',
  'finding-ruled',
  'form-set-aside',
  'form-brought-back',
  'form-reopened',
  'turnout-recorded',
  'person-suspended',
  'key-replaced',
]);

function markStale(centre: Centre, act: Act): Centre {
  if (!MAKES_STALE.has(act.kind) || needsTwoStill(centre, act)) return centre;
  const contests = new Set(centre.touched.filter(({ what }) => what === 'form').map(({ id }) => formOf(centre, id).contest));
  return [...contests].reduce(makeStale, centre);
}

/** A proposal has changed nothing yet. */
function needsTwoStill(centre: Centre, act: Act): boolean {
  return centre.proposals.has(act.digest);
}
