/**
 * The largest form and the longest words a night can bring: 33 candidates, names of sixty characters, sixteen agents, in the state of
 * a busy evening. Rooms are looked at with it, because whatever fits here fits everywhere.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Figures } from '../../core/acts.ts';
import { DEFAULT_THRESHOLDS, readDefinition } from '../../core/definition.ts';
import { parseEnvelopeFile, sealEnvelope } from '../../core/envelope.ts';
import { candidateRow } from '../../core/form.ts';
import { must } from '../../core/result.ts';
import { systemRandom } from '../../db/random.ts';
import { privateKeyFromSeed, SEED_LENGTH } from '../../db/signing.ts';
import { openCentres } from '../../main/centres.ts';
import type { DefinitionDraft } from '../../main/define/definition-folder.ts';
import { signDefinition } from '../../main/define/sign.ts';
import { systemClock } from '../../main/office/clock.ts';
import { createOffice } from '../../main/office/office.ts';
import { EVENING_MINUTES, playEvening } from '../../main/practice/evening.ts';
import { eveningClock } from '../../main/practice/evening-clock.ts';
import { markPractice, PRACTICE_PASSPHRASE } from '../../main/practice/practice-words.ts';
import { assemble } from '../../main/rehearse/cast.ts';
import type { Part } from '../../main/rehearse/waves.ts';
import { SOFTWARE } from '../../main/software.ts';

const CANDIDATES = 33;
const AGENTS = 16;
const STATIONS = 12;
const LONG = 60;

/** A name that fills its sixty characters. */
function longName(beginning: string): string {
  return `${beginning} Wanyangumi wa Magunia ya Karatasi Nyeupe Kabisa za Mashariki ya Mbali`.slice(0, LONG);
}

function draft(): DefinitionDraft {
  const wards = [
    { code: '9001', name: longName('Wadi ya Kwanza') },
    { code: '9002', name: longName('Wadi ya Pili') },
  ];
  const candidates = Array.from({ length: CANDIDATES }, (_, at) => ({
    number: at + 1,
    name: longName(`Mgombea ${at + 1}`),
    party: longName(`Chama ${at + 1}`),
  }));
  const stations = Array.from({ length: STATIONS }, (_, at) => ({
    code: `900901900${(at % 2) + 1}${String(at + 1).padStart(3, '0')}01`,
    name: longName(`Shule ${at + 1}`),
    ward: wards[at % 2]?.code ?? '',
    registered: 700,
  }));
  const agents = Array.from({ length: AGENTS }, (_, at) => ({
    id: `A${String(at + 1).padStart(2, '0')}`,
    name: longName(`Wakala ${at + 1}`),
    party: candidates[at]?.party ?? '',
    contests: [],
  }));
  const official = (id: string, role: 'ro' | 'dro' | 'clerk') => ({ id, role, name: longName(`Afisa ${id}`) });
  return {
    id: 'worst-case',
    title: longName('Uchaguzi'),
    date: '2031-02-03',
    kind: 'rehearsal',
    commission: { name: longName('Tume') },
    county: { code: '900', name: longName('Kaunti') },
    constituency: { code: '901', name: longName('Eneo Bunge') },
    stationCap: 700,
    thresholds: DEFAULT_THRESHOLDS,
    responseMinutes: 1,
    soloMinutes: 5,
    agentsPerParty: 1,
    wallShowsTotals: true,
    wards,
    stations,
    contests: [
      { id: 'president', title: longName('Rais'), formA: '34A', formB: '34B', candidates },
      { id: 'ward', title: longName('Mwakilishi'), formA: '36A', formB: '36B', ward: '9002', candidates: candidates.slice(0, 3) },
    ],
    parties: candidates.map(({ party }) => ({ name: party })),
    agents,
    officials: [official('RO1', 'ro'), official('DRO1', 'dro'), official('C1', 'clerk'), official('C2', 'clerk'), official('C3', 'clerk')],
  };
}

/** A paper whose arithmetic is right, but for the fourth, where line 1 was written into line 2. */
function partOf(contest: string, station: string, candidates: number, at: number): Part {
  const votes = Array.from({ length: candidates }, (_, number) => 3 + ((number * 7 + at) % 15));
  const valid = votes.reduce((sum, count) => sum + count, 0);
  const rejected = at === 3 ? 700 : 4;
  const rows = Object.fromEntries(votes.map((count, number) => [candidateRow(number + 1), count]));
  const figures: Figures = { ...rows, tableTotal: valid, registered: 700, rejected, objected: 1, disputed: 0, valid };
  const reason = 'As written on the paper.';
  return { paper: { line: at + 1, contest, station, serial: `A${1000 + at}`, figures }, isAside: false, reason };
}

/** Makes the centre below `root`, as the one that the app opens; everybody has the practice words. */
export async function createWorstCase(root: string): Promise<string> {
  const { bytes } = signDefinition(draft(), privateKeyFromSeed(systemRandom(SEED_LENGTH)));
  const opened = must(parseEnvelopeFile(bytes));
  const definition = must(readDefinition(opened));
  const centres = openCentres(root);
  const folder = centres.newPracticeFolder();
  const clock = eveningClock(systemClock, EVENING_MINUTES);
  const envelope = sealEnvelope(opened.kind, opened.payload, opened.keyId, opened.signature);
  const office = must(createOffice(folder, definition, envelope, { software: SOFTWARE, clock }));
  markPractice(folder);
  const { content } = definition;
  const onStep = () => undefined;
  const castings = { office, clock, definition: content, random: systemRandom, cost: 2 ** 10, passphrase: PRACTICE_PASSPHRASE, onStep };
  const cast = await assemble(castings);
  const papers = content.stations.map(({ code }, at) => partOf('president', code, CANDIDATES, at));
  const wardPapers = content.stations.filter(({ ward }) => ward === '9002').map(({ code }, at) => partOf('ward', code, 3, at));
  await playEvening({ cast, definition: content, papers, wardPapers, onStep });
  office.close();
  must(centres.setCurrent(folder));
  writeFileSync(path.join(folder, 'definition.json'), bytes);
  return folder;
}
