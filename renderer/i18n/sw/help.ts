import type words from '../en/help.ts';
import type { Same } from '../same.ts';

export default {} satisfies Same<typeof words>;
