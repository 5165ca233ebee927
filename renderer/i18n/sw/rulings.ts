import type words from '../en/rulings.ts';
import type { Same } from '../same.ts';

export default {} satisfies Same<typeof words>;
