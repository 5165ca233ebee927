import type words from '../en/sheet.ts';
import type { Same } from '../same.ts';

export default {
  line: 'Na.',
  inPaperOrder: 'Fomu {{form}}, kwa mpangilio wa karatasi',
} satisfies Same<typeof words>;
