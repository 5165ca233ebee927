import type words from '../en/wall.ts';
import type { Same } from '../same.ts';

export default {
  title: 'Ubao wa ukutani',
  coming: 'Ubao utaanza kituo kikifunguliwa.',
  ofForms: 'kati ya fomu {{stations}}',
  with: 'zenye',
  ofRegistered: 'kati ya wapiga kura {{registered}}',
  asAt: 'saa',
  candidate: 'Mgombea, kwa mpangilio wa karatasi ya kura',
  votesIn: 'Kura katika fomu {{forms}} kati ya {{stations}}',
  ofValid: 'ya kura halali {{valid}}',
  ward: 'Wadi',
  formsIn: 'Fomu zilizojumlishwa',
  ofStations: 'kati ya vituo vyake',
  stage: 'Hali ya fomu',
  stations: 'Vituo',
  ofAll: 'kati ya vituo {{stations}}',
  number: 'Na.',
  page: 'Ukurasa {{page}} kati ya {{pages}}',
  hold: 'shikilia ukurasa',
  held: 'umeshikiliwa; bonyeza kuendelea',
  rejected: 'Kura zilizokataliwa {{rejected}} katika fomu {{forms}} kati ya {{stations}}',
  lacking: 'Takwimu fulani ni tupu au haisomeki kwenye baadhi ya fomu hizi.',
  journal: 'Jarida {{size}}, kichwa',
  keys: '← → ukurasa · 1–9 uchaguzi · T nuru au giza · L lugha · F skrini nzima',
  noTotals: 'Jumla za wagombea hazionyeshwi kwenye ubao huu.',
} satisfies Same<typeof words>;
