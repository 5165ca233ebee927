/** The last page before the program ends: a full copy is made on the second medium, and the medium has to stay where it is. */
import { useTranslation } from 'react-i18next';
import { useDeed } from '../office/use-deed.ts';
import { useView } from '../office/use-view.ts';
import { Button } from '../parts/Button.tsx';
import { Room } from '../parts/Room.tsx';

export function Leaving() {
  const { t } = useTranslation('medium');
  const { value: view } = useView('secondMedium', {});
  const leaving = useDeed('leaveNow');
  const { done = 0, total = 0 } = view?.copying ?? {};
  return (
    <Room
      title={t('leavingTitle')}
      about={t('leavingAbout')}
      finish={<Button onPress={() => void leaving.do({})}>{t('leavingNow')}</Button>}
    >
      <p role="status">{t('leavingSays')}</p>
      <progress max={Math.max(total, 1)} value={done} aria-label={t('leavingCopy')} />
    </Room>
  );
}
