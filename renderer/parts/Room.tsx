/**
 * A room: its name and what it is about at the top, the work in the middle, what can be done at the foot. The foot keeps its place
 * whatever happens above it.
 */
import type { ReactNode } from 'react';
import type { Refusal } from '../../core/result.ts';
import { Refused } from './Refused.tsx';
import css from './Room.module.css';

export interface RoomProps {
  readonly title: string;
  readonly about?: ReactNode;
  readonly right?: ReactNode;
  readonly children: ReactNode;
  /** Buttons at the foot, and on its right side those that finish. */
  readonly actions?: ReactNode;
  readonly finish?: ReactNode;
  readonly refusal?: Refusal | undefined;
  /** The body's own layout, as a class; without it the body is one column with the room's edge. */
  readonly layout?: string | undefined;
}

export function Room({ title, about, right, children, actions, finish, refusal, layout }: RoomProps) {
  return (
    <main className={css.room} aria-labelledby="room-title">
      <header className={css.head}>
        <h1 id="room-title">{title}</h1>
        <div className={css.about}>{about}</div>
        {right === undefined ? null : <div className={css.right}>{right}</div>}
      </header>
      <div className={layout === undefined ? css.body : `${css.bare} ${layout}`}>{children}</div>
      <div className={css.foot}>
        <Refused refusal={refusal} />
        {actions === undefined && finish === undefined ? null : (
          <div className={css.actions}>
            {actions}
            <div className={css.finish}>{finish}</div>
          </div>
        )}
      </div>
    </main>
  );
}

/** The head of a part of a room, with a quiet word at its right end. */
export function Section({ title, note, children }: { readonly title: string; readonly note?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className={css.section}>
      <div className={css.sectionHead}>
        <h2>{title}</h2>
        <span className={css.note}>{note}</span>
      </div>
      {children}
    </section>
  );
}
