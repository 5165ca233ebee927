/**
 * A whole day of a centre, played with a real database through the same office as the app: everybody enrols, every form is
 * received, entered, countersigned and accepted, stations without a form are closed, each contest is declared, and each bundle is
 * exported.
 */

import type { KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Body } from '../../core/acts.ts';
import { agentsInAttendance, isAccredited } from '../../core/attendance.ts';
import { digest } from '../../core/bytes.ts';
import type { Command } from '../../core/decide.ts';
import { type Contest, type SignedDefinition, stationsOf } from '../../core/definition.ts';
import type { Envelope } from '../../core/envelope.ts';
import { present } from '../../core/result.ts';
import { outcomesOf } from '../../core/signoff.ts';
import { contestStateOf } from '../../core/state.ts';
import { dispositionOfResult, type SummaryContent } from '../../core/summary.ts';
import { makeFolder, writeDurably } from '../../db/durable.ts';
import type { Random } from '../../db/random.ts';
import { bundleOf, writeBundle } from '../bundle/export.ts';
import type { PaperForm } from '../forms-file.ts';
import { createOffice, type Software } from '../office/office.ts';
import { renderingsFor } from '../papers/renderings.ts';
import { type Seeded, seeded } from '../seeded.ts';
import { signCertificate } from '../sign-certificate.ts';
import { drawWord } from './answers.ts';
import { assemble, type Cast, insist } from './cast.ts';
import { type Count, newCount } from './report.ts';
import { simulatedClock } from './simulated-clock.ts';
import { type Part, playForms } from './waves.ts';

export interface RehearsalOrder {
  readonly definition: SignedDefinition;
  readonly envelope: Envelope;
  readonly forms: readonly PaperForm[];
  readonly folder: string;
  readonly seed: number;
  readonly cost: number;
  readonly random: Random;
  readonly software: Software;
  /** A commission's key that certifies every key made here. */
  readonly certifyWith?: KeyObject;
  /** Told what begins and of how many steps. */
  readonly onPhase: (title: string, steps: number) => void;
  readonly onStep: () => void;
}

export interface Rehearsed {
  readonly count: Count;
  readonly acts: number;
  readonly bundles: readonly { readonly contest: string; readonly file: string; readonly content: SummaryContent }[];
}

/** The afternoon of election day, by the definition's date; East Africa Time is three hours ahead. */
const OPENING_HOUR = 'T14:00:00.000Z';

export async function rehearse(order: RehearsalOrder): Promise<Rehearsed> {
  const { definition, envelope, folder, seed, onPhase, onStep } = order;
  const clock = simulatedClock(`${definition.content.date}${OPENING_HOUR}`);
  const office = insist(
    createOffice(folder, definition, envelope, { clock, random: order.random, software: order.software }),
    'open the data folder',
  );
  const random = seeded(seed);
  const count = newCount();
  try {
    const { content } = definition;
    onPhase('enrol', 2 * (content.officials.length + content.agents.length) - 1);
    const cast = await assemble({ office, clock, definition: content, random: order.random, cost: order.cost, onStep });
    if (order.certifyWith !== undefined) await certifyAll(cast, definition, order.certifyWith);
    await cast.byTwo({ kind: 'centre-opened', body: { present: [cast.ro, cast.dro, ...cast.clerks] } });
    await signIn(cast, random);
    const parts = partsOf(order.forms);
    onPhase('forms', parts.length);
    await playForms({ cast, definition: content, random, count, onForm: onStep }, parts);
    await closeWithoutForm(cast, order.forms, content.contests, definition);
    onPhase('declare', content.contests.length);
    const bundles = [];
    for (const contest of content.contests) {
      await declare(cast, contest.id, random, definition.content.responseMinutes);
      bundles.push(await exportContest(cast, contest.id, folder));
      onStep();
    }
    await leave(cast, folder, count);
    return { count, acts: office.head().size, bundles };
  } finally {
    office.close();
  }
}

// ---- people ------------------------------------------------------------------------------------------------------------------

async function certifyAll({ office, become, act, ro }: Cast, definition: SignedDefinition, key: KeyObject): Promise<void> {
  await become(ro);
  for (const person of office.centre().people.valueSeq()) {
    const holder = { key: person.keyText, election: definition.digest, person: person.id, role: person.role };
    const certificate = signCertificate(holder, key);
    act({ kind: 'certificate-recorded', body: { certificate } });
  }
}

/** Nine agents in ten come; the others stay away, which is recorded and stops nothing. */
async function signIn({ agents, become, act }: Cast, random: Seeded): Promise<void> {
  for (const agent of agents) {
    if (!random.chance(0.9)) continue;
    await become(agent);
    act({ kind: 'agent-signed-in', body: {} });
  }
}

/** Every agent present takes a receipt and signs out. */
async function leave({ office, become, act }: Cast, folder: string, count: Count): Promise<void> {
  const receipts = path.join(folder, 'receipts');
  makeFolder(receipts);
  for (const agent of agentsInAttendance(office.centre())) {
    await become(agent);
    act({ kind: 'agent-signed-out', body: {} });
    const receipt = insist(office.issueReceipt(agent), 'issue receipt');
    writeDurably(path.join(receipts, `${agent.replaceAll('/', '_')}.receipt.json`), receipt);
    count.receipts += 1;
  }
}

// ---- results -----------------------------------------------------------------------------------------------------------------

/** Which paper of each result is brought through: the first that is not to be set aside; the others are set aside. */
export function partsOf(forms: readonly PaperForm[]): readonly Part[] {
  const brought = new Set<string>();
  return forms.flatMap((paper) => {
    if (paper.figures === undefined) return [];
    const key = `${paper.contest} ${paper.station}`;
    const isAside = paper.ruling === 'set-aside' || brought.has(key);
    if (!isAside) brought.add(key);
    const reason =
      paper.reason ??
      (isAside ? 'Practice: another paper of this station is counted.' : 'Practice: as written on the paper; listed in the error report.');
    return [{ paper: { ...paper, figures: paper.figures }, isAside, reason }];
  });
}

/** Stations that the file names without a form, stations it leaves out (not held), and results whose forms are all set aside. */
async function closeWithoutForm(
  cast: Cast,
  forms: readonly PaperForm[],
  contests: readonly Contest[],
  { content }: SignedDefinition,
): Promise<void> {
  await cast.become(cast.ro);
  const rows = new Map(forms.filter(({ figures }) => figures === undefined).map((row) => [`${row.contest} ${row.station}`, row]));
  for (const contest of contests) {
    for (const { code: station } of stationsOf(content, contest)) {
      const centre = cast.office.centre();
      const { disposition } = dispositionOfResult(centre, contest.id, station);
      if (disposition !== 'awaited' && disposition !== 'in-hand') continue;
      const row = rows.get(`${contest.id} ${station}`);
      const closing = { disposition: disposition === 'in-hand' ? ('set-aside' as const) : dispositionOfRow(row) };
      const witnesses = agentsInAttendance(centre).filter((agent) => isAccredited(centre, agent, contest.id));
      const reason =
        row?.reason ??
        (disposition === 'in-hand' ? 'Practice: no paper of this station can be counted.' : 'Practice: no form came from this station.');
      cast.act({ kind: 'result-closed', body: { contest: contest.id, station, ...closing, reason, witnesses } });
    }
  }
}

function dispositionOfRow(row: PaperForm | undefined): 'not-held' | 'postponed' | 'lost' | 'cancelled' {
  const ruling = row?.ruling;
  return ruling === 'postponed' || ruling === 'lost' || ruling === 'cancelled' ? ruling : 'not-held';
}

// ---- declare -----------------------------------------------------------------------------------------------------------------

export async function declare(cast: Cast, contest: string, random: Seeded, responseMinutes: number): Promise<void> {
  const { office, become, act, ro, dro } = cast;
  await become(ro);
  act({ kind: 'summary-prepared', body: { contest } } as Command);
  const { number: version, digest: named, content } = present(contestStateOf(office.centre(), contest).ready, 'a ready version');
  const summary = { contest, version, digest: named };
  act({ kind: 'summary-signed', body: { ...summary, totals: content.totals } });
  await become(dro);
  act({ kind: 'summary-signed', body: { ...summary, totals: content.totals } });
  for (const agent of agentsInAttendance(office.centre()).filter((id) => isAccredited(office.centre(), id, contest))) {
    const word = drawWord(random);
    if (word === 'silent') continue;
    await become(agent);
    act({ kind: 'summary-signoff-given', body: { ...summary, ...word } } as Command);
  }
  const owed = owedOn(cast, contest);
  if (owed.length > 0) cast.clock.advanceMinutes(responseMinutes);
  await become(ro);
  const reason = 'Practice: called three times, no answer within the announced wait.';
  for (const agent of owed) act({ kind: 'summary-signoff-closed', body: { ...summary, agent, reason } });
  act({ kind: 'summary-declared', body: summary });
}

function owedOn({ office }: Cast, contest: string): readonly string[] {
  const centre = office.centre();
  return outcomesOf(centre, contest, present(contestStateOf(centre, contest).ready, 'a ready version').asking).owed;
}

async function exportContest(cast: Cast, contest: string, folder: string) {
  const { office } = cast;
  const file = path.join(folder, `${contest}.bundle.zip`);
  const source = { centre: office.centre(), store: office.store, scans: office.scans, device: office.device };
  const order = { contest, edition: 'official' } as const;
  const renderings = insist(await renderingsFor(source, order), 'papers');
  const bundle = insist(bundleOf(source, { ...order, renderings }), 'export');
  writeBundle(file, bundle);
  const declared = present(contestStateOf(office.centre(), contest).declared, 'declared');
  const body: Body<'bundle-exported'> = {
    contest,
    edition: 'official',
    status: 'declared',
    version: declared.number,
    digest: digest(readFileSync(file)),
  };
  cast.act({ kind: 'bundle-exported', body });
  return { contest, file, content: bundle.content };
}
