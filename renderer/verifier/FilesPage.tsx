/**
 * The beginning: what this page is and cannot be, the files, what their reader brings to judge them by, and the button that begins.
 * Several bundles are told one line each.
 */
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/Button.tsx';
import { Section } from '../parts/Room.tsx';
import { BundleLines } from './BundleLines.tsx';
import css from './Files.module.css';
import { KeyPart } from './KeyPart.tsx';
import { Laid } from './Laid.tsx';
import { ReceiptPart } from './ReceiptPart.tsx';
import { Running } from './Running.tsx';
import type { Sorted } from './sorting.ts';
import { EMPTY_TABLE, type Table } from './table.ts';
import type { Verifying } from './use-verifying.ts';

export interface FilesPageProps {
  readonly table: Table;
  readonly change: (next: (table: Table) => Table) => void;
  readonly onFiles: (files: Iterable<File>) => void;
  readonly onSorted: (sorted: readonly Sorted[]) => void;
  readonly verifying: Verifying;
  readonly acceptRehearsal: boolean;
  readonly onAcceptRehearsal: (accept: boolean) => void;
  readonly onVerify: () => void;
  readonly onStop: () => void;
}

export function FilesPage(props: FilesPageProps) {
  const { table, change, onFiles, onSorted, verifying, onStop } = props;
  const { t } = useTranslation('verifier');
  if (verifying.is === 'running') return <Running progress={verifying.progress} onStop={onStop} />;
  return (
    <>
      <p className={css.about}>{t('about')}</p>
      {verifying.is === 'done' && verifying.bundles.length > 0 ? <BundleLines bundles={verifying.bundles} /> : null}
      {verifying.is === 'broken' ? (
        <p role="alert" className={css.fault}>
          {t('broken', { detail: verifying.detail })}
        </p>
      ) : null}
      <div className={css.columns}>
        <Section title={t('bring')}>
          <Drop onFiles={onFiles} />
          <Refused refused={table.refused} />
          <Laid table={table} change={change} />
          <KeyPart table={table} onSorted={onSorted} />
          <ReceiptPart count={table.receipts.length} onSorted={onSorted} />
          <Begin {...props} />
        </Section>
        <Limits />
      </div>
    </>
  );
}

function Drop({ onFiles }: { readonly onFiles: (files: Iterable<File>) => void }) {
  const { t } = useTranslation('verifier');
  return (
    <label className={css.drop}>
      <span>{t('drop')}</span>
      <span className={css.choose}>{t('choose')}</span>
      <small>{t('sorted')}</small>
      <input
        type="file"
        multiple
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // The same file may be chosen again after it was removed.
          target.value = '';
        }}
      />
    </label>
  );
}

function Refused({ refused }: { readonly refused: Table['refused'] }) {
  const { t } = useTranslation('verifier');
  return refused.map(({ is, name }) => (
    <p key={name} role="alert" className={css.fault}>
      {is === 'private-key' ? t('refusedPrivate', { name }) : t('refusedUnknown', { name })}
    </p>
  ));
}

function Begin({ table, change, acceptRehearsal, onAcceptRehearsal, onVerify }: FilesPageProps) {
  const { t } = useTranslation('verify');
  return (
    <>
      <label className={css.tick}>
        <input type="checkbox" checked={acceptRehearsal} onChange={({ target }) => onAcceptRehearsal(target.checked)} />
        <span>
          {t('acceptRehearsal')} <small>{t('acceptRehearsalHint')}</small>
        </span>
      </label>
      <div className={css.begin}>
        <Button look="main" barred={table.bundles.length === 0 ? t('verifyBarred') : undefined} onPress={onVerify}>
          {t('verify')}
        </Button>
        <Button look="plain" onPress={() => change(() => EMPTY_TABLE)}>
          {t('clear')}
        </Button>
      </div>
    </>
  );
}

function Limits() {
  const { t } = useTranslation('verifier');
  return (
    <div>
      <Section title={t('can')}>
        <ul className={css.limits}>
          <li>{t('canSigned')}</li>
          <li>{t('canFollows')}</li>
          <li>{t('canCommission')}</li>
        </ul>
      </Section>
      <Section title={t('cannot')}>
        <ul className={css.limits}>
          <li>{t('cannotPaper')}</li>
          <li>{t('cannotKey')}</li>
          <li>{t('cannotItself')}</li>
        </ul>
      </Section>
    </div>
  );
}
