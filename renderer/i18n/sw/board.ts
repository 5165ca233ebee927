import type words from '../en/board.ts';
import type { Same } from '../same.ts';

export default {} satisfies Same<typeof words>;
