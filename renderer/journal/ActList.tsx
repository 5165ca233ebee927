/** The acts of one page, newest first. Arrows choose, Page Up and Down turn the page, Home and End go to either end of the night. */
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BrokenLine } from '../../core/contract/journal.ts';
import type { JournalLine } from '../../core/views/journal.ts';
import { showCount, showDigest, showSeconds } from '../parts/figures.ts';
import ledger from '../parts/ledger.module.css';
import voices from '../parts/voices.module.css';
import css from './Journal.module.css';
import type { JournalPlace } from './use-journal.ts';
import { isBroken, useSentence, useSpeaker } from './use-sentence.ts';

export interface ActListProps {
  readonly place: JournalPlace;
  readonly onOpen: () => void;
}

export function ActList({ place, onOpen }: ActListProps) {
  const { t } = useTranslation('journal');
  const rows = useRef(new Map<number, HTMLTableRowElement>());
  /** True while the list is where the keys go, also while its rows are exchanged for those of another page. */
  const isHeld = useRef(true);
  const { chosen, page } = place;
  const seq = chosen?.seq;
  // Each time: a row that went with its page while a dialog was open cannot take the keys back, and they would go nowhere.
  useLayoutEffect(() => {
    const where = document.activeElement;
    const isHere = isHeld.current || where === document.body || where?.closest('[role="grid"]') != null;
    if (seq !== undefined && isHere) rows.current.get(seq)?.focus();
  });
  const lines = page?.lines ?? [];
  return (
    <div className={css.scroll}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen with arrows is a grid
        role="grid"
        aria-label={t('list')}
        aria-rowcount={page?.size ?? -1}
        className={`${ledger.ledger} ${css.list}`}
        onFocus={() => {
          isHeld.current = true;
        }}
        onBlur={({ relatedTarget, currentTarget }) => {
          if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) isHeld.current = false;
        }}
        onKeyDown={(event) => keyed(event, place, onOpen)}
      >
        <thead>
          <tr>
            <th scope="col" className={`${ledger.number} ${css.seq}`}>
              {t('seq')}
            </th>
            <th scope="col" className={css.time}>
              {t('time')}
            </th>
            <th scope="col" className={css.by}>
              {t('by')}
            </th>
            <th scope="col">{t('says')}</th>
            <th scope="col" className={css.digest}>
              {t('digest')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr
              key={line.seq}
              ref={(row) => {
                if (row === null) rows.current.delete(line.seq);
                else rows.current.set(line.seq, row);
              }}
              tabIndex={line.seq === seq ? 0 : -1}
              aria-selected={line.seq === seq}
              className={line.seq === seq ? ledger.active : undefined}
              onClick={() => place.choose(line.seq)}
            >
              <Line line={line} />
            </tr>
          ))}
        </tbody>
      </table>
      <p role="status" className={css.end}>
        {page === undefined ? '' : lines.length === 0 ? t('noneFound') : t(page.next === undefined ? 'endReached' : 'more')}
      </p>
    </div>
  );
}

function Line({ line }: { readonly line: JournalLine | BrokenLine }) {
  const sentence = useSentence();
  const speaker = useSpeaker();
  const words = sentence(line);
  return (
    <>
      <td className={ledger.number}>{showCount(line.seq)}</td>
      <td className={voices.code}>{isBroken(line) ? '' : showSeconds(line.at)}</td>
      <td className={`${ledger.cut} ${voices.small}`}>{isBroken(line) ? '' : speaker(line.by)}</td>
      <td className={ledger.cut} title={words}>
        {words}
      </td>
      <td className={voices.digest}>{isBroken(line) ? '' : showDigest(line.digest)}</td>
    </>
  );
}

function keyed(event: KeyboardEvent, place: JournalPlace, onOpen: () => void): void {
  if (event.altKey || event.ctrlKey || event.shiftKey) return;
  const act = {
    ArrowDown: () => place.step(1),
    ArrowUp: () => place.step(-1),
    PageDown: place.older,
    PageUp: place.newer,
    Home: place.newest,
    End: place.first,
    Enter: onOpen,
  }[event.key];
  if (act === undefined) return;
  event.preventDefault();
  act();
}
