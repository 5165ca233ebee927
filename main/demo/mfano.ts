/**
 * The places and people of the demonstration, all made up: county Karatasi (paper), constituency Mfano (example), wards Kalamu,
 * Wino and Muhuri (pen, ink and seal). Schools are called after things in an office, people after animals and trees, so that nobody
 * can be mistaken for anybody.
 */
import type { Contest } from '../../core/definition.ts';

export interface DemoStation {
  readonly code: string;
  readonly name: string;
  readonly wardCode: string;
  readonly wardName: string;
  readonly registered: number;
}

export interface DemoContest {
  readonly id: string;
  readonly title: string;
  readonly formA: Contest['formA'];
  readonly formB: Contest['formB'];
  readonly ward?: string;
  readonly candidates: readonly (readonly [name: string, party: string])[];
}

export const COUNTY = { code: '900', name: 'Karatasi' };
export const CONSTITUENCY = { code: '901', name: 'Mfano' };
export const WARDS = [
  { code: '9001', name: 'Kalamu', centres: ['Bahasha', 'Daftari', 'Herufi', 'Kitabu'] },
  { code: '9002', name: 'Wino', centres: ['Jedwali', 'Nambari', 'Orodha', 'Stempu'] },
  { code: '9003', name: 'Muhuri', centres: ['Kiti', 'Meza', 'Saa', 'Taa'] },
] as const;
export const STREAMS = ['01', '02'] as const;

export const DEMO_CONTESTS: readonly DemoContest[] = [
  {
    id: 'president',
    title: 'President',
    formA: '34A',
    formB: '34B',
    candidates: [
      ['Twiga Mbuyu', 'Kite Party'],
      ['Kobe Mwembe', 'Lantern Party'],
      ['Tausi Mnazi', 'Drum Alliance'],
      ['Sungura Mkoko', 'Canoe Movement'],
      ['Kipepeo Mtini', 'Independent'],
    ],
  },
  {
    id: 'ward-wino',
    title: 'Member of County Assembly, Wino',
    formA: '36A',
    formB: '36B',
    ward: '9002',
    candidates: [
      ['Kanga Mlimao', 'Kite Party'],
      ['Paa Mpera', 'Drum Alliance'],
      ['Ndege Mkungu', 'Independent'],
    ],
  },
];

/** One of them is there for the ward only. */
export const AGENTS = [
  ['A1', 'Nyuki Mkuyu', 'Kite Party', ''],
  ['A2', 'Chura Mchungwa', 'Lantern Party', ''],
  ['A3', 'Kima Mparachichi', 'Drum Alliance', ''],
  ['A4', 'Njiwa Mzeituni', 'Canoe Movement', ''],
  ['A5', 'Pomboo Mvinje', 'Independent', ''],
  ['A6', 'Kware Mkwaju', 'Independent', 'ward-wino'],
] as const;

export const OFFICIALS = [
  ['RO1', 'Bundi Mzambarau', 'ro'],
  ['DRO1', 'Korongo Mninga', 'dro'],
  ['C1', 'Chungu Mdalasini', 'clerk'],
  ['C2', 'Panzi Mkarafuu', 'clerk'],
  ['C3', 'Kerengende Mwarobaini', 'clerk'],
  ['C4', 'Jongoo Mtende', 'clerk'],
] as const;
