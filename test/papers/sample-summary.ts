/**
 * Summaries for the tests of papers: as many stations, candidates and agents as asked for, with every kind of disposition, figures
 * that are blank or unreadable, long names and long reasons. Always the same for the same order.
 */
import type { Figures } from '../../core/acts.ts';
import type { Contest } from '../../core/definition.ts';
import { candidateRow, closingWord } from '../../core/form.ts';
import type { Particulars } from '../../core/particulars.ts';
import {
  countedFigures,
  type Disposition,
  type SummaryContent,
  type SummaryFinding,
  type SummaryForm,
  type SummaryStation,
} from '../../core/summary.ts';
import { tally } from '../../core/tally.ts';
import { seeded } from '../../main/seeded.ts';

export interface SampleOrder {
  readonly stations: number;
  readonly candidates: number;
  readonly agents?: number;
  readonly formB?: Contest['formB'];
  readonly kind?: 'live' | 'rehearsal';
  readonly version?: number;
  /** What becomes of the station at a place; counted where nothing is said. */
  readonly dispositions?: Readonly<Record<number, Disposition>>;
  readonly longNames?: boolean;
  /** Takes the place of the figures that are made up. */
  readonly lines?: readonly SampleLine[] | undefined;
  readonly supersedes?: Pick<SummaryContent, 'supersedes' | 'changes' | 'reason'>;
}
/** One station of a record: its code and name, and what was written. */
export interface SampleLine {
  readonly code: string;
  readonly name: string;
  readonly registered: number;
  readonly rejected: number;
  readonly votes: readonly number[];
}

const GIVEN = ['Achieng', 'Baraka', 'Cherono', 'Dalmas', 'Esther', 'Fatuma', 'Gathoni', 'Hassan', 'Imani', 'Juma', 'Kipchoge', 'Lokwang'];
const FAMILY = ['Abuya', 'Barasa', 'Chelimo', 'Dido', 'Ekai', 'Farah', 'Githinji', 'Halake', 'Isutsa', 'Jebet', 'Kimwele', 'Lekishon'];
const PLACES = [
  'Lemolo Social Hall',
  'Nyasaro Health Centre',
  'Makutani Polytechnic',
  'Shirakwe Secondary School',
  'Bonderi Market',
  'Iruma Chief’s Camp',
];
export const LONG_NAME = 'Kwanjenga–Mbuyuni Community Resource Centre and Dispensary 1';
const LONG_PERSON = 'Wanjiru Nyambura Chepkemoi Atieno Mwanajuma Lokwang’orio Abdi';
export const LONG_REASON =
  'The copy that my principal’s agent brought from the station shows another figure in the second row, the presiding officer did not sign page three in my presence, and the seal of the box had another number than the one read out when the station closed; I asked twice for the box to be opened and was told to wait until the morning. '
    .repeat(2)
    .trim();

export function sampleContest({ candidates, formB = '34B', longNames = false }: SampleOrder): Contest {
  const title = formB === '36B' ? 'Member of County Assembly, Kapsaret North Ward' : 'President';
  const list = Array.from({ length: candidates }, (_, at) => ({
    number: at + 1,
    name:
      longNames && at % 7 === 2
        ? LONG_PERSON
        : `${GIVEN[at % GIVEN.length]} ${GIVEN[(at * 5 + 3) % GIVEN.length]} ${FAMILY[(at * 7) % FAMILY.length]}`,
    party: at % 4 === 3 ? 'Independent' : `${FAMILY[(at * 3) % FAMILY.length]} Peoples’ Movement`,
  }));
  const formA = `${formB.slice(0, 2)}A` as Contest['formA'];
  return { id: formB === '36B' ? 'mca-0581' : 'president', title, formA, formB, candidates: list };
}

export function sampleContent(order: SampleOrder): SummaryContent {
  const { kind = 'live', version = 1, agents = 6, formB = '34B' } = order;
  const contest = sampleContest(order);
  const stations = Array.from({ length: order.stations }, (_, at) => sampleStation(order, contest, at));
  const { totals, lacking } = tally(contest, countedFigures(stations));
  return {
    kind: 'summary',
    election: { digest: 'd'.repeat(64), id: 'sample-2027', title: 'General election 2027', date: '2027-08-10', kind },
    journal: 'a'.repeat(64),
    county: { code: '051', name: 'Sironge' },
    constituency: { code: '117', name: 'Marenga East' },
    contest,
    word: closingWord(formB),
    version,
    prepared: { at: '2027-08-11T01:52:07.125Z', by: 'RO-117', head: { size: 3184, root: 'b18c07e952fa3d60'.repeat(4) } },
    software: { version: 'countersign 0.1.0', digest: 'e'.repeat(64) },
    ...order.supersedes,
    agents: Array.from({ length: agents }, (_, at) => ({
      agent: `AG-${at + 1}`,
      name: `${GIVEN[(at * 3) % GIVEN.length]} ${FAMILY[(at * 5) % FAMILY.length]}`,
      party: contest.candidates[at % contest.candidates.length]?.party ?? '-',
    })),
    people: [
      { person: 'RO-117', role: 'ro', name: 'Josephine Wairimu Kaberia', key: 'A'.repeat(59) },
      { person: 'DRO-117', role: 'dro', name: 'Peter Lemaiyan Sankale', key: 'B'.repeat(59) },
    ],
    stations,
    stationCounts: countsOf(stations),
    totals,
    lacking,
    disregarded: stations.flatMap(({ station, disposition, form }) =>
      disposition === 'disregarded' && form !== undefined
        ? [
            {
              station,
              ground: ['b'],
              figures: form.figures,
              totalsWith: tally(contest, [...countedFigures(stations), form.figures]).totals,
            },
          ]
        : [],
    ),
    errorReport: stations.flatMap(({ station, form }) =>
      (form?.findings ?? []).map((finding) => ({ ...finding, station, form: form?.form ?? '', figures: form?.figures ?? {} })),
    ),
  };
}

// ---- one station -------------------------------------------------------------------------------------------------------------

function sampleStation(order: SampleOrder, contest: Contest, at: number): SummaryStation {
  const disposition = order.dispositions?.[at] ?? 'counted';
  const line = order.lines?.[at] ?? inventedLine(order, at);
  const hasForm = disposition === 'counted' || disposition === 'disregarded';
  return {
    station: line.code,
    name: line.name,
    ward: '0581',
    register: line.registered,
    disposition,
    ...(hasForm ? { form: sampleForm(contest, line, at, disposition) } : {}),
    ...(hasForm || disposition === 'awaited' || disposition === 'in-hand'
      ? {}
      : { closed: { reason: `The store room was flooded (${at}).`, by: 'RO-117', witnesses: ['AG-1'] } }),
    setAside:
      at === 3 ? [{ form: `f.${at}.2`, revision: 1, serial: 'B-00417', reason: 'a second paper of this station', by: 'RO-117' }] : [],
  };
}

function inventedLine({ candidates, longNames = false }: SampleOrder, at: number): SampleLine {
  const { below } = seeded(at + 17);
  const votes = Array.from({ length: candidates }, () => below(candidates > 12 ? 24 : 160));
  const cast = votes.reduce((sum, count) => sum + count, 0);
  const name = longNames && at % 5 === 1 ? LONG_NAME : `${PLACES[at % PLACES.length]}, ${(at % 4) + 1} of 4`;
  const [ward, centre, stream] = [
    `0${581 + Math.floor(at / 40)}`,
    String((Math.floor(at / 4) % 40) + 1).padStart(3, '0'),
    String((at % 4) + 1).padStart(2, '0'),
  ];
  return { code: `051117${ward}${centre}${stream}`, name, registered: cast + 40 + below(90), rejected: below(9), votes };
}

const SOUND: Particulars = {
  serial: 'A-1', book: '1', copy: 'original', stamp: 'yes', watermark: 'yes', presidingOfficerSigned: 'yes', presidingOfficerDated: 'yes',
  deputySigned: 'yes', deputyDated: 'yes', pagesComplete: 'yes', alterations: 'none', stationAsExpected: 'yes',
}; // biome-ignore format: one paper

function sampleForm(
  contest: Contest,
  { votes, registered, rejected, code }: SampleLine,
  at: number,
  disposition: Disposition,
): SummaryForm {
  const valid = votes.reduce((sum, count) => sum + count, 0);
  const figures: Record<string, Figures[string]> = { registered, rejected, objected: 0, disputed: 0, valid, tableTotal: valid };
  contest.candidates.forEach((candidate, place) => {
    figures[candidateRow(candidate.number)] = votes[place] ?? 0;
  });
  if (at % 50 === 20) figures.rejected = 'blank';
  if (at % 50 === 30) figures.valid = 'unreadable';
  return {
    form: `${contest.id}.${code}.1`, revision: 1, particulars: SOUND, figures, decisions: [], findings: sampleFindings(figures, at, disposition),
    scans: at % 40 === 11 ? [] : [{ digest: 'c'.repeat(64), mediaType: 'image/jpeg', size: 1 }],
    ...(at % 40 === 11 ? { scanAbsent: 'the scanner had no power' } : {}),
    receivedBy: 'C-1', typedBy: ['C-1', 'C-2'], openedBy: 'RO-117', acceptedBy: 'DRO-117', outcomes: [],
  }; // biome-ignore format: one form
}

function sampleFindings(figures: Figures, at: number, disposition: Disposition): readonly SummaryFinding[] {
  const ruled = { by: 'RO-117', witnesses: ['AG-1', 'AG-2'] };
  const over = {
    code: 'F04',
    fields: ['valid', 'register'],
    inputs: { valid: figures.valid ?? 0, register: 1 },
    difference: 412,
    ruling: 'disregard' as const,
    ground: 'b' as const,
    reason: 'more valid votes than registered voters, by 412',
    ...ruled,
  };
  const blank = {
    code: 'F12',
    fields: ['rejected'],
    inputs: { rows: ['rejected'] },
    ruling: 'count' as const,
    reason: 'the officer left the box empty; the diary says none',
    ...ruled,
  };
  const lines = {
    code: 'F02',
    fields: ['tableTotal', 'valid'],
    inputs: { tableTotal: figures.tableTotal ?? 0, valid: 7 },
    difference: 3,
    ruling: 'count' as const,
    reason: 'a slip of addition, both stand',
    ...ruled,
  };
  return [...(disposition === 'disregarded' ? [over] : []), ...(at % 50 === 20 ? [blank] : []), ...(at % 9 === 4 ? [lines] : [])];
}

function countsOf(stations: readonly SummaryStation[]): SummaryContent['stationCounts'] {
  const count = (disposition: Disposition) => stations.filter((station) => station.disposition === disposition).length;
  return {
    counted: count('counted'), disregarded: count('disregarded'), setAside: count('set-aside'), notHeld: count('not-held'), postponed: count('postponed'),
    lost: count('lost'), cancelled: count('cancelled'), inHand: count('in-hand'), awaited: count('awaited'),
  }; // biome-ignore format: one line a kind
}
