/** The court pack in Kiswahili: the same pages, for whoever reads them in that language. */
import auditChecks from '../../../core/words/sw/audit.ts';
import type { ENGLISH } from './en.ts';
import type { Same } from './same.ts';
import { TABLES_IN_SWAHILI } from './tables-sw.ts';

export const SWAHILI: Same<typeof ENGLISH> = {
  language: 'sw',
  title: 'Nyaraka za mahakama',
  about: 'Dondoo kutoka kwenye jarida lenye sahihi la kituo cha kujumuisha kura, zilizotolewa na programu',
  rehearsal: 'MAZOEZI: hii si kumbukumbu ya uchaguzi',
  contents: 'Yaliyomo',
  contentsOf: (title, number) => `${title} (${number})`,

  audit: {
    title: 'Ukaguzi ulichopata',
    caption: 'Kila ukaguzi, na matokeo yake',
    sound:
      'Kumbukumbu yote ilikaguliwa kabla ya nyaraka hizi kuandikwa: kila ingizo, jani, mzizi, sahihi na kanuni. Hakuna kilichopatikana kuwa kimebadilishwa.',
    altered:
      'KUMBUKUMBU HII IMEBADILISHWA AU IMEHARIBIKA. Yanayofuata yalisomwa kadiri inavyosomeka, na ni ushahidi wa hali iliyomo. Baada ya mahali palipotajwa hapa chini, mpangilio wala yaliyomo hayajathibitishwa.',
    reach: 'Ukaguzi wa historia moja, sahihi na kanuni unafika mahali maingizo yalipokatika, wala hauendelei zaidi.',
    check: 'Ukaguzi',
    outcome: 'Matokeo',
    found: 'Ulichopata',
    passed: 'umefaulu',
    failed: 'UMESHINDWA',
    'not checked': 'haukufanyika',
    brokeOff: (why) => `Kusoma kulikatika, kwa sababu faili yenyewe imeharibika: ${why}`,
    unreadable: (number) => `Maingizo yasiyosomeka tena: ${number}; rejista ya mwisho inayaorodhesha.`,
    checks: auditChecks,
  },

  record: {
    title: 'Kumbukumbu',
    election: 'Uchaguzi',
    constituency: 'Eneo bunge',
    definition: 'Alama ya kidijitali ya ufafanuzi wa uchaguzi',
    journal: 'Jarida',
    entries: 'Maingizo',
    from: 'Tendo la kwanza',
    to: 'Tendo la mwisho',
    head: 'Kichwa cha jarida (mzizi)',
    noHead: 'hakuna: jarida halikuweza kufuatwa hadi mwisho',
    checkpoint: 'Hati ya kichwa cha jarida',
    signed: 'ina sahihi ya ufunguo wa mashine, katika faili checkpoint',
    unsigned: 'haina sahihi hapa, kwa sababu ufunguo wa mashine hauko pamoja na hifadhidata; maandishi yake yamo katika faili checkpoint',
    noCheckpoint: 'hakuna',
    software: 'Programu',
    startedAt: (seqs) => `ilianzishwa kwenye na. ${seqs}`,
    device: 'Ufunguo wa mashine',
    introducedAt: (seq) => `ulitambulishwa kwenye na. ${seq}`,
    unknown: 'haijulikani: haisomeki tena',
  },

  reading: {
    title: 'Jinsi ya kusoma nyaraka hizi',
    lines: [
      'Yote yaliyo hapa yametoka kwenye jarida la kituo. Humo kila tendo lina sahihi ya aliyelifanya, kwa ufunguo wake mwenyewe, au ya mashine inapoeleza jambo lake yenyewe; kila tendo limefungamanishwa na yote yaliyotangulia.',
      'Kila mstari unataja namba ya tendo katika jarida, wakati, nani alilifanya na kwa jukumu gani, na alama ya kidijitali ya kilichotiwa sahihi. Kwa namba na alama hiyo yeyote analipata tendo katika jarida lililochapishwa na kukagua sahihi yake.',
      'Nyakati ni za Afrika Mashariki, na wakati wa jarida (UTC) uko chini yake. Alama za kidijitali zinaonyeshwa kwa makundi ya kwanza; faili ya CSV ya kila rejista inazo nzima, na ina kila mstari.',
      'Sababu na maoni yamenukuliwa neno kwa neno kama yalivyotiwa sahihi. Walichoandika makarani na takwimu za fomu hazimo humu: zimo katika jarida na katika mihtasari.',
    ],
  },

  none: 'Jarida halina tendo kama hilo.',
  inFile: (number, file) => `Mistari ${number}, yote imo katika faili ${file}.`,
  yes: 'ndiyo',
  no: '–',
  second: (effect, seq, person) => (seq === '' ? effect : `${effect} kwenye na. ${seq} na ${person}`),
  proposal: (act, seq) => `${act}, na. ${seq}`,
  revision: (form, revision) => `${form}, marejeo ${revision}`,
  ...TABLES_IN_SWAHILI,

  chart: {
    title: 'Hatua za fomu',
    says: 'Kila hatua ya fomu ni sanduku lenye mstari chini yake. Mshale unatoka kwenye hatua ambayo fomu iko na kufika kwenye hatua ambayo amri inaipeleka; mraba ni amri inayoiacha fomu ilipo. Kisichochorwa hukataliwa na programu.',
    drawn:
      'Mchoro umechorwa na programu kutoka kwenye jedwali lile lile inalotumia kuamua; jedwali lililo chini linasema yayo hayo kwa maneno.',
  },

  certificate: {
    title: 'Cheti cha ushahidi wa kielektroniki: rasimu',
    draft: 'RASIMU. Hakuna kinachothibitishwa hapa hadi mtu anayehusika asome, asahihishe na kutia sahihi kwenye karatasi.',
    under: 'Chini ya',
    whoSays: 'Mimi, niliyetia sahihi hapa chini, natamka kwa ufahamu na imani yangu yote:',
    first: (centre, election) =>
      `1. Nilikuwa na wadhifa wenye dhamana katika uendeshaji wa kompyuta iliyotunza kumbukumbu ya kituo cha kujumuisha kura cha ${centre} katika ${election}.`,
    second: (entries, from, to) =>
      `2. Kumbukumbu hiyo ni jarida linaloelezwa katika nyaraka hizi: maingizo ${entries}, kutoka ${from} hadi ${to}. Ilitolewa na kompyuta hiyo ilipokuwa katika matumizi ya kawaida ya kupokea, kuingiza, kutia sahihi na kujumlisha fomu za vituo vya kupigia kura.`,
    third:
      '3. Matendo yaliingizwa kwenye kompyuta katika mwendo wa kawaida wa kazi hiyo na watu waliotajwa katika rejista ya watu, kila mmoja akitia sahihi kwa ufunguo wake; mashine ilitia sahihi mambo yake yenyewe.',
    fourth: '4. Programu iliyotoa kumbukumbu:',
    fifth: '5. Funguo za mashine yenyewe:',
    sixth:
      '6. Kwa muda huo wote kompyuta ilifanya kazi ipasavyo. Yafuatayo yamerekodiwa, na hayakuathiri usahihi wa kumbukumbu, isipokuwa ninavyoeleza hapo chini:',
    notClosed: (number, seqs) => `Programu kukoma bila kufungwa: ${number}${seqs}`,
    jumps: (number, seqs) => `Saa kuruka: ${number}${seqs}`,
    restores: (number, seqs) => `Kurejeshwa kwa nakala rudufu: ${number}${seqs}`,
    failedLogIns: (number) => `Majaribio ya kufungua kibodi yaliyoshindikana: ${number}`,
    unreadable: (number) => `Maingizo yasiyosomeka tena: ${number}`,
    places: (seqs) => ` (na. ${seqs})`,
    statement: 'Maelezo, kama yapo',
    seventh: '7. Kumbukumbu inatambulishwa kwa yafuatayo, yanayobadilika ingizo lolote likibadilishwa, likiondolewa au likihamishwa:',
    auditSound: 'Ukaguzi wa kumbukumbu, uliofanywa nyaraka hizi zilipoandikwa, haukupata chochote kilichobadilishwa.',
    auditAltered:
      'Ukaguzi wa kumbukumbu, uliofanywa nyaraka hizi zilipoandikwa, ULIIPATA IMEBADILISHWA AU IMEHARIBIKA; tazama ukurasa wa kwanza wa nyaraka. Tamko la 6 haliwezi kutolewa kama lilivyo.',
    device: 'Kompyuta (mtengenezaji, aina, namba ya mfuatano)',
    name: 'Jina',
    position: 'Wadhifa',
    place: 'Mahali',
    date: 'Tarehe',
    signature: 'Sahihi',
  },

  readme: {
    what: 'Kila faili ni nini',
    page: 'nyaraka zote katika ukurasa mmoja, wa kusomwa na kuchapishwa',
    certificate: 'rasimu ya cheti peke yake, ya kukamilishwa na kutiwa sahihi kwenye karatasi',
    chart: 'hatua za fomu, zilizochorwa kutoka kwenye jedwali la programu',
    checkpoint: 'kichwa cha jarida: asili, ukubwa na mzizi',
    signed: 'kina sahihi ya ufunguo wa mashine',
    unsigned: 'hakina sahihi: ufunguo wa mashine haukuwa pamoja na hifadhidata',
    sums: 'SHA-256 ya kila faili nyingine',
    how: 'Jinsi ya kuzikagua',
    sums1: 'Kwamba hakuna faili iliyobadilishwa tangu kuandikwa, ndani ya folda hii:',
    audit1: 'Kwamba nyaraka zimetoka kwenye jarida: ziandike tena kutoka kwenye hifadhidata. Jarida lile lile hutoa baiti zile zile:',
    acts1:
      'Kwamba tendo ni kama linavyoelezwa hapa: litafute kwa namba yake katika jarida lililochapishwa (journal.jsonl ya kifurushi, au jarida lenyewe lililohamishwa nje). docs/FORMAT.md ya Countersign inaeleza jinsi alama na sahihi yake zinavyokaguliwa kwa openssl na sha256sum.',
    table: 'Faili za CSV ni UTF-8 zenye mstari wa majina ya safu (RFC 4180). Seli zina misimbo, ile ile katika kila lugha.',
    neutral:
      'Seli ambayo maneno yake yangeanza kwa = + - au @ imewekewa alama ya ritifaa mbele, ili programu ya majedwali isichukue maneno ya mtu kuwa fomula. Alama hiyo si sehemu ya kilichotiwa sahihi.',
    where: 'Zilikotoka',
  },
};
