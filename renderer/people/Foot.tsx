/** The keys at the foot: what can be done with the row that is lit, then what belongs to the whole room. */
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/Button.tsx';
import { useBarred } from '../parts/barred.ts';
import type { Action, Deed } from './actions.ts';

export function Foot({ actions, onBegin }: { readonly actions: readonly Action[]; readonly onBegin: (deed: Deed) => void }) {
  const { t } = useTranslation('people');
  const shortOf = useBarred('people');
  return (
    <>
      {actions.map(({ keys, words, name, deed, barred, from }) => (
        <Button key={`${keys} ${words}`} keys={keys} onPress={() => onBegin(deed)} barred={shortOf(barred, from)}>
          {t(words, { name })}
        </Button>
      ))}
    </>
  );
}
