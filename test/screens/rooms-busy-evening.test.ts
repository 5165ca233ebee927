/** Every room on a busy evening: work waits in each of them. */
import { createBusyEvening } from './busy-evening.ts';
import { showRooms } from './rooms.ts';

showRooms({ agent: 'A1', make: createBusyEvening });
