/**
 * The one emitter of the app's events. It stands in a file of its own because windows tell the app of themselves, and the app closes
 * windows: both import this, and neither the other way round.
 */
import { EventEmitter } from 'node:events';

export const appEvents = new EventEmitter();
