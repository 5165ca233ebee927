/**
 * `rehearse`: plays a whole day of one centre from the commission's definition and a table of papers, with a real database and
 * through the same office as the app. It plays rehearsals only: a live election's definition is refused.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readDefinition, type SignedDefinition } from '../../core/definition.ts';
import { parseEnvelopeFile, sealEnvelope } from '../../core/envelope.ts';
import { groupsOf } from '../../core/groups.ts';
import { ok, type Refusal, type Result, refuse } from '../../core/result.ts';
import { FULL_COST } from '../../db/key-file.ts';
import { systemRandom } from '../../db/random.ts';
import { readPrivateKey, readPublicKey } from '../define/commission-key.ts';
import { readBytes, troubleOf } from '../define/files.ts';
import { type PaperForm, readFormsFile } from '../forms-file.ts';
import { DATABASE_FILE } from '../office/office.ts';
import { type Progress, progress } from '../progress.ts';
import { RehearsalStopped } from '../rehearse/cast.ts';
import { rehearse as play, type RehearsalOrder, type Rehearsed } from '../rehearse/day.ts';
import { SOFTWARE } from '../software.ts';
import { type CommandIo, DONE, FAULTY, faultLine, readOptions, UNUSABLE } from './io.ts';

/** Rehearsals need not make guessing expensive: nothing is kept by these keys. */
const QUICK_COST = 2 ** 10;

const USAGE = `usage: countersign rehearse --definition definition.json --forms forms.csv --out DIR
         [--seed N] [--anchor COMMISSION.pub] [--certify-with COMMISSION.pem] [--scrypt-cost N]

Plays a whole day in DIR and exports DIR/<contest>.bundle.zip per contest.
--seed         the keying errors, answers and absences of the day (default 1)
--anchor       refuse a definition that this key did not sign
--certify-with certify every key made here with the commission's key
--scrypt-cost  of the keys' passphrases: ${QUICK_COST} by default here, ${FULL_COST} in a live election
`;

const OPTIONS = {
  definition: { type: 'string' },
  forms: { type: 'string' },
  out: { type: 'string' },
  seed: { type: 'string' },
  anchor: { type: 'string' },
  'certify-with': { type: 'string' },
  'scrypt-cost': { type: 'string' },
} as const;

interface Order {
  readonly definition: string;
  readonly forms: string;
  readonly out: string;
  readonly seed: number;
  readonly cost: number;
  readonly anchor?: string;
  readonly certifyWith?: string;
}

/** Exit codes: 0 played, 1 refused or stopped, 2 unusable arguments. */
export async function rehearse(args: readonly string[], io: CommandIo): Promise<number> {
  const order = readOrder(args);
  if (!order.ok) {
    io.err(`${order.refusal.detail}\n${USAGE}`);
    return UNUSABLE;
  }
  const prepared = prepare(order.value);
  if (!prepared.ok) return report(io, prepared.faults);
  return runRehearsal(prepared.order, io);
}

function readOrder(args: readonly string[]): Result<Order> {
  const options = readOptions({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false });
  if (!options.ok) return options;
  const { definition, forms, out, seed = '1', anchor, 'certify-with': certifyWith, 'scrypt-cost': cost } = options.value.values;
  if (definition === undefined || forms === undefined || out === undefined)
    return refuse('E-USAGE', '--definition, --forms and --out are needed');
  if (!/^[0-9]{1,10}$/.test(seed)) return refuse('E-USAGE', '--seed is a whole number');
  const wanted = cost === undefined ? QUICK_COST : Number(cost);
  if (!Number.isInteger(Math.log2(wanted)) || wanted < 2 ** 10 || wanted > 2 ** 20)
    return refuse('E-USAGE', '--scrypt-cost is a power of two from 1024 to 1048576');
  const optional = { ...(anchor === undefined ? {} : { anchor }), ...(certifyWith === undefined ? {} : { certifyWith }) };
  return ok({ definition, forms, out, seed: Number(seed), cost: wanted, ...optional });
}

function report(io: CommandIo, faults: readonly Refusal<string>[]): number {
  for (const fault of faults) io.err(faultLine(fault));
  io.err('nothing was played\n');
  return FAULTY;
}

type Prepared =
  | { readonly ok: true; readonly order: Omit<RehearsalOrder, 'onPhase' | 'onStep'> }
  | { readonly ok: false; readonly faults: readonly Refusal<string>[] };

function prepare(order: Order): Prepared {
  const definition = loadDefinition(order.definition);
  if (!definition.ok) return { ok: false, faults: [definition.refusal] };
  const refused = judgeRehearsal(definition.value, order);
  if (!refused.ok) return { ok: false, faults: [refused.refusal] };
  const forms = readFormsFile(order.forms, definition.value.content);
  if (!forms.ok) return forms;
  const faults = undisregardable(forms.forms, definition.value, path.basename(order.forms));
  if (faults.length > 0) return { ok: false, faults };
  const certifyWith = order.certifyWith === undefined ? undefined : readPrivateKey(order.certifyWith);
  if (certifyWith !== undefined && !certifyWith.ok) return { ok: false, faults: [certifyWith.refusal] };
  const { payload, signature, keyId, kind } = definition.value.envelope;
  return {
    ok: true,
    order: {
      definition: definition.value,
      envelope: sealEnvelope(kind, payload, keyId, signature),
      forms: forms.forms,
      folder: order.out,
      seed: order.seed,
      cost: order.cost,
      random: systemRandom,
      software: SOFTWARE,
      ...(certifyWith === undefined ? {} : { certifyWith: certifyWith.value }),
    },
  };
}

/** Reads and verifies a definition file. */
export function loadDefinition(file: string): Result<SignedDefinition> {
  const bytes = readBytes(file);
  if (!bytes.ok) return bytes;
  const envelope = parseEnvelopeFile(bytes.value);
  const definition = envelope.ok ? readDefinition(envelope.value) : envelope;
  return definition.ok
    ? definition
    : { ok: false, refusal: { ...definition.refusal, place: definition.refusal.place ?? path.basename(file) } };
}

function judgeRehearsal({ content, commission }: SignedDefinition, { anchor, out }: Order): Result<undefined> {
  if (content.kind === 'live') return refuse('R-LIVE-ELECTION', 'this is the definition of a live election; only rehearsals are played');
  const issued = [...content.officials, ...content.agents].filter(({ key }) => key !== undefined).map(({ id }) => id);
  if (issued.length > 0) return refuse('R-KEY-NOT-NAMED', `the definition names keys that a rehearsal does not hold: ${issued.join(', ')}`);
  const officials = content.officials.filter(({ role }) => role !== 'clerk').length;
  const clerks = content.officials.length - officials;
  if (officials < 2 || clerks < 2)
    return refuse('R-OFFICIALS-TOO-FEW', `a rehearsal needs two officials and two clerks; there are ${officials} and ${clerks}`);
  if (existsSync(path.join(out, DATABASE_FILE)))
    return refuse('R-CENTRE-EXISTS', 'a centre is in this folder already; nothing is overwritten', out);
  if (anchor === undefined) return ok(undefined);
  const key = readPublicKey(anchor);
  if (!key.ok) return key;
  return key.value.id === commission.id ? ok(undefined) : refuse('E-SIGNATURE', 'the definition is not signed by this key', anchor);
}

/** A form is disregarded only where valid votes exceed the register (rule b): a row that asks for it otherwise is a fault. */
function undisregardable(forms: readonly PaperForm[], { content }: SignedDefinition, file: string): readonly Refusal[] {
  const register = new Map(content.stations.map(({ code, registered }) => [code, registered]));
  return forms.flatMap(({ ruling, figures, station, line }) => {
    if (ruling !== 'disregard') return [];
    const valid = figures?.valid;
    if (typeof valid === 'number' && valid > (register.get(station) ?? 0)) return [];
    return [
      {
        code: 'R-NOT-DISREGARDABLE' as const,
        place: `${file}:${line}:ruling`,
        detail: 'valid votes do not exceed the registered voters of the station',
      },
    ];
  });
}

async function runRehearsal(order: Omit<RehearsalOrder, 'onPhase' | 'onStep'>, io: CommandIo): Promise<number> {
  const began = performance.now();
  let bar: Progress = progress(io, '', 0);
  const onPhase = (title: string, steps: number) => {
    bar.done();
    bar = progress(io, title.padEnd(8), steps);
  };
  try {
    const rehearsed = await play({ ...order, onPhase, onStep: () => bar.step() });
    bar.done();
    tell(io, order, rehearsed, performance.now() - began);
    return rehearsed.count.undetected === 0 ? DONE : FAULTY;
  } catch (error) {
    bar.done();
    const reason = error instanceof RehearsalStopped ? error.message : `${order.folder}: ${troubleOf(error)}`;
    io.err(`the rehearsal stopped: ${reason}\n`);
    return FAULTY;
  }
}

function tell(
  io: CommandIo,
  order: Omit<RehearsalOrder, 'onPhase' | 'onStep'>,
  { count, acts, bundles }: Rehearsed,
  milliseconds: number,
): void {
  const { content } = order.definition;
  const outcomes = [...count.outcomes].sort().map(([outcome, number]) => `${number} ${outcome}`);
  io.out(`REHEARSAL  ${content.title}, ${content.constituency.name}\n`);
  io.out(
    `  ${order.forms.length} rows played, ${acts} acts in the journal, ${count.scans} scans, ${count.receipts} receipts, ${(milliseconds / 1000).toFixed(1)} s\n`,
  );
  io.out(
    `  entries made ${count.entries}, keying errors seeded ${count.slips}, differences caught ${count.caught}, readings made ${count.readings}\n`,
  );
  io.out(`  figures that differ from the paper after all: ${count.undetected}\n`);
  io.out(`  rulings ${count.rulings}; sign-offs: ${outcomes.join(', ') || 'none'}\n`);
  for (const { contest, file, content: summary } of bundles) {
    const { totals, stationCounts: counts } = summary;
    io.out(
      `  ${contest}: ${counts.counted} of ${summary.stations.length} stations counted; votes ${totals.votes.join(' / ')}; valid ${totals.valid}; rejected ${totals.rejected}\n`,
    );
    io.out(`    ${file}\n`);
  }
  io.out(`  definition ${groupsOf(order.definition.digest).join(' ')}\n`);
}
