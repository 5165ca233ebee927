/** A practice evening with a few more papers in hand: received by one clerk, typed by two, each wrong in the way that a test wants. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Decision, Figures } from '../../core/acts.ts';
import type { Command } from '../../core/decide.ts';
import type { Particulars } from '../../core/particulars.ts';
import { must, present } from '../../core/result.ts';
import { contestOf } from '../../core/state.ts';
import { openCentres } from '../../main/centres.ts';
import type { Office } from '../../main/office/office.ts';
import { createPractice } from '../../main/practice/practice.ts';
import { PRACTICE_PASSPHRASE } from '../../main/practice/practice-words.ts';
import { SOFTWARE } from '../../main/software.ts';
import { particulars } from '../core/world-papers.ts';

/** A paper that comes in beside those of the evening. */
export interface PaperInHand {
  /** Which of the stations that nothing has come from, from 0. */
  readonly station: number;
  readonly serial: string;
  readonly particulars?: Partial<Particulars>;
  readonly figures?: Figures;
  /** What the second clerk types otherwise. */
  readonly second?: Figures;
  readonly decisions?: readonly (readonly Decision[])[];
}

export interface Hall {
  readonly dataFolder: string;
  /** The forms of the papers, in their order. */
  readonly forms: readonly string[];
}

const CONTEST = 'president';
const CLERKS = ['C1', 'C2'] as const;

/** Makes the centre and closes it again; the app opens it. `more` is what else happens before. */
export async function hallWith(papers: readonly PaperInHand[], more: readonly (readonly [string, Command])[] = []): Promise<Hall> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'countersign-hall-'));
  const centres = openCentres(dataFolder);
  const folder = centres.newPracticeFolder();
  const { office } = must(await createPractice(folder, { software: SOFTWARE }));
  const free = stationsAwaited(office);
  const forms: string[] = [];
  for (const paper of papers) forms.push(await bringIn(office, paper, present(free[paper.station], 'a station')));
  for (const [person, command] of more) await say(office, person, command);
  office.close();
  must(centres.setCurrent(folder));
  return { dataFolder, forms };
}

async function say(office: Office, person: string, command: Command): Promise<void> {
  must(await office.unlock(person, PRACTICE_PASSPHRASE));
  must(office.perform([command]));
}

function stationsAwaited(office: Office): readonly string[] {
  const centre = office.centre();
  const come = new Set([...centre.forms.values()].filter(({ contest }) => contest === CONTEST).map(({ station }) => station));
  return contestOf(centre, CONTEST).stations.flatMap(({ code }) => (come.has(code) ? [] : [code]));
}

async function bringIn(office: Office, paper: PaperInHand, station: string): Promise<string> {
  const body = { contest: CONTEST, station, particulars: particulars(paper.serial, paper.particulars), scanAbsent: 'There is no scanner.' };
  await say(office, 'C1', { kind: 'form-received', body });
  const form = present(office.centre().results.get(`${CONTEST}.${station}`)?.forms.at(-1), 'the form');
  const figures = { ...soundFigures(office, station), ...paper.figures };
  const typed = [figures, { ...figures, ...paper.second }];
  for (const [at, clerk] of CLERKS.entries()) {
    const decisions = [...(paper.decisions?.[at] ?? [])];
    await say(office, clerk, { kind: 'entry-sealed', body: { form, figures: typed[at] ?? figures, decisions } });
  }
  return form;
}

/** 250 valid votes among five candidates, three rejected. */
function soundFigures(office: Office, station: string): Figures {
  const registered = present(office.centre().roll.stations.get(station), station).registered;
  const votes = { candidate1: 100, candidate2: 90, candidate3: 30, candidate4: 20, candidate5: 10 };
  return { ...votes, tableTotal: 250, registered, rejected: 3, objected: 0, disputed: 0, valid: 250 };
}
