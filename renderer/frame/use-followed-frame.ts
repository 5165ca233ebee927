/** What the window itself takes from the frame: language, light or dark, the minute on the clock, and where to go when locked. */
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import type { Frame } from '../../core/contract/frame.ts';
import { words } from '../i18n/i18n.ts';
import { ask } from '../office/ask.ts';
import { queries } from '../office/use-view.ts';
import { useRememberedPlace } from '../unlock/way-back.ts';

const HALF_MINUTE = 30_000;
/** Rooms that anybody may look at, with nobody at the keyboard. */
const OPEN_TO_ALL: readonly string[] = ['board', 'verify', 'unlock', 'setup', 'journal', 'people', 'station', 'declare'];

/** Between two agents nobody is at the keyboard, and the page has no figures. */
const HANDING_OVER = '/sign/agent/hand/';

export function useFollowedFrame(frame: Frame | undefined): void {
  const [place, go] = useLocation();
  useRememberedPlace(place);
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
    if (!isLocked || place.startsWith(HANDING_OVER) || OPEN_TO_ALL.includes(place.split('/')[1] ?? '')) return undefined;
    let isElsewhere = false;
    // The frame on the screen may be a moment older than the unlocking that led here.
    void ask('frame', {}).then((now) => {
      if (!isElsewhere && now.ok && now.value.person === undefined) go('/unlock', { replace: true });
    });
    return () => {
      isElsewhere = true;
    };
  }, [isLocked, place, go]);
}
