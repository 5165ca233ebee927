/** The wall: the one view besides the frame that the projector's window may ask for. */
import type { WallView } from '../views/wall.ts';
import { ask } from './ask.ts';

export const wallAsks = {
  wall: ask('anybody', {}, { onWall: true }),
};

export interface WallAnswers {
  readonly wall: WallView;
}
