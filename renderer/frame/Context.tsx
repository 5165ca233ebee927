/** The line above every room: which place and election, the stamps, who is at the keyboard, the language. */
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Frame } from '../../core/contract/frame.ts';
import { ask } from '../office/ask.ts';
import { Button } from '../parts/Button.tsx';
import { showDay } from '../parts/figures.ts';
import { Key, useKey } from '../parts/keys.tsx';
import voices from '../parts/voices.module.css';
import { Wordmark } from '../parts/Wordmark.tsx';
import css from './Context.module.css';

export function Context({ frame, withName = false }: { readonly frame: Frame; readonly withName?: boolean }) {
  const { t } = useTranslation('frame');
  const { centre } = frame;
  const isProvisional = centre?.contests.some(({ state }) => state !== 'declared') ?? false;
  return (
    <header className={css.context}>
      {withName ? (
        <span className={css.name}>
          <Wordmark />
        </span>
      ) : null}
      <p className={css.place}>
        {centre === undefined ? (
          t('noCentre')
        ) : (
          <>
            <b>
              {centre.constituency.name} {centre.constituency.code}
            </b>{' '}
            <span className={voices.quiet}>
              {centre.title}, {showDay(centre.date, frame.language)}
            </span>
          </>
        )}
      </p>
      {centre?.kind === 'rehearsal' ? <span className={voices.stamp}>{t('rehearsal')}</span> : null}
      {isProvisional ? <span className={voices.stamp}>{t('provisional')}</span> : null}
      <Person frame={frame} />
      <LanguageSwitch frame={frame} />
    </header>
  );
}

function Person({ frame }: { readonly frame: Frame }) {
  const { t } = useTranslation(['frame', 'terms']);
  const [, go] = useLocation();
  const { person, centre } = frame;
  const change = async () => {
    // First the page: whoever types a number at once must not be sent back when the lock is told.
    go('/unlock');
    if (person !== undefined) await ask('lock', {});
  };
  if (centre === undefined) return <span className={css.who} />;
  return (
    <span className={css.who}>
      {person === undefined ? (
        <span className={voices.quiet}>{t('frame:nobody')}</span>
      ) : (
        <>
          <b>{person.name}</b>
          <span className={css.role}>
            {t(`terms:roles.${person.role}`)} {person.name === person.id ? '' : person.id}
          </span>
        </>
      )}
      <Button keys="F10" look="plain" onPress={() => void change()}>
        {person === undefined ? t('frame:unlock') : t('frame:lock')}
      </Button>
    </span>
  );
}

function LanguageSwitch({ frame }: { readonly frame: Frame }) {
  const { t } = useTranslation('frame');
  const choose = (language: Frame['language']) => void ask('prefer', { language });
  useKey('F2', () => choose(frame.language === 'en' ? 'sw' : 'en'));
  useKey('F9', () => void ask('prefer', { theme: frame.theme === 'light' ? 'dark' : 'light' }));
  return (
    <fieldset className={css.language} aria-label={t('language')}>
      <button type="button" lang="en" aria-pressed={frame.language === 'en'} onClick={() => choose('en')}>
        English
      </button>
      <button type="button" lang="sw" aria-pressed={frame.language === 'sw'} onClick={() => choose('sw')}>
        Kiswahili
      </button>
      <Key name="F2" />
    </fieldset>
  );
}
