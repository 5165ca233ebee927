/**
 * The centres that the benchmarks measure: invented constituencies of a given size, filled through the same office as on the day.
 * Every `perform` is timed from the moment it is asked for until the journal has it, so that the same kinds of acts can be compared
 * early and late in the night.
 */
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { DEFAULT_THRESHOLDS, readDefinition, type SignedDefinition } from '../../core/definition.ts';
import { parseEnvelopeFile, sealEnvelope } from '../../core/envelope.ts';
import { must } from '../../core/result.ts';
import { systemRandom } from '../../db/random.ts';
import type { DefinitionDraft } from '../../main/define/definition-folder.ts';
import { signDefinition } from '../../main/define/sign.ts';
import type { PaperForm } from '../../main/forms-file.ts';
import { createOffice, type Office } from '../../main/office/office.ts';
import { assemble, type Cast } from '../../main/rehearse/cast.ts';
import { partsOf } from '../../main/rehearse/day.ts';
import { newCount } from '../../main/rehearse/report.ts';
import { simulatedClock } from '../../main/rehearse/simulated-clock.ts';
import { playForms } from '../../main/rehearse/waves.ts';
import { seeded } from '../../main/seeded.ts';
import { SOFTWARE } from '../../main/software.ts';

export interface Size {
  readonly stations: number;
  readonly agents: number;
  /** Acts to be reached. */
  readonly acts: number;
  /** One passphrase for everybody, where somebody is to unlock the centre later. */
  readonly passphrase?: string;
}
/** The largest night and a median one (DOMAIN, Volumes; DESIGN, Budgets). */
export const LARGEST: Size = { stations: 290, agents: 18, acts: 41_000 };
export const MEDIAN: Size = { stations: 160, agents: 11, acts: 15_500 };

const CANDIDATES = 8;
const CONTESTS = 6;

export function inventDefinition({ stations, agents }: Size): SignedDefinition {
  const candidates = Array.from({ length: CANDIDATES }, (_, at) => ({
    number: at + 1,
    name: `Candidate ${at + 1}`,
    party: `Party ${at + 1}`,
  }));
  const draft: DefinitionDraft = {
    id: 'bench',
    title: 'Benchmark',
    date: '2031-02-03',
    kind: 'rehearsal',
    commission: { name: 'Commission of the benchmark' },
    county: { code: '000', name: 'Nowhere' },
    constituency: { code: '000', name: 'Nowhere' },
    stationCap: 700,
    thresholds: DEFAULT_THRESHOLDS,
    responseMinutes: 10,
    soloMinutes: 60,
    agentsPerParty: 1,
    wallShowsTotals: true,
    wards: [{ code: '0001', name: 'Ward' }],
    stations: Array.from({ length: stations }, (_, at) => ({
      code: String(at + 1).padStart(15, '0'),
      name: `Station ${at + 1}`,
      ward: '0001',
      registered: 700,
    })),
    contests: Array.from({ length: CONTESTS }, (_, at) => ({
      id: `contest${at + 1}`,
      title: `Contest ${at + 1}`,
      formA: '34A' as const,
      formB: '34B' as const,
      candidates,
    })),
    parties: candidates.map(({ party }) => ({ name: party })),
    agents: Array.from({ length: agents }, (_, at) => ({
      id: `A${at + 1}`,
      name: `Agent ${at + 1}`,
      party: `Party ${(at % CANDIDATES) + 1}`,
      contests: [],
    })),
    officials: [
      { id: 'RO1', name: 'Returning officer', role: 'ro' as const },
      { id: 'DRO1', name: 'Deputy', role: 'dro' as const },
      ...Array.from({ length: 6 }, (_, at) => ({ id: `C${at + 1}`, name: `Clerk ${at + 1}`, role: 'clerk' as const })),
    ],
  };
  const key = createPrivateKey(generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }));
  return must(readDefinition(must(parseEnvelopeFile(signDefinition(draft, key).bytes))));
}

function inventPapers(definition: SignedDefinition, random: ReturnType<typeof seeded>): readonly PaperForm[] {
  const { stations, contests } = definition.content;
  return stations.flatMap((station, at) =>
    contests.map((contest, which) => {
      const votes = contest.candidates.map(() => random.below(60));
      const valid = votes.reduce((sum, count) => sum + count, 0);
      const rows = votes.map((count, place) => [`candidate${place + 1}`, count] as const);
      const counts = { tableTotal: valid, registered: 700, rejected: random.below(9), objected: 0, disputed: 0, valid };
      return {
        line: 0,
        station: station.code,
        contest: contest.id,
        serial: `S${at}-${which}`,
        figures: { ...Object.fromEntries(rows), ...counts },
      };
    }),
  );
}

export interface FilledCentre {
  readonly folder: string;
  readonly definition: SignedDefinition;
  readonly acts: number;
  /** Milliseconds of each `perform` of one act, in the first wave after the centre opened and in the last wave of all. */
  readonly early: readonly number[];
  readonly late: readonly number[];
}

/** A centre that is open, with everybody signed in, and the forms of its night still to be played. */
export interface BegunNight {
  readonly office: Office;
  readonly definition: SignedDefinition;
  /** How many waves of forms there are. */
  readonly waves: number;
  /** Plays a wave of forms, counted from 0; the time of each `perform` of one act goes into `times`, in milliseconds. */
  playWave(wave: number, times?: number[]): Promise<void>;
}

/** `onOpened` is handed the office before anything is done in it. */
export async function beginNight(
  folder: string,
  size: Size,
  onOpened: (office: Office) => Promise<void> | void = () => {},
): Promise<BegunNight> {
  const definition = inventDefinition(size);
  const clock = simulatedClock('2031-02-03T14:00:00.000Z');
  const { kind, payload, keyId, signature } = definition.envelope;
  const office = must(
    createOffice(folder, definition, sealEnvelope(kind, payload, keyId, signature), { clock, random: systemRandom, software: SOFTWARE }),
  );
  await onOpened(office);
  let sink: number[] | undefined;
  const timed: Office = {
    ...office,
    perform: (commands, id) => timing(() => office.perform(commands, id), commands.length === 1 ? sink : undefined),
  };
  const secret = size.passphrase === undefined ? {} : { passphrase: size.passphrase };
  const casting = { office: timed, clock, definition: definition.content, random: systemRandom, cost: 1024, ...secret, onStep: () => {} };
  const cast = await assemble(casting);
  await cast.byTwo({ kind: 'centre-opened', body: { present: [] } });
  await signEverybodyIn(cast);
  const random = seeded(1);
  const parts = partsOf(inventPapers(definition, random));
  const play = { cast, definition: definition.content, random, count: newCount(), onForm: () => {} };
  const playWave = async (wave: number, times?: number[]) => {
    sink = times;
    await playForms(play, parts.slice(wave * WAVE, (wave + 1) * WAVE));
  };
  return { office, definition, waves: Math.ceil(parts.length / WAVE), playWave };
}

/** Plays forms until the journal has the acts wanted, then one more wave that is timed. */
export async function fillCentre(folder: string, size: Size, onWave: (acts: number) => void): Promise<FilledCentre> {
  const { office, definition, waves, playWave } = await beginNight(folder, size);
  const early: number[] = [];
  const late: number[] = [];
  for (let wave = 0; wave < waves; wave++) {
    const isLast = office.head().size >= size.acts || wave === waves - 1;
    await playWave(wave, wave === 0 ? early : isLast ? late : undefined);
    onWave(office.head().size);
    if (isLast) break;
  }
  const acts = office.head().size;
  office.close();
  return { folder, definition, acts, early, late };
}
const WAVE = 40;

function timing<T>(action: () => T, into: number[] | undefined): T {
  const began = performance.now();
  const result = action();
  into?.push(performance.now() - began);
  return result;
}

async function signEverybodyIn({ agents, become, act }: Cast): Promise<void> {
  for (const agent of agents) {
    await become(agent);
    act({ kind: 'agent-signed-in', body: {} });
  }
}
