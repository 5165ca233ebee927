/**
 * The rules in Kiswahili, by permanent code: title, meaning, the sum that should hold in the paper's own words, and what each ruling
 * does. The numbers and thresholds are never written here; they come with the form and the signed election definition.
 */
import type words from '../en/findings.ts';
import type { Same } from '../same.ts';

export default {
  note: 'dokezo',
  aid: 'dokezo la kuvuta macho',
  F01: {
    title: 'Kura za wagombea hazilingani na jumla',
    explain: 'Kura za wagombea na jumla iliyo chini yao zinapaswa kulingana; kinachojumuishwa ni kura za wagombea kama zilivyoandikwa.',
    formula: 'jumla ya kura za wagombea = jumla ya kura halali chini ya jedwali',
    count: 'Kura za wagombea zinajumuishwa kama zilivyoandikwa; tofauti inaorodheshwa kwenye ripoti ya makosa.',
  },
  F02: {
    title: 'Jumla mbili za kura halali zinatofautiana',
    explain: 'Kura halali zimeandikwa mara mbili, chini ya wagombea na kwenye mstari wa 5, na zinapaswa kulingana.',
    formula: 'jumla ya kura halali chini ya jedwali = kura halali zilizopigwa (mstari wa 5)',
    count: 'Idadi zote mbili zinabaki kama zilivyoandikwa; tofauti inaorodheshwa kwenye ripoti ya makosa.',
  },
  F03: {
    title: 'Waliojiandikisha si kama kwenye sajili',
    explain: 'Wapiga kura waliojiandikisha kwenye karatasi wanapaswa kuwa wale wa sajili rasmi ya kituo hiki.',
    formula: 'wapiga kura waliojiandikisha kwenye karatasi (mstari wa 1) = waliojiandikisha kwenye sajili',
    count: 'Fomu inahesabiwa kama ilivyoandikwa; tofauti inaorodheshwa kwenye ripoti ya makosa.',
  },
  F04: {
    title: 'Kura halali zazidi waliojiandikisha',
    explain:
      'Msimamizi wa uchaguzi anaweza kutozingatia kituo ambacho kura halali zinazidi waliojiandikisha: kanuni ya 83(1)(b), msingi b.',
    formula: 'kura halali zilizopigwa (mstari wa 5) ≤ waliojiandikisha kwenye sajili',
    count: 'Fomu inahesabiwa kama ilivyoandikwa; ziada inaorodheshwa kwenye ripoti ya makosa.',
    disregard: 'Kituo hakiongezi chochote kwenye jumla, kwa msingi b; takwimu zake na athari yake zinaorodheshwa kwenye muhtasari.',
  },
  F05: {
    title: 'Kura zote zazidi waliojiandikisha',
    explain: 'Kura halali na zilizokataliwa kwa pamoja ndizo zilizopigwa, na hazipaswi kuzidi wapiga kura waliojiandikisha.',
    formula: 'kura halali zilizopigwa (mstari wa 5) + kura zilizokataliwa (mstari wa 2) ≤ waliojiandikisha kwenye sajili',
    count: 'Fomu inahesabiwa kama ilivyoandikwa; ziada inaorodheshwa kwenye ripoti ya makosa.',
  },
  F06: {
    title: 'Kura zote zazidi waliojitokeza',
    explain:
      'Msimamizi wa uchaguzi anaweza kutozingatia kituo ambacho kura zote zinazidi waliojitokeza kupiga kura: kanuni ya 83(1)(c), msingi c.',
    formula:
      'kura halali zilizopigwa (mstari wa 5) + kura zilizokataliwa (mstari wa 2) ≤ waliotambuliwa kwa shajara au tableti, idadi iliyo ndogo',
    count: 'Fomu inahesabiwa kama ilivyoandikwa; ziada inaorodheshwa kwenye ripoti ya makosa.',
    disregard: 'Kituo hakiongezi chochote kwenye jumla, kwa msingi c; takwimu zake na athari yake zinaorodheshwa kwenye muhtasari.',
  },
  F07: {
    title: 'Zilizokataliwa zarudia idadi nyingine',
    explain: 'Kura zilizokataliwa zikilingana na waliojiandikisha au kura halali, mara nyingi idadi imeandikwa kwenye mstari usiofaa.',
    formula: 'kura zilizokataliwa (mstari wa 2) ≠ waliojiandikisha (mstari wa 1) na ≠ kura halali (mstari wa 5), zikizidi 50',
    count: 'Takwimu zinabaki kama zilivyoandikwa; mlingano huo unaorodheshwa kwenye ripoti ya makosa.',
  },
  F08: {
    title: 'Waliojiandikisha wazidi kikomo cha kituo',
    explain: 'Sheria inaweka kikomo cha wapiga kura wa kituo kimoja, na kikomo hicho kimo kwenye ufafanuzi wa uchaguzi.',
    formula: 'wapiga kura waliojiandikisha kwenye karatasi (mstari wa 1) ≤ kikomo cha kituo kimoja',
    count: 'Fomu inahesabiwa kama ilivyoandikwa; ziada inaorodheshwa kwenye ripoti ya makosa.',
  },
  F09: {
    title: 'Kuna fomu nyingine ya kituo au nambari hii',
    explain: 'Karatasi moja inatarajiwa kwa kila kituo na kiti, na karatasi mbili hazipaswi kuwa na nambari moja ya mfululizo.',
    formula: 'karatasi za kituo na kiti hiki = 1, na karatasi zenye nambari hii ya mfululizo = 1',
    count: 'Fomu hii inaendelea; kila fomu nyingine ya kituo hiki lazima iwekwe kando kwa sababu.',
  },
  F10: {
    title: 'Kukataliwa kulikopingwa kwazidi zilizokataliwa',
    explain: 'Kura ambazo kukataliwa kwake kulipingwa ni miongoni mwa zilizokataliwa, hivyo haziwezi kuzizidi.',
    formula: 'kukataliwa kulikopingwa (mstari wa 3) ≤ kura zilizokataliwa (mstari wa 2)',
    count: 'Idadi zote mbili zinabaki kama zilivyoandikwa; tofauti inaorodheshwa kwenye ripoti ya makosa.',
  },
  F11: {
    title: 'Kura zilizobishaniwa hazilingani',
    explain: 'Kura zilizobishaniwa huhesabiwa kuwa halali, na kila moja inapaswa kuwa na uamuzi kwenye orodha ya karatasi.',
    formula: 'maamuzi ya kura zilizobishaniwa = kura zilizobishaniwa (mstari wa 4) ≤ kura halali zilizopigwa (mstari wa 5)',
    count: 'Takwimu zinabaki kama zilivyoandikwa; tofauti inaorodheshwa kwenye ripoti ya makosa.',
  },
  F12: {
    title: 'Kuna kisanduku kitupu kwenye karatasi',
    explain: 'Kisanduku kitupu si sifuri: hakisemi lolote, nacho kinaorodheshwa.',
    formula: 'visanduku vitupu kwenye karatasi = 0',
    count: 'Kisanduku kitupu hakiongezi chochote kwenye jumla na kinaorodheshwa kwenye ripoti ya makosa.',
  },
  F13: {
    title: 'Kuna idadi isiyosomeka',
    explain: 'Watu wawili hawakuweza kusoma idadi; ikiwa ni ya mgombea, fomu haifunguliwi hadi isomwe, au inawekwa kando.',
    formula: 'idadi zisizosomeka kwenye karatasi = 0',
    count: 'Idadi isiyosomeka haiongezi chochote, na jumla husema fomu ngapi zinaikosa; haiwezekani kwa mstari wa mgombea.',
  },
  F14: {
    title: 'Ufunguo uliovuja umetumika hapa',
    explain: 'Ufunguo uliotumika hapa umejulikana kuwa mikononi mwa wengine, hivyo huenda mwenyewe siye aliyeutumia.',
    formula: 'kilichoingizwa, kusomwa na kujibiwa kwa ufunguo uliovuja = 0',
    count: 'Kilichoandikwa na kujibiwa kwa ufunguo huo kinabaki; ufunguo unatajwa kwenye ripoti ya makosa.',
  },
  W01: {
    title: 'Kura nyingi zimekataliwa',
    explain: 'Sehemu ya kura zilizokataliwa ni kubwa kuliko kawaida; ni ya kuangaliwa tu, haithibitishi lolote.',
    formula: 'kura zilizokataliwa ÷ (kura halali + kura zilizokataliwa) ≤ {{threshold}}',
  },
  W02: {
    title: 'Kura nyingi mno zimekataliwa',
    explain: 'Sehemu ya kura zilizokataliwa ni kubwa hivi kwamba huenda kalamu iliteleza, na msimamizi wa uchaguzi lazima aamue.',
    formula: 'kura zilizokataliwa ÷ (kura halali + kura zilizokataliwa) ≤ {{threshold}}',
    count: 'Fomu inahesabiwa kama ilivyoandikwa; sehemu hiyo inaorodheshwa kwenye ripoti ya makosa.',
  },
  W03: {
    title: 'Waliojitokeza wengi sana',
    explain: 'Karibu wote waliojiandikisha wamepiga kura hapa; ni ya kuangaliwa tu, haithibitishi lolote.',
    formula: '(kura halali + kura zilizokataliwa) ÷ waliojiandikisha kwenye sajili ≤ {{threshold}}',
  },
  W04: {
    title: 'Waliojitokeza wachache sana',
    explain: 'Wachache kati ya waliojiandikisha wamepiga kura hapa; ni ya kuangaliwa tu, haithibitishi lolote.',
    formula: '(kura halali + kura zilizokataliwa) ÷ waliojiandikisha kwenye sajili ≥ {{threshold}}',
  },
  W05: {
    title: 'Karibu kura zote ni za mgombea mmoja',
    explain: 'Mgombea mmoja ana kura zote au karibu zote halali hapa; ni ya kuangaliwa tu, haithibitishi lolote.',
    formula: 'kura za mgombea mmoja < kura halali (mstari wa 5) zikizidi 50, na < {{threshold}} ya kura hizo zikizidi 100',
  },
  W06: {
    title: 'Mgombea mwenye nguvu wadini hana kura',
    explain: 'Mgombea asiye na kura hapa ana nyingi katika vituo vingine vya wadi hii; ni ya kuangaliwa tu, haithibitishi lolote.',
    formula: 'kura > 0 kwa kila mgombea mwenye zaidi ya {{threshold}} ya kura za vituo vingine vya wadi, kumi kati yake vikishahesabiwa',
  },
  W07: {
    title: 'Takwimu sawa na za kituo kingine',
    explain: 'Kituo kingine kina kura zile zile kwa kila mgombea; ni ya kuangaliwa tu, haithibitishi lolote.',
    formula: 'kura za wagombea wote ≠ za kituo kingine chochote, kura halali (mstari wa 5) zikizidi 50',
  },
  W08: {
    title: 'Kuna kinachokosekana kwenye karatasi',
    explain: 'Muhuri, sahihi, tarehe, ukurasa au alama nyingine haikupatikana inavyopaswa; inaorodheshwa na haizuii chochote.',
    formula: 'kasoro za karatasi = 0',
  },
  W09: {
    title: 'Picha haijaambatishwa',
    explain: 'Takwimu zisizo na picha ya karatasi yake ni za muda, na muhtasari unaorodhesha fomu zake.',
    formula: 'picha zilizoambatishwa ≥ 1',
  },
} satisfies Same<typeof words>;
