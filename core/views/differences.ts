/**
 * What somebody sees who reads a paper again because its two entries differ: the paper, its scan, and which rows are asked; no figure
 * that anybody typed, nor whether a row differs or was unreadable. Only whoever has sealed a reading, and only once the form is
 * agreed, sees what the others had typed and what now stands.
 */
import { rowsToRead } from '../entries.ts';
import { candidateRows, DECISIONS } from '../form.ts';
import type { Refusal } from '../result.ts';
import { RULES } from '../roles.ts';
import { type Centre, contestOf, type Form, type Person } from '../state.ts';
import { type Paper, type PaperStation, paperOf, stationOf } from './paper.ts';
import { workOf } from './queues.ts';
import { type ReadingSealed, readingSealed } from './reading-sealed.ts';
import type { Seen } from './seen.ts';
import { refusalFor } from './tried.ts';

export interface FormToRead {
  readonly form: string;
  readonly revision: number;
  readonly contest: string;
  readonly station: PaperStation;
  readonly receivedAt: string;
  /** How many rows are asked, of how many the paper has. */
  readonly asked: number;
  readonly rows: number;
  /** How many people have typed it so far, and how many others may read it next. */
  readonly typists: number;
  readonly readersLeft: number;
  /** Why the viewer cannot read it; without it, the viewer can. */
  readonly barred?: Refusal['code'];
}

export interface PaperToRead {
  readonly paper: Paper;
  readonly asked: readonly string[];
  /** Who typed it so far, in order, without what was typed. */
  readonly typedBy: readonly { readonly kind: 'entry' | 'reading'; readonly person: string }[];
}

export interface DifferencesView {
  readonly queue: readonly FormToRead[];
  /** The form asked for, or the first that the viewer can read; only where the viewer can. */
  readonly toRead?: PaperToRead;
  /** Of the form asked for, where the viewer has sealed a reading of it. */
  readonly sealed?: ReadingSealed;
}

export function differencesView(seen: Seen, asked: { readonly form?: string | undefined }): DifferencesView {
  const { centre } = seen;
  const queue = formsToRead(centre).map((form) => lineOf(seen, form));
  const chosen = asked.form ?? queue.find(({ barred }) => barred === undefined)?.form;
  const isReadable = queue.some(({ form, barred }) => form === chosen && barred === undefined);
  const form = centre.forms.get(chosen ?? '');
  const sealed = form === undefined || asked.form === undefined ? undefined : readingSealed(seen, form);
  return {
    queue,
    ...(form !== undefined && isReadable ? { toRead: paperToRead(centre, form) } : {}),
    ...(sealed === undefined ? {} : { sealed }),
  };
}

/** Forms whose entries differ, and agreed forms that cannot be opened before a candidate's row is read; oldest first. */
function formsToRead(centre: Centre): readonly Form[] {
  return [...centre.forms.values()]
    .filter((form) => workOf(centre, form) === 'differences' || lacksCandidate(centre, form))
    .sort((a, b) => a.received.seq - b.received.seq);
}

function lacksCandidate(centre: Centre, form: Form): boolean {
  const candidates = candidateRows(contestOf(centre, form.contest).contest).map(({ code }) => code);
  return form.stage.stage === 'agreed' && rowsToRead(form.stage).some((row) => candidates.includes(row));
}

function askedOf({ stage }: Form): readonly string[] {
  return stage.stage === 'differing' || stage.stage === 'agreed' ? rowsToRead(stage) : [];
}

function lineOf({ centre, viewer, now }: Seen, form: Form): FormToRead {
  const staff = [...centre.people.values()].filter(({ role }) => RULES['reading-sealed'].by.includes(role));
  const barred = viewer === undefined ? 'R-NOT-UNLOCKED' : whyNot(centre, viewer, now, form);
  return {
    form: form.id,
    revision: form.revision,
    contest: form.contest,
    station: stationOf(centre, form.station),
    receivedAt: form.received.at,
    asked: askedOf(form).length,
    rows: paperOf(centre, form).rows.length + 1,
    typists: 'typings' in form.stage ? form.stage.typings.length : 0,
    readersLeft: staff.filter((person) => whyNot(centre, person, now, form) === undefined).length,
    ...(barred === undefined ? {} : { barred }),
  };
}

/** A reading with every row blank tells who may read, whatever the paper says. */
function whyNot(centre: Centre, person: Person, now: string, form: Form): Refusal['code'] | undefined {
  const asked = askedOf(form);
  const figures = Object.fromEntries(asked.filter((row) => row !== DECISIONS).map((row) => [row, 'blank' as const]));
  const decisions = asked.includes(DECISIONS) ? { decisions: [] } : {};
  const body = { form: form.id, revision: form.revision, figures, ...decisions };
  return refusalFor(centre, person, now, { kind: 'reading-sealed', body })?.code;
}

function paperToRead(centre: Centre, form: Form): PaperToRead {
  const typings = 'typings' in form.stage ? form.stage.typings : [];
  return {
    paper: paperOf(centre, form),
    asked: askedOf(form),
    typedBy: typings.map(({ kind, person }) => ({ kind, person })),
  };
}
