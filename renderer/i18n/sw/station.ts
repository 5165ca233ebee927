import type words from '../en/station.ts';
import type { Same } from '../same.ts';

export default {} satisfies Same<typeof words>;
