/**
 * What an agent takes away: the forms answered, the head of the journal, and a square code that holds enough to ask later whether
 * the published journal still has them. The file can be saved on the agent's own memory stick, and the slip printed.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownReceipt } from '../../core/views/sign-receipt.ts';
import { useDeed } from '../office/use-deed.ts';
import { SlipDialog } from '../papers/SlipDialog.tsx';
import { Button } from '../parts/Button.tsx';
import { showCount, showDay, showDigest, showSeconds } from '../parts/figures.ts';
import ledger from '../parts/ledger.module.css';
import { Room } from '../parts/Room.tsx';
import voices from '../parts/voices.module.css';
import { QrCode } from './QrCode.tsx';
import { Reading } from './Reading.tsx';
import css from './Sign.module.css';

const ALL_GROUPS = 16;

export interface ReceiptProps {
  readonly receipt: ShownReceipt;
  readonly onLeave: () => void;
}

export function Receipt({ receipt, onLeave }: ReceiptProps) {
  const { t } = useTranslation('sign');
  const saving = useDeed('saveReceipt');
  const [isSaved, setSaved] = useState(false);
  const [isOnPaper, setOnPaper] = useState(false);
  const save = async () => {
    const saved = await saving.do({ digest: receipt.digest });
    if (saved?.ok) setSaved(saved.value.saved);
  };
  return (
    <Room
      title={t('receiptTitle')}
      about={`${receipt.agent.name}, ${receipt.agent.party ?? receipt.agent.id}`}
      right={<span>{t('receiptForms', { number: showCount(receipt.forms.length) })}</span>}
      refusal={saving.refusal}
      actions={<p role="status">{isSaved ? t('receiptSaved') : t('receiptHint')}</p>}
      finish={
        <>
          <Button keys="Escape" onPress={onLeave}>
            {t('back')}
          </Button>
          <Button keys="P" once onPress={() => setOnPaper(true)}>
            {t('receiptPrint')}
          </Button>
          <Button keys="Enter" look="main" once onPress={() => void save()} isBusy={saving.isBusy}>
            {t('receiptSave')}
          </Button>
        </>
      }
    >
      <div className={css.receipt}>
        <QrCode line={receipt.line} label={t('receiptCode')} />
        <Reading label={t('receiptTitle')}>
          <ReceiptFacts receipt={receipt} />
          <ReceiptForms receipt={receipt} />
        </Reading>
      </div>
      {isOnPaper ? <SlipDialog receipt={receipt} onLeave={() => setOnPaper(false)} /> : null}
    </Room>
  );
}

function ReceiptFacts({ receipt: { agent, election, isRehearsal, at, head, digest } }: { readonly receipt: ShownReceipt }) {
  const { t, i18n } = useTranslation('sign');
  const groups = (whole: string) => <dd className={`${voices.digest} ${css.groups}`}>{showDigest(whole, ALL_GROUPS)}</dd>;
  return (
    <dl className={css.facts}>
      <div>
        <dt>{t('receiptOf')}</dt>
        <dd>{`${agent.name}, ${agent.party ?? agent.id}`}</dd>
      </div>
      <div>
        <dt>{t('receiptElection')}</dt>
        <dd>{isRehearsal ? t('receiptRehearsal', { election }) : election}</dd>
      </div>
      <div>
        <dt>{t('receiptAt')}</dt>
        <dd>
          {showDay(at, i18n.language)}, {showSeconds(at)} EAT
        </dd>
      </div>
      <div>
        <dt>{t('receiptJournal')}</dt>
        <dd>{t('receiptActs', { number: showCount(head.size) })}</dd>
      </div>
      <div>
        <dt>{t('receiptHead')}</dt>
        {groups(head.root)}
      </div>
      <div>
        <dt>{t('receiptAct')}</dt>
        {groups(digest)}
      </div>
    </dl>
  );
}

function ReceiptForms({ receipt: { forms } }: { readonly receipt: ShownReceipt }) {
  const { t } = useTranslation('sign');
  if (forms.length === 0) return <p className={css.lead}>{t('receiptNothing')}</p>;
  return (
    <table className={ledger.ledger} aria-label={t('receiptList')}>
      <thead>
        <tr>
          <th scope="col">{t('station')}</th>
          <th scope="col">{t('contest')}</th>
          <th scope="col">{t('youSaidHead')}</th>
          <th scope="col">{t('receiptDigest')}</th>
        </tr>
      </thead>
      <tbody>
        {forms.map(({ listed, choice, kind, revision, act }) => (
          <tr key={act}>
            <th scope="row" className={ledger.cut}>
              {listed.station.name}
            </th>
            <td className={ledger.cut}>
              {listed.formName} {listed.contestTitle}, {t('revision', { revision })}
            </td>
            <td className={ledger.cut}>
              {kind === 'late-remark' && choice !== 'refuse' ? t('asRemark', { stance: t(`stance_${choice}`) }) : t(`say_${choice}`)}
            </td>
            <td className={voices.digest}>{showDigest(act)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
