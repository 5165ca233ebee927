/**
 * Answers the second medium's page, and says in the frame how it stands. A chosen folder is offered first, with what lies there and
 * whether it is on the same disk; it is used once an official has seen that.
 */
import path from 'node:path';
import { toHex } from '../../../core/bytes.ts';
import type { MediumAnswers, MediumOffer, mediumAsks } from '../../../core/contract/medium.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { type MediumStanding, mediumView } from '../../../core/views/medium.ts';
import { centreFoldersOn } from '../../../db/medium-places.ts';
import { systemRandom } from '../../../db/random.ts';
import { withFile } from '../../define/files.ts';
import type { Office } from '../../office/office.ts';
import { isPractice } from '../../practice/practice-words.ts';
import type { SecondMediumStatus } from '../../second-medium/contract.ts';
import { isSameDisk } from '../../second-medium/place.ts';
import { inspectMedium } from '../../second-medium/threads.ts';
import type { Host } from '../host.ts';
import type { HandlersOf } from './handlers.ts';

const TICKET_BYTES = 16;

interface Offered {
  readonly ticket: string;
  readonly folder: string;
  /** A folder is chosen for one centre only. */
  readonly office: Office;
}

export function mediumHandlers(host: Host): HandlersOf<typeof mediumAsks, MediumAnswers> {
  const random = host.officeOptions.random ?? systemRandom;
  let offered: Offered | undefined;
  const settle = async <T>(deed: Promise<Result<T>>): Promise<Result<T>> => {
    const done = await deed;
    host.changed();
    return withoutPlace(done);
  };
  return {
    secondMedium: () => {
      const office = host.office();
      if (!office.ok) return office;
      const { now, folder, secondMedium } = office.value;
      return ok(mediumView(standingOf(secondMedium()), now(), !isPractice(folder)));
    },
    chooseSecondMedium: async () => {
      const office = host.office();
      if (!office.ok) return office;
      const folder = await host.surroundings.chooseFolder();
      if (folder === undefined) return ok(undefined);
      const ticket = toHex(random(TICKET_BYTES));
      const offer = await offerOf(office.value, folder, ticket);
      if (offer.ok) offered = { ticket, folder, office: office.value };
      return offer;
    },
    useSecondMedium: async ({ medium }) => {
      const office = host.office();
      if (!office.ok) return office;
      if (offered?.ticket !== medium || offered.office !== office.value) return refuse('E-CONTENT', 'the folder has to be chosen again');
      const used = await settle(office.value.setSecondMedium(offered.folder));
      // What is refused may name the folder.
      return used.ok ? used : refuse(used.refusal.code, used.refusal.detail?.replaceAll(offered.folder, path.basename(offered.folder)));
    },
    stopSecondMedium: async () => {
      const office = host.office();
      return office.ok ? settle(office.value.setSecondMedium(undefined)) : office;
    },
    goOnWithoutMedium: () => {
      const office = host.office();
      if (!office.ok) return office;
      host.preferences.goOnWithoutMedium(office.value.centre().definition.digest);
      host.changed();
      return ok(undefined);
    },
    copyToMedium: async () => {
      const office = host.office();
      return office.ok ? settle(office.value.copyNow()) : office;
    },
  };
}

/** A window hears the folder's own name, and never where it lies. */
export function standingOf({ place, ...standing }: SecondMediumStatus): MediumStanding {
  return { ...standing, ...(place === undefined ? {} : { name: path.basename(place) }) };
}

async function offerOf(office: Office, folder: string, medium: string): Promise<Result<MediumOffer>> {
  const looked = withFile(folder, () => ({ isSameDisk: isSameDisk(office.folder, folder), centres: centreFoldersOn(folder) }));
  if (!looked.ok) return withoutPlace(looked);
  const { centres, ...disk } = looked.value;
  const common = { medium, name: path.basename(folder), ...disk };
  const own = centres.find(({ journal }) => office.centre().journal.startsWith(journal));
  const shown = own ?? centres[0];
  if (shown === undefined) return ok({ ...common, lies: 'nothing' });
  const lies = own === undefined ? 'other' : 'own';
  const lying = await inspectMedium(shown.folder);
  return ok(lying.ok ? { ...common, lies, constituency: lying.value.constituency, size: lying.value.size } : { ...common, lies });
}

export function withoutPlace<T>(result: Result<T>): Result<T> {
  return result.ok ? result : refuse(result.refusal.code, result.refusal.detail);
}
