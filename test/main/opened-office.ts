/** The office on the morning after a played day, on a copy of its folder, with a clock that tests set. */
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Kind } from '../../core/acts.ts';
import type { Command } from '../../core/decide.ts';
import { readEntry } from '../../core/journal.ts';
import { must, present } from '../../core/result.ts';
import type { Clock } from '../../main/office/clock.ts';
import { type Office, type OfficeOptions, openOffice } from '../../main/office/office.ts';
import { SOFTWARE } from '../../main/software.ts';
import { copyOf } from '../db/tampering.ts';
import type { PlayedDay } from './played-day.ts';

export const MORNING = '2031-02-04T06:00:00.000Z';

/** A clock with both hands in the test's hand. */
export interface TestClock extends Clock {
  /** Time passes: both hands move. */
  pass(seconds: number): void;
  /** Somebody sets the wall clock. */
  set(wall: string): void;
}

export function testClock(start = MORNING): TestClock {
  let wall = Date.parse(start);
  let running = 0;
  return {
    now: () => wall,
    running: () => running,
    pass: (seconds) => {
      wall += seconds * 1000;
      running += seconds * 1000;
    },
    set: (time) => {
      wall = Date.parse(time);
    },
  };
}

export interface OpenedOffice {
  readonly office: Office;
  readonly clock: TestClock;
  readonly folder: string;
  /** Hands the keyboard to a person, with that person's passphrase. */
  unlock(person: string): ReturnType<Office['unlock']>;
  passphraseOf(person: string): string;
}

/** A test may close the office itself; at its end that is done for it otherwise. */
function closedOnce(office: Office): Office {
  let isOpen = true;
  const close = () => {
    if (isOpen) office.close();
    isOpen = false;
  };
  return { ...office, close };
}

/** Opens a folder of the day again, or a fresh copy of it. */
export async function openCopy(day: PlayedDay, options: Partial<OfficeOptions> & { readonly folder?: string } = {}): Promise<OpenedOffice> {
  const { folder = path.dirname(copyOf(day)), ...given } = options;
  const clock = (given.clock as TestClock | undefined) ?? testClock();
  const office = closedOnce(must(await openOffice(folder, { software: SOFTWARE, ...given, clock })));
  onTestFinished(() => office.close());
  const passphraseOf = (person: string) => present(day.passphrases.get(person), `passphrase of ${person}`);
  return { office, clock, folder, passphraseOf, unlock: (person) => office.unlock(person, passphraseOf(person)) };
}

/** What the journal says from a place on: kind, person and body of each act. */
export function actsFrom(office: Office, size: number): readonly { readonly kind: Kind; readonly person: string; readonly body: object }[] {
  return [...office.store.entries(size)].map(({ bytes }) => {
    const { kind, by, body } = must(readEntry(bytes)).act;
    return { kind, person: by.person, body };
  });
}

export function note(text: string): Command {
  return { kind: 'incident-noted', body: { text } };
}
