/** Ukaguzi wa jarida kwa majina: chumba cha jarida na nyaraka za mahakama. */
import type words from '../en/audit.ts';
import type { Same } from '../same.ts';

export default {
  file: 'majedwali na vizuizi',
  pages: 'kurasa za faili',
  definition: 'ufafanuzi wa uchaguzi',
  journal: 'maingizo, majani na mizizi',
  history: 'historia moja',
  signatures: 'sahihi',
  conduct: 'kanuni zilifuatwa',
  tables: 'majedwali yanafuata',
  scans: 'picha',
  receipts: 'stakabadhi',
} satisfies Same<typeof words>;
