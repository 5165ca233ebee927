/**
 * Random nights at the little centre: a list of moves, each somebody asking for something about some form, station or contest.
 * Most are asked by somebody who may, many are refused all the same, and some bring a form or a contest a step further as staff
 * who know their work would, so that a night gets somewhere.
 */
import fc from 'fast-check';
import type { Act, Figures, Kind } from '../../core/acts.ts';
import type { Command } from '../../core/decide.ts';
import { rowsToRead } from '../../core/entries.ts';
import { unruledFindings } from '../../core/findings.ts';
import { DECISIONS } from '../../core/form.ts';
import type { Result } from '../../core/result.ts';
import { RULES } from '../../core/roles.ts';
import type { Form } from '../../core/state.ts';
import { sampleOf } from './sample-commands.ts';
import type { Guise, World } from './world.ts';
import { closingCentre, confirming, openingCentre, restoring, withdrawingProposal } from './world-centre.ts';
import {
  AGREE,
  accepting,
  amending,
  bringingBack,
  closing,
  closingResult,
  entry,
  OBJECT,
  opening,
  PAPER_DIFFERS,
  REASON,
  REFUSE,
  REFUSE_REASON,
  reading,
  receiving,
  remark,
  reopening,
  ruling,
  scanning,
  settingAside,
  signing,
  turnout,
  withdrawingClosing,
} from './world-forms.ts';
import { paper } from './world-papers.ts';
import { restoration, revocation, suspension } from './world-people.ts';
import { answeringSummary, closingSummary, correcting, declaring, preparing, signingSummary, withdrawing } from './world-summary.ts';

const STATIONS = ['west1', 'west2', 'east1', 'east2'];
const CONTESTS = ['west-ward', 'west-ward', 'president', 'governor'];
const AGENTS = ['red', 'blue', 'green'];
export const PEOPLE = ['ro', 'dro', 'clerk1', 'clerk2', 'clerk3', 'clerk4', ...AGENTS, 'device', 'nobody'] as const;
const WITNESSES: readonly (readonly string[])[] = [[], [], ['red'], ['blue', 'red'], ['green'], ['red', 'red']];
const WORDS = [AGREE, AGREE, OBJECT, PAPER_DIFFERS, REFUSE, REFUSE_REASON];

/** Three numbers that a move draws its form, station, words and figures from. */
export interface Draw {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}
/** How a move reaches the centre: somebody asks. */
export type Ask = (person: string, command: Command, guise?: Guise) => Result<Act>;

function pick<T>(from: readonly T[], at: number): T {
  return from[at % from.length] as T;
}

const contestOf = ({ c }: Draw) => pick(CONTESTS, c);
const placeOf = (draw: Draw) => ({ contest: contestOf(draw), station: pick(STATIONS, draw.b) });

function someForm(world: World, { a }: Draw): Form | undefined {
  const ids = [...world.centre().forms.keys()].sort();
  return ids.length === 0 ? undefined : world.centre().forms.get(pick(ids, a));
}

/** What stands on a paper, as this clerk types it: mostly right, sometimes a slip, a blank, a question mark or far too much. */
function typed(world: World, form: Form, { b, c }: Draw): Figures {
  const changes: readonly Figures[] = [
    {},
    {},
    {},
    { rejected: 2 + (b % 3) },
    { objected: 'unreadable' },
    { candidate1: 'unreadable' },
    { disputed: 'blank' },
    { valid: 401 },
    { rejected: 300 },
  ];
  return paper(world.centre(), form, pick(changes, c));
}

function readBy(world: World, form: Form, draw: Draw): Command {
  const { stage } = form;
  const rows = stage.stage === 'differing' || stage.stage === 'agreed' ? rowsToRead(stage) : [];
  const figures = typed(world, form, draw);
  const read = Object.fromEntries(rows.filter((row) => row !== DECISIONS).map((row) => [row, figures[row] ?? 'blank']));
  return reading(world, form.id, read, rows.includes(DECISIONS) ? [] : undefined);
}

const GROUNDS: Readonly<Record<string, 'b' | 'c'>> = { F04: 'b', F06: 'c' };

type Asking = (world: World, draw: Draw) => Command | undefined;
const onForm =
  (ask: (world: World, form: Form, draw: Draw) => Command): Asking =>
  (world, draw) => {
    const form = someForm(world, draw);
    return form && ask(world, form, draw);
  };
const onOpened = (ask: (world: World, form: Form, draw: Draw) => Command): Asking =>
  onForm((world, form, draw) => ('asking' in form.stage ? ask(world, form, draw) : opening(form.id)));

/** A command of a kind, about something that is there. */
export const ASKED: Partial<Readonly<Record<Kind, Asking>>> = {
  'form-received': (_, draw) => receiving(placeOf(draw), `serial ${draw.a % 9}`),
  'particulars-amended': onForm((_, form, { b }) => amending(form.id, `serial ${b % 9}`)),
  'scan-attached': onForm((_, form) => scanning(form.id)),
  'entry-sealed': onForm((world, form, draw) => entry(form.id, typed(world, form, draw))),
  'reading-sealed': onForm(readBy),
  'turnout-recorded': (_, { a, b, c }) => turnout(pick(STATIONS, b), pick([60, 300], c), pick(['diary', 'tablet'], a), REASON),
  'finding-ruled': onForm((world, form, { b, c }) => {
    const unruled = unruledFindings(world.centre(), form);
    const code = (unruled.find((finding) => c % 2 === 0 && GROUNDS[finding.code]) ?? unruled[0])?.code ?? 'F10';
    const ground = GROUNDS[code] ?? 'c';
    return ruling(world, form.id, code, c % 3 === 0 ? { ruling: 'count' } : { ruling: 'disregard', ground }, pick(WITNESSES, b));
  }),
  'form-opened': onForm((_, form) => opening(form.id)),
  'signoff-given': onOpened((world, form, { c }) => signing(world, form.id, pick(WORDS, c))),
  'signoff-closed': onForm((_, form, { c }) => closing(form.id, pick(AGENTS, c))),
  'form-accepted': onForm((world, form, { c }) => accepting(world, form.id, c % 2 === 0 ? REASON : undefined)),
  'late-remark': onOpened((world, form) => remark(world, form.id, 'agree')),
  'form-reopened': onForm((_, form, { c }) => reopening(form.id, c % 2 === 0 ? 'none' : 'figures')),
  'form-set-aside': onForm((_, form) => settingAside(form.id)),
  'form-brought-back': onForm((_, form) => bringingBack(form.id)),
  'result-closed': (_, draw) =>
    closingResult(placeOf(draw), pick(['not-held', 'lost', 'set-aside'], draw.a), REASON, pick(WITNESSES, draw.b)),
  'closing-withdrawn': (_, draw) => withdrawingClosing(placeOf(draw)),
  'summary-prepared': (_, draw) => preparing(contestOf(draw), draw.a % 2 === 0 ? REASON : undefined),
  'summary-withdrawn': (world, draw) => withdrawing(world, contestOf(draw)),
  'summary-signed': (world, draw) => signingSummary(world, contestOf(draw)),
  'summary-signoff-given': (world, draw) => answeringSummary(world, contestOf(draw), pick(WORDS, draw.a)),
  'summary-signoff-closed': (world, draw) => closingSummary(world, pick(AGENTS, draw.a), contestOf(draw)),
  'summary-declared': (world, draw) => declaring(world, contestOf(draw), draw.a % 3 === 0 ? REASON : undefined),
  'correction-opened': (world, draw) => correcting(world, [pick(STATIONS, draw.a)], contestOf(draw)),
  'centre-opened': () => openingCentre(),
  'centre-closed': (world) => closingCentre(world),
  'backup-restored': (world, { a }) => restoring(world, `device ${a}`),
  'act-confirmed': (world, { a, c }) => {
    const waiting = [...world.centre().proposals.keys()].sort();
    return waiting.length === 0 ? undefined : confirming(pick(waiting, a), c % 4 === 0 ? REASON : undefined);
  },
  'proposal-withdrawn': (world, { a }) => {
    const waiting = [...world.centre().proposals.keys()].sort();
    return waiting.length === 0 ? undefined : withdrawingProposal(pick(waiting, a));
  },
  'agent-marked-gone': (_, { c }) => ({ kind: 'agent-marked-gone', body: { agent: pick(AGENTS, c), reason: REASON } }),
  'accreditation-revoked': (_, { a, c }) => revocation(a % 5 === 0 ? pick(AGENTS, c) : 'clerk1'),
  'person-suspended': (_, { a, c }) => suspension(pick(PEOPLE, a), c % 2 === 0),
  'person-restored': (_, { a }) => restoration(pick(PEOPLE, a)),
  'unlock-failed': (_, { a }) => ({ kind: 'unlock-failed', body: { person: pick(PEOPLE, a), failures: 1 } }),
};

/** Who asks, when it is somebody who may. */
export function fitting(kind: Kind, { a, b }: Draw): string {
  const [role] = RULES[kind].by;
  if (role === 'device') return 'device';
  if (role === 'clerk') return pick(['clerk1', 'clerk2', 'clerk3', 'clerk4'], b);
  if (role === 'agent') return pick(AGENTS, a);
  return RULES[kind].by.includes('clerk') && b % 2 === 0 ? pick(['clerk1', 'clerk2', 'clerk3', 'clerk4'], a) : pick(['ro', 'dro'], a);
}

/** The command a draw makes of a kind; a mere sample of it where nothing is there to speak of. */
export function commandOf(world: World, kind: Kind, person: string, draw: Draw): Command {
  return ASKED[kind]?.(world, draw) ?? sampleOf(kind, person);
}

const number = fc.nat(35);
export const anyDraw: fc.Arbitrary<Draw> = fc.record({ a: number, b: number, c: number });

export { contestOf as contestDrawn, someForm as formDrawn };
