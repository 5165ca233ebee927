/** Ukiri wa kituo cha kitaifa wa kupokea muhtasari uliotangazwa: unachaguliwa, unaonyeshwa, unarekodiwa. */
import type words from '../en/acknowledgement.ts';
import type { Same } from '../same.ts';

export default {
  button: 'Rekodi ukiri wa kupokea',
  title: 'Ukiri wa kituo cha kitaifa',
  says: 'Kituo cha kitaifa hutia sahihi ukiri kwa muhtasari uliofika na kuthibitishwa huko. Chagua faili yake; unachosema kinaonyeshwa kabla ya kurekodiwa chochote.',
  choose: 'Chagua faili',
  chooseOther: 'Chagua faili nyingine',
  record: 'Tia sahihi: umerekodiwa',
  leave: 'Ondoka',
  by: 'Umekiriwa na',
  at: 'Ulitiwa sahihi',
  contest: 'Kiti',
  version: 'Toleo',
  digest: 'Alama ya muhtasari uliofika (SHA-256)',
  signer: 'Alama ya ufunguo uliotia sahihi',
  good: 'Umethibitishwa: ndio muhtasari uliotangazwa hapa',
  vouched: {
    commission: 'Umetiwa sahihi kwa ufunguo wa tume yenyewe.',
    certificate: 'Umetiwa sahihi kwa ufunguo ambao tume imeupa cheti chake.',
  },
  bad: 'Hautarekodiwa',
  fault: {
    unreadable: 'Faili hii si ukiri wa kituo cha kitaifa. Chagua faili iliyotoka huko.',
    signature: 'Sahihi hailingani na yanayosemwa na faili: ilibadilishwa baada ya kutiwa sahihi. Kiombe kituo cha kitaifa tena.',
    election: 'Ni wa uchaguzi mwingine, au wa mazoezi.',
    stranger: 'Tume haisimamii ufunguo uliotia sahihi. Mtu yeyote angeweza kuuandika.',
    contest: 'Ni wa kiti ambacho mashine hii haikishiki. Urekodi mahali kiti hicho kinaposhikwa.',
    version: 'Ni wa toleo ambalo halijawahi kutangazwa hapa.',
    summary: 'Muhtasari mwingine umefika huko, si uliotangazwa hapa: alama zinatofautiana. Wasiliana na kituo cha kitaifa mara moja.',
  },
  recordedBefore: 'umerekodiwa tayari',
  notChosen: 'hakuna faili iliyochaguliwa',
  notGood: 'hautarekodiwa',
  recordSays: 'Unatia sahihi kwamba ukiri huu umefika. Kuanzia hapo unasimama kando ya toleo, kila mtu auone.',
} satisfies Same<typeof words>;
