/**
 * Long work while the centre goes on: started by a person, done in a thread of its own, told as it goes. One at a time; what it found
 * can be forgotten, and what runs is broken off with it.
 */
import { inThread } from './in-thread.ts';

export interface OneThread<State, Report> {
  state(): State;
  isRunning(): boolean;
  /** Nothing happens while one runs. */
  start(work: Work<State, Report>): void;
  /** Forgets what was found, and breaks off what runs. Nobody is told: whoever forgets knows. */
  forget(): void;
}

export interface Work<State, Report> {
  readonly program: URL;
  readonly order: unknown;
  /** What is shown until the thread says something. */
  readonly begun: State;
  /** What a report means, and whether it is the last one. */
  heard(report: Report): { readonly state: State; readonly isLast: boolean };
  brokenOff(detail: string): State;
}

const TELL_EVERY = 400;

export function oneThread<State, Report>(none: State, onChange: () => void): OneThread<State, Report> {
  let state = none;
  let running: AbortController | undefined;
  let told = 0;
  const become = (next: State, atOnce = true) => {
    state = next;
    if (!atOnce && performance.now() - told < TELL_EVERY) return;
    told = performance.now();
    onChange();
  };
  const start: OneThread<State, Report>['start'] = ({ program, order, begun, heard, brokenOff }) => {
    if (running !== undefined) return;
    const own = new AbortController();
    running = own;
    const end = (next: State) => {
      if (running !== own) return;
      running = undefined;
      become(next);
    };
    const hear = (report: Report) => {
      if (running !== own) return;
      const { state: next, isLast } = heard(report);
      if (isLast) end(next);
      else become(next, false);
    };
    void inThread(program, order, hear, own.signal).then((ended) => {
      end(brokenOff(ended.is === 'broken-off' ? ended.detail : ''));
    });
    become(begun);
  };
  const forget = () => {
    const forgotten = running;
    running = undefined;
    state = none;
    forgotten?.abort();
  };
  return { state: () => state, isRunning: () => running !== undefined, start, forget };
}
