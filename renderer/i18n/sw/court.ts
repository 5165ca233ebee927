/** Nyaraka za mahakama kwa Kiswahili: the dialog of the court pack. */
import type words from '../en/court.ts';
import type { Same } from '../same.ts';

export default {
  title: 'Nyaraka za mahakama',
  what: 'Yote ambayo mahakama huuliza kuhusu kumbukumbu, kutoka kwenye jarida: kuingia na majaribio yaliyoshindikana, nani anaruhusiwa kufanya nini, kila uamuzi, kufungua upya na hatua nyingine pamoja na sababu yake, vifurushi vilivyotolewa, nakala rudufu, kuruka kwa saa, programu, shajara ya matukio, hatua za fomu, na rasimu ya cheti cha ushahidi wa kielektroniki. Kama majedwali, na kama ukurasa mmoja wa kusoma na kuchapisha.',
  noFigures: 'Walichoandika makarani hakimo. Jarida zima hukaguliwa kwanza, na nyaraka zinasema kilichopatikana.',
  under: 'Cheti kinatolewa chini ya (acha wazi kama hujui)',
  underHint: 'Kama wakili wako anavyokitaja kifungu; kitachapishwa neno kwa neno.',
  write: 'Chagua folda na uandike',
  underWay: 'zinaandikwa',
  running: 'Inakagua na kuandika: usomaji {{done}} kati ya {{total}}',
  written: 'Zimeandikwa: faili {{files}}, kutoka matendo {{entries}}. Zimo katika folda mpya',
  readFirst: 'Soma README.txt kwanza; court-pack.html ndio ukurasa wa kuchapisha.',
  altered: 'Jarida limepatikana LIMEBADILISHWA. Nyaraka zinasema wapi, kwenye ukurasa wa kwanza. Acha mashine ilivyo, na uite tume.',
  notWritten: 'Hakuna kilichoandikwa.',
  brokenOff: 'Uandishi ulikatika; hakuna kilichobaki.',
  leave: 'Ondoka',
} satisfies Same<typeof words>;
