/**
 * People: who is in the hall and since when, who works here, whose key is vouched for by what, and what waits for a second official.
 * The row that is lit is whom the keys at the foot act upon.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { PeopleView, PersonRow } from '../../core/views/people.ts';
import type { ShownReceipt } from '../../core/views/sign-receipt.ts';
import type { RoomProps } from '../frame/routes.tsx';
import { useDeed } from '../office/use-deed.ts';
import { useView } from '../office/use-view.ts';
import { showTime } from '../parts/figures.ts';
import { Room, Section } from '../parts/Room.tsx';
import { useRows } from '../parts/rows.ts';
import voices from '../parts/voices.module.css';
import { Receipt } from '../sign/Receipt.tsx';
import { comeBackTo } from '../unlock/way-back.ts';
import { actionsFor, type Deed } from './actions.ts';
import { Deeds } from './Deeds.tsx';
import { Foot } from './Foot.tsx';
import { LookAgain } from './LookAgain.tsx';
import css from './People.module.css';
import { Proposals } from './Proposals.tsx';
import { Register } from './Register.tsx';
import { StaffTable } from './StaffTable.tsx';

export function PeopleRoom(props: RoomProps) {
  const { t } = useTranslation('people');
  const { value: view, refusal } = useView('people', {});
  if (view === undefined) {
    return (
      <Room title={t('title')} refusal={refusal}>
        {null}
      </Room>
    );
  }
  return <People {...props} view={view} />;
}

function People({ frame, view }: RoomProps & { readonly view: PeopleView }) {
  const { t } = useTranslation('people');
  const [, go] = useLocation();
  const [deed, setDeed] = useState<Deed>();
  const [receipt, setReceipt] = useState<ShownReceipt>();
  const taking = useDeed('takeKeyFile');
  const certificates = useDeed('recordCertificates');
  const issuing = useDeed('issueReceipt');
  const [said, setSaid] = useState<string>();
  const everybody = [...view.agents, ...view.staff];
  const rows = useRows([...everybody.map(({ id }) => id), ...view.proposals.map(({ act }) => act)], frame.person?.id);
  const person = everybody.find(({ id }) => id === rows.chosen);
  const proposal = view.proposals.find(({ act }) => act === rows.chosen);
  const take = async ({ id, name }: PersonRow) => {
    const taken = await taking.do({ person: id });
    if (taken?.ok) setSaid(taken.value.saved ? t('keyTaken', { name }) : undefined);
  };
  const certify = async () => {
    const done = await certificates.do({});
    if (done?.ok) setSaid(done.value.recorded === 0 ? undefined : t('certificatesRecorded', { number: done.value.recorded }));
  };
  const begin = (wanted: Deed) => {
    setSaid(undefined);
    if (wanted.is === 'hand-over') {
      comeBackTo('/people');
      go(`/unlock/${encodeURIComponent(wanted.person.id)}`);
    } else if (wanted.is === 'take') void take(wanted.person);
    else if (wanted.is === 'certify') void certify();
    else setDeed(wanted);
  };
  const end = async (signedOut?: string) => {
    setDeed(undefined);
    if (signedOut === undefined) return;
    const issued = await issuing.do({ agent: signedOut });
    if (issued?.ok) setReceipt(issued.value);
  };
  if (receipt !== undefined) return <Receipt receipt={receipt} onLeave={() => setReceipt(undefined)} />;
  const here = view.agents.filter(({ state }) => state === 'in').length;
  return (
    <Room
      title={t('title')}
      about={
        <>
          {t('inAttendance', { here, total: view.agents.length })}{' '}
          <span className={voices.quiet}>{t('asAt', { time: showTime(view.now) })}</span>
        </>
      }
      right={<span role="status">{said ?? t(`phase.${view.phase}`)}</span>}
      refusal={taking.refusal ?? certificates.refusal ?? issuing.refusal}
      actions={<Foot actions={actionsFor({ view, viewer: frame.person, person, proposal })} onBegin={begin} />}
    >
      <Section title={t('agents')} note={t('accreditationOrder')}>
        <Register agents={view.agents} now={view.now} rows={rows} />
      </Section>
      <div className={css.lower}>
        <Section title={t('officials')} note={t('inAll', { number: view.staff.length })}>
          <StaffTable staff={view.staff} rows={rows} />
        </Section>
        <div>
          <Section
            title={t('waitsForSecond')}
            note={view.proposals.length === 0 ? undefined : t('inAll', { number: view.proposals.length })}
          >
            <Proposals proposals={view.proposals} rows={rows} />
          </Section>
          <LookAgain forms={view.again} />
        </div>
      </div>
      {deed === undefined ? null : (
        <Deeds deed={deed} view={view} onDone={(signedOut) => void end(signedOut)} onEnrolled={(id) => rows.choose(id)} />
      )}
    </Room>
  );
}
