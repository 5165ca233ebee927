/** Karatasi rasmi, popote zinapoombwa: kuhifadhiwa kama faili, au kupewa programu inayozichapisha. */
import type words from '../en/papers.ts';
import type { Same } from '../same.ts';

export default {
  papers: 'Karatasi',
  titleOf: 'Karatasi za Fomu {{form}}',
  which: 'Karatasi gani',
  contest: { form: 'Fomu {{form}}', errors: 'Ripoti ya makosa' },
  version: 'Toleo',
  versions: {
    ready: 'Toleo la {{version}}, tayari kutiwa sahihi',
    declared: 'Toleo la {{version}}, limetangazwa',
    superseded: 'Toleo la {{version}}, toleo la awali',
  },
  provisional: 'Hakuna aliyetangaza haya: kila ukurasa una muhuri “YA MUDA”.',
  marks:
    'Alama zilizochorwa kwenye skrini zinachapishwa kwenye nafasi zake. Fomu hiyo hiyo ndani ya kifurushi haina alama: alama si sehemu ya jarida.',
  certificates: 'Hati za kituo',
  centre: { opening: 'Hati ya kufungua kituo', closing: 'Hati ya kufunga kituo' },
  centreSays: {
    opening: 'Yaliyokuwa kwenye jarida kituo kilipofunguliwa, na waliokuwepo, pamoja na nafasi za sahihi zao.',
    closing: 'Toleo linalosimama la kila kiti, kichwa cha jarida, na kila aliyetenda hapa pamoja na ufunguo wake.',
  },
  slipTitle: 'Stakabadhi kwenye karatasi: {{name}}',
  slipSays:
    'Majibu yaliyorekodiwa, kichwa cha jarida chenye sahihi na msimbo wa mraba, kwenye karatasi moja inayothibitisha yenyewe inachosema.',
  language: 'Lugha ya maneno yake',
  languages: { en: 'English', sw: 'Kiswahili' },
  save: 'Hifadhi kama PDF',
  print: 'Chapisha',
  printSays: 'Chapisha huipa karatasi programu ya mashine hii inayoonyesha faili za PDF. Ichapishe kutoka hapo.',
  choosing: 'Chagua itakapowekwa kwenye dirisha lililofunguka. Kisha itatengenezwa.',
  making: 'Karatasi inatengenezwa.',
  saved: 'Imehifadhiwa',
  opened: 'Imepewa programu inayoonyesha faili za PDF. Ichapishe hapo.',
  cancelled: 'Hakuna mahali palipochaguliwa; hakuna kilichotengenezwa.',
  failed: 'Hakuna karatasi',
  cardSave: 'Hifadhi kadi kama PDF',
  cardFile: 'Kadi iliyohifadhiwa ina maneno matano wazi: anayeipata faili anaweza kutumia ufunguo. Ifute ikishachapishwa.',
  trouble: {
    full: 'Diski imejaa. Tafuta nafasi, au chagua mahali pengine.',
    gone: 'Folda au diski ndogo haipo, au haipo tena. Irudishe, au chagua mahali pengine.',
    'not-writable': 'Hairuhusiwi kuandika mahali hapo. Chagua pengine.',
    kept: 'Kituo kinatunza faili zake chenyewe kwenye folda hiyo. Chagua nyingine.',
    'no-program': 'Hakuna programu ya mashine hii inayoonyesha faili za PDF. Hifadhi karatasi, uichapishe kwenye mashine nyingine.',
    'broken-off': 'Utengenezaji wa karatasi ulikatika. Jaribu tena; jarida haliguswi nao.',
    other: 'Mahali hapo hapakuweza kutumika. Chagua pengine.',
  },
} satisfies Same<typeof words>;
