import type words from '../en/receive.ts';
import type { Same } from '../same.ts';

export default {} satisfies Same<typeof words>;
