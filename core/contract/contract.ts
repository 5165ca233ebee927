/**
 * The contract between the windows and the office: everything a window may ask, a few dozen questions, each with its fields, who may
 * ask it, and what comes back. Never SQL, never a path, never an address: a window names forms, people and digests, and the office
 * decides. A question that is not here does not exist.
 */
import type { Ask, FieldsOf } from './ask.ts';
import { type EntryAnswers, entryAsks } from './entry.ts';
import { type FrameAnswers, frameAsks } from './frame.ts';
import { type PerformAnswers, performAsks } from './perform.ts';

export const CONTRACT = {
  ...frameAsks,
  ...performAsks,
  ...entryAsks,
};

export type Answers = FrameAnswers & PerformAnswers & EntryAnswers;

export type AskName = keyof typeof CONTRACT;
export type Fields<Name extends AskName> = FieldsOf<(typeof CONTRACT)[Name]>;

/** The question of this name, where there is one; inherited names such as `constructor` are none. */
export function askNamed(name: unknown): Ask | undefined {
  return typeof name === 'string' && Object.hasOwn(CONTRACT, name) ? CONTRACT[name as AskName] : undefined;
}
