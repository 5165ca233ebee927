/**
 * A day on which nearly everything happens that can happen to a form: diaries that contradict papers, forms reopened and read a third
 * time, a second paper, agents who change their minds, a key that was stolen, a summary withdrawn, a correction after the declaration.
 * It exists so that an independent reader of the format meets all of it.
 */
import path from 'node:path';
import { utf8 } from '../../core/bytes.ts';
import type { Member } from '../../core/container.ts';
import { must, present } from '../../core/result.ts';
import { privateKeyFromSeed, publicKeyOf } from '../../db/signing.ts';
import { bundleOf, type ExportOrder, writeBundle } from '../../main/bundle/export.ts';
import { signAcknowledgement } from '../../main/sign-acknowledgement.ts';
import { signCertificate } from '../../main/sign-certificate.ts';
import { COMMISSION_KEY } from './demonstration.ts';
import { become, CONTEST, type Day, makeKey, openDay } from './eventful-day.ts';
import {
  closeTheRest,
  playPapers,
  receiveSecondPaper,
  remark,
  reopenKeepingFigures,
  reopenKeepingNothing,
  ruleEverywhere,
} from './eventful-forms.ts';
import { correct, declare, prepare, withdraw } from './eventful-summary.ts';

/** The files of the bundles that were exported on the way, by what they show. */
export type EventfulBundles = Readonly<
  Record<'provisional' | 'ready' | 'declared' | 'corrected' | 'superseded' | 'public' | 'ward', string>
>;

export async function playEventfulDay(folder: string): Promise<EventfulBundles> {
  const day = await openDay(folder);
  await recordTurnout(day, 0, 'diary', 12);
  await playPapers(day);
  await enrolOnSite(day);
  await recordTurnout(day, 1, 'tablet', 20);
  await remark(day);
  await reopenKeepingFigures(day);
  await reopenKeepingNothing(day);
  await receiveSecondPaper(day);
  const provisional = write(day, 'provisional', { contest: CONTEST, edition: 'official' });
  await stealKeys(day);
  await ruleEverywhere(day);
  await closeTheRest(day);
  await prepare(day, {});
  await withdraw(day);
  await prepare(day, {});
  const ready = write(day, 'ready', { contest: CONTEST, edition: 'official' });
  await declare(day);
  const declared = write(day, 'declared', { contest: CONTEST, edition: 'official', renderings: papers() });
  await recordAcknowledgements(day);
  await correct(day);
  const corrected = write(day, 'corrected', { contest: CONTEST, edition: 'official' });
  const superseded = write(day, 'superseded', { contest: CONTEST, edition: 'official', version: 2 });
  const bare = write(day, 'public', { contest: CONTEST, edition: 'public' });
  const ward = write(day, 'ward', { contest: 'ward-wino', edition: 'official' });
  day.cast.office.close();
  return { provisional, ready, declared, corrected, superseded, public: bare, ward };
}

function write({ cast: { office }, folder }: Day, name: string, order: ExportOrder): string {
  const file = path.join(folder, `${name}.bundle.zip`);
  writeBundle(file, must(bundleOf({ centre: office.centre(), store: office.store, scans: office.scans, device: office.device }, order)));
  return file;
}

/** Papers in the place of the real ones: the format says nothing of what is in them. */
function papers(): readonly Member[] {
  return ['form-34B.pdf', 'error-report.pdf'].map((name) => ({ name, bytes: utf8(`%PDF- ${name}`) }));
}

/** An agent whom the definition does not name: two officials vouch. */
async function enrolOnSite(day: Day): Promise<void> {
  const enrolment = await makeKey(day, { person: 'SITE/1', role: 'agent', name: 'Popo Mbalamwezi' });
  const body = { enrolment, basis: 'letter', party: 'Lantern Party', letter: 'of 2 February' } as const;
  await day.cast.byTwo({ kind: 'person-admitted', body });
  await become(day, 'SITE/1');
  day.cast.act({ kind: 'agent-signed-in', body: {} });
}

/** What the national centre sends back: by the commission's own key, and by one that it certified. */
async function recordAcknowledgements({ cast }: Day): Promise<void> {
  const { journal, definition, ...centre } = cast.office.centre();
  const { number: version, digest: summary } = present(centre.contestStates.get(CONTEST)?.declared, 'a declared version');
  const national = privateKeyFromSeed(new Uint8Array(32).fill(4));
  const certificate = signCertificate({ key: publicKeyOf(national).text }, COMMISSION_KEY);
  const said = { election: definition.digest, journal, contest: CONTEST, version, summary, at: cast.office.now(), by: 'National centre' };
  await cast.become(cast.ro);
  for (const receipt of [signAcknowledgement(said, COMMISSION_KEY), signAcknowledgement({ ...said, certificate }, national)]) {
    cast.act({ kind: 'acknowledgement-recorded', body: { contest: CONTEST, version, receipt } });
  }
}

/** A clerk's key, and an agent's: everything said with them is named from here on. */
async function stealKeys(day: Day): Promise<void> {
  const { cast } = day;
  const clerk = present(cast.clerks[3], 'clerk');
  await cast.become(cast.ro);
  cast.act({ kind: 'person-suspended', body: { person: clerk, compromised: true, reason: 'The stick was found on the floor.' } });
  const oldKey = present(cast.office.centre().people.get('A2'), 'agent').key;
  const enrolment = await makeKey(day, { person: 'A2', role: 'agent', name: 'Chura Mchungwa' });
  await cast.byTwo({ kind: 'key-replaced', body: { enrolment, oldKey, cause: 'compromised' } });
}

async function recordTurnout({ cast, stations }: Day, place: number, source: 'diary' | 'tablet', voters: number): Promise<void> {
  await cast.become(cast.dro);
  cast.act({ kind: 'turnout-recorded', body: { station: present(stations[place], 'station'), source, voters } });
}
