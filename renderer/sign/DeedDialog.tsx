/**
 * The acts of an official on one form that need a reason: recording that an agent did not respond, reopening, setting aside,
 * bringing back. Each says what follows from it before it is signed.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskedAgent, SignFormView } from '../../core/views/sign-form.ts';
import { usePerform } from '../office/use-deed.ts';
import { useBarred } from '../parts/barred.ts';
import { ReasonDialog } from '../parts/ReasonDialog.tsx';
import { useReasonBox } from '../parts/use-reason-box.ts';
import { KeyedChoice, keyAt } from './KeyedChoice.tsx';

export type DialogName = 'close' | 'reopen' | 'set-aside' | 'bring-back';

export interface DeedDialogProps {
  readonly name: DialogName;
  readonly view: SignFormView;
  readonly onLeave: () => void;
}

export function DeedDialog(props: DeedDialogProps) {
  if (props.name === 'close') return <CloseDialog {...props} />;
  return props.name === 'reopen' ? <ReopenDialog {...props} /> : <AsideDialog {...props} />;
}

function CloseDialog({ view: { asking, listed }, onLeave }: DeedDialogProps) {
  const { t } = useTranslation(['accept', 'sign']);
  const wordsOf = useBarred('accept', { isDetailed: true });
  const performing = usePerform();
  const owing = (asking?.agents ?? []).filter(({ closable }) => closable !== undefined && closable.barred?.code !== 'R-OUTCOME-NOT-OWED');
  const [chosen, setChosen] = useState(owing.length === 1 ? owing[0]?.agent.id : undefined);
  const { box, toReason } = useReasonBox(owing.length === 1);
  const agent = owing.find(({ agent: { id } }) => id === chosen);
  const sign = async (reason: string) => {
    if (agent === undefined) return;
    const body = { form: listed.form, revision: listed.revision, agent: agent.agent.id, reason };
    if (await performing.perform({ kind: 'signoff-closed', body })) onLeave();
  };
  return (
    <ReasonDialog
      title={t('accept:close')}
      does={t('accept:closeDoes')}
      verb={t('accept:signClose')}
      barred={agent === undefined ? t('sign:whichAgent') : wordsOf(agent.closable?.barred, asking?.waitOverAt)}
      isBusy={performing.isBusy}
      refusal={performing.refusal}
      onSign={(reason) => void sign(reason)}
      onLeave={onLeave}
      box={box}
    >
      <KeyedChoice
        label={t('sign:whoDidNotRespond')}
        value={chosen}
        options={owing.map(optionOf)}
        onChange={setChosen}
        onKeyed={toReason}
      />
    </ReasonDialog>
  );
}

function optionOf({ agent: { id, name, party } }: AskedAgent, at: number) {
  return { value: id, keys: keyAt(at), words: party === undefined ? name : `${name}, ${party}` };
}

const KEEPS = ['none', 'figures'] as const;

function ReopenDialog({ view: { listed, offers }, onLeave }: DeedDialogProps) {
  const { t } = useTranslation('accept');
  const wordsOf = useBarred('accept', { isDetailed: true });
  const performing = usePerform();
  const [keep, setKeep] = useState<(typeof KEEPS)[number]>();
  const { box, toReason } = useReasonBox(false);
  const possible = KEEPS.filter((one) => offers[`reopen-${one}`] !== undefined);
  const revision = listed.revision + 1;
  const sign = async (reason: string) => {
    if (keep === undefined) return;
    if (await performing.perform({ kind: 'form-reopened', body: { form: listed.form, revision, keep, reason } })) onLeave();
  };
  return (
    <ReasonDialog
      title={t('reopen')}
      does={t(keep === 'figures' ? 'reopenFiguresDoes' : 'reopenNoneDoes', { revision })}
      verb={t('signReopen')}
      barred={keep === undefined ? t('whichKeep') : wordsOf(offers[`reopen-${keep}`]?.barred)}
      isBusy={performing.isBusy}
      refusal={performing.refusal}
      onSign={(reason) => void sign(reason)}
      onLeave={onLeave}
      box={box}
    >
      <KeyedChoice
        label={t('keepWhat')}
        value={keep}
        options={possible.map((value, at) => ({ value, keys: keyAt(at), words: t(value === 'none' ? 'keepNone' : 'keepFigures') }))}
        onChange={setKeep}
        onKeyed={toReason}
      />
    </ReasonDialog>
  );
}

function AsideDialog({ name, view: { listed, offers }, onLeave }: DeedDialogProps) {
  const { t } = useTranslation('accept');
  const wordsOf = useBarred('accept', { isDetailed: true });
  const performing = usePerform();
  const isAside = name === 'set-aside';
  const kind = isAside ? 'form-set-aside' : 'form-brought-back';
  const sign = async (reason: string) => {
    if (await performing.perform({ kind, body: { form: listed.form, revision: listed.revision, reason } })) onLeave();
  };
  return (
    <ReasonDialog
      title={t(isAside ? 'setAside' : 'bringBack')}
      does={t(isAside ? 'setAsideDoes' : 'bringBackDoes')}
      verb={t(isAside ? 'signSetAside' : 'signBringBack')}
      barred={wordsOf(offers[isAside ? 'set-aside' : 'bring-back']?.barred)}
      isBusy={performing.isBusy}
      refusal={performing.refusal}
      onSign={(reason) => void sign(reason)}
      onLeave={onLeave}
    />
  );
}
