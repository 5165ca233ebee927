/**
 * The journal as each person may read it: every act, newest first, in the sentence that tells it. A form's figures stay hidden from
 * everybody until two people have typed the same, and what agents answered stays hidden from an agent who has not answered yet.
 * Without this rule a second entry, or the reading of a difference by an official, would be blind only on its own screen.
 */
import { type Act, concernsForm, type Kind, type Signer } from '../acts.ts';
import { isAccredited } from '../attendance.ts';
import type { JsonObject } from '../canonical.ts';
import { rowsToRead } from '../entries.ts';
import { isOfficial } from '../roles.ts';
import { standingAnswer } from '../signoff.ts';
import { type Asking, type Centre, contestStateOf, type Form } from '../state.ts';
import { nameOf } from './named.ts';
import type { Seen } from './seen.ts';

/** `not-agreed`: until the form's figures are agreed. `not-answered`: until the reader's own answer is given. */
export type HiddenBecause = 'not-agreed' | 'not-answered';

/** What fills the gaps of an act's sentence, as far as this reader may see it. */
export type Said = Readonly<Partial<Record<'who' | 'form' | 'station' | 'contest' | 'person' | 'agent' | 'version' | 'reason', string>>>;

export interface JournalLine {
  readonly seq: number;
  readonly at: string;
  readonly kind: Kind;
  readonly by: Signer;
  readonly digest: string;
  readonly said: Said;
  readonly hidden?: HiddenBecause;
}

/** A field of an act: what stands in it, or why it is not shown to this reader. */
export type JournalField = { readonly name: string } & ({ readonly value: JsonObject[string] } | { readonly hidden: HiddenBecause });

/** Fields that hold a form's figures, or words that may quote them, by kind. */
const FIGURES: { readonly [K in Kind]?: readonly string[] } = {
  'entry-sealed': ['figures', 'decisions'],
  'reading-sealed': ['figures', 'decisions'],
  'finding-ruled': ['finding', 'reason'],
  'form-opened': ['findings'],
  'signoff-given': ['figures', 'findings', 'ownFigures', 'reason'],
  'form-accepted': ['answer'],
  'late-remark': ['text', 'ownFigures'],
  'form-reopened': ['reason'],
};
/** Of these, what people wrote: it may quote a figure, and officials have to answer it. */
const WORDS: readonly string[] = ['reason', 'text', 'answer'];
/** Fields that tell how an agent answered. */
const ANSWERS: { readonly [K in Kind]?: readonly string[] } = {
  'signoff-given': ['choice', 'code', 'reason', 'reasonRefused', 'ownFigures'],
  'summary-signoff-given': ['choice', 'code', 'reason', 'reasonRefused'],
  'receipt-issued': ['forms'],
};

/** Which fields of an act this reader may not see yet, and why. */
export function hiddenFields(seen: Seen, act: Act): ReadonlyMap<string, HiddenBecause> {
  const answers = isAnswerHidden(seen, act) ? (ANSWERS[act.kind] ?? []) : [];
  const figures = figuresHidden(seen, act);
  const hidden = [...answers.map((name) => [name, 'not-answered'] as const), ...figures.map((name) => [name, 'not-agreed'] as const)];
  return new Map(hidden.filter(([name]) => Object.hasOwn(act.body, name)));
}

/** Officials too: they may have to read what differs, and nobody may who has seen what others typed. Words they may always read. */
function figuresHidden({ centre, viewer }: Seen, act: Act): readonly string[] {
  if (!concernsForm(act)) return [];
  const form = centre.forms.get(act.body.form);
  if (form !== undefined && isAgreed(form)) return [];
  const fields = FIGURES[act.kind] ?? [];
  return viewer !== undefined && isOfficial(viewer.role) ? fields.filter((name) => !WORDS.includes(name)) : fields;
}

/** Also acts of earlier revisions tell figures, so it is the form's stage now that counts; a row still to be read is not agreed. */
function isAgreed({ stage }: Form): boolean {
  const figured = stage.stage === 'set-aside' ? stage.former : stage;
  if (figured.stage === 'agreed') return rowsToRead(figured).length === 0;
  return figured.stage === 'open' || figured.stage === 'accepted';
}

function isAnswerHidden(seen: Seen, act: Act): boolean {
  if (act.by.person === seen.viewer?.id) return false;
  switch (act.kind) {
    case 'signoff-given':
      return isFormOwed(seen, act.body.form);
    case 'summary-signoff-given': {
      const { ready } = contestStateOf(seen.centre, act.body.contest);
      return ready !== undefined && ready.number === act.body.version && isOwed(seen, act.body.contest, ready.asking);
    }
    case 'receipt-issued':
      return act.body.agent !== seen.viewer?.id && act.body.forms.some(({ form }) => isFormOwed(seen, form));
    default:
      return false;
  }
}

function isFormOwed(seen: Seen, id: string): boolean {
  const form = seen.centre.forms.get(id);
  return form?.stage.stage === 'open' && isOwed(seen, form.contest, form.stage.asking);
}

/** Whether the reader may still answer. With nobody at the keyboard, anybody may be reading. */
function isOwed({ centre, viewer }: Seen, contest: string, asking: Asking): boolean {
  if (viewer === undefined) return true;
  if (viewer.role !== 'agent' || !isAccredited(centre, viewer.id, contest)) return false;
  return standingAnswer(centre, asking, viewer.id) === undefined;
}

/** One act as one line. */
export function lineOf(seen: Seen, seq: number, act: Act): JournalLine {
  const hidden = hiddenFields(seen, act);
  const [because] = hidden.values();
  return {
    ...{ seq, at: act.at, kind: act.kind, by: act.by, digest: act.digest, said: saidOf(seen.centre, act, hidden) },
    ...(because === undefined ? {} : { hidden: because }),
  };
}

/** All fields of an act, in the order in which the list of acts names them. */
export function fieldsOf(seen: Seen, act: Act): readonly JournalField[] {
  const hidden = hiddenFields(seen, act);
  const body = act.body as unknown as JsonObject;
  return Object.entries(body).map(([name, value]) => {
    const because = hidden.get(name);
    return because === undefined ? { name, value } : { name, hidden: because };
  });
}

type Spoken = { readonly [Name in keyof Said | 'compromised']?: unknown };

function saidOf(centre: Centre, act: Act, hidden: ReadonlyMap<string, HiddenBecause>): Said {
  const { form, station, contest, person, agent, version, reason } = act.body as Spoken;
  const words: Record<string, string | undefined> = {
    who: signerOf(centre, act),
    form: typeof form === 'string' ? formWords(centre, form) : undefined,
    station: typeof station === 'string' ? (centre.roll.stations.get(station)?.name ?? station) : undefined,
    contest: typeof contest === 'string' ? contestWords(centre, contest) : undefined,
    person: typeof person === 'string' ? nameOf(centre, person) : undefined,
    agent: typeof agent === 'string' ? nameOf(centre, agent) : undefined,
    version: version === undefined ? undefined : String(version),
    reason: typeof reason === 'string' && !hidden.has('reason') ? reason : undefined,
  };
  return Object.fromEntries(Object.entries(words).filter(([, word]) => word !== undefined));
}

/** Whoever enrols is not known yet, and is named by what the act says. */
function signerOf(centre: Centre, act: Act): string {
  if (act.kind === 'person-enrolled' && act.body.person.role !== 'clerk') return act.body.person.name;
  return nameOf(centre, act.by.person);
}

function formWords(centre: Centre, id: string): string {
  const form = centre.forms.get(id);
  if (form === undefined) return id;
  return `${centre.roll.stations.get(form.station)?.name ?? form.station} (${contestWords(centre, form.contest)})`;
}

function contestWords(centre: Centre, contest: string): string {
  return centre.roll.contests.get(contest)?.contest.title ?? contest;
}

/** Whether an act speaks of this form or station: by the form's id, or by part of the station's code or name. */
export function concernsPlace(centre: Centre, act: Act, wanted: string): boolean {
  const { form, station } = act.body as Spoken;
  const code = typeof form === 'string' ? centre.forms.get(form)?.station : station;
  const name = typeof code === 'string' ? centre.roll.stations.get(code)?.name : undefined;
  return [form, code, name].some((text) => typeof text === 'string' && text.toLowerCase().includes(wanted.toLowerCase()));
}

/** Whether the words of a line hold this text; what is hidden is not searched either. */
export function saysText(line: JournalLine, wanted: string): boolean {
  const sought = wanted.toLowerCase();
  const words = [...Object.values(line.said), line.by.person, line.digest.startsWith(sought) ? sought : ''];
  return words.some((text) => text.toLowerCase().includes(sought));
}
