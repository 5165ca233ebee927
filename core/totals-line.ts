/**
 * The signed totals on one line of text, for the square code on a constituency's form: whose votes, how many stations, which summary.
 * An official signs it together with the summary, with the same key, and anybody who has that official's public key can check the paper
 * with it alone. It is written in capitals, figures, `:` `.` and `-`, which a square code holds most densely.
 */
import { fromHex, toHex, utf8 } from './bytes.ts';
import type { PublicKey } from './keys.ts';
import { SIGNATURE_LENGTH } from './points.ts';
import { fromBase64, verifySignature } from './primitives.ts';
import { ok, type Result, refuse } from './result.ts';
import type { SummaryContent } from './summary.ts';

export interface TotalsLine {
  readonly kind: 'LIVE' | 'REHEARSAL';
  readonly date: string;
  /** The constituency's form, contest and code, in capitals. */
  readonly form: string;
  readonly contest: string;
  readonly constituency: string;
  readonly version: number;
  /** Stations counted, of how many. */
  readonly counted: number;
  readonly stations: number;
  readonly registered: number;
  readonly valid: number;
  readonly rejected: number;
  /** In ballot order. */
  readonly votes: readonly number[];
  /** Digest of the summary, and the journal's id. */
  readonly summary: string;
  readonly journal: string;
}

/** A line taken apart; its signature, 64 bytes over `signed`, is not yet verified. */
export interface OpenedTotalsLine {
  readonly totals: TotalsLine;
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

const LABEL = 'COUNTERSIGN:TOTALS:1';
const NUMBER = '(0|[1-9][0-9]{0,15})';
const DIGEST = '([0-9A-F]{64})';
const LINE = new RegExp(
  `^${LABEL}:(LIVE|REHEARSAL):([0-9]{4}-[0-9]{2}-[0-9]{2}):(3[4-9]B):([A-Z0-9.-]{1,64}):([A-Z0-9-]{1,32}):${NUMBER}:${NUMBER}:${NUMBER}` +
    `:${NUMBER}:${NUMBER}:${NUMBER}:(${NUMBER}(?:\\.${NUMBER})*):${DIGEST}:${DIGEST}:([0-9A-F]{128})$`,
);

/** What an official signs about a summary: the line without its signature. `digest` is the summary's. */
export function totalsStatement(content: SummaryContent, digest: string): string {
  return statementOf(totalsOf(content, digest));
}

function totalsOf(
  { election, contest, constituency, version, stationCounts, stations, totals, journal }: SummaryContent,
  digest: string,
): TotalsLine {
  return {
    kind: election.kind === 'live' ? 'LIVE' : 'REHEARSAL',
    date: election.date,
    form: contest.formB,
    contest: inCapitals(contest.id),
    constituency: inCapitals(constituency.code),
    version,
    counted: stationCounts.counted,
    stations: stations.length,
    registered: totals.registered,
    valid: totals.valid,
    rejected: totals.rejected,
    votes: totals.votes,
    summary: digest,
    journal,
  };
}

/** A name for people's eyes: two that differ in small letters only are told apart by the digest. */
function inCapitals(name: string): string {
  return name.toUpperCase().replaceAll('_', '-');
}

function statementOf(line: TotalsLine): string {
  const { kind, date, form, contest, constituency, version, counted, stations, registered, valid, rejected, votes } = line;
  const digests = [line.summary, line.journal].map((digest) => digest.toUpperCase());
  const figures = [version, counted, stations, registered, valid, rejected];
  return [LABEL, kind, date, form, contest, constituency, ...figures, votes.join('.'), ...digests].join(':');
}

/** The whole line: the statement and the signature over its bytes. Throws unless that is 64 bytes. */
export function sealTotalsLine(statement: string, signature: Uint8Array): string {
  if (signature.length !== SIGNATURE_LENGTH) throw new TypeError('not a 64-byte signature');
  return `${statement}:${toHex(signature).toUpperCase()}`;
}

/** The line of a summary as one of its signers signed it; `signature` is the base64 in that signer's act. */
export function signedTotalsLine(content: SummaryContent, digest: string, signature: string): Result<string> {
  const bytes = fromBase64(signature);
  return bytes.ok ? ok(sealTotalsLine(totalsStatement(content, digest), bytes.value)) : bytes;
}

/** Takes a line apart, strictly. Refuses E-CONTENT. Does not verify the signature: see `verifyTotalsLine`. */
export function openTotalsLine(text: string): Result<OpenedTotalsLine> {
  const found = LINE.exec(text);
  if (found === null) return refuse('E-CONTENT', 'not a line of signed totals');
  const totals = readTotals(found);
  const statement = text.slice(0, text.lastIndexOf(':'));
  const signature = fromHex((found.at(-1) ?? '').toLowerCase());
  // A number beyond what can be counted exactly would be written otherwise.
  if (signature === undefined || statementOf(totals) !== statement) return refuse('E-CONTENT', 'a number that cannot be');
  return ok({ totals, signed: utf8(statement), signature });
}

function readTotals(found: RegExpExecArray): TotalsLine {
  const [, kind, date = '', form = '', contest = '', constituency = '', ...rest] = found;
  const [version = 0, counted = 0, stations = 0, registered = 0, valid = 0, rejected = 0] = rest.slice(0, 6).map(Number);
  const votes = (rest[6] ?? '').split('.').map(Number);
  const [summary = '', journal = ''] = found.slice(-3, -1).map((digest) => digest.toLowerCase());
  const figures = { version, counted, stations, registered, valid, rejected, votes };
  return { kind: kind === 'LIVE' ? 'LIVE' : 'REHEARSAL', date, form, contest, constituency, ...figures, summary, journal };
}

/** What a line says, if this key signed it. Refuses E-CONTENT or E-SIGNATURE. */
export function verifyTotalsLine(text: string, key: PublicKey): Result<TotalsLine> {
  const opened = openTotalsLine(text);
  if (!opened.ok) return opened;
  const { totals, signed, signature } = opened.value;
  return verifySignature(key.raw, signed, signature) ? ok(totals) : refuse('E-SIGNATURE', `not made by key ${key.id}`);
}
