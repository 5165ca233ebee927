import type words from '../en/journal.ts';
import type { Same } from '../same.ts';

export default {} satisfies Same<typeof words>;
