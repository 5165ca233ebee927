/**
 * `verify --qr`: the line of signed totals that a telephone reads from the paper. With an official's public key it says whether that
 * official signed these totals; with a bundle it says whether they are the totals of the summary in it, signed by one of its officials.
 */
import type { Check } from '../../core/checks.ts';
import { groupsOf } from '../../core/groups.ts';
import { type PublicKey, parsePublicKey } from '../../core/keys.ts';
import type { Refusal } from '../../core/result.ts';
import { openTotalsLine, type TotalsLine, totalsStatement, verifyTotalsLine } from '../../core/totals-line.ts';
import type { Verification } from '../../core/verify.ts';

/** How a line was judged: told like the named checks of a bundle. */
export type LineCheck = Omit<Check, 'name'> & { readonly name: 'qr'; readonly totals?: TotalsLine };

/** What is known about who may have signed: a key brought along, a bundle, or both. */
export interface LineJudges {
  readonly key?: PublicKey;
  readonly bundle?: Verification;
  readonly acceptRehearsal: boolean;
}

export function judgeLine(text: string, { key, bundle, acceptRehearsal }: LineJudges): LineCheck {
  const opened = openTotalsLine(text);
  if (!opened.ok) return failed(wordsOf(opened.refusal));
  const { totals } = opened.value;
  if (totals.kind === 'REHEARSAL' && !acceptRehearsal) return failed('of a rehearsal, not of an election', totals);
  if (bundle !== undefined && !isOfBundle(text, bundle)) return failed('not the totals of the summary in this bundle', totals);
  const keys = key === undefined ? officialsOf(bundle) : [key];
  const signer = keys.find((one) => verifyTotalsLine(text, one).ok);
  if (signer === undefined)
    return failed(key === undefined ? 'signed by none of the officials who signed this summary' : 'not signed by this key', totals);
  return { name: 'qr', status: 'passed', detail: `signed by the key ${signer.id.slice(0, 16)}…`, totals };
}

function failed(detail: string, totals?: TotalsLine): LineCheck {
  return { name: 'qr', status: 'failed', detail, ...(totals === undefined ? {} : { totals }) };
}

function wordsOf({ code, detail }: Refusal): string {
  return [code, detail].filter(Boolean).join(' ');
}

function isOfBundle(text: string, { summary }: Verification): boolean {
  return summary !== undefined && text.startsWith(`${totalsStatement(summary.content, summary.digest)}:`);
}

function officialsOf(bundle: Verification | undefined): readonly PublicKey[] {
  const officials = bundle?.signers?.filter(({ role }) => role === 'ro' || role === 'dro') ?? [];
  return officials.flatMap(({ key }) => {
    const parsed = parsePublicKey(key);
    return parsed.ok ? [parsed.value] : [];
  });
}

/** The line in words, to compare with the paper. */
export function totalsInWords({ totals }: LineCheck): string {
  if (totals === undefined) return '';
  const { kind, date, form, contest, constituency, version, counted, stations, registered, valid, rejected, votes, summary } = totals;
  const lines = [
    `${kind === 'LIVE' ? '' : 'REHEARSAL  '}form ${form}, ${contest}, constituency ${constituency}, ${date}, version ${version}`,
    `votes in ballot order: ${votes.join(' / ')}`,
    `valid ${valid}, rejected ${rejected}, registered ${registered}; ${counted} of ${stations} stations counted`,
    `digest ${groupsOf(summary).join(' ')}`,
  ];
  return lines.map((line) => `    ${line}\n`).join('');
}
