import type words from '../en/scan.ts';
import type { Same } from '../same.ts';

export default {
  scan: 'Picha ya karatasi',
  numbered: 'Picha {{number}} kati ya {{total}}',
  about: 'kB {{size}}, {{kind}}',
  kinds: {
    'image/jpeg': 'aina ya JPEG',
    'image/png': 'aina ya PNG',
    'application/pdf': 'aina ya PDF',
  },
  page: 'ukurasa {{page}} kati ya {{pages}}',
  pictureOf: 'Picha {{number}} kati ya {{total}}, ukurasa {{page}}',
  coming: 'Picha inasomwa.',
  troubles: {
    missing: 'Picha hii haipo au imeharibika kwenye mashine hii. Alama yake imo kwenye jarida; tazama karatasi.',
    broken: 'Picha hii haiwezi kuonyeshwa: faili imeharibika au si picha kamili. Tazama karatasi.',
    tooMuch: 'Picha hii haionyeshwi: kuichora kungeitumia mashine kupita karatasi yoyote. Tazama karatasi.',
    empty: 'Ukurasa huu ni mtupu, au picha yake haikuweza kuchorwa. Tazama karatasi.',
  },
  none: 'Hakuna picha',
  noneBecause: 'Hakuna picha: {{reason}}',
  attach: 'Ambatisha picha',
  tools: 'Zana za picha',
  larger: 'Kuza',
  smaller: 'Punguza',
  fit: 'Ukurasa mzima',
  turn: 'Zungusha',
  ruler: 'Rula',
  dim: 'Fifiza',
  before: 'Uliotangulia',
  next: 'Unaofuata',
  hint: 'Ndani ya kisanduku: pamoja na Alt. Shift na mishale husogeza.',
} satisfies Same<typeof words>;
