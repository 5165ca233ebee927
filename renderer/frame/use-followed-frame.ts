/** What the window itself takes from the frame: language, light or dark, the minute on the clock, and where to go when locked. */
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import type { Frame } from '../../core/contract/frame.ts';
import { words } from '../i18n/i18n.ts';
import { queries } from '../office/use-view.ts';

const HALF_MINUTE = 30_000;
/** Rooms that anybody may look at, with nobody at the keyboard. */
const OPEN_TO_ALL: readonly string[] = ['board', 'verify', 'unlock', 'setup', 'journal', 'people', 'station'];

export function useFollowedFrame(frame: Frame | undefined): void {
  const [place, go] = useLocation();
  const language = frame?.language;
  const theme = frame?.theme;
  useEffect(() => {
    if (language === undefined) return;
    document.documentElement.lang = language;
    void words.changeLanguage(language);
  }, [language]);
  useEffect(() => {
    if (theme !== undefined) document.documentElement.dataset.theme = theme;
  }, [theme]);
  useEffect(() => {
    const clock = setInterval(() => void queries.invalidateQueries({ queryKey: ['frame'] }), HALF_MINUTE);
    return () => clearInterval(clock);
  }, []);
  const isLocked = frame !== undefined && frame.centre !== undefined && frame.person === undefined;
  useEffect(() => {
    if (isLocked && !OPEN_TO_ALL.includes(place.split('/')[1] ?? '')) go('/unlock', { replace: true });
  }, [isLocked, place, go]);
}
