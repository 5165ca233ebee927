/** The words of this page: those the app has for the same things, and its own. The other rooms' words are left out. */
import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import findingsEn from '../../core/words/en/findings.ts';
import paperEn from '../../core/words/en/paper.ts';
import sumsEn from '../../core/words/en/sums.ts';
import termsEn from '../../core/words/en/terms.ts';
import findingsSw from '../../core/words/sw/findings.ts';
import paperSw from '../../core/words/sw/paper.ts';
import sumsSw from '../../core/words/sw/sums.ts';
import termsSw from '../../core/words/sw/terms.ts';
import checksEn from '../i18n/en/checks.ts';
import rulingsEn from '../i18n/en/rulings.ts';
import sheetEn from '../i18n/en/sheet.ts';
import stationEn from '../i18n/en/station.ts';
import verifierEn from '../i18n/en/verifier.ts';
import verifyEn from '../i18n/en/verify.ts';
import checksSw from '../i18n/sw/checks.ts';
import rulingsSw from '../i18n/sw/rulings.ts';
import sheetSw from '../i18n/sw/sheet.ts';
import stationSw from '../i18n/sw/station.ts';
import verifierSw from '../i18n/sw/verifier.ts';
import verifySw from '../i18n/sw/verify.ts';

export const LANGUAGES = ['en', 'sw'] as const;

const resources = {
  en: {
    checks: checksEn,
    findings: findingsEn,
    paper: paperEn,
    rulings: rulingsEn,
    sheet: sheetEn,
    station: stationEn,
    sums: sumsEn,
    terms: termsEn,
    verifier: verifierEn,
    verify: verifyEn,
  },
  sw: {
    checks: checksSw,
    findings: findingsSw,
    paper: paperSw,
    rulings: rulingsSw,
    sheet: sheetSw,
    station: stationSw,
    sums: sumsSw,
    terms: termsSw,
    verifier: verifierSw,
    verify: verifySw,
  },
};

export const words: i18n = i18next.createInstance();
void words.use(initReactI18next).init({
  lng: LANGUAGES.find((language) => navigator.language.startsWith(language)) ?? 'en',
  fallbackLng: false,
  ns: Object.keys(resources.en),
  defaultNS: 'verifier',
  resources,
  interpolation: { escapeValue: false },
  initAsync: false,
});
