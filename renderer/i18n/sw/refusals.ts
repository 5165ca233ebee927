/**
 * The same sentences in Kiswahili: what was not done, why, and what to do next. The permanent code and the particulars of the case
 * stand beside the sentence, never in it.
 */
import type words from '../en/refusals.ts';
import type { Same } from '../same.ts';

export default {
  'R-COMMAND-REUSED': 'Hakuna kilichorekodiwa, kwa sababu ombi hili lilitumiwa kwa jambo lingine; angalia hali ilivyo sasa, kisha rudia.',
  'R-RESTORE-UNCONFIRMED':
    'Hakuna kilichorekodiwa, kwa sababu nakala rudufu iliyorejeshwa inasubiri afisa wa pili; afisa mwingine aithibitishe au aiondoe kwanza.',
  'R-CENTRE-NOT-OPEN': 'Hakuna kilichorekodiwa, kwa sababu kituo cha kujumuisha kura hakiko wazi; maafisa wawili wakifungue kwanza.',
  'R-LOCKED-OUT':
    'Kibodi imefungwa kwa mtu huyu baada ya maneno ya siri yasiyo sahihi; subiri muda uishe, au mwombe afisa mwingine aondoe kizuizi.',
  'R-KEY-REVOKED':
    'Hakuna kilichorekodiwa, kwa sababu ufunguo huu hautumiki; tia sahihi kwa ufunguo wa sasa, au waombe maafisa wawili wakubali mpya.',
  'R-SUSPENDED': 'Hakuna kilichorekodiwa, kwa sababu karani huyu amesimamishwa; afisa anaweza kumrudisha kazini.',
  'R-ROLE': 'Hakuna kilichorekodiwa, kwa sababu mtu huyu hana ruhusa ya kazi hii; mwachie anayeruhusiwa.',
  'R-FORM-UNKNOWN': 'Hakuna kilichorekodiwa, kwa sababu fomu kama hiyo haijapokelewa; itafute kwa kituo chake, kisha ujaribu tena.',
  'R-REVISION-STALE':
    'Hakuna kilichorekodiwa, kwa sababu fomu ilianzishwa upya baada ya ukurasa huu kufunguliwa; ufungue tena uone toleo la sasa.',
  'R-NOT-IN-CONTEST':
    'Hakuna kilichorekodiwa, kwa sababu kituo au kiti hiki si miongoni mwa vilivyo hapa; kagua kiti na msimbo wa kituo kwenye karatasi.',
  'R-PARTICULARS-MISSING':
    'Majibu kuhusu karatasi hayakurekodiwa, kwa sababu kuna swali lisilojibiwa; jibu yote, na “hapana” pale ambapo hakuna kinachoonekana.',
  'R-ENTRIES-COMPLETE':
    'Uingizaji haukukamilishwa, kwa sababu fomu hii imeingizwa mara mbili; chukua fomu inayofuata, au mtu wa tatu asome mistari inayotofautiana.',
  'R-NOTHING-TO-READ': 'Usomaji haukukamilishwa, kwa sababu hakuna mstari wa fomu hii unaosubiri kusomwa; chukua fomu inayofuata.',
  'R-NOT-AGREED': 'Hakuna kilichobadilishwa, kwa sababu fomu hii haina takwimu zinazolingana bado; maliza uingizaji au usomaji kwanza.',
  'R-FORM-OPEN': 'Hakuna kilichobadilishwa, kwa sababu fomu hii iko wazi kwa sahihi; ikihitaji kusahihishwa, afisa aifungue upya kwanza.',
  'R-FORM-ACCEPTED':
    'Hakuna kilichobadilishwa, kwa sababu fomu hii imeidhinishwa; wakala bado anaweza kuongeza maoni, na afisa anaweza kuifungua upya.',
  'R-FORM-ASIDE': 'Hakuna kilichobadilishwa, kwa sababu fomu hii imewekwa kando; afisa anaweza kuirudisha kwanza.',
  'R-FORM-NOT-OPEN': 'Hakuna kilichorekodiwa, kwa sababu fomu hii haiko wazi kwa sahihi; ifungue kwanza, au chukua iliyo wazi.',
  'R-FORM-NOT-ACCEPTED': 'Maoni hayakurekodiwa, kwa sababu fomu hii haijaidhinishwa bado; toa jibu wakati iko wazi kwa sahihi.',
  'R-FORM-NOT-ASIDE': 'Fomu haikurudishwa, kwa sababu haijawekwa kando; endelea nayo ilipo.',
  'R-NOTHING-TO-REOPEN': 'Fomu haikufunguliwa upya, kwa sababu haina cha kutenguliwa; endelea nayo ilipo.',
  'R-RULING-STANDS':
    'Uamuzi haukurekodiwa, kwa sababu fomu ikiwa wazi huamuliwa hoja mpya tu, na kwa kuhesabu tu; ifungue upya ili kuamua vingine.',
  'R-ENTRY-SAME-PERSON': 'Uingizaji haukukamilishwa, kwa sababu mtu huyu ndiye aliyefanya wa kwanza; karani mwingine afanye wa pili.',
  'R-FIGURES-INCOMPLETE':
    'Uingizaji haukukamilishwa, kwa sababu kuna mstari usioingizwa; andika idadi yake, - kama kisanduku ni tupu au ? kama hakisomeki.',
  'R-ROWS-UNEXPECTED':
    'Hakuna kilichokamilishwa, kwa sababu mistari iliyoandikwa si iliyoombwa; fungua ukurasa tena na uandike mistari inayoonyeshwa tu.',
  'R-READ-SAME-PERSON':
    'Usomaji haukukamilishwa, kwa sababu mtu huyu aliwahi kuandika takwimu za fomu hii; mtu mwingine asome mistari hiyo.',
  'R-READ-RULED': 'Usomaji haukukamilishwa, kwa sababu mtu huyu ametoa uamuzi kuhusu fomu hii; mtu mwingine asome mistari hiyo.',
  'R-RULE-SAME-PERSON': 'Uamuzi haukurekodiwa, kwa sababu afisa huyu aliandika takwimu za fomu hii; afisa mwingine aamue.',
  'R-NO-FINDING': 'Uamuzi haukurekodiwa, kwa sababu hoja haiko, au haiko tena, kama ilivyoonyeshwa; angalia hoja tena.',
  'R-RULING-LAPSED':
    'Hili halikufanyika, kwa sababu fomu ilifunguliwa ikiwa ya kutozingatiwa, na hoja imebadilika tangu hapo; ifungue upya ukibakiza takwimu, amua tena, na mawakala wajibu.',
  'R-RULING-SAME': 'Uamuzi haukurekodiwa tena, kwa sababu uliopo ni huo huo; hakuna zaidi kinachohitajika.',
  'R-NOT-DISREGARDABLE':
    'Uamuzi haukurekodiwa, kwa sababu sheria hairuhusu kutozingatia kituo kwa hili; amua kihesabiwe, au weka fomu kando.',
  'R-FIGURE-UNREADABLE':
    'Fomu haiwezi kuendelea, kwa sababu idadi ya mgombea haisomeki; mtu mwingine asome mstari huo, au fomu iwekwe kando.',
  'R-FINDING-UNRULED': 'Hili halikufanyika, kwa sababu kuna hoja inayosubiri uamuzi; afisa aiamue kwanza.',
  'R-RESULT-CLOSED': 'Hakuna kilichobadilishwa, kwa sababu kituo hiki kimefungwa bila fomu; ondoa ufungaji kwanza, au weka fomu kando.',
  'R-RESULT-NOT-CLOSED': 'Hakuna kilichoondolewa, kwa sababu kituo hiki hakijafungwa kwa kiti hiki; kagua kituo na kiti.',
  'R-OTHER-FORM-OPEN':
    'Fomu haikufunguliwa, kwa sababu nyingine ya kituo hiki iko wazi au imeidhinishwa; weka hii kando, au ifungue upya ile nyingine na uiweke kando.',
  'R-SUBJECT-STALE': 'Hakuna kilichotiwa sahihi, kwa sababu yaliyo kwenye ukurasa huu yamebadilika; soma ukurasa tena, kisha utie sahihi.',
  'R-ACCEPT-SAME-PERSON': 'Fomu haikuidhinishwa, kwa sababu afisa huyu aliandika takwimu zake; afisa mwingine aiidhinishe.',
  'R-OUTCOME-MISSING':
    'Hili halikufanyika, kwa sababu wakala aliyeulizwa hajajibu; subiri jibu, au muda ukiisha rekodi kwamba wakala hakujibu.',
  'R-ANSWER-MISSING':
    'Fomu haikuidhinishwa, kwa sababu wakala anasema kilicho kwenye skrini si kilicho kwenye karatasi; jibu kwa maneno, au ifungue upya.',
  'R-REASON-MISSING': 'Hakuna kilichorekodiwa, kwa sababu maneno yanahitajika hapa; andika machache, yatakayokuwa wazi kwa umma.',
  'R-FORM-UNFINISHED': 'Hili halikufanyika, kwa sababu fomu moja bado iko mkononi; ifikishe kwenye idhini, au iweke kando kwa sababu.',
  'R-NO-FORM':
    'Kituo hakikufungwa kama kilichowekwa kando, kwa sababu hakina fomu kama hiyo; chagua kilichotokea: haukufanyika, umeahirishwa, fomu imepotea au umefutwa.',
  'R-TURNOUT-KNOWN':
    'Idadi ya wapiga kura haikurekodiwa, kwa sababu chanzo hiki kimerekodiwa kwa kituo; afisa anaweza kuibadilisha kwa sababu.',
  'R-NOT-ACCREDITED':
    'Hakuna kilichorekodiwa, kwa sababu mtu huyu si wakala aliyeidhinishwa wa kiti hiki; kagua jina na kiti, au muulize afisa.',
  'R-NOT-IN-ATTENDANCE': 'Hakuna kilichorekodiwa, kwa sababu wakala huyu hajaingia kwenye rejista; akiwepo, aingie kwanza.',
  'R-SIGNED-IN': 'Kuingia hakukurekodiwa tena, kwa sababu wakala huyu amekwisha kuingia; endelea.',
  'R-OUTCOME-SAME': 'Jibu halikurekodiwa tena, kwa sababu lililopo ni hilo hilo; hakuna zaidi kinachohitajika.',
  'R-OUTCOME-NOT-OWED': 'Hili halikurekodiwa, kwa sababu wakala huyu hadaiwi jibu; angalia orodha ya mawakala tena.',
  'R-TOO-EARLY': 'Hakuna kilichorekodiwa, kwa sababu muda wa kusubiri haujaisha; jaribu tena ukiisha.',
  'R-PARTY-FULL':
    'Kuingia hakukurekodiwa, kwa sababu chama hiki kimefikisha idadi ya mawakala walioandikishwa hapa; mmoja wao atoke kwanza.',
  'R-SUMMARY-READY': 'Hakuna kilichobadilishwa, kwa sababu toleo la muhtasari liko tayari kwa sahihi; ondoa toleo hilo kwanza.',
  'R-SUMMARY-NOT-READY':
    'Hakuna kilichorekodiwa, kwa sababu toleo hili la muhtasari haliko, au haliko tena, tayari kwa sahihi; angalia toleo lililopo sasa.',
  'R-SUMMARY-STALE': 'Hakuna kilichotiwa sahihi, kwa sababu jambo jipya limeingia baada ya toleo hili; liondoe na uandae linalofuata.',
  'R-SIGNED-ALREADY': 'Sahihi haikuongezwa, kwa sababu afisa huyu ametia sahihi toleo hili; afisa mwingine atie sahihi.',
  'R-TWO-OFFICIALS':
    'Matokeo hayakutangazwa, kwa sababu maafisa wawili hutia sahihi toleo na mmoja wao hulitangaza; afisa anayekosekana atie sahihi kwanza.',
  'R-DECLARED': 'Hakuna kilichobadilishwa, kwa sababu matokeo yametangazwa; maafisa wawili wanaweza kufungua marekebisho yanayotaja kituo.',
  'R-NOT-DECLARED':
    'Hili halikufanyika, kwa sababu kiti hiki hakina matokeo yaliyotangazwa; maliza utangazaji, au marekebisho yanayoendelea, kwanza.',
  'R-RESULT-OUTSTANDING':
    'Muhtasari haukuandaliwa, kwa sababu kuna vituo visivyo na matokeo; kamilisha fomu zao, au funga vituo hivyo kwa sababu.',
  'R-TOTALS-DIFFER':
    'Muhtasari haukuandaliwa, kwa sababu jumla za njia mbili zinatofautiana; usitangaze chochote, acha mashine ilivyo, na uombe msaada.',
  'R-NO-PROPOSAL': 'Hakuna kilichothibitishwa wala kuondolewa, kwa sababu pendekezo hili halisubiri tena; angalia yanayosubiri sasa.',
  'R-PROPOSAL-PENDING': 'Pendekezo halikuwekwa, kwa sababu lingine la jambo hilo linasubiri; afisa alithibitishe au aliondoe hilo kwanza.',
  'R-PROPOSAL-LAPSED': 'Pendekezo halikuthibitishwa, kwa sababu hali imebadilika tangu liwekwe; liondoe, na upendekeze tena ikihitajika.',
  'R-SECOND-SAME-PERSON': 'Pendekezo halikuthibitishwa, kwa sababu aliyeliweka hawezi kulithibitisha; afisa mwingine alithibitishe.',
  'R-SELF-ADMIT': 'Hakuna kilichorekodiwa, kwa sababu hakuna anayejiruhusu wala kujipa ufunguo mpya; afisa mwingine afanye hivyo.',
  'R-PERSON-KNOWN': 'Mtu hakurekodiwa, kwa sababu nambari au ufunguo huu ni wa mtu mwingine hapa; kagua nambari, jina na jukumu.',
  'R-PERSON-UNKNOWN': 'Hakuna kilichorekodiwa, kwa sababu hakupatikana mtu ambaye hili linamhusu; mtafute tena kwenye orodha.',
  'R-KEY-NOT-NAMED':
    'Ufunguo haukukubaliwa, kwa sababu ufafanuzi wa uchaguzi unataja mwingine kwa mtu huyu; leta faili ya ufunguo iliyotolewa.',
  'R-OFFICIAL-NEEDS-COMMISSION':
    'Afisa hakukubaliwa, kwa sababu neno la afisa mmoja halitoshi hapa; leta cheti cha tume, au maafisa wengine wawili wamkubali.',
  'R-CERTIFICATE-INVALID':
    'Cheti hakikukubaliwa, kwa sababu hakilingani na mtu, ufunguo na uchaguzi huu; mwombe aliyekitoa cheti kinacholingana.',
  'R-ACKNOWLEDGEMENT-INVALID':
    'Ukiri wa kupokea haukurekodiwa, kwa sababu haulingani na muhtasari uliotangazwa au hauna idhini ya tume; ombeni kituo cha kitaifa ukiri unaolingana.',
  'R-CENTRE-EXISTS': 'Kituo cha kujumuisha hakikuundwa, kwa sababu kipo kimoja hapa; kifungue hicho, au chagua folda nyingine.',
  'R-CENTRE-OPEN': 'Kituo cha kujumuisha hakikufunguliwa tena, kwa sababu kiko wazi; endelea.',
  'R-OFFICIALS-TOO-FEW':
    'Kituo cha kujumuisha hakikufunguliwa, kwa sababu maafisa wawili wanahitajika; andikisha na ukubali wa pili kwanza.',
  'R-CLOCK-BACK':
    'Hakuna kilichorekodiwa, kwa sababu saa ya mashine hii iko nyuma ya tendo la mwisho la jarida; rekebisha saa, kisha ujaribu tena.',
  'R-CONTENT-WRONG':
    'Hakuna kilichorekodiwa, kwa sababu kuna kilichoandikwa au kutumwa kisicholingana; fungua ukurasa tena, ukague, kisha ujaribu tena.',
  'R-NOT-UNLOCKED': 'Hakuna kilichorekodiwa, kwa sababu kibodi imefungwa; ifungue kwa maneno yako ya siri, kisha rudia.',
  'R-PASSPHRASE-WRONG': 'Hakuna kilichofunguliwa, kwa sababu maneno ya siri au PIN hayalingani; andika tena, polepole.',
  'R-READ-ONLY':
    'Hakuna kilichorekodiwa, kwa sababu ukaguzi wa mwanzo ulipata hitilafu na sasa ni kusoma tu; hamisha data, na uendelee kutoka nakala rudufu.',
  'R-LIVE-ELECTION': 'Hili halikufanyika, kwa sababu ni la mazoezi tu na huu ni uchaguzi halisi; tumia mazoezi kwa hilo.',
  'R-NO-CENTRE': 'Hakuna kilichofanyika, kwa sababu hakuna kituo cha kujumuisha kilichochaguliwa; kichague, au kiunde, kwanza.',
  'R-PIN-WEAK': 'PIN haikuwekwa, kwa sababu ni rahisi kukisiwa; chagua tarakimu sita ambazo si sawa zote wala hazifuatani.',
  'R-PIN-NOT-SET': 'Hakuna kilichofunguliwa, kwa sababu wakala huyu hana PIN, au hana tena; fungua kwa maneno ya siri, kisha uweke mpya.',
  'R-DISK-FULL':
    'Hakuna kilichorekodiwa, kwa sababu diski ya mashine hii imejaa; ongeza nafasi, kisha ufanye tena. Yaliyorekodiwa awali yako salama.',
  'R-DISK-READ-ONLY':
    'Hakuna kilichorekodiwa, kwa sababu diski ya mashine hii haikubali kuandikwa; ondoa kizuizi cha kuandika, kisha ufanye tena. Yaliyorekodiwa awali yako salama.',
  'R-DISK-FAILED':
    'Hili halikurekodiwa, kwa sababu diski ya mashine hii ilitoa hitilafu; funga programu, uianzishe tena, na uangalie jarida kabla ya kufanya tena. Hitilafu ikirudi, endelea kutoka nakala rudufu kwenye mashine nyingine.',
  'R-DATABASE-BUSY':
    'Hakuna kilichorekodiwa, kwa sababu programu nyingine inashikilia hifadhidata ya kituo hiki; ifunge programu hiyo, kisha ufanye tena.',
  'R-CENTRE-IN-USE':
    'Kituo hakikufunguliwa, kwa sababu programu nyingine kwenye mashine hii inakitumia; endelea huko, au kifunge huko kwanza.',
  'R-JOURNAL-OVERTAKEN':
    'Hakuna kilichorekodiwa, kwa sababu programu nyingine imeandika kwenye jarida hili tangu lilipofunguliwa hapa; funga programu hii, kisha uianzishe tena.',
  'R-MEDIUM-OTHER':
    'Folda haikuchukuliwa kuwa diski ya pili, kwa sababu matendo yaliyomo hayaendelei katika jarida la kituo hiki; chagua diski nyingine.',
  'R-MEDIUM-INSIDE':
    'Folda haikuchukuliwa kuwa diski ya pili, kwa sababu iko ndani ya folda ya data ya kituo; chagua kijiti cha kumbukumbu au diski nyingine.',
  'R-KEY-UNREADABLE':
    'Hili halikufanyika, kwa sababu faili ya ufunguo iliyotajwa hapa ipo kwenye mashine hii lakini haisomeki; mtu aangalie faili hiyo na diski. Ikishahamishwa kutoka folda yake, ufunguo wa mtu unaweza kuletwa tena kutoka kijiti cha kumbukumbu.',
  'R-CARD-LAPSED':
    'Hakuna ufunguo uliotengenezwa, kwa sababu kibodi ilifungwa au ilikabidhiwa tangu maneno yaonyeshwe, au dakika kumi zilipita: yamesahauliwa. Haribu kilichoandikwa, kisha utengeneze kadi upya.',

  'E-CANONICAL': 'Faili haikukubaliwa, kwa sababu haikuandikwa kama ilivyotiwa sahihi; omba faili asilia, bila mabadiliko.',
  'E-BASE64': 'Faili haikukubaliwa, kwa sababu sehemu yake iliharibika njiani; inakili tena kutoka ilikotoka.',
  'E-KEY': 'Ufunguo haukukubaliwa, kwa sababu umeharibika au si unaohitajika hapa; leta faili ya ufunguo inayofaa.',
  'E-ENVELOPE': 'Faili haikukubaliwa, kwa sababu si aina ya faili yenye sahihi inayohitajika hapa; chagua inayofaa.',
  'E-SIGNATURE': 'Faili haikukubaliwa, kwa sababu sahihi yake hailingani nayo au na aliyeitia; iombe tena kutoka ilikotoka.',
  'E-CONTENT': 'Faili haikukubaliwa, kwa sababu kuna kinachokosekana au kisicholingana ndani yake; irekebishwe ilikotengenezwa.',
  'E-CONTAINER': 'Kifurushi hakikufunguliwa, kwa sababu hakijakamilika au kimebadilishwa; kinakili tena kutoka kilikotoka.',
  'E-CHECKPOINT': 'Hati ya kichwa cha jarida haikukubaliwa, kwa sababu haijakamilika au ni ya jarida lingine; iombe tena kutoka ilikotoka.',
  'E-CSV': 'Jedwali halikusomwa, kwa sababu kisanduku kimoja hakilingani; kirekebishe, kisha usome faili tena.',
  'E-FILE': 'Faili haikusomwa wala kuandikwa, kwa sababu haipo, ipo tayari au haitumiki; kagua jina, folda na kifaa cha kuhifadhia.',
  'E-PICTURE':
    'Picha haikupokelewa, kwa sababu si JPEG wala PNG wala PDF, au ni kubwa kuliko picha ya fomu inavyoruhusiwa (MiB 64, nukta milioni 150); piga picha ya karatasi upya, kwa nukta chache zaidi.',
  'E-USAGE': 'Amri haikutekelezwa, kwa sababu sehemu yake inakosekana au hailingani; soma maelezo yake, kisha uiandike tena.',
  'E-DOORWAY-SENDER':
    'Hakuna kilichofanyika, kwa sababu ombi halikutoka kwenye dirisha la programu hii; funga ukurasa huo na utumie madirisha ya programu.',
  'E-DOORWAY-ASK': 'Hakuna kilichofanyika, kwa sababu dirisha hili haliruhusiwi kuomba hilo; fanya kwenye dirisha kuu.',
  'E-DOORWAY-FIELDS': 'Hakuna kilichofanyika, kwa sababu ombi halikuwekwa inavyopaswa; fungua ukurasa tena, kisha ujaribu tena.',
  'E-DOORWAY-SIZE': 'Hakuna kilichofanyika, kwa sababu kilichotumwa ni kikubwa mno; kifupishe, au chagua faili ndogo zaidi.',
} satisfies Same<typeof words>;
