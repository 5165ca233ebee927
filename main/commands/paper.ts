/**
 * `paper`: the official papers as tagged PDF, from a centre's database or, for a contest's form and error report, from its bundle.
 * The same journal gives the same bytes, whoever prints them and whenever.
 */
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { ok, type Result, refuse } from '../../core/result.ts';
import { DEVICE_KEY_FILE } from '../../db/device-key.ts';
import { writeDurably } from '../../db/durable.ts';
import { withFile } from '../define/files.ts';
import { closingCertificate } from '../papers/certificates/closing.ts';
import { openingCertificate } from '../papers/certificates/opening.ts';
import { errorReport } from '../papers/error-report.ts';
import { constituencyForm } from '../papers/form/constituency-form.ts';
import type { Language, Paper } from '../papers/layout/blocks.ts';
import { render } from '../papers/layout/render.ts';
import { summaryInBundle } from '../papers/sources/bundle.ts';
import { summaryIn, withDatabase } from '../papers/sources/database.ts';
import { momentOfPhase } from '../papers/sources/moments.ts';
import type { Told } from '../papers/sources/summaries.ts';
import { type CommandIo, DONE, FAULTY, faultLine, readOptions, UNUSABLE } from './io.ts';

const USAGE = `usage: countersign paper DATABASE --paper form|errors --contest ID --out FILE.pdf [--version N]
       countersign paper DATABASE --paper opening|closing --out FILE.pdf
       countersign paper BUNDLE --paper form|errors --out FILE.pdf

--paper     form is the contest's own, 34B to 39B; errors the report that travels with it
--language  en or sw: of the words on the paper; figures stand in words of both (en by default)
--law       under which law the returning officer declares, in the commission's own words
--version   an earlier declared version; otherwise the version that is ready, else declared, else a provisional account
`;
const OPTIONS = {
  paper: { type: 'string' },
  contest: { type: 'string' },
  out: { type: 'string' },
  language: { type: 'string' },
  law: { type: 'string' },
  version: { type: 'string' },
} as const;
const PAPERS = ['form', 'errors', 'opening', 'closing'] as const;
type PaperName = (typeof PAPERS)[number];

interface Order {
  readonly source: string;
  readonly isBundle: boolean;
  readonly paper: PaperName;
  readonly out: string;
  readonly language: Language;
  readonly law: string;
  readonly contest?: string;
  readonly version?: number;
}

/** Exit codes: 0 written, 1 refused, 2 unusable arguments. */
export async function paper(args: readonly string[], io: CommandIo): Promise<number> {
  const order = readOrder(args);
  if (!order.ok) {
    io.err(order.refusal.code === 'E-USAGE' ? `${order.refusal.detail}\n${USAGE}` : faultLine(order.refusal));
    return UNUSABLE;
  }
  const written = await write(order.value);
  if (!written.ok) {
    io.err(faultLine(written.refusal));
    return FAULTY;
  }
  io.out(`${order.value.out}\n  ${written.value}\n`);
  return DONE;
}

// ---- what is asked for -------------------------------------------------------------------------------------------------------

function readOrder(args: readonly string[]): Result<Order> {
  const options = readOptions({ args: [...args], options: OPTIONS, strict: true, allowPositionals: true });
  if (!options.ok) return options;
  const { values, positionals } = options.value;
  const { paper: name = '', contest, out, language = 'en', law = '', version } = values;
  const [source, ...more] = positionals;
  if (source === undefined || more.length > 0) return refuse('E-USAGE', 'name one database or bundle');
  if (!isPaper(name)) return refuse('E-USAGE', `--paper is one of ${PAPERS.join(', ')}`);
  if (language !== 'en' && language !== 'sw') return refuse('E-USAGE', '--language is en or sw');
  if (out === undefined) return refuse('E-USAGE', '--out is needed');
  if (isKept(out, source)) return refuse('E-USAGE', '--out would overwrite what it is made from');
  if (version !== undefined && !/^[1-9][0-9]{0,5}$/.test(version)) return refuse('E-USAGE', '--version is a whole number from 1');
  if (!existsSync(source)) return refuse('E-FILE', 'there is no such file', source);
  const archive = withFile(source, () => startsAsArchive(source));
  if (!archive.ok) return archive;
  const isBundle = archive.value;
  const flaw = flawIn(name, isBundle, contest, version);
  if (flaw !== undefined) return refuse('E-USAGE', flaw);
  const numbered = version === undefined ? {} : { version: Number(version) };
  return ok({ source, isBundle, paper: name, out, language, law, ...(contest === undefined ? {} : { contest }), ...numbered });
}

function isPaper(name: string): name is PaperName {
  return (PAPERS as readonly string[]).includes(name);
}

/** What does not go together: certificates are of a whole centre, and a bundle is of one contest and one version. */
function flawIn(name: PaperName, isBundle: boolean, contest: string | undefined, version: string | undefined): string | undefined {
  const ofCentre = name === 'opening' || name === 'closing';
  if (ofCentre && isBundle) return `--paper ${name} is of a whole centre: name its database`;
  if (ofCentre && (contest !== undefined || version !== undefined))
    return `--paper ${name} is of a whole centre: no --contest, no --version`;
  if (isBundle && version !== undefined) return 'a bundle is of one version: no --version';
  return !ofCentre && !isBundle && contest === undefined ? '--contest is needed' : undefined;
}

/** A paper must never take the place of a journal, a key or a bundle. */
function isKept(out: string, source: string): boolean {
  const kept = [source, `${source}-wal`, `${source}-shm`, path.join(path.dirname(source), DEVICE_KEY_FILE)];
  return kept.some((file) => path.resolve(file) === path.resolve(out));
}

/** Bundles are recognised by their first bytes, whatever they are called. */
function startsAsArchive(file: string): boolean {
  const start = Buffer.alloc(2);
  const handle = openSync(file, 'r');
  readSync(handle, start);
  closeSync(handle);
  return start.toString('latin1') === 'PK';
}

// ---- the paper ---------------------------------------------------------------------------------------------------------------

async function write(order: Order): Promise<Result<string>> {
  const described = await describePaper(order);
  if (!described.ok) return described;
  const bytes = await render(described.value);
  const written = withFile(order.out, () => writeDurably(order.out, bytes));
  return written.ok ? ok(described.value.title) : written;
}

async function describePaper(order: Order): Promise<Result<Paper>> {
  if (order.isBundle) return fromBundle(order);
  return withDatabase(order.source, (opened) => {
    if (order.paper === 'opening' || order.paper === 'closing') {
      const moment = momentOfPhase(opened.centre, opened.store, order.paper === 'opening' ? 'open' : 'closed');
      if (!moment.ok) return moment;
      const told = { ...moment.value, language: order.language };
      return ok(order.paper === 'opening' ? openingCertificate(told) : closingCertificate(told));
    }
    const summary = summaryIn(opened, order.contest ?? '', order.version);
    return summary.ok ? ok(contestPaper(order, summary.value)) : summary;
  });
}

async function fromBundle(order: Order): Promise<Result<Paper>> {
  const summary = await summaryInBundle(order.source);
  if (!summary.ok) return summary;
  const { id } = summary.value.content.contest;
  if (order.contest !== undefined && order.contest !== id) return refuse('R-NOT-IN-CONTEST', `the bundle is of ${id}`);
  return ok(contestPaper(order, summary.value));
}

function contestPaper({ paper: name, language, law }: Order, told: Told): Paper {
  const { totalsLine, ...subject } = { ...told, language };
  const signed = totalsLine === undefined ? {} : { totalsLine };
  return name === 'errors' ? errorReport(subject) : constituencyForm(subject, { legalText: law, ...signed });
}
