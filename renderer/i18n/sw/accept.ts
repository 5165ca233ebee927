import type words from '../en/accept.ts';
import type { Same } from '../same.ts';

export default {} satisfies Same<typeof words>;
