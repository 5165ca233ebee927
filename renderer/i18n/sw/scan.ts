import type words from '../en/scan.ts';
import type { Same } from '../same.ts';

export default {
  scan: 'Picha ya karatasi',
} satisfies Same<typeof words>;
