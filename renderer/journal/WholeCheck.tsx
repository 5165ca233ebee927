/** The full check of the journal: how far it is, then each named check and, where something is wrong, where it broke. */
import { useTranslation } from 'react-i18next';
import type { JournalCheck, JournalCheckOutcome } from '../../core/contract/journal.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { showCount, showTime } from '../parts/figures.ts';
import { State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import css from './Journal.module.css';

/** One line for the head of the room. */
export function CheckLine({ check }: { readonly check: JournalCheck }) {
  const { t } = useTranslation('journal');
  switch (check.is) {
    case 'none':
      return <span className={voices.quiet}>{t('checkNever')}</span>;
    case 'running':
      return <State shape="once">{t('checkRunning', { done: showCount(check.done), total: showCount(check.total) })}</State>;
    case 'broken-off':
      return (
        <State shape="fails" tone="danger">
          {t('checkBrokenOff')} {check.detail}
        </State>
      );
    case 'done':
      return check.sound ? (
        <State shape="passes">{t('checkSound', { time: showTime(check.at) })}</State>
      ) : (
        <State shape="fails" tone="danger">
          {t('checkAltered', { time: showTime(check.at) })}
        </State>
      );
  }
}

export function WholeCheck({ check, onLeave }: { readonly check: JournalCheck; readonly onLeave: () => void }) {
  const { t } = useTranslation('journal');
  return (
    <Dialog
      title={t('checkTitle')}
      onLeave={onLeave}
      actions={
        <Button keys="Escape" onPress={onLeave}>
          {t('close')}
        </Button>
      }
    >
      <p role="status">
        <CheckLine check={check} />
      </p>
      {check.is === 'running' ? (
        <progress className={css.progress} max={Math.max(check.total, 1)} value={check.done} aria-label={t('checkTitle')} />
      ) : null}
      {check.is === 'done' ? <Outcomes checks={check.checks} /> : null}
      {check.is === 'done' && !check.sound ? <p>{t('checkAlteredMeans')}</p> : null}
    </Dialog>
  );
}

const SHAPES = { passed: 'passes', failed: 'fails', 'not checked': 'unknown' } as const;

function Outcomes({ checks }: { readonly checks: readonly JournalCheckOutcome[] }) {
  const { t } = useTranslation(['journal', 'checks']);
  return (
    <table className={css.outcomes} aria-label={t('journal:checkTitle')}>
      <tbody>
        {checks.map(({ name, status, detail }) => (
          <tr key={name}>
            <td>
              <State shape={SHAPES[status]} tone={status === 'failed' ? 'danger' : undefined}>
                {t(`checks:status.${status}`)}
              </State>
            </td>
            <th scope="row">{t(`journal:auditChecks.${name as 'file'}`)}</th>
            <td className={voices.small}>{detail}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
