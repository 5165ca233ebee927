/**
 * The passphrase card: five words with their places, for copying by hand or for printing. It is on the screen only while it is being
 * copied, and on paper only in the hands of its owner.
 */
import { useTranslation } from 'react-i18next';
import { useDeed } from '../office/use-deed.ts';
import { Button } from '../parts/Button.tsx';
import css from './KeyCard.module.css';
import type { KeyHolder } from './NewKeyDialog.tsx';

export function KeyCard({ holder, words }: { readonly holder: KeyHolder; readonly words: string }) {
  const { t } = useTranslation(['people', 'terms']);
  const printing = useDeed('printPage');
  return (
    <>
      <section data-print className={css.card} aria-label={t('people:card')}>
        <h3>
          {holder.name} <span>{[t(`terms:roles.${holder.role}`), holder.id].join(', ')}</span>
        </h3>
        <ol>
          {words.split(' ').map((word, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a word is named by its place
            <li key={at}>
              <span>{at + 1}</span> {word}
            </li>
          ))}
        </ol>
        <p>{t('people:cardAbout')}</p>
      </section>
      <Button keys="F7" onPress={() => void printing.do({})} isBusy={printing.isBusy}>
        {t('people:printCard')}
      </Button>
    </>
  );
}
