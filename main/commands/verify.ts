/**
 * `verify`: any bundle, any folder of bundles, on any machine, offline; or a receipt alone. Each check is named and told with what it
 * found; the exit code is the verdict: 0 authentic, 3 consistent, 1 failed, 2 unusable arguments.
 */
import type { Verdict } from '../../core/checks.ts';
import { groupsOf } from '../../core/groups.ts';
import type { PublicKey } from '../../core/keys.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { type ContestSum, sumBundles } from '../../core/sum-bundles.ts';
import type { Trust, Verification } from '../../core/verify.ts';
import { readPublicKey } from '../define/commission-key.ts';
import { progress } from '../progress.ts';
import { bundlesIn, readBrought, readTrust, type Verified, verifyFiles } from '../verify-file.ts';
import { type CommandIo, checkLine, faultLine, printable, readOptions, UNUSABLE } from './io.ts';
import { type AloneOrder, verifyAlone } from './verify-alone.ts';
import { judgeLine, totalsInWords } from './verify-line.ts';
import { sumAsJson, tellSum } from './verify-sums.ts';

const USAGE = `usage: countersign verify BUNDLE|DIR… [--anchor COMMISSION.pub] [--receipt FILE|LINE]… [--checkpoint FILE]…
         [--certificate FILE]… [--rehearsal] [--json]
       countersign verify --receipt FILE|LINE… [--checkpoint FILE]… [--key DEVICE.pub] [--json]
       countersign verify --qr TEXT [--key OFFICIAL.pub] [BUNDLE] [--anchor COMMISSION.pub] [--rehearsal] [--json]

Exit code: 0 authentic, 3 consistent, 1 failed, 2 unusable arguments. Of several bundles that did not fail, the sums follow, by contest;
of a constituency's versions the last declared one counts; other summaries besides are a failure, and not added.
--anchor       the commission's public key, from paper or another channel; without it nothing is authentic
--receipt      what an agent took away, its file or the line of its square code: must be in the journal; without a bundle,
               that the device signed it and that its answers stand under the head it names
--checkpoint   a head of the journal, or another receipt: must be of the same history
--certificate  signed later by the commission for a key that was enrolled on site
--rehearsal    accept bundles of rehearsals, which are refused otherwise
--qr           the line of signed totals from a paper: signed by this key, or the totals of this bundle
--key          an official's public key, for --qr; the key of the centre's machine, for --receipt without a bundle
`;

const OPTIONS = {
  anchor: { type: 'string' },
  receipt: { type: 'string', multiple: true },
  checkpoint: { type: 'string', multiple: true },
  certificate: { type: 'string', multiple: true },
  rehearsal: { type: 'boolean' },
  json: { type: 'boolean' },
  qr: { type: 'string' },
  key: { type: 'string' },
} as const;

const EXIT: Readonly<Record<Verdict, number>> = { authentic: 0, consistent: 3, failed: 1 };

interface AloneValues {
  readonly receipt?: string[] | undefined;
  readonly checkpoint?: string[] | undefined;
  readonly key?: string | undefined;
  readonly json?: boolean | undefined;
}

interface Order {
  readonly bundles: readonly string[];
  readonly trust: Trust;
  readonly json: boolean;
  readonly line?: { readonly text: string; readonly key?: PublicKey };
}

export async function verify(args: readonly string[], io: CommandIo): Promise<number> {
  const order = readOrder(args);
  if (!order.ok) {
    io.err(order.refusal.code === 'E-USAGE' ? `${order.refusal.detail}\n${USAGE}` : faultLine(order.refusal));
    return UNUSABLE;
  }
  if ('alone' in order.value) return verifyAlone(order.value.alone, io);
  const judged = await verifyAll(order.value, io);
  for (const one of judged) tell(io, one, order.value);
  const sums = order.value.bundles.length > 1 ? sumBundles(judged.map(({ verification }) => verification)) : [];
  tellSums(io, sums, order.value);
  const { line } = order.value;
  const isLineWrong = line !== undefined && !tellTotals(io, order.value, line, judged[0]?.verification);
  const isTwice = sums.some(({ twice }) => twice.length > 0);
  return isLineWrong || isTwice ? EXIT.failed : exitOf(judged);
}

async function verifyAll({ bundles, trust }: Order, io: CommandIo): Promise<readonly Verified[]> {
  const bar = progress(io, 'verifying', bundles.length);
  const judged = await verifyFiles(bundles, trust, (place, signatures) => {
    if (signatures === 0 && place > 1) bar.step();
  });
  bar.done();
  return judged;
}

/** Bundles of one machine's contests are seldom of use together; those of many constituencies are. */
function tellSums(io: CommandIo, sums: readonly ContestSum[], { json }: Order): void {
  if (json && sums.length > 0) io.out(`${JSON.stringify({ sums: sums.map(sumAsJson) })}\n`);
  else for (const sum of sums) tellSum(io, sum);
}

/** The worst verdict decides: failed, then consistent, then authentic. */
function severity(verdict: Verdict): number {
  return ['authentic', 'consistent', 'failed'].indexOf(verdict);
}

function exitOf(verified: readonly Verified[]): number {
  const worst = verified.map(({ verification }) => verification.verdict).sort((a, b) => severity(b) - severity(a))[0];
  return EXIT[worst ?? 'authentic'];
}

function readOrder(args: readonly string[]): Result<Order | { readonly alone: AloneOrder }> {
  const options = readOptions({ args: [...args], options: OPTIONS, strict: true, allowPositionals: true });
  if (!options.ok) return options;
  const { values, positionals } = options.value;
  if (positionals.length === 0 && values.receipt !== undefined && values.qr === undefined) return readAlone(values);
  const line = readLine(values.qr, values.key, positionals.length);
  if (!line.ok) return line;
  if (positionals.length === 0 && line.value === undefined) return refuse('E-USAGE', 'name a bundle, or a folder of bundles');
  const bundles = positionals.length === 0 ? ok([]) : bundlesIn(positionals);
  if (!bundles.ok) return bundles;
  const trust = readTrust({
    ...(values.anchor === undefined ? {} : { anchor: values.anchor }),
    receipts: [...(values.receipt ?? []), ...(values.checkpoint ?? [])],
    certificates: values.certificate ?? [],
    acceptRehearsal: values.rehearsal === true,
  });
  if (!trust.ok) return trust;
  const order = { bundles: bundles.value, trust: trust.value, json: values.json === true };
  return ok(line.value === undefined ? order : { ...order, line: line.value });
}

/** Receipts without a bundle: what they say of each other, and who signed them. */
function readAlone({ receipt = [], checkpoint = [], key: keyFile, json = false }: AloneValues): Result<{ readonly alone: AloneOrder }> {
  const receipts = readBrought(receipt);
  if (!receipts.ok) return receipts;
  const checkpoints = readBrought(checkpoint);
  if (!checkpoints.ok) return checkpoints;
  const key = keyFile === undefined ? ok(undefined) : readPublicKey(keyFile);
  return key.ok ? ok({ alone: { receipts: receipts.value, checkpoints: checkpoints.value, key: key.value, json } }) : key;
}

/** A line of totals needs a key or one bundle to be judged by. */
function readLine(text: string | undefined, keyFile: string | undefined, bundles: number): Result<Order['line']> {
  if (text === undefined) return keyFile === undefined ? ok(undefined) : refuse('E-USAGE', '--key goes with --qr');
  if (bundles > 1 || (bundles === 0 && keyFile === undefined)) return refuse('E-USAGE', '--qr needs --key, or one bundle');
  if (keyFile === undefined) return ok({ text });
  const key = readPublicKey(keyFile);
  return key.ok ? ok({ text, key: key.value }) : key;
}

// ---- telling -----------------------------------------------------------------------------------------------------------------

function tell(io: CommandIo, { bundle, verification }: Verified, { json, bundles }: Order): void {
  if (json) io.out(`${JSON.stringify(jsonOf(bundle, verification))}\n`);
  else if (bundles.length > 1) tellLine(io, bundle, verification);
  else tellWhole(io, bundle, verification);
}

/** Whether the line is what it says. */
function tellTotals(io: CommandIo, { json, trust }: Order, { text, key }: NonNullable<Order['line']>, bundle?: Verification): boolean {
  const judges = {
    acceptRehearsal: trust.acceptRehearsal,
    ...(key === undefined ? {} : { key }),
    ...(bundle === undefined ? {} : { bundle }),
  };
  const check = judgeLine(text, judges);
  io.out(json ? `${JSON.stringify({ qr: check })}\n` : `${checkLine(check)}${totalsInWords(check)}`);
  return check.status === 'passed';
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
