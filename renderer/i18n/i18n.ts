/**
 * The words of the screens: English and Kiswahili, one key each. A key that one language lacks does not compile, and a test counts
 * them; there is no silent fallback from one language to the other.
 */
import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.ts';
import sw from './sw.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame';
    resources: typeof en;
  }
}

export const words: i18n = i18next.createInstance();
void words.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: false,
  ns: Object.keys(en),
  defaultNS: 'frame',
  resources: { en, sw },
  interpolation: { escapeValue: false },
  initAsync: false,
});
