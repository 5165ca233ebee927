/**
 * An invented centre of one contest whose every name, scan and size a test chooses, played through the same office as on the day. On
 * the way it leaves a provisional bundle, then a receipt that is newer than it, then the declared bundle in both editions.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Figures } from '../../core/acts.ts';
import type { Edition } from '../../core/bundle.ts';
import { DEFAULT_THRESHOLDS, readDefinition } from '../../core/definition.ts';
import { parseEnvelopeFile, sealEnvelope } from '../../core/envelope.ts';
import { candidateRow } from '../../core/form.ts';
import { toPem } from '../../core/keys.ts';
import { readReceipt } from '../../core/receipt.ts';
import { must, present } from '../../core/result.ts';
import { provideNative } from '../../db/native.ts';
import { systemRandom } from '../../db/random.ts';
import { privateKeyFromSeed, publicKeyOf, SEED_LENGTH } from '../../db/signing.ts';
import { bundleOf, writeBundle } from '../../main/bundle/export.ts';
import type { DefinitionDraft } from '../../main/define/definition-folder.ts';
import { signDefinition } from '../../main/define/sign.ts';
import { createOffice, type Office } from '../../main/office/office.ts';
import { assemble, type Cast } from '../../main/rehearse/cast.ts';
import { declare } from '../../main/rehearse/day.ts';
import { newCount } from '../../main/rehearse/report.ts';
import { simulatedClock } from '../../main/rehearse/simulated-clock.ts';
import { type Part, playForms } from '../../main/rehearse/waves.ts';
import { seeded } from '../../main/seeded.ts';
import { SOFTWARE } from '../../main/software.ts';

provideNative();

const CONTEST = 'president';
const REGISTERED = 700;

export interface Invented {
  readonly stations: number;
  readonly agents: number;
  readonly candidates: number;
  /** What everybody and everything is called. */
  readonly nameOf: (beginning: string) => string;
  /** The scan of the form at a place; the practice paper where none is given. */
  readonly scanAt?: (place: number) => Uint8Array;
}

export interface InventedCentre {
  /** Files: the provisional bundle, the declared one in its two editions, the commission's public key, the receipt. */
  readonly provisional: string;
  readonly official: string;
  readonly public: string;
  readonly anchor: string;
  readonly receipt: string;
  /** The same agent's next receipt, taken after the declaration. */
  readonly nextReceipt: string;
  /** What the square code on the slip says. */
  readonly receiptLine: string;
}

export async function playInvented(folder: string, invented: Invented): Promise<InventedCentre> {
  mkdirSync(folder, { recursive: true });
  const key = privateKeyFromSeed(systemRandom(SEED_LENGTH));
  const opened = must(parseEnvelopeFile(signDefinition(draftOf(invented), key).bytes));
  const definition = must(readDefinition(opened));
  const envelope = sealEnvelope(opened.kind, opened.payload, opened.keyId, opened.signature);
  const clock = simulatedClock('2031-02-03T14:00:00.000Z');
  const office = withScans(
    must(createOffice(path.join(folder, 'centre'), definition, envelope, { clock, random: systemRandom, software: SOFTWARE })),
    invented.scanAt,
  );
  const casting = { office, clock, definition: definition.content, random: systemRandom, cost: 1024, onStep: () => undefined };
  const cast = await assemble(casting);
  await cast.byTwo({ kind: 'centre-opened', body: { present: [] } });
  for (const agent of cast.agents) {
    await cast.become(agent);
    cast.act({ kind: 'agent-signed-in', body: {} });
  }
  const random = seeded(2);
  await playForms({ cast, definition: definition.content, random, count: newCount(), onForm: () => undefined }, partsOf(invented));
  const write = (name: string, edition: Edition) => writeOne(office, path.join(folder, `${name}.bundle.zip`), edition);
  const provisional = write('provisional', 'official');
  const receipt = await takeReceipt(cast);
  await declare(cast, CONTEST, random, definition.content.responseMinutes);
  const files = { provisional, official: write('official', 'official'), public: write('public', 'public') };
  const kept = { anchor: path.join(folder, 'commission.pub'), receipt: path.join(folder, 'receipt.json') };
  const nextReceipt = path.join(folder, 'next-receipt.json');
  writeFileSync(nextReceipt, await takeReceipt(cast));
  writeFileSync(kept.anchor, toPem(publicKeyOf(key)));
  writeFileSync(kept.receipt, receipt);
  office.close();
  return { ...files, ...kept, nextReceipt, receiptLine: must(readReceipt(receipt)).line };
}

async function takeReceipt(cast: Cast): Promise<Uint8Array> {
  const agent = present(cast.agents[0], 'an agent');
  await cast.become(agent);
  return must(cast.office.issueReceipt(agent));
}

function withScans(office: Office, scanAt: Invented['scanAt']): Office {
  if (scanAt === undefined) return office;
  let place = 0;
  return { ...office, attachScan: (form, _, source) => office.attachScan(form, scanAt(place++), source) };
}

function writeOne(office: Office, file: string, edition: Edition): string {
  const source = { centre: office.centre(), store: office.store, scans: office.scans, device: office.device };
  writeBundle(file, must(bundleOf(source, { contest: CONTEST, edition })));
  return file;
}

// ---- the definition and its papers -------------------------------------------------------------------------------------------

function draftOf({ stations, agents, candidates, nameOf }: Invented): DefinitionDraft {
  const parties = Array.from({ length: Math.max(candidates, agents) }, (_, at) => nameOf(`Party ${at + 1}`));
  const official = (id: string, role: 'ro' | 'dro' | 'clerk') => ({ id, role, name: nameOf(`Official ${id}`) });
  return {
    id: 'invented',
    title: nameOf('Election'),
    date: '2031-02-03',
    kind: 'rehearsal',
    commission: { name: nameOf('Commission') },
    county: { code: '900', name: nameOf('County') },
    constituency: { code: '901', name: nameOf('Constituency') },
    stationCap: REGISTERED,
    thresholds: DEFAULT_THRESHOLDS,
    responseMinutes: 1,
    soloMinutes: 5,
    agentsPerParty: 1,
    wallShowsTotals: true,
    wards: [{ code: '9001', name: nameOf('Ward') }],
    stations: Array.from({ length: stations }, (_, at) => ({
      code: stationCode(at),
      name: nameOf(`Station ${at + 1}`),
      ward: '9001',
      registered: REGISTERED,
    })),
    contests: [
      {
        id: CONTEST,
        title: nameOf('President'),
        formA: '34A',
        formB: '34B',
        candidates: Array.from({ length: candidates }, (_, at) => ({
          number: at + 1,
          name: nameOf(`Candidate ${at + 1}`),
          party: parties[at] ?? '',
        })),
      },
    ],
    parties: parties.map((name) => ({ name })),
    agents: Array.from({ length: agents }, (_, at) => ({
      id: `A${at + 1}`,
      name: nameOf(`Agent ${at + 1}`),
      party: parties[at] ?? '',
      contests: [],
    })),
    officials: [official('RO1', 'ro'), official('DRO1', 'dro'), ...[1, 2, 3, 4, 5, 6].map((at) => official(`C${at}`, 'clerk'))],
  };
}

function stationCode(at: number): string {
  return `9009019001${String(at + 1).padStart(3, '0')}01`;
}

/** Papers whose arithmetic is right, but for the third, where line 1 was written into line 2. */
function partsOf({ stations, candidates }: Invented): readonly Part[] {
  return Array.from({ length: stations }, (_, at) => {
    const votes = Array.from({ length: candidates }, (_, number) => 3 + ((number * 7 + at * 11) % 41));
    const valid = votes.reduce((sum, count) => sum + count, 0);
    const rows = Object.fromEntries(votes.map((count, number) => [candidateRow(number + 1), count]));
    const rejected = at === 2 ? REGISTERED : 4;
    const figures: Figures = { ...rows, tableTotal: valid, registered: REGISTERED, rejected, objected: 1, disputed: 0, valid };
    const paper = { line: at + 1, contest: CONTEST, station: stationCode(at), serial: `A${1000 + at}`, figures };
    return { paper, isAside: false, reason: 'As written on the paper.' };
  });
}
