import type words from '../en/differences.ts';
import type { Same } from '../same.ts';

export default {} satisfies Same<typeof words>;
