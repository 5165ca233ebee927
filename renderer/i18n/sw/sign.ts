import type words from '../en/sign.ts';
import type { Same } from '../same.ts';

export default {} satisfies Same<typeof words>;
