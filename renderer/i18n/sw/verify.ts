import type words from '../en/verify.ts';
import type { Same } from '../same.ts';

export default {} satisfies Same<typeof words>;
