/**
 * The wall's own language and light: a hall may want Kiswahili on a dark wall while the clerks' screens are light and English. Until
 * somebody presses a key on the wall it follows the rooms.
 */
import { useEffect, useState } from 'react';
import type { Frame, Language, Theme } from '../../core/contract/frame.ts';
import { words } from '../i18n/i18n.ts';
import { useKey } from '../parts/keys.tsx';

export function useWallLooks(frame: Frame | undefined): void {
  const [ownLanguage, setLanguage] = useState<Language>();
  const [ownTheme, setTheme] = useState<Theme>();
  const language = ownLanguage ?? frame?.language ?? 'en';
  const theme = ownTheme ?? frame?.theme ?? 'light';
  useEffect(() => {
    document.documentElement.lang = language;
    void words.changeLanguage(language);
  }, [language]);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  useKey('L', () => setLanguage(language === 'en' ? 'sw' : 'en'));
  useKey('T', () => setTheme(theme === 'light' ? 'dark' : 'light'));
  useKey('F', () => void toggleFullScreen());
}

/** Where the desktop refuses, its own way to a full screen remains. */
async function toggleFullScreen(): Promise<void> {
  if (document.fullscreenElement !== null) await document.exitFullscreen();
  else await document.documentElement.requestFullscreen().catch(() => undefined);
}
