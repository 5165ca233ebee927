/**
 * A night on which every kind of act is said at least once, played in the little centre of the rules' own tests, and the court pack
 * of it as a reader finds it: files by name, registers as tables. Reasons are words that a spreadsheet or a page could stumble over.
 */
import { parse } from 'csv-parse/sync';
import type { Act, Kind } from '../../core/acts.ts';
import { fromUtf8 } from '../../core/bytes.ts';
import type { Command } from '../../core/decide.ts';
import { sealEnvelope } from '../../core/envelope.ts';
import { entryBytes } from '../../core/journal.ts';
import { present } from '../../core/result.ts';
import type { Source } from '../../main/court/collect.ts';
import { courtPack, type PackOrder } from '../../main/court/pack.ts';
import { byTwo, openWorld, signIn, signOut, type World } from '../core/world.ts';
import { closingCentre, confirming, restoring, withdrawingProposal } from '../core/world-centre.ts';
import { certificateBy, keyOf } from '../core/world-election.ts';
import {
  acceptNow,
  amending,
  bringingBack,
  bringTo,
  closing,
  closingResult,
  HERE,
  OBJECT,
  opening,
  owedOn,
  PAPER_DIFFERS,
  reading,
  receive,
  receiving,
  remark,
  reopening,
  ruleAll,
  ruling,
  scanning,
  settingAside,
  signing,
  turnout,
  withdrawingClosing,
} from '../core/world-forms.ts';
import { admitOnSite, failToUnlock, jumpClock, replaceKey, restoration, revocation, suspension } from '../core/world-people.ts';
import {
  acknowledging,
  answeringSummary,
  closingSummary,
  correct,
  declare,
  declareNow,
  declaring,
  makeReady,
  owedOnSummary,
  signingSummary,
  withdrawing,
} from '../core/world-summary.ts';

export const FORMULA = '=HYPERLINK("http://example.org","see")';
export const SCRIPT = '<script>alert(1)</script> & "so"\non two lines';
const ALONE = 'The deputy is in hospital.';

const app = (digit: string): Command => ({ kind: 'app-started', body: { version: `countersign ${digit}`, digest: digit.repeat(64) } });
const device = (world: World, command: Command) => world.must('device', command);

/** Every kind of act, none of them in vain. */
export function fullNight(): World {
  const world = openWorld();
  signIn(world, 'red', 'blue', 'green');
  machine(world);
  people(world);
  forms(world);
  papers(world);
  summaries(world);
  closeNight(world);
  return world;
}

function machine(world: World): void {
  device(world, app('1'));
  device(world, { kind: 'session-unlocked', body: { person: 'ro' } });
  device(world, { kind: 'session-locked', body: { person: 'ro', cause: 'idle' } });
  failToUnlock(world, 'clerk4', 5);
  world.must('ro', { kind: 'lockout-cleared', body: { person: 'clerk4' } });
  jumpClock(world, 30);
  jumpClock(world, -5);
  // Not closed before, and another program.
  device(world, app('2'));
  device(world, { kind: 'app-stopped', body: {} });
  device(world, app('2'));
  device(world, { kind: 'backup-made', body: { head: { size: 3, root: 'e'.repeat(64) } } });
  world.must('clerk1', { kind: 'incident-noted', body: { text: FORMULA } });
  world.must('ro', { kind: 'incident-noted', body: { text: SCRIPT } });
}

function people(world: World): void {
  admitOnSite(world, 'site', 'Independent');
  signIn(world, 'site');
  world.must('ro', {
    kind: 'certificate-recorded',
    body: { certificate: certificateBy('commission', { key: keyOf('clerk1').text, person: 'clerk1', role: 'clerk' }) },
  });
  world.must('ro', suspension('clerk4'));
  world.must('ro', restoration('clerk4'));
  replaceKey(world, 'clerk3', 'compromised');
  const { digest } = world.must('ro', revocation('blue'));
  world.must('dro', withdrawingProposal(digest));
}

function forms(world: World): void {
  const first = bringTo(world, 'differing');
  world.must('clerk3', reading(world, first, { rejected: 9 }));
  world.must('clerk1', amending(first, 'another serial'));
  world.must('clerk1', scanning(first));
  ruleAll(world, first);
  world.must('ro', opening(first));
  world.must('red', signing(world, first));
  world.must('blue', signing(world, first, OBJECT));
  world.must('green', signing(world, first, PAPER_DIFFERS));
  world.must('site', signing(world, first));
  acceptNow(world, first);
  world.must('red', remark(world, first, 'object', '+1 vote was seen'));
  world.must('ro', reopening(first, 'figures'));
  ruleAll(world, first);
  world.must('ro', opening(first));
  world.wait(10);
  for (const agent of owedOn(world, first)) world.must('dro', closing(first, agent, '@home, they say'));
  acceptNow(world, first);
}

function papers(world: World): void {
  const unruled = bringTo(world, 'agreed', { station: 'west2', figures: { valid: 401 } });
  world.must('ro', ruling(world, unruled, 'F04', { ruling: 'disregard', ground: 'b' }, ['red']));
  ruleAll(world, unruled);
  world.must('ro', opening(unruled));
  world.wait(10);
  acceptNow(world, unruled);
  const second = receive(world, { station: 'east1' });
  world.must('ro', settingAside(second));
  world.must('ro', bringingBack(second));
  world.must('ro', settingAside(second));
  world.must('ro', closingResult({ ...HERE, station: 'east1' }, 'set-aside'));
  world.must('ro', closingResult({ ...HERE, station: 'east2' }));
  world.must('ro', withdrawingClosing({ ...HERE, station: 'east2' }));
  const bare = receiving({ ...HERE, station: 'east2' }, 'bare') as Extract<Command, { kind: 'form-received' }>;
  world.must('clerk1', { kind: 'form-received', body: { ...bare.body, scanAbsent: '-' } });
  world.must('ro', settingAside('president.east2.1'));
  world.must('ro', closingResult({ ...HERE, station: 'east2' }, 'set-aside'));
  world.must('clerk1', turnout('west1', 390));
  world.must('ro', turnout('west1', 391, 'diary', 'Read again.'));
  signOut(world, 'green');
  world.must('ro', { kind: 'agent-marked-gone', body: { agent: 'site', reason: 'Left by the back door.' } });
  world.must('green', { kind: 'accreditation-ended', body: {} });
  device(world, {
    kind: 'receipt-issued',
    body: { agent: 'red', head: { size: 9, root: 'f'.repeat(64) }, forms: [] },
  });
}

function summaries(world: World): void {
  makeReady(world);
  world.must('ro', withdrawing(world));
  makeReady(world);
  for (const official of ['ro', 'dro']) world.must(official, signingSummary(world));
  world.must('blue', answeringSummary(world, HERE.contest, OBJECT));
  world.wait(10);
  for (const agent of owedOnSummary(world)) world.must('ro', closingSummary(world, agent));
  declareNow(world);
  correct(world, ['west1']);
  makeReady(world);
  world.must('ro', signingSummary(world));
  world.wait(60);
  for (const agent of owedOnSummary(world)) world.must('ro', closingSummary(world, agent));
  world.must('ro', declaring(world, HERE.contest, ALONE));
  const exported = { contest: 'president', edition: 'official', status: 'declared', version: 2, digest: 'd'.repeat(64) } as const;
  world.must('ro', { kind: 'bundle-exported', body: exported });
  world.must('ro', acknowledging(world));
  declare(world, 'governor');
  declare(world, 'west-ward');
}

/** Closed by one official alone, and a restore that nobody has confirmed. */
function closeNight(world: World): void {
  const { digest } = world.must('ro', closingCentre(world));
  world.wait(60);
  world.must('ro', confirming(digest, ALONE));
  byTwo(world, revocation('red'));
  world.must('ro', restoring(world));
}

// ---- the pack of it ----------------------------------------------------------------------------------------------------------

export function entriesOf(world: World): readonly { readonly seq: number; readonly bytes: Uint8Array }[] {
  return world.acts().map(({ act, payload }, seq) => {
    const envelope = sealEnvelope(act.kind, payload, act.by.key, new Uint8Array(64));
    return { seq, bytes: entryBytes(seq, act.at, envelope) };
  });
}

export function sourceFrom(world: World, changes: Partial<Source> = {}): Source {
  const centre = world.centre();
  return { entries: entriesOf(world), checks: [], definition: centre.definition, centre, ...changes };
}

export type Table = readonly Readonly<Record<string, string>>[];

export interface ReadPack {
  readonly files: ReadonlyMap<string, string>;
  text(name: string): string;
  table(register: string): Table;
}

export function packOf(source: Source, order: PackOrder = { language: 'en' }): ReadPack {
  return read(new Map(courtPack(source, order).map(({ name, bytes }) => [name, present(fromUtf8(bytes), name)])));
}

export function read(files: ReadonlyMap<string, string>): ReadPack {
  const text = (name: string) => present(files.get(name), name);
  return { files, text, table: (register) => parse(text(`${register}.csv`), { columns: true }) as Table };
}

export function actsOf<K extends Kind>(
  world: World,
  kind: K,
): readonly { readonly seq: number; readonly act: Extract<Act, { kind: K }> }[] {
  return world.acts().flatMap(({ act }, seq) => (act.kind === kind ? [{ seq, act: act as Extract<Act, { kind: K }> }] : []));
}
