/**
 * The acts of the journal in Kiswahili: a name for a list, and the sentence in which the journal tells it. An act that needs two
 * officials is told as a signature *for* the thing, because it takes effect only when a second one confirms.
 */
import type words from '../en/acts.ts';
import type { Same } from '../same.ts';

export default {
  'centre-created': { name: 'Kituo cha kujumuisha kimeundwa', said: '{{who}} aliunda kituo cha kujumuisha kura' },
  'centre-opened': { name: 'Ufunguzi wa kituo cha kujumuisha', said: '{{who}} alitia sahihi ili kituo cha kujumuisha kura kifunguliwe' },
  'centre-closed': { name: 'Ufungaji wa kituo cha kujumuisha', said: '{{who}} alitia sahihi ili kituo cha kujumuisha kura kifungwe' },
  'backup-restored': { name: 'Urejeshaji wa nakala rudufu', said: '{{who}} alitia sahihi ili nakala rudufu irejeshwe: {{reason}}' },
  'bundle-exported': { name: 'Kifurushi kimetolewa', said: '{{who}} alitoa kifurushi cha {{contest}}' },
  'acknowledgement-recorded': {
    name: 'Ukiri wa kupokea umerekodiwa',
    said: '{{who}} alirekodi ukiri wa kituo cha kitaifa wa kupokea {{contest}}, toleo la {{version}}',
  },
  'incident-noted': { name: 'Tukio limeandikwa', said: '{{who}} aliandika kwenye shajara ya matukio' },
  'receipt-issued': { name: 'Stakabadhi imetolewa', said: 'Stakabadhi ilitolewa kwa {{agent}}' },

  'person-enrolled': { name: 'Mtu ameandikishwa', said: '{{who}} alijiandikisha kwa ufunguo wake mwenyewe' },
  'person-admitted': { name: 'Kukubaliwa kwa mtu', said: '{{who}} alitia sahihi ili mtu akubaliwe' },
  'key-replaced': { name: 'Ubadilishaji wa ufunguo', said: '{{who}} alitia sahihi ili ufunguo wa mtu ubadilishwe' },
  'certificate-recorded': { name: 'Cheti kimerekodiwa', said: '{{who}} alirekodi cheti' },
  'person-suspended': { name: 'Karani amesimamishwa', said: '{{who}} alimsimamisha karani {{person}}: {{reason}}' },
  'person-restored': { name: 'Karani amerudishwa', said: '{{who}} alimrudisha karani {{person}}: {{reason}}' },
  'accreditation-ended': { name: 'Wakala amejiondoa', said: '{{who}} alijiondoa kama wakala' },
  'accreditation-revoked': {
    name: 'Ufutaji wa idhini ya wakala',
    said: '{{who}} alitia sahihi ili idhini ya {{agent}} ifutwe: {{reason}}',
  },
  'lockout-cleared': { name: 'Kizuizi kimeondolewa', said: '{{who}} aliondoa kizuizi cha {{person}}' },

  'agent-signed-in': { name: 'Wakala ameingia', said: '{{who}} aliingia' },
  'agent-signed-out': { name: 'Wakala ametoka', said: '{{who}} alitoka' },
  'agent-marked-gone': { name: 'Wakala ameenda', said: '{{who}} alirekodi kwamba {{agent}} ameenda: {{reason}}' },

  'form-received': { name: 'Fomu imepokelewa', said: '{{who}} alipokea fomu {{form}} ya {{contest}} kutoka {{station}}' },
  'particulars-amended': { name: 'Maelezo yamerekebishwa', said: '{{who}} alirekebisha maelezo ya fomu {{form}}: {{reason}}' },
  'scan-attached': { name: 'Picha imeambatishwa', said: '{{who}} aliambatisha picha kwenye fomu {{form}}' },
  'entry-sealed': { name: 'Uingizaji kamili', said: '{{who}} alikamilisha uingizaji wa fomu {{form}}' },
  'reading-sealed': { name: 'Usomaji kamili', said: '{{who}} alikamilisha usomaji wa fomu {{form}}' },
  'turnout-recorded': { name: 'Waliojitokeza wamerekodiwa', said: '{{who}} alirekodi wapiga kura waliotambuliwa katika {{station}}' },
  'finding-ruled': { name: 'Hoja imeamuliwa', said: '{{who}} aliamua hoja ya fomu {{form}}: {{reason}}' },
  'form-opened': { name: 'Fomu imefunguliwa', said: '{{who}} alifungua fomu {{form}} kwa sahihi' },
  'signoff-given': { name: 'Jibu la wakala', said: '{{who}} alijibu kuhusu fomu {{form}}' },
  'signoff-closed': {
    name: 'Hakujibu',
    said: '{{who}} alirekodi kwamba {{agent}} hakujibu kuhusu fomu {{form}}: {{reason}}',
  },
  'form-accepted': { name: 'Fomu imeidhinishwa', said: '{{who}} aliidhinisha fomu {{form}}' },
  'late-remark': { name: 'Maoni ya baadaye', said: '{{who}} aliongeza maoni ya baadaye kwenye fomu {{form}}' },
  'form-reopened': { name: 'Fomu imefunguliwa upya', said: '{{who}} alifungua upya fomu {{form}}: {{reason}}' },
  'form-set-aside': { name: 'Fomu imewekwa kando', said: '{{who}} aliweka kando fomu {{form}}: {{reason}}' },
  'form-brought-back': { name: 'Fomu imerudishwa', said: '{{who}} alirudisha fomu {{form}}: {{reason}}' },

  'result-closed': {
    name: 'Kituo kimefungwa bila fomu',
    said: '{{who}} alifunga {{station}} kwa {{contest}} bila fomu: {{reason}}',
  },
  'closing-withdrawn': { name: 'Ufungaji umeondolewa', said: '{{who}} aliondoa ufungaji wa {{station}} kwa {{contest}}: {{reason}}' },
  'summary-prepared': { name: 'Muhtasari umeandaliwa', said: '{{who}} aliandaa muhtasari wa {{contest}}, toleo la {{version}}' },
  'summary-withdrawn': {
    name: 'Muhtasari umeondolewa',
    said: '{{who}} aliondoa muhtasari wa {{contest}}, toleo la {{version}}: {{reason}}',
  },
  'summary-signed': { name: 'Muhtasari umetiwa sahihi', said: '{{who}} alitia sahihi muhtasari wa {{contest}}, toleo la {{version}}' },
  'summary-signoff-given': {
    name: 'Jibu la wakala kuhusu muhtasari',
    said: '{{who}} alijibu kuhusu muhtasari wa {{contest}}, toleo la {{version}}',
  },
  'summary-signoff-closed': {
    name: 'Hakujibu kuhusu muhtasari',
    said: '{{who}} alirekodi kwamba {{agent}} hakujibu kuhusu muhtasari wa {{contest}}, toleo la {{version}}: {{reason}}',
  },
  'summary-declared': { name: 'Muhtasari umetangazwa', said: '{{who}} alitangaza muhtasari wa {{contest}}, toleo la {{version}}' },
  'correction-opened': {
    name: 'Ufunguzi wa marekebisho',
    said: '{{who}} alitia sahihi kwa marekebisho ya {{contest}}, toleo la {{version}}: {{reason}}',
  },
  'act-confirmed': { name: 'Pendekezo limethibitishwa', said: '{{who}} alithibitisha pendekezo, nalo likaanza kutumika' },
  'proposal-withdrawn': { name: 'Pendekezo limeondolewa', said: '{{who}} aliondoa pendekezo' },

  'app-started': { name: 'Programu imeanzishwa', said: 'Programu ilianzishwa, toleo la {{version}}' },
  'app-stopped': { name: 'Programu imefungwa', said: 'Programu ilifungwa' },
  'session-unlocked': { name: 'Kibodi imefunguliwa', said: 'Kibodi ilifunguliwa na {{person}}' },
  'session-locked': { name: 'Kibodi imefungwa', said: 'Kibodi ya {{person}} ilifungwa' },
  'unlock-failed': { name: 'Kufungua kumeshindikana', said: 'Maneno ya siri yasiyo sahihi yaliandikwa kwa {{person}}' },
  'clock-jumped': { name: 'Saa imeruka', said: 'Saa ya mashine hii iliruka' },
  'backup-made': { name: 'Nakala rudufu mpya', said: 'Nakala rudufu ilitengenezwa' },
} satisfies Same<typeof words>;
