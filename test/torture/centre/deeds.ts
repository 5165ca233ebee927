/**
 * What happens in a tormented centre, deed by deed: everything that appends acts, and everything that writes files. Which comes next is
 * drawn; how often each, by its weight. A deed that is refused by the rules has done no harm, and the next is drawn.
 */
import { KINDS, type Kind } from '../../../core/acts.ts';
import { NOT_BY_WINDOW } from '../../../core/commands.ts';
import { present } from '../../../core/result.ts';
import type { Seeded } from '../../../main/seeded.ts';
import { contestOnward, formOnward } from '../../core/night.ts';
import { commandOf, contestDrawn, type Draw, fitting, formDrawn } from '../../core/night-moves.ts';
import { closingCentre } from '../../core/world-centre.ts';
import { draft, exportBundle, fullCopy, mark, receipt, scan } from './deeds-files.ts';
import { acknowledge, repeat, restart, setClock } from './deeds-machine.ts';
import { certificate, failToUnlock, lockOut, newKey, onSite, suspend } from './deeds-people.ts';
import { type Hall, worldOf } from './hall.ts';

export type Deed = (hall: Hall) => Promise<unknown>;

function draw(random: Seeded): Draw {
  return { a: random.below(36), b: random.below(36), c: random.below(36) };
}

const BY_WINDOW = KINDS.filter((kind) => !NOT_BY_WINDOW.some((other) => other === kind));
/** What would end the evening for good if it came as often as the rest. */
const RARE: ReadonlySet<Kind> = new Set(['accreditation-ended', 'accreditation-revoked', 'person-suspended', 'centre-closed']);
const ASKED = BY_WINDOW.filter((kind) => !RARE.has(kind));

function ask(kinds: readonly Kind[]): Deed {
  return (hall) => {
    const kind = hall.random.pick(kinds);
    const chance = draw(hall.random);
    const person = fitting(kind, chance);
    const world = worldOf(hall.office(), hall.clock);
    return hall.as(person, commandOf(world, kind, person, chance));
  };
}

const formStep: Deed = (hall) => {
  const chance = draw(hall.random);
  return hall.tryAll((world, tried) => formOnward(world, formDrawn(world, chance), tried));
};

const contestStep: Deed = (hall) => {
  const contest = contestDrawn(draw(hall.random));
  return hall.tryAll((world, tried) => contestOnward(world, contest, tried));
};

const MOST_STEPS = 150;
/** So often nothing is allowed any more: then nothing will be. */
const MOST_WAITS = 5;

/** Every contest to its declaration, the centre closed by two and opened again by two. */
const evening: Deed = async (hall) => {
  for (const contest of hall.office().centre().contests) await finish(hall, contest);
  await byTwo(hall, 'centre-closed');
  await byTwo(hall, 'centre-opened');
};

async function finish(hall: Hall, contest: string): Promise<void> {
  for (let step = 0, waits = 0; step < MOST_STEPS && waits < MOST_WAITS; step += 1) {
    const { declared, correction, ready } = hall.office().centre().contestStates.get(contest) ?? {};
    if (declared !== undefined && correction === undefined && ready === undefined) return;
    if (!(await hall.tryAll((world, tried) => contestOnward(world, contest, tried)))) waits += 1;
  }
}

async function byTwo(hall: Hall, kind: 'centre-closed' | 'centre-opened'): Promise<void> {
  const world = worldOf(hall.office(), hall.clock);
  await hall.as('ro', kind === 'centre-closed' ? closingCentre(world) : { kind, body: { present: ['ro'] } });
  await settle(hall);
}

/** Whatever waits for a second official gets one. */
async function settle(hall: Hall): Promise<void> {
  for (const [act, proposal] of hall.office().centre().proposals) {
    const second = proposal.act.by.person === 'ro' ? 'dro' : 'ro';
    await hall.as(second, { kind: 'act-confirmed', body: { act } });
  }
}

const signIn: Deed = (hall) => {
  const agents = [...hall.office().centre().people.values()].filter(({ role }) => role === 'agent');
  return hall.as(present(hall.random.pick(agents), 'an agent').id, { kind: 'agent-signed-in', body: {} });
};

const pass: Deed = async ({ clock, random }) => clock.pass(random.below(20) * 60_000);
const lock: Deed = async (hall) => {
  hall.office().lock(hall.random.pick(['person', 'idle']));
  hall.acknowledge();
};

/** Each with how often it comes. */
const DEEDS: Readonly<Record<string, readonly [number, Deed]>> = {
  'a form onward': [16, formStep],
  'a contest onward': [5, contestStep],
  'anything asked': [20, ask(ASKED)],
  'a slip of the pen': [5, ask(['entry-sealed', 'reading-sealed'])],
  'something undone': [4, ask(['summary-withdrawn', 'form-set-aside', 'form-brought-back', 'closing-withdrawn', 'proposal-withdrawn'])],
  'somebody waited for': [2, ask(['signoff-closed', 'summary-signoff-closed'])],
  'a paper received': [5, ask(['form-received'])],
  'an answer or a remark': [4, ask(['signoff-given', 'summary-signoff-given', 'late-remark', 'form-reopened'])],
  'a proposal confirmed': [3, settle],
  'an agent signs in': [5, signIn],
  'a scan attached': [6, scan],
  'a bundle exported': [1, exportBundle],
  'a full copy made': [1, fullCopy],
  'a receipt issued': [2, receipt],
  'a draft kept': [6, draft],
  'a mark drawn': [2, mark],
  'a key made': [2, newKey],
  'somebody enrolled on site': [0.4, onSite],
  'a certificate recorded': [1, certificate],
  'an acknowledgement recorded': [1, acknowledge],
  'a wrong passphrase': [1, failToUnlock],
  'a lock-out ended': [0.3, lockOut],
  'a clerk suspended': [0.5, suspend],
  'what is rare': [0.2, ask([...RARE])],
  'a click repeated': [1, repeat],
  'the keyboard left': [1, lock],
  'the clock set': [0.5, setClock],
  'time passes': [3, pass],
  'the program started again': [0.5, restart],
  'a whole evening': [1, evening],
};

const ALL = Object.values(DEEDS).reduce((sum, [weight]) => sum + weight, 0);

/** One deed by chance. */
export function drawDeed(random: Seeded): readonly [string, Deed] {
  let left = random.next() * ALL;
  for (const [name, [weight, deed]] of Object.entries(DEEDS)) {
    left -= weight;
    if (left < 0) return [name, deed];
  }
  return ['time passes', pass];
}
