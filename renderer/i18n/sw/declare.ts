import type words from '../en/declare.ts';
import type { Same } from '../same.ts';

export default {} satisfies Same<typeof words>;
