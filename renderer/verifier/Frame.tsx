/** What stands around every place of the page: its name, the language and the light at the top, its own version at the foot. */
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/Button.tsx';
import { showDigest } from '../parts/figures.ts';
import { Wordmark } from '../parts/Wordmark.tsx';
import css from './Frame.module.css';
import { LANGUAGES } from './words.ts';

export function Frame({ children }: { readonly children: ReactNode }) {
  const { t, i18n } = useTranslation('verifier');
  const [isDark, setDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const other = LANGUAGES.find((language) => language !== i18n.language) ?? 'en';
  useEffect(() => {
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  }, [isDark]);
  useEffect(() => {
    document.documentElement.lang = i18n.language;
    document.title = t('document');
  }, [i18n.language, t]);
  return (
    <>
      <header className={css.head}>
        <Wordmark />
        <h1>{t('title')}</h1>
        <div className={css.looks}>
          <Button look="plain" onPress={() => void i18n.changeLanguage(other)}>
            <span lang={other}>{t('otherLanguage')}</span>
          </Button>
          <Button look="plain" onPress={() => setDark(!isDark)}>
            {isDark ? t('light') : t('dark')}
          </Button>
        </div>
      </header>
      <main className={css.main}>{children}</main>
      <Foot />
    </>
  );
}

/** Written into the page when it was built. */
function stampOf(name: string): string {
  return document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';
}

function Foot() {
  const { t } = useTranslation('verifier');
  const version = stampOf('countersign-page');
  return (
    <footer className={css.foot}>
      <p>
        {t('ownVersion')}: <span className={css.version}>{version === '' ? t('unstamped') : showDigest(version, 16)}</span>
      </p>
      <p>{t('ownVersionMeans', { program: stampOf('countersign-program') })}</p>
    </footer>
  );
}
