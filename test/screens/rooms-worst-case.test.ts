/** Every room at its worst: 33 candidates, names of sixty characters, sixteen agents. */
import { showRooms } from './rooms.ts';
import { createWorstCase } from './worst-case.ts';

showRooms({ agent: 'A01', make: createWorstCase });
