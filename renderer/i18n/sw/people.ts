import type words from '../en/people.ts';
import type { Same } from '../same.ts';

export default {} satisfies Same<typeof words>;
