/**
 * Where one is in the journal: what is looked for, which page is shown, which act is chosen. While something is looked for, pages are
 * remembered on the way down, because nobody knows beforehand where the page before began.
 */
import { useState } from 'react';
import type { Kind } from '../../core/acts.ts';
import type { BrokenLine, JournalPage } from '../../core/contract/journal.ts';
import type { Refusal } from '../../core/result.ts';
import type { JournalLine } from '../../core/views/journal.ts';
import { useView } from '../office/use-view.ts';

export interface Find {
  readonly kind?: Kind;
  readonly person?: string;
  readonly form?: string;
  readonly text?: string;
}

const LINES = 50;

export interface JournalPlace {
  readonly page?: JournalPage;
  readonly refusal?: Refusal;
  readonly find: Find;
  look(find: Find): void;
  readonly chosen?: JournalLine | BrokenLine;
  choose(seq: number): void;
  /** By one line, going over to the next page at either end. */
  step(by: 1 | -1): void;
  older(): void;
  newer(): void;
  newest(): void;
  first(): void;
  goTo(seq: number): void;
}

export function useJournal(): JournalPlace {
  const [find, setFind] = useState<Find>({});
  const [trail, setTrail] = useState<readonly number[]>([]);
  const [chosenSeq, setChosen] = useState<number>();
  const before = trail.at(-1);
  const { value: page, refusal } = useView('journal', { limit: LINES, ...find, ...(before === undefined ? {} : { before }) });
  const lines = page?.lines ?? [];
  const isFinding = Object.keys(find).length > 0;
  const chosen = lines.find(({ seq }) => seq === chosenSeq) ?? lines[0];
  /** The newest act of the page that was asked for; while it is on the way, the page before it is on the screen. */
  const top = (before ?? page?.size ?? 0) - 1;
  const isComing = page !== undefined && !isFinding && lines[0]?.seq !== top;

  const show = (next: readonly number[], seq?: number) => {
    setTrail(next);
    setChosen(seq);
  };
  const older = () => {
    if (page?.next !== undefined) show([...trail, page.next]);
    else setChosen(lines.at(-1)?.seq);
  };
  const newer = (seq?: number) => {
    if (before === undefined) setChosen(lines[0]?.seq);
    else if (isFinding) show(trail.slice(0, -1));
    else show(before + LINES < (page?.size ?? 0) ? [before + LINES] : [], seq);
  };
  const goTo = (seq: number) => {
    setFind({});
    // A page that is exchanged for another takes along the row from which the next key would go on.
    if (!isFinding && !isComing && lines.some((line) => line.seq === seq)) setChosen(seq);
    else show([seq + 1], seq);
  };
  const step = (by: 1 | -1) => {
    if (isComing) return goTo(Math.max(0, Math.min((chosenSeq ?? top) - by, (page?.size ?? 1) - 1)));
    const next = lines[lines.findIndex(({ seq }) => seq === chosen?.seq) + by];
    if (next !== undefined) setChosen(next.seq);
    else if (by === 1) older();
    else newer((lines[0]?.seq ?? 0) + 1);
  };
  return {
    ...(page === undefined ? {} : { page }),
    ...(refusal === undefined ? {} : { refusal }),
    ...(chosen === undefined ? {} : { chosen }),
    find,
    look: (wanted) => {
      setFind(wanted);
      show([]);
    },
    choose: setChosen,
    step,
    older,
    newer: () => newer(),
    newest: () => show([]),
    first: () => (isFinding ? setChosen(lines.at(-1)?.seq) : show([Math.min(LINES, page?.size ?? LINES)], 0)),
    goTo,
  };
}
