/**
 * Many of Electron's events are questions: a listener may say no by calling `preventDefault`. This makes such an event, asks all who
 * listen, and says whether any of them refused.
 */
import type { EventEmitter } from 'node:events';

export interface Preventable {
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

export function preventable<Details extends object>(details: Details): Details & Preventable {
  let prevented = false;
  const preventDefault = (): void => {
    prevented = true;
  };
  const event = { ...details, preventDefault };
  return Object.defineProperty(event, 'defaultPrevented', { get: () => prevented, enumerable: true }) as Details & Preventable;
}

/** True when nobody refused. */
export function mayProceed(emitter: EventEmitter, name: string, details: object = {}, ...more: readonly unknown[]): boolean {
  const event = preventable(details);
  emitter.emit(name, event, ...more);
  return !event.defaultPrevented;
}
