/**
 * A centre that was restored on this machine: what it was restored to, what is known to be lost, and whose signature comes next. An
 * official signs with a reason, another confirms; until then nothing else is taken, and this page is where everything leads.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Frame } from '../../core/contract/frame.ts';
import type { AwaitedRestoreView } from '../../core/contract/restore.ts';
import type { KeyboardPerson } from '../../core/views/unlock.ts';
import { useView } from '../office/use-view.ts';
import { Button } from '../parts/Button.tsx';
import { useBarred } from '../parts/barred.ts';
import { showCount, showDay, showTime } from '../parts/figures.ts';
import { Room, Section } from '../parts/Room.tsx';
import { useRows } from '../parts/rows.ts';
import { type ProposalDeed, ProposalDialog } from '../people/ProposalDialog.tsx';
import { comeBackTo } from '../unlock/way-back.ts';
import { AwaitedSteps, Officials } from './AwaitedSteps.tsx';
import { Fact } from './Holds.tsx';
import css from './Restore.module.css';
import { SignRestore } from './SignRestore.tsx';

export function AwaitedRoom({ frame }: { readonly frame: Frame }) {
  const { t } = useTranslation('restore');
  const { value: awaited, refusal } = useView('awaitedRestore', {});
  const { value: keyboard } = useView('keyboard', {});
  if (awaited === undefined || keyboard === undefined) {
    return (
      <Room title={t('awaiting')} refusal={refusal}>
        {null}
      </Room>
    );
  }
  return awaited.stage === 'unsigned' ? (
    <Unsigned frame={frame} awaited={awaited} officials={keyboard.officials} />
  ) : (
    <Unconfirmed frame={frame} awaited={awaited} officials={keyboard.officials} />
  );
}

interface StageProps {
  readonly frame: Frame;
  readonly awaited: AwaitedRestoreView;
  readonly officials: readonly KeyboardPerson[];
}

function Unsigned({ frame, awaited, officials }: StageProps) {
  const { t } = useTranslation('restore');
  const [isSigning, setSigning] = useState(false);
  const rows = useRows(officials.map(({ id }) => id));
  const official = officials.find(({ id }) => id === rows.chosen);
  return (
    <Room
      title={t('awaiting')}
      finish={
        <Button keys="Enter" look="main" onPress={() => setSigning(true)} barred={official === undefined ? t('noOfficial') : undefined}>
          {t('sign', { name: official?.name ?? '' })}
        </Button>
      }
    >
      <p className={css.lead}>{t('awaitingLead.unsigned')}</p>
      <What awaited={awaited} language={frame.language} />
      <Section title={t('whoSigns')}>
        <Officials officials={officials} rows={rows} />
      </Section>
      <AwaitedSteps stage="unsigned" />
      {isSigning && official !== undefined ? <SignRestore official={official} onDone={() => setSigning(false)} /> : null}
    </Room>
  );
}

function Unconfirmed({ frame, awaited, officials }: StageProps) {
  const { t } = useTranslation('restore');
  const shortOf = useBarred('people');
  const [, go] = useLocation();
  const { value: people } = useView('people', {});
  const [deed, setDeed] = useState<ProposalDeed>();
  const proposal = people?.proposals.find(({ act }) => act === awaited.act);
  const isOfficial = frame.person?.role === 'ro' || frame.person?.role === 'dro';
  const isOwn = proposal !== undefined && proposal.by === frame.person?.id;
  const next = officials.find(({ id }) => id !== proposal?.by);
  const handOver = () => {
    comeBackTo('/setup');
    go(next === undefined ? '/unlock' : `/unlock/${encodeURIComponent(next.id)}`);
  };
  return (
    <Room
      title={t('awaiting')}
      actions={
        proposal === undefined || !isOfficial ? undefined : (
          <>
            <Button keys="W" onPress={() => setDeed('withdraw')} barred={shortOf(proposal.withdraw.barred)}>
              {t('withdraw')}
            </Button>
            {proposal.alone === undefined ? null : (
              <Button keys="A" onPress={() => setDeed('alone')} barred={shortOf(proposal.alone.barred, proposal.alone.from)}>
                {t('alone')}
              </Button>
            )}
          </>
        )
      }
      finish={
        isOfficial && !isOwn ? (
          <Button keys="Enter" look="main" onPress={() => setDeed('confirm')} barred={shortOf(proposal?.confirm.barred)}>
            {t('confirm')}
          </Button>
        ) : (
          <Button keys="Enter" look="main" onPress={handOver}>
            {next === undefined ? t('handToAny') : t('handTo', { name: next.name })}
          </Button>
        )
      }
    >
      <p className={css.lead}>{t('awaitingLead.unconfirmed')}</p>
      <What awaited={awaited} language={frame.language} />
      <AwaitedSteps stage="unconfirmed" />
      {deed === undefined || proposal === undefined ? null : (
        <ProposalDialog deed={deed} proposal={proposal} onDone={() => setDeed(undefined)} />
      )}
    </Room>
  );
}

function What({ awaited, language }: { readonly awaited: AwaitedRestoreView; readonly language: string }) {
  const { t } = useTranslation('restore');
  const { size, lastAt, later, lost } = awaited;
  return (
    <dl className={css.facts}>
      <Fact words={t('restoredUpTo')}>
        {t('restoredSaid', { size: showCount(size), day: showDay(lastAt, language), time: showTime(lastAt) })}
      </Fact>
      <Fact words={t('lost')}>
        {lost === 0 ? t('nothingLost') : <b>{t('lostNumber', { number: showCount(lost) })}</b>}
        {later.map(({ source, size: known }) => (
          <p key={`${source} ${known}`}>{t('lostKnownBy', { source, size: showCount(known) })}</p>
        ))}
      </Fact>
    </dl>
  );
}
