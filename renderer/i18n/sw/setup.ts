import type words from '../en/setup.ts';
import type { Same } from '../same.ts';

export default {} satisfies Same<typeof words>;
