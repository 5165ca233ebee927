/** A form without a scan says so, and why; whoever may, attaches one from here. */
import { useTranslation } from 'react-i18next';
import { useDeed } from '../office/use-deed.ts';
import { Button } from '../parts/Button.tsx';
import { Refused } from '../parts/Refused.tsx';
import { State } from '../parts/State.tsx';
import css from './ScanPanel.module.css';

export function NoScan({ form, absent }: { readonly form: string | undefined; readonly absent: string | undefined }) {
  const { t } = useTranslation('scan');
  return (
    <div className={css.none}>
      <p>
        <State shape="unknown">{t('none')}</State>
      </p>
      {absent === undefined ? null : <p className={css.reason}>{t('noneBecause', { reason: absent })}</p>}
      {form === undefined ? null : <Attach form={form} />}
    </div>
  );
}

function Attach({ form }: { readonly form: string }) {
  const { t } = useTranslation(['scan', 'refusals']);
  const choosing = useDeed('chooseScans');
  return (
    <>
      <Button keys="Alt+A" onPress={() => void choosing.do({ form })} isBusy={choosing.isBusy}>
        {t('scan:attach')}
      </Button>
      <Refused refusal={choosing.refusal} />
    </>
  );
}
