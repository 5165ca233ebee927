/** A key file brought to this machine by somebody who is admitted already: its five words prove that it is whole. */
import { useDeed } from '../office/use-deed.ts';
import { type KeyHolder, NewKeyDialog } from './NewKeyDialog.tsx';

export function ReturnKeyDialog({ holder, onDone }: { readonly holder: KeyHolder; readonly onDone: () => void }) {
  const words = useDeed('newWords');
  const card = useDeed('saveCard');
  const bring = useDeed('bringKeyFile');
  const giveBack = useDeed('returnKey');
  const { id: person } = holder;
  return (
    <NewKeyDialog
      holder={holder}
      ways={['bring']}
      words={() => words.do({ person })}
      saveCard={(language) => card.do({ person, role: holder.role, name: holder.name, language })}
      bring={() => bring.do({ person })}
      finish={(secret) => giveBack.do({ person, secret })}
      onDone={onDone}
      onLeave={onDone}
    />
  );
}
