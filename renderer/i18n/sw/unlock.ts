import type words from '../en/unlock.ts';
import type { Same } from '../same.ts';

export default {} satisfies Same<typeof words>;
