/**
 * The named checks of a verification in Kiswahili: what each is called and what it proves. A check that could not be made is *not
 * checked*, never passed.
 */
import type words from '../en/checks.ts';
import type { Same } from '../same.ts';

export default {
  container: {
    name: 'Kifurushi kizima',
    explain: 'Kifurushi ni faili moja kamili katika umbo lake la pekee, chenye sehemu zinazotakiwa na si nyingine.',
  },
  manifest: {
    name: 'Orodha ya yaliyomo',
    explain: 'Kila sehemu ni faili ile iliyoorodheshwa, na orodha imetiwa sahihi na mashine iliyotunza jarida hili.',
  },
  definition: {
    name: 'Ufafanuzi wa uchaguzi',
    explain: 'Ufafanuzi wa uchaguzi ni kamili, hauna hitilafu na umetiwa sahihi.',
  },
  anchor: {
    name: 'Ufunguo wa tume',
    explain: 'Ufafanuzi wa uchaguzi umetiwa sahihi kwa ufunguo wa tume uliouleta kutoka kwingine.',
  },
  kind: {
    name: 'Uchaguzi au mazoezi',
    explain: 'Kifurushi ni cha uchaguzi halisi, au cha mazoezi iwapo yaliombwa.',
  },
  journal: {
    name: 'Jarida halijakatika',
    explain: 'Kila ingizo liko mahali pake, na hakuna kilichofichwa isipokuwa kinachohusu viti vingine.',
  },
  history: {
    name: 'Historia moja',
    explain: 'Kila aliyetia sahihi aliona jarida hili hili mbele yake, hivyo hakuna cha awali kilichobadilishwa baadaye.',
  },
  signatures: {
    name: 'Sahihi',
    explain: 'Kila tendo lilitiwa sahihi kwa ufunguo wa anayetajwa kulifanya, na hakuna hata herufi iliyobadilika tangu hapo.',
  },
  conduct: {
    name: 'Kanuni zilifuatwa',
    explain: 'Kila tendo liliruhusiwa kwa mtu huyo wakati huo kwa kanuni za kituo cha kujumuisha.',
  },
  checkpoint: {
    name: 'Mwisho wa jarida una sahihi',
    explain: 'Mashine ilitia sahihi urefu na yaliyomo haya ya jarida, hivyo hakuna kilichokatwa wala kuongezwa mwishoni.',
  },
  summary: {
    name: 'Muhtasari umetolewa tena',
    explain: 'Muhtasari ni, herufi kwa herufi, kile kinachotokana na jarida.',
  },
  totals: {
    name: 'Jumla zimejumlishwa tena',
    explain: 'Vituo vya muhtasari, vikijumlishwa tena kama vilivyoandikwa, vinatoa jumla zake.',
  },
  declaration: {
    name: 'Utangazaji',
    explain: 'Maafisa wawili walitia sahihi toleo hili na mstari wa jumla zake, lilitangazwa, na hakuna marekebisho yake yaliyo wazi.',
  },
  people: {
    name: 'Waliotia sahihi',
    explain: 'Kila aliyetia sahihi muhtasari ametajwa na ufunguo huo kwenye ufafanuzi wa uchaguzi, au ana cheti.',
  },
  scans: {
    name: 'Picha',
    explain: 'Picha za karatasi ni zile zile zilizoambatishwa kwenye kituo cha kujumuisha.',
  },
  readme: {
    name: 'Maelezo',
    explain: 'Maandishi yanayoeleza kifurushi yanasema kile kinachosemwa na muhtasari.',
  },
  'open-data': {
    name: 'Data huria',
    explain: 'Faili za majedwali na za programu zinasema kile kile kinachosemwa na muhtasari.',
  },
  receipts: {
    name: 'Stakabadhi za mawakala',
    explain: 'Walichochukua mawakala kwenye stakabadhi zao bado kimo katika jarida hili.',
  },
  status: {
    passed: 'umefaulu',
    failed: 'umeshindwa',
    'not checked': 'haukufanyika',
  },
} satisfies Same<typeof words>;
