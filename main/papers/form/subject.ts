/**
 * What a paper of one contest speaks of: the summary, its digest, how far it has come, and what was signed on it. Everything else on
 * the paper follows from these.
 */
import type { BundleState } from '../../../core/bundle.ts';
import { outcomesOf } from '../../../core/signoff.ts';
import type { Centre, DeclaredVersion, Version } from '../../../core/state.ts';
import type { SummaryContent } from '../../../core/summary.ts';
import { nameOf } from '../../../core/views/named.ts';
import type { Language } from '../layout/blocks.ts';
import { otherLanguage, type PaperWords, wordsIn } from '../words/words.ts';

/** Who put a key to this version, and when. */
export interface PaperSignature {
  readonly person: string;
  readonly name: string;
  readonly role: 'ro' | 'dro' | 'clerk' | 'agent' | 'device';
  /** The key's id, 64 hexadecimal digits. */
  readonly key: string;
  readonly at: string;
}
/** An agent's outcome on the summary itself, with the words that were said for it. */
export interface PaperOutcome {
  readonly agent: string;
  readonly outcome: keyof PaperWords['outcomes'] | 'owed';
  readonly reason?: string;
  readonly closedBy?: string;
}
export interface Signing {
  readonly signatures: readonly PaperSignature[];
  readonly outcomes: readonly PaperOutcome[];
  readonly declared?: { readonly at: string; readonly name: string; readonly alone?: string };
}
export const UNSIGNED: Signing = { signatures: [], outcomes: [] };

export interface Subject {
  readonly content: SummaryContent;
  /** SHA-256 of the summary's bytes, 64 hexadecimal digits. */
  readonly digest: string;
  readonly state: BundleState;
  readonly signing: Signing;
  readonly language: Language;
}

export interface FormOptions {
  /** One line of text for a square code beside the totals: the totals as the returning officer signed them. */
  readonly totalsLine?: string;
  /** Under which law the returning officer declares, in the commission's own words; printed as it is given. */
  readonly legalText?: string;
  /** Marks that people drew, as PNG files, by the person's identifier. */
  readonly marks?: ReadonlyMap<string, Uint8Array>;
}

/** The subject with its words, as the parts of a paper are handed it. */
export interface Telling extends Subject, FormOptions {
  readonly words: PaperWords;
  readonly other: PaperWords;
}

export function telling(subject: Subject, options: FormOptions = {}): Telling {
  return { ...subject, ...options, words: wordsIn(subject.language), other: wordsIn(otherLanguage(subject.language)) };
}

/** What the journal says of a version's signatures and answers; of a declared one, as they were when it was declared. */
export function signingOf(centre: Centre, contest: string, version: Version | DeclaredVersion | undefined): Signing {
  if (version === undefined) return UNSIGNED;
  const signatures = version.signatures.map(({ person, role, key, moment }) => ({
    person,
    name: nameOf(centre, person),
    role,
    key,
    at: moment.at,
  }));
  const declared =
    'declared' in version ? { at: version.declared.at, name: nameOf(centre, version.declared.by), ...aloneOf(version) } : undefined;
  return { signatures, outcomes: outcomesIn(centre, contest, version), ...(declared === undefined ? {} : { declared }) };
}

function aloneOf({ alone }: DeclaredVersion) {
  return alone === undefined ? {} : { alone };
}

function outcomesIn(centre: Centre, contest: string, version: Version | DeclaredVersion): readonly PaperOutcome[] {
  const { outcomes, owed } = 'declared' in version ? { outcomes: version.outcomes, owed: [] } : outcomesOf(centre, contest, version.asking);
  const said = outcomes.map(({ agent, outcome, act }) => ({ agent, outcome, ...wordsFor(centre, version, act) }));
  return [...said, ...owed.map((agent) => ({ agent, outcome: 'owed' as const }))];
}

function wordsFor(centre: Centre, { asking }: Version, act: string | undefined) {
  const closing = asking.closings.find((one) => one.act === act);
  if (closing !== undefined) return { reason: closing.reason, closedBy: nameOf(centre, closing.by) };
  const reason = asking.answers.find((one) => one.act === act)?.reason;
  return reason === undefined ? {} : { reason };
}

// ---- names -------------------------------------------------------------------------------------------------------------------

/** A person as the summary names them; the identifier where it does not. */
export function nameIn(content: SummaryContent, id: string): string {
  return content.people.find(({ person }) => person === id)?.name ?? content.agents.find(({ agent }) => agent === id)?.name ?? id;
}

export function namesIn(content: SummaryContent, ids: readonly string[]): string {
  return ids.map((id) => nameIn(content, id)).join(', ');
}

/** `34B-117-president`: the same for every version of one contest at one centre. */
export function documentId({ contest, constituency }: SummaryContent): string {
  return `${contest.formB}-${constituency.code}-${contest.id}`;
}

/** The words that the paper is not what it may look like, in capitals. */
export function stampsOf({ content, state, words }: Pick<Telling, 'content' | 'state' | 'words'>): readonly string[] {
  return [
    ...(content.election.kind === 'rehearsal' ? [words.stamps.rehearsal] : []),
    ...(state === 'declared' ? [] : [words.stamps.provisional]),
  ];
}
