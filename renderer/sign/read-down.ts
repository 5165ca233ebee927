/**
 * How many rows of a form have not been on the screen yet, because they stand further down than the page was read. Nobody is asked
 * to sign for a row that could not have been seen.
 */
import { type RefObject, useEffect } from 'react';

/** Half a pixel of a row may lie outside without its figure being cut. */
const HALF = 0.5;

/** Tells `onBelow` as often as the page is drawn, moved or resized. */
export function useRowsBelow(place: RefObject<HTMLElement | null>, onBelow: ((rows: number) => void) | undefined): void {
  useEffect(() => {
    const page = place.current;
    if (page === null || onBelow === undefined) return undefined;
    const measure = () => {
      const foot = page.getBoundingClientRect().bottom + HALF;
      onBelow([...page.querySelectorAll('tbody tr')].filter((row) => row.getBoundingClientRect().bottom > foot).length);
    };
    const watcher = new ResizeObserver(measure);
    watcher.observe(page);
    page.addEventListener('scroll', measure);
    return () => {
      watcher.disconnect();
      page.removeEventListener('scroll', measure);
    };
  }, [place, onBelow]);
}
