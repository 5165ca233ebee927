/** Every kind of act that must give a reason, given without one. A new kind with a reason does not compile until it stands here. */
import type { Body, Kind } from '../../core/acts.ts';
import type { Command } from '../../core/decide.ts';
import { type RefusalCase, refused } from './refusal-case.ts';
import { openWorld, signIn, type World } from './world.ts';
import { restoring } from './world-centre.ts';
import {
  amending,
  bringingBack,
  bringTo,
  closing,
  closingResult,
  HERE,
  reopening,
  ruling,
  settingAside,
  withdrawingClosing,
} from './world-forms.ts';
import { restoration, revocation, suspension } from './world-people.ts';
import { closingSummary, correcting, declare, makeReady, withdrawing } from './world-summary.ts';

type ReasonedKind = { [K in Kind]: Body<K> extends { reason: string } ? K : never }[Kind];

/** For each such kind, what makes it due, and the command with a reason. All are said by the returning officer. */
const DUE: Readonly<Record<ReasonedKind, (world: World) => Command>> = {
  'backup-restored': (world) => restoring(world),
  'person-suspended': () => suspension('clerk1'),
  'person-restored': (world) => {
    world.must('dro', suspension('clerk1'));
    return restoration('clerk1');
  },
  'accreditation-revoked': () => revocation('red'),
  'agent-marked-gone': (world) => {
    signIn(world, 'red');
    world.wait(10);
    return { kind: 'agent-marked-gone', body: { agent: 'red', reason: 'Not seen.' } };
  },
  'particulars-amended': (world) => amending(bringTo(world, 'received'), 'another'),
  'finding-ruled': (world) => ruling(world, bringTo(world, 'agreed', { figures: { objected: 3 } }), 'F10'),
  'signoff-closed': (world) => {
    const form = bringTo(world, 'open');
    world.wait(10);
    return closing(form, 'red');
  },
  'form-reopened': (world) => reopening(bringTo(world, 'agreed'), 'none'),
  'form-set-aside': (world) => settingAside(bringTo(world, 'agreed')),
  'form-brought-back': (world) => bringingBack(bringTo(world, 'set-aside')),
  'result-closed': () => closingResult(HERE),
  'closing-withdrawn': (world) => {
    world.must('ro', closingResult(HERE));
    return withdrawingClosing(HERE);
  },
  'summary-withdrawn': (world) => {
    makeReady(world);
    return withdrawing(world);
  },
  'summary-signoff-closed': (world) => {
    signIn(world, 'red');
    makeReady(world);
    world.wait(10);
    return closingSummary(world, 'red');
  },
  'correction-opened': (world) => {
    declare(world);
    return correcting(world, ['west1']);
  },
};

export const REASON_REFUSALS: readonly RefusalCase[] = Object.entries(DUE).map(([kind, due]) =>
  refused('R-REASON-MISSING', `when ${kind} gives none`, () => {
    const world = openWorld();
    const command = due(world);
    const silent = { ...command, body: { ...command.body, reason: ' \n ' } } as Command;
    return [world.tries('ro', silent), world.tries('ro', command)];
  }),
);
