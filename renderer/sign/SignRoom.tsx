/**
 * The signing desk of the staff: what is ready to be opened, what waits for agents, what is ready for acceptance, and below it what
 * was set aside or accepted. Enter opens the form that is lit; an agent is taken to the agent's own stack.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, useLocation } from 'wouter';
import type { ListedForm } from '../../core/views/paper.ts';
import type { AcceptedForm, OpenForm, SignView } from '../../core/views/sign-lists.ts';
import type { RoomProps } from '../frame/routes.tsx';
import { useView } from '../office/use-view.ts';
import { Button } from '../parts/Button.tsx';
import { showCount, showTime } from '../parts/figures.ts';
import { Room, Section } from '../parts/Room.tsx';
import { State } from '../parts/State.tsx';
import { placeOfForm } from './places.ts';
import { Reading } from './Reading.tsx';
import { type Column, FormRows, Walk } from './rows.tsx';
import css from './Sign.module.css';
import { SilentDialog } from './SilentDialog.tsx';

export function SignRoom({ frame }: RoomProps) {
  const { t } = useTranslation('sign');
  const [, go] = useLocation();
  const [contest, setContest] = useState<string>();
  const [isClosing, setClosing] = useState(false);
  const isAgent = frame.person?.role === 'agent';
  const { value: view, refusal } = useView('sign', contest === undefined ? {} : { contest }, !isAgent);
  const value = view?.viewer === frame.person?.id ? view : undefined;
  if (isAgent) return <Redirect to="/sign/agent" replace />;
  const contests = frame.centre?.contests ?? [];
  const chosen = contests.find(({ id }) => id === contest);
  const nextContest = () => setContest(contests[contests.findIndex(({ id }) => id === contest) + 1]?.id);
  const isOfficial = frame.person?.role === 'ro' || frame.person?.role === 'dro';
  return (
    <Room
      title={t('title')}
      about={chosen === undefined ? t('allContests') : `${chosen.formA} ${chosen.title}`}
      right={value === undefined ? null : t('agentsHere', { number: showCount(value.here) })}
      refusal={refusal}
      actions={
        <>
          {contests.length < 2 ? null : (
            <Button keys="C" onPress={nextContest}>
              {t('nextContest')}
            </Button>
          )}
          {isOfficial ? (
            <Button keys="W" onPress={() => setClosing(true)} barred={value?.silent.length === 0 ? t('nobodyOwes') : undefined}>
              {t('closeSilent')}
            </Button>
          ) : null}
        </>
      }
      finish={
        <Button keys="Escape" look="plain" onPress={() => go('/board')}>
          {t('leave')}
        </Button>
      }
    >
      {value === undefined ? null : <Lists view={value} onChoose={(form) => go(placeOfForm(form))} />}
      {isClosing && value !== undefined ? <SilentDialog silent={value.silent} onLeave={() => setClosing(false)} /> : null}
    </Room>
  );
}

function Lists({ view, onChoose }: { readonly view: SignView; readonly onChoose: (form: string) => void }) {
  const { t } = useTranslation('sign');
  const { toOpen, waiting, toAccept, aside, accepted } = view;
  const opened = useOpenColumns();
  const closed = useClosedColumns();
  const done = useAcceptedColumns();
  if (toOpen.total + waiting.total + toAccept.total + aside.total + accepted.total === 0)
    return (
      <Reading label={t('title')}>
        <p className={css.lead} role="status">
          {t('nothingHere')}
        </p>
      </Reading>
    );
  return (
    <Walk>
      <List title={t('toAccept')} list={toAccept} columns={opened} onChoose={onChoose} />
      <List title={t('toOpen')} list={toOpen} columns={closed} onChoose={onChoose} />
      <List title={t('waitingForAgents')} list={waiting} columns={opened} onChoose={onChoose} />
      <List title={t('aside')} list={aside} columns={closed} onChoose={onChoose} />
      <List title={t('accepted')} list={accepted} columns={done} onChoose={onChoose} />
    </Walk>
  );
}

interface ListProps<Row extends ListedForm> {
  readonly title: string;
  readonly list: { readonly total: number; readonly rows: readonly Row[] };
  readonly columns: readonly Column<Row>[];
  readonly onChoose: (form: string) => void;
}

function List<Row extends ListedForm>({ title, list: { total, rows }, columns, onChoose }: ListProps<Row>) {
  const { t } = useTranslation('sign');
  const note = rows.length === total ? showCount(total) : t('firstOf', { shown: showCount(rows.length), total: showCount(total) });
  return total === 0 ? null : (
    <Section title={title} note={note}>
      <FormRows label={title} rows={rows} columns={columns} onChoose={onChoose} />
    </Section>
  );
}

function useClosedColumns(): readonly Column<ListedForm>[] {
  const { t } = useTranslation('sign');
  return [{ head: t('revisionHead'), cell: ({ revision }) => revision, isNumber: true, width: '90px' }];
}

function useAcceptedColumns(): readonly Column<AcceptedForm>[] {
  const { t } = useTranslation(['sign', 'terms', 'accept']);
  return [
    { head: t('sign:revisionHead'), cell: ({ revision }) => revision, isNumber: true, width: '90px' },
    {
      head: t('sign:state'),
      cell: ({ disposition, acceptedBy, remarks }) => (
        <State shape={disposition === 'counted' ? 'counted' : 'struck'}>
          {t(`terms:results.${disposition}`)}, {t('accept:acceptedBy', { by: acceptedBy.name })}
          {remarks === 0 ? '' : `, ${t('accept:remarks', { number: showCount(remarks) })}`}
        </State>
      ),
      width: '410px',
    },
  ];
}

function useOpenColumns(): readonly Column<OpenForm>[] {
  const { t } = useTranslation(['sign', 'terms']);
  return [
    { head: t('sign:openedAt'), cell: ({ openedAt }) => showTime(openedAt), width: '80px' },
    {
      head: t('sign:answeredOf'),
      cell: ({ answered, asked }) => t('sign:ofAgents', { answered: showCount(answered), asked: showCount(asked) }),
      isNumber: true,
      width: '100px',
    },
    { head: t('sign:state'), cell: (form) => <Standing form={form} />, width: '320px' },
  ];
}

function Standing({ form: { owes, unruled, outcomes, isWaitOver, waitOverAt } }: { readonly form: OpenForm }) {
  const { t } = useTranslation(['sign', 'terms']);
  if (unruled.length > 0)
    return (
      <State shape="needs" tone="attention">
        {t('sign:needsRuling', { codes: unruled.join(', ') })}
      </State>
    );
  if (owes.length > 0) {
    const names = owes.map(({ id }) => id).join(', ');
    return (
      <State shape="waits" tone={isWaitOver ? 'attention' : undefined}>
        {isWaitOver ? t('sign:waitIsOver', { names }) : t('sign:waitsUntil', { names, time: showTime(waitOverAt) })}
      </State>
    );
  }
  if (outcomes === undefined) return <State shape="full">{t('sign:allAnswered')}</State>;
  return <State shape="full">{outcomes.map(({ outcome, agents }) => `${t(`terms:outcomes.${outcome}`)} ${agents}`).join(', ')}</State>;
}
