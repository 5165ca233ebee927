/**
 * `verify`: any bundle, any folder of bundles, on any machine, offline. Each check is named and told with what it found; the exit
 * code is the verdict: 0 authentic, 3 consistent, 1 failed, 2 unusable arguments.
 */
import type { Verdict } from '../../core/checks.ts';
import { groupsOf } from '../../core/groups.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { Trust, Verification } from '../../core/verify.ts';
import { bundlesIn, readTrust, type Verified, verifyFiles } from '../verify-file.ts';
import { type CommandIo, checkLine, faultLine, printable, readOptions, UNUSABLE } from './io.ts';

const USAGE = `usage: countersign verify BUNDLE|DIR… [--anchor COMMISSION.pub] [--receipt FILE]… [--certificate FILE]…
         [--rehearsal] [--json]

Exit code: 0 authentic, 3 consistent, 1 failed, 2 unusable arguments.
--anchor       the commission's public key, from paper or another channel; without it nothing is authentic
--receipt      what an agent took away: must be in the journal
--certificate  signed later by the commission for a key that was enrolled on site
--rehearsal    accept bundles of rehearsals, which are refused otherwise
`;

const OPTIONS = {
  anchor: { type: 'string' },
  receipt: { type: 'string', multiple: true },
  certificate: { type: 'string', multiple: true },
  rehearsal: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

const EXIT: Readonly<Record<Verdict, number>> = { authentic: 0, consistent: 3, failed: 1 };

interface Order {
  readonly bundles: readonly string[];
  readonly trust: Trust;
  readonly json: boolean;
}

export async function verify(args: readonly string[], io: CommandIo): Promise<number> {
  const order = readOrder(args);
  if (!order.ok) {
    io.err(order.refusal.code === 'E-USAGE' ? `${order.refusal.detail}\n${USAGE}` : faultLine(order.refusal));
    return UNUSABLE;
  }
  const judged = await verifyFiles(order.value.bundles, order.value.trust);
  for (const one of judged) tell(io, one, order.value);
  return exitOf(judged);
}

/** The worst verdict decides: failed, then consistent, then authentic. */
function severity(verdict: Verdict): number {
  return ['authentic', 'consistent', 'failed'].indexOf(verdict);
}

function exitOf(verified: readonly Verified[]): number {
  const worst = verified.map(({ verification }) => verification.verdict).sort((a, b) => severity(b) - severity(a))[0];
  return EXIT[worst ?? 'failed'];
}

function readOrder(args: readonly string[]): Result<Order> {
  const options = readOptions({ args: [...args], options: OPTIONS, strict: true, allowPositionals: true });
  if (!options.ok) return options;
  const { values, positionals } = options.value;
  if (positionals.length === 0) return refuse('E-USAGE', 'name a bundle, or a folder of bundles');
  const bundles = bundlesIn(positionals);
  if (!bundles.ok) return bundles;
  const trust = readTrust({
    ...(values.anchor === undefined ? {} : { anchor: values.anchor }),
    receipts: values.receipt ?? [],
    certificates: values.certificate ?? [],
    acceptRehearsal: values.rehearsal === true,
  });
  return trust.ok ? ok({ bundles: bundles.value, trust: trust.value, json: values.json === true }) : trust;
}

// ---- telling -----------------------------------------------------------------------------------------------------------------

function tell(io: CommandIo, { bundle, verification }: Verified, { json, bundles }: Order): void {
  if (json) io.out(`${JSON.stringify(jsonOf(bundle, verification))}\n`);
  else if (bundles.length > 1) tellLine(io, bundle, verification);
  else tellWhole(io, bundle, verification);
}

function tellWhole(io: CommandIo, bundle: string, verification: Verification): void {
  const { checks, verdict, summary } = verification;
  io.out(`${printable(bundle)}\n`);
  for (const check of checks) io.out(checkLine(check));
  if (summary !== undefined) tellSummary(io, summary);
  io.out(`verdict: ${verdict}\n`);
}

function tellLine(io: CommandIo, bundle: string, { verdict, checks, summary }: Verification): void {
  const wrong = checks.find(({ status }) => status === 'failed') ?? checks.find(({ status }) => status === 'not checked');
  const votes = summary === undefined ? '' : `votes ${summary.content.totals.votes.join(' / ')}`;
  const remark = wrong === undefined ? '' : `  ${wrong.name}: ${printable(wrong.detail)}`;
  io.out(`${verdict.padEnd(10)}  ${printable(bundle)}  ${votes}${remark}\n`);
}

function tellSummary(io: CommandIo, { content, state, digest }: NonNullable<Verification['summary']>): void {
  const { contest, totals, stationCounts, version } = content;
  io.out(
    `\n  ${printable(contest.title)}, version ${version}, ${state}: ${stationCounts.counted} of ${content.stations.length} stations counted\n`,
  );
  contest.candidates.forEach((candidate, at) => {
    io.out(`    ${String(totals.votes[at] ?? 0).padStart(9)}  ${printable(candidate.name)} (${printable(candidate.party)})\n`);
  });
  io.out(
    `    ${String(totals.valid).padStart(9)}  valid votes; ${totals.rejected} rejected; ${totals.registered} registered voters on these forms\n`,
  );
  io.out(`  digest ${groupsOf(digest).join(' ')}\n\n`);
}

function jsonOf(bundle: string, { verdict, checks, summary }: Verification) {
  if (summary === undefined) return { bundle, verdict, checks };
  const { content, state } = summary;
  const { registered, rejected, valid, votes } = content.totals;
  const { counted, disregarded, setAside, notHeld, postponed, lost, cancelled } = content.stationCounts;
  const stations = { counted, disregarded, setAside, notHeld, postponed, lost, cancelled };
  const told = { contest: content.contest.id, version: content.version, state, totals: { registered, rejected, valid, votes }, stations };
  return { bundle, verdict, checks, summary: told };
}
