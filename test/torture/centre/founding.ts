/**
 * Brings a tormented centre to its feet from wherever the last blow left it: no folder yet, half a founding, some people not admitted,
 * the centre not open. Every step looks at what is there and does only what is missing.
 */

import { existsSync } from 'node:fs';
import path from 'node:path';
import { sealEnvelope } from '../../../core/envelope.ts';
import { groupsOf, typedGroup } from '../../../core/groups.ts';
import { present, type Result } from '../../../core/result.ts';
import { createOffice, DATABASE_FILE, type Office, openOffice } from '../../../main/office/office.ts';
import { SOFTWARE } from '../../../main/software.ts';
import { election } from '../../core/world-election.ts';
import type { TornClock } from './clock.ts';
import { COST, type Hall, PASSPHRASE } from './hall.ts';

const DEFINITION = election({ soloMinutes: 30, agentsPerParty: 3 });
const IDLE = { official: 100_000, other: 100_000 };

/** As the app does: what is there is opened; where no definition got so far, the founding is taken up again. */
export async function openOrCreate(folder: string, clock: TornClock): Promise<Result<Office>> {
  const options = { clock, software: SOFTWARE, idle: IDLE };
  if (existsSync(path.join(folder, DATABASE_FILE))) {
    const opened = await openOffice(folder, options);
    if (opened.ok || opened.refusal.code !== 'E-FILE') return opened;
  }
  const { kind, payload, keyId, signature } = DEFINITION.envelope;
  return createOffice(folder, DEFINITION, sealEnvelope(kind, payload, keyId, signature), options);
}

type Newcomer = Parameters<Office['makeKey']>[0];

/** Everybody whom the definition names, as they enrol. */
function newcomers(): readonly Newcomer[] {
  const { officials, agents } = DEFINITION.content;
  return [
    ...officials.map(({ id, name, role }) => ({ person: id, role, name: role === 'clerk' ? id : name })),
    ...agents.map(({ id, name }) => ({ person: id, role: 'agent' as const, name })),
  ];
}

/** Answers whether the centre stands: founded, staffed and open. */
export async function establish(hall: Hall): Promise<boolean> {
  if (hall.office().centre().phase === 'empty' && !(await found(hall))) return false;
  for (const newcomer of newcomers()) {
    if (hall.office().centre().people.has(newcomer.person)) continue;
    if (!(await admit(hall, newcomer))) return false;
  }
  if (hall.office().centre().phase !== 'preparing') return true;
  return openByTwo(hall);
}

async function found(hall: Hall): Promise<boolean> {
  const [ro] = newcomers();
  const key = await makeKey(hall, present(ro, 'returning officer'));
  if (key === undefined) return false;
  const groups = groupsOf(DEFINITION.digest);
  const typedGroups = [3, 14].map((place) => typedGroup(place, present(groups[place - 1], 'group')));
  const body = { typedGroups, contests: DEFINITION.content.contests.map(({ id }) => id) };
  return hall.heard('found', await hall.office().found('ro', PASSPHRASE, body, key));
}

/** A key of a newcomer's own, kept and told. */
export async function makeKey(hall: Hall, newcomer: Newcomer): Promise<string | undefined> {
  const made = await hall.office().makeKey(newcomer, PASSPHRASE, COST);
  if (!hall.heard(`key of ${newcomer.person}`, made)) return undefined;
  hall.tell({ is: 'key', key: made.value });
  return made.value;
}

/** The newcomer's own first signature; answers the enrolment's digest. */
export async function enrolWithKey(hall: Hall, newcomer: Newcomer): Promise<string | undefined> {
  const key = await makeKey(hall, newcomer);
  if (key === undefined) return undefined;
  hall.clock.pass(1000);
  const enrolled = await hall.office().enrol(newcomer, key, PASSPHRASE);
  return hall.heard(`enrol ${newcomer.person}`, enrolled) ? present(enrolled.value.acts[0], 'enrolment').digest : undefined;
}

async function admit(hall: Hall, newcomer: Newcomer): Promise<boolean> {
  const waiting = hall
    .office()
    .centre()
    .enrolments.findLast(({ person }) => person.id === newcomer.person);
  const enrolment = waiting?.digest ?? (await enrolWithKey(hall, newcomer));
  if (enrolment === undefined) return false;
  return (await hall.as('ro', { kind: 'person-admitted', body: { enrolment, basis: 'definition' } })).ok;
}

async function openByTwo(hall: Hall): Promise<boolean> {
  const proposed = await hall.as('ro', { kind: 'centre-opened', body: { present: ['ro', 'dro'] } });
  const { proposals } = hall.office().centre();
  const [waiting] = proposals.keys();
  if (!proposed.ok && waiting === undefined) return false;
  return (await hall.as('dro', { kind: 'act-confirmed', body: { act: present(waiting, 'a proposal') } })).ok;
}
