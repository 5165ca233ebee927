import type words from '../en/wall.ts';
import type { Same } from '../same.ts';

export default {} satisfies Same<typeof words>;
