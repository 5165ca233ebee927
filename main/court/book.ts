/**
 * What a reader of the journal keeps in mind while reading: who people are, which form is which station's, what was proposed and
 * what became of it, whether the program had been closed. It is learned from the acts alone, one after the other, so that it also
 * serves where a journal is damaged further on.
 */
import type { Act, ActOf, Role } from '../../core/acts.ts';
import { readCertificate } from '../../core/certificate.ts';
import type { SignedDefinition } from '../../core/definition.ts';
import type { Particulars } from '../../core/particulars.ts';
import { RULES } from '../../core/roles.ts';
import type { Centre } from '../../core/state.ts';

/** An act and its place in the journal. */
export interface Told {
  readonly seq: number;
  readonly act: Act;
}

export interface Known {
  readonly id: string;
  readonly role?: Role;
  readonly name: string;
  readonly party?: string;
}

/** How a proposal ended: by which act. */
export interface Settled {
  readonly how: 'confirmed' | 'confirmed-alone' | 'withdrawn';
  readonly told: Told;
}

/** What became of an act that may need a second official; `unknown` beyond the place where a journal broke. */
export type Effect = 'took-effect' | 'waits' | 'unknown' | Settled['how'];

export interface Book {
  note(told: Told): void;
  person(id: string): Known;
  /** Whose key was introduced by this enrolment. */
  enrolled(digest: string): { readonly person: string; readonly key: string } | undefined;
  /** Whose key a certificate speaks of. */
  certified(act: ActOf<'certificate-recorded'>): { readonly person: string; readonly key: string } | undefined;
  place(act: Act): { readonly contest?: string; readonly station?: string };
  stationName(code: string): string;
  proposed(digest: string): Told | undefined;
  settled(digest: string): Settled | undefined;
  /** Undefined for acts that never need two. */
  effect(told: Told): Effect | undefined;
  /** What an act put in place of something else, in words of the act's own fields. */
  changes(seq: number): string;
  start(seq: number): Start | undefined;
}

/** One start of the program, compared with what stood before. */
export interface Start {
  readonly isChanged: boolean;
  readonly wasNotClosed: boolean;
}

export function openBook(definition: SignedDefinition | undefined, centre: Centre | undefined): Book {
  const enrolments = new Map<string, ActOf<'person-enrolled'>>();
  const people = new Map<string, ActOf<'person-enrolled'>['body']['person']>();
  const parties = new Map<string, string>();
  const forms = new Map<string, { readonly contest: string; readonly station: string }>();
  const proposals = new Map<string, Told>();
  const settled = new Map<string, Settled>();
  const trail = openTrail();
  const stations = new Map(definition?.content.stations.map(({ code, name }) => [code, name]));

  const noteOne = (told: Told) => {
    const { act } = told;
    if (RULES[act.kind].two !== undefined) proposals.set(act.digest, told);
    if (act.kind === 'person-enrolled') {
      enrolments.set(act.digest, act);
      people.set(act.body.person.id, act.body.person);
    } else if (act.kind === 'person-admitted') {
      const id = enrolments.get(act.body.enrolment)?.by.person;
      if (id !== undefined && act.body.party !== undefined) parties.set(id, act.body.party);
    } else if (act.kind === 'form-received') forms.set(act.body.form, act.body);
    else if (act.kind === 'act-confirmed')
      settled.set(act.body.act, { how: act.body.alone === undefined ? 'confirmed' : 'confirmed-alone', told });
    else if (act.kind === 'proposal-withdrawn') settled.set(act.body.act, { how: 'withdrawn', told });
    trail.note(told);
  };

  return {
    note: noteOne,
    person: (id) => knownIn(definition, people.get(id), parties.get(id), id),
    enrolled: (digest) => {
      const act = enrolments.get(digest);
      return act === undefined ? undefined : { person: act.by.person, key: act.by.key };
    },
    certified: (act) => {
      const certificate = definition === undefined ? undefined : readCertificate(act.body.certificate, definition);
      if (!certificate?.ok) return undefined;
      const { id: key } = certificate.value.key;
      const holder = [...enrolments.values()].find(({ by }) => by.key === key);
      return { key, person: holder?.by.person ?? certificate.value.content.person ?? '' };
    },
    place: ({ body }) => placeOf(body, forms),
    stationName: (code) => stations.get(code) ?? '',
    proposed: (digest) => proposals.get(digest),
    settled: (digest) => settled.get(digest),
    effect: ({ seq, act }) => {
      if (RULES[act.kind].two === undefined) return undefined;
      const end = settled.get(act.digest);
      if (end !== undefined) return end.how;
      if (centre === undefined || seq >= centre.size) return 'unknown';
      return centre.proposals.has(act.digest) ? 'waits' : 'took-effect';
    },
    changes: trail.changes,
    start: trail.start,
  };
}

/** Clerks are known by their number, everybody else by name as on the paper. */
function knownIn(
  definition: SignedDefinition | undefined,
  enrolled: ActOf<'person-enrolled'>['body']['person'] | undefined,
  partyOnSite: string | undefined,
  id: string,
): Known {
  const official = definition?.content.officials.find((one) => one.id === id);
  const agent = definition?.content.agents.find((one) => one.id === id);
  const role = id === 'device' ? 'device' : (enrolled?.role ?? official?.role ?? (agent === undefined ? undefined : 'agent'));
  const party = agent?.party ?? partyOnSite;
  const name = role === 'clerk' ? id : (enrolled?.name ?? official?.name ?? agent?.name ?? id);
  return { id, name, ...(role === undefined ? {} : { role }), ...(party === undefined ? {} : { party }) };
}

function placeOf(body: object, forms: ReadonlyMap<string, { readonly contest: string; readonly station: string }>) {
  const { form, contest, station }: { readonly form?: string; readonly contest?: string; readonly station?: string } = body;
  const known = form === undefined ? undefined : forms.get(form);
  const [where, of] = [station ?? known?.station, contest ?? known?.contest];
  return { ...(of === undefined ? {} : { contest: of }), ...(where === undefined ? {} : { station: where }) };
}

/** What stood before, where an act puts something else in its place: a paper's particulars, a turnout, the program itself. */
function openTrail() {
  const particulars = new Map<string, Particulars>();
  const turnout = new Map<string, number>();
  const changes = new Map<number, string>();
  const starts = new Map<number, Start>();
  let software: string | undefined;
  let isRunning = false;
  const note = ({ seq, act }: Told) => {
    switch (act.kind) {
      case 'form-received':
        particulars.set(act.body.form, act.body.particulars);
        break;
      case 'particulars-amended':
        changes.set(seq, amendments(particulars.get(act.body.form), act.body.particulars));
        particulars.set(act.body.form, act.body.particulars);
        break;
      case 'turnout-recorded': {
        const which = `${act.body.station} ${act.body.source}`;
        const before = turnout.get(which);
        if (before !== undefined) changes.set(seq, `${before} → ${act.body.voters}`);
        turnout.set(which, act.body.voters);
        break;
      }
      case 'app-started':
        starts.set(seq, { isChanged: software !== undefined && software !== act.body.digest, wasNotClosed: isRunning });
        software = act.body.digest;
        isRunning = true;
        break;
      case 'app-stopped':
        isRunning = false;
        break;
      default:
    }
  };
  return { note, changes: (seq: number) => changes.get(seq) ?? '', start: (seq: number) => starts.get(seq) };
}

function amendments(before: Particulars | undefined, after: Particulars): string {
  const items = Object.keys(after) as (keyof Particulars)[];
  return items
    .filter((item) => before?.[item] !== after[item])
    .map((item) => `${item}: ${before?.[item] ?? '?'} → ${after[item]}`)
    .join('; ');
}
