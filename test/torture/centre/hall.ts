/**
 * The hall of a tormented centre: the real office on a real data folder, everybody's passphrase, a clock and a memory stick. Whatever
 * the office has answered is acknowledged, and told as such before anything else happens.
 */

import { toHex } from '../../../core/bytes.ts';
import { type Command, decide } from '../../../core/decide.ts';
import { readEntry } from '../../../core/journal.ts';
import { must, type Refusal, type Result, refuse } from '../../../core/result.ts';
import type { Appended } from '../../../main/office/ledger.ts';
import type { Office } from '../../../main/office/office.ts';
import type { Seeded } from '../../../main/seeded.ts';
import type { Ask } from '../../core/night-moves.ts';
import type { World } from '../../core/world.ts';
import type { TornClock } from './clock.ts';
import type { Tell } from './told.ts';

/** Everybody has the same: nobody guesses here. */
export const PASSPHRASE = 'happy green mango river table';
export const COST = 1024;
const MOMENT = 1500;

export interface Hall {
  office(): Office;
  readonly clock: TornClock;
  readonly stick: string;
  /** Where a second medium may be kept; a centre whose disk is put back to another state has none. */
  readonly medium?: string;
  readonly random: Seeded;
  readonly tell: Tell;
  /** What the office did is told as acknowledged. */
  acknowledge(): void;
  /** Hands the keyboard to a person, and does what that person asks. */
  as(person: string, ...commands: readonly Command[]): Promise<Result<Appended>>;
  become(person: string): Promise<Result<unknown>>;
  /** Tries what the rules' own nights would ask, in their order, until something is allowed. */
  tryAll(ask: (world: World, ask: Ask) => void): Promise<boolean>;
  /** Notes what the disk refused; answers whether it was done. */
  heard<T>(deed: string, result: Result<T>): result is { readonly ok: true; readonly value: T };
  /** Closes the office and opens another in its place. */
  replace(office: Office): void;
}

export interface HallParts {
  readonly office: Office;
  readonly clock: TornClock;
  readonly stick: string;
  readonly medium?: string;
  readonly random: Seeded;
  readonly tell: Tell;
  /** Acts that were acknowledged in earlier lives. */
  readonly known: number;
}

const OF_DISK = /^(?:R-DISK|R-DATABASE|R-JOURNAL|R-CENTRE-IN-USE|R-READ-ONLY)/;

/** Whether it is the disk or another program that is the cause, and not the rules. */
export function isOfDisk({ code }: Refusal): boolean {
  return OF_DISK.test(code);
}

export function openHall({ office: first, clock, stick, medium, random, tell, known }: HallParts): Hall {
  let office = first;
  let told = known;
  const acknowledge = () => {
    for (const { seq, leaf, kind, at } of office.store.entries(told, office.head().size)) {
      tell({ is: 'act', seq, leaf: toHex(leaf), kind, at });
      told = seq + 1;
    }
  };
  const heard = <T>(deed: string, result: Result<T>): result is { readonly ok: true; readonly value: T } => {
    acknowledge();
    if (!result.ok && isOfDisk(result.refusal)) tell({ is: 'refused', deed, code: result.refusal.code });
    return result.ok;
  };
  const become: Hall['become'] = async (person) => {
    if (office.unlocked() === person) return { ok: true, value: person };
    clock.pass(MOMENT);
    const unlocked = await office.unlock(person, PASSPHRASE);
    heard(`unlock ${person}`, unlocked);
    return unlocked;
  };
  const as: Hall['as'] = async (person, ...commands) => {
    const came = await become(person);
    if (!came.ok) return came;
    clock.pass(MOMENT);
    const done = office.perform(commands);
    heard(commands.map(({ kind }) => kind).join(' '), done);
    return done;
  };
  const tryAll: Hall['tryAll'] = async (ask) => {
    const asked: { readonly person: string; readonly command: Command }[] = [];
    ask(worldOf(office, clock), (person, command) => {
      asked.push({ person, command });
      return refuse('R-ROLE');
    });
    for (const { person, command } of asked) {
      if (isAllowed(office, clock, person, command) && (await as(person, command)).ok) return true;
    }
    // Most of what is not allowed now is allowed when agents have been waited for.
    clock.pass(WAIT);
    return false;
  };
  return {
    office: () => office,
    clock,
    stick,
    ...(medium === undefined ? {} : { medium }),
    random,
    tell,
    acknowledge,
    as,
    become,
    tryAll,
    heard,
    replace: (next) => {
      office = next;
    },
  };
}

const WAIT = 11 * 60_000;

/** Whether the rules would allow it: nobody has to be called to the keyboard only to be refused. */
function isAllowed({ centre, head, device }: Office, clock: TornClock, id: string, command: Command): boolean {
  const person = centre().people.get(id);
  if (person === undefined) return false;
  const by = { person: id, role: person.role, key: person.key };
  const at = new Date(clock.now()).toISOString();
  return decide(centre(), command, { by, at, saw: head(), sign: device.sign }).ok;
}

/** As the nights of the rules' tests look at their little centre; here nothing is done through it. */
export function worldOf({ centre, now }: Office, clock: TornClock): World {
  const never = () => {
    throw new Error('broken invariant: a tormented centre is asked through its office');
  };
  const wait = (minutes: number) => clock.pass(minutes * 60_000);
  return { centre, now, wait, acts: never, does: never, must: never, tries: never, fork: never };
}

/** The act at a place of the journal. */
export function actAt(office: Office, seq: number) {
  const [entry] = office.store.entries(seq, seq + 1);
  return entry === undefined ? undefined : must(readEntry(entry.bytes)).act;
}

/** A refusal in one line. */
export function lineOf({ code, detail }: Refusal): string {
  return detail === undefined ? code : `${code} ${detail}`;
}
