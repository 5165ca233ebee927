/**
 * The words of the hall in Kiswahili: roles, stages, answers, states of the summary, verdicts. One word for one thing, the same on
 * every screen and paper.
 */
import type words from '../en/terms.ts';
import type { Same } from '../same.ts';

export default {
  roles: {
    ro: 'Msimamizi wa uchaguzi',
    dro: 'Naibu msimamizi wa uchaguzi',
    clerk: 'Karani',
    agent: 'Wakala',
    device: 'Mashine hii',
  },
  rolesShort: {
    ro: 'Msimamizi',
    dro: 'Naibu',
    clerk: 'Karani',
    agent: 'Wakala',
    device: 'Mashine',
  },
  stages: {
    received: 'Imepokelewa',
    'entered-once': 'Imeingizwa mara 1',
    differing: 'Zinatofautiana',
    agreed: 'Zinalingana',
    open: 'Wazi kwa sahihi',
    accepted: 'Imeidhinishwa',
    'set-aside': 'Imewekwa kando',
  },
  results: {
    awaited: 'Yasubiriwa',
    'in-hand': 'Mkononi',
    counted: 'Yamehesabiwa',
    disregarded: 'Hayakuzingatiwa',
    'not-held': 'Haukufanyika',
    postponed: 'Umeahirishwa',
    lost: 'Fomu imepotea',
    cancelled: 'Umefutwa',
    'set-aside': 'Yamewekwa kando',
  },
  outcomes: {
    agree: 'Amekubali',
    'agree-with-objection': 'Amekubali, ana pingamizi',
    'refuse-with-reason': 'Amekataa, kwa sababu',
    'refuse-reason-refused': 'Amekataa, bila sababu',
    'did-not-respond': 'Hakujibu',
    absent: 'Hakuwepo',
    left: 'Aliondoka',
    revoked: 'Idhini imefutwa',
  },
  answers: {
    agree: 'Nakubali',
    object: 'Nakubali, nina pingamizi',
    refuse: 'Nakataa kutia sahihi',
  },
  answersExplained: {
    agree: 'Hizi ndizo takwimu za karatasi ninayoijua.',
    object: 'Natia sahihi, na pingamizi langu linarekodiwa, pamoja na takwimu za nakala yangu zikitofautiana.',
    refuse: 'Sitii sahihi, nami natoa sababu yangu, au sitoi.',
  },
  objections: {
    'paper-differs': 'Kilicho kwenye skrini si kilicho kwenye karatasi',
    'own-copy-differs': 'Nakala yangu ina takwimu nyingine',
    other: 'Pingamizi lingine',
  },
  summary: {
    provisional: 'Wa muda',
    ready: 'Tayari kwa sahihi',
    declared: 'Umetangazwa',
    stale: 'Umepitwa na wakati',
    'under-correction': 'Unarekebishwa',
    superseded: 'Toleo la awali',
  },
  editions: {
    official: 'Nakala rasmi, yenye picha',
    public: 'Nakala ya umma, bila picha',
  },
  verdicts: {
    authentic: 'Halisi',
    consistent: 'Hakipingani',
    failed: 'Kimeshindwa',
  },
  verdictsExplained: {
    authentic: 'Kila ukaguzi umefaulu, na wote waliotia sahihi muhtasari wametajwa au kuthibitishwa na wanaoruhusiwa.',
    consistent: 'Hakuna kilichoshindwa, ila kuna kisichoweza kukaguliwa hapa; angalia ni kipi, ukikague kwenye karatasi.',
    failed: 'Angalau ukaguzi mmoja umeshindwa; usitegemee kifurushi hiki.',
  },
  attendance: {
    in: 'Yumo ukumbini',
    out: 'Ametoka',
    absent: 'Hajafika',
    left: 'Aliondoka',
    gone: 'Ameenda, asema afisa',
  },
  locking: {
    person: 'imefungwa kwa mkono',
    idle: 'hakuna aliyeandika',
    switch: 'mtu mwingine ameichukua',
    quit: 'programu ilifungwa',
  },
  basis: {
    definition: 'ametajwa kwenye ufafanuzi wa uchaguzi',
    certificate: 'ana cheti',
    letter: 'kwa barua, ameandikishwa hapa',
  },
  stamps: {
    rehearsal: 'MAZOEZI',
    provisional: 'YA MUDA',
  },
} satisfies Same<typeof words>;
