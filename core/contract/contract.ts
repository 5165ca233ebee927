/**
 * The contract between the windows and the office: everything a window may ask, a few dozen questions, each with its fields, who may
 * ask it, and what comes back. Never SQL, never a path, never an address: a window names forms, people and digests, and the office
 * decides. A question that is not here does not exist.
 */
import type { Ask, FieldsOf } from './ask.ts';
import { type BoardAnswers, boardAsks } from './board.ts';
import { type DeclareAnswers, declareAsks } from './declare.ts';
import { type DifferencesAnswers, differencesAsks } from './differences.ts';
import { type EntryAnswers, entryAsks } from './entry.ts';
import { type FrameAnswers, frameAsks } from './frame.ts';
import { type JournalAnswers, journalAsks } from './journal.ts';
import { type MediumAnswers, mediumAsks } from './medium.ts';
import { type PapersAnswers, papersAsks } from './papers.ts';
import { type PeopleAnswers, peopleAsks } from './people.ts';
import { type PerformAnswers, performAsks } from './perform.ts';
import { type ReceiveAnswers, receiveAsks } from './receive.ts';
import { type RestoreAnswers, restoreAsks } from './restore.ts';
import { type RulingsAnswers, rulingsAsks } from './rulings.ts';
import { type ScanAnswers, scanAsks } from './scan.ts';
import { type SetupAnswers, setupAsks } from './setup.ts';
import { type SignAnswers, signAsks } from './sign.ts';
import { type StationAnswers, stationAsks } from './station.ts';
import { type UnlockAnswers, unlockAsks } from './unlock.ts';
import { type VerifyAnswers, verifyAsks } from './verify.ts';
import { type WallAnswers, wallAsks } from './wall.ts';

export const CONTRACT = {
  ...frameAsks,
  ...performAsks,
  ...entryAsks,
  ...journalAsks,
  ...verifyAsks,
  ...declareAsks,
  ...scanAsks,
  ...receiveAsks,
  ...differencesAsks,
  ...rulingsAsks,
  ...boardAsks,
  ...stationAsks,
  ...wallAsks,
  ...unlockAsks,
  ...papersAsks,
  ...peopleAsks,
  ...setupAsks,
  ...signAsks,
  ...mediumAsks,
  ...restoreAsks,
};

export type Answers = JournalAnswers &
  VerifyAnswers &
  DeclareAnswers &
  SignAnswers &
  ScanAnswers &
  ReceiveAnswers &
  BoardAnswers &
  StationAnswers &
  WallAnswers &
  UnlockAnswers &
  PapersAnswers &
  PeopleAnswers &
  SetupAnswers &
  MediumAnswers &
  RestoreAnswers &
  FrameAnswers &
  PerformAnswers &
  EntryAnswers &
  DifferencesAnswers &
  RulingsAnswers;

export type AskName = keyof typeof CONTRACT;
export type Fields<Name extends AskName> = FieldsOf<(typeof CONTRACT)[Name]>;

/** The question of this name, where there is one; inherited names such as `constructor` are none. */
export function askNamed(name: unknown): Ask | undefined {
  return typeof name === 'string' && Object.hasOwn(CONTRACT, name) ? CONTRACT[name as AskName] : undefined;
}
