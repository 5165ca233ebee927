/**
 * The findings of a form, those that need a ruling first, then those that cannot be checked; the rules that pass are folded into one
 * line. Notes stand in a part of their own, and below them the other forms that wait. Each list is one tab stop.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingSeen, FormToRule, RuledForm } from '../../core/views/rulings.ts';
import { NoteLabel } from '../parts/NoteLabel.tsx';
import { Section } from '../parts/Room.tsx';
import { useRoving } from '../parts/roving.ts';
import { Shape, State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import css from './Rulings.module.css';

export interface FindingsListProps {
  readonly form: RuledForm;
  readonly others: readonly FormToRule[];
  readonly chosen: string | undefined;
  readonly onChoose: (code: string) => void;
  readonly onForm: (form: string) => void;
}

export function FindingsList({ form, others, chosen, onChoose, onForm }: FindingsListProps) {
  const { t } = useTranslation('rulings');
  const [isOpen, setOpen] = useState(false);
  const { findings } = form;
  const failing = findings.filter(({ check, kind }) => check === 'fails' && kind === 'needs ruling');
  const notes = findings.filter(({ check, kind }) => check === 'fails' && kind === 'note');
  const unchecked = findings.filter(({ check }) => check === 'cannot-check');
  const passing = findings.filter(({ check }) => check === 'passes');
  const above = [...failing, ...unchecked];
  const shown = isOpen ? [...above, ...passing] : above;
  const roving = useRoving(shown.length + 1, { start: shown.findIndex(({ code }) => code === chosen) });
  return (
    <nav className={css.left} aria-label={t('findings')}>
      <Section title={t('onThisForm')} note={t('rules', { total: findings.length })}>
        <ol className={css.findings}>
          {above.map((finding, at) => (
            <Line key={finding.code} finding={finding} isChosen={finding.code === chosen} item={roving(at)} onChoose={onChoose} />
          ))}
          <li>
            <button type="button" {...roving(above.length)} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              <Shape shape="passes" />
              <span>{t('passing', { passing: passing.length, total: findings.length })}</span>
            </button>
          </li>
          {isOpen
            ? passing.map((finding, at) => (
                <Line
                  key={finding.code}
                  finding={finding}
                  isChosen={finding.code === chosen}
                  item={roving(above.length + 1 + at)}
                  onChoose={onChoose}
                />
              ))
            : null}
        </ol>
      </Section>
      {notes.length === 0 ? null : <Notes notes={notes} chosen={chosen} onChoose={onChoose} />}
      <Section title={t('otherForms')}>
        {others.length === 0 ? <p className={voices.label}>{t('noOther')}</p> : <Others others={others} onForm={onForm} />}
      </Section>
    </nav>
  );
}

interface NotesProps extends Pick<FindingsListProps, 'chosen' | 'onChoose'> {
  readonly notes: readonly FindingSeen[];
}

function Notes({ notes, chosen, onChoose }: NotesProps) {
  const { t } = useTranslation('rulings');
  const roving = useRoving(notes.length);
  return (
    <Section title={t('notes')}>
      <p className={voices.label}>{t('notesSay')}</p>
      <ol className={css.findings}>
        {notes.map((finding, at) => (
          <Line key={finding.code} finding={finding} isChosen={finding.code === chosen} item={roving(at)} onChoose={onChoose} />
        ))}
      </ol>
    </Section>
  );
}

interface LineProps {
  readonly finding: FindingSeen;
  readonly isChosen: boolean;
  readonly item: ReturnType<ReturnType<typeof useRoving>>;
  readonly onChoose: (code: string) => void;
}

function Line({ finding, isChosen, item, onChoose }: LineProps) {
  const { t } = useTranslation(['findings', 'rulings']);
  return (
    <li>
      <button type="button" {...item} aria-current={isChosen ? 'true' : undefined} onClick={() => onChoose(finding.code)}>
        <Mark finding={finding} />
        <span>
          {t(`findings:${finding.code}.title`)} <StateWord finding={finding} />
        </span>
      </button>
    </li>
  );
}

function Mark({ finding: { check, kind, code, ruling } }: { readonly finding: FindingSeen }) {
  if (check === 'passes') return <State shape="passes">{code}</State>;
  if (check === 'cannot-check') return <State shape="unknown">{code}</State>;
  if (kind === 'note') return <State shape="waits">{code}</State>;
  if (ruling === undefined)
    return (
      <State shape="needs" tone="danger">
        {code}
      </State>
    );
  return <State shape={ruling.ruling === 'count' ? 'counted' : 'struck'}>{code}</State>;
}

function StateWord({ finding: { check, kind, isAid, ruling } }: { readonly finding: FindingSeen }) {
  const { t } = useTranslation('rulings');
  if (check === 'passes') return <small>{t('passes')}</small>;
  if (check === 'cannot-check') return <small>{t('cannotCheck')}</small>;
  if (kind === 'note')
    return (
      <small>
        <NoteLabel isAid={isAid} />
      </small>
    );
  if (ruling === undefined) return <small>{t('needsRuling')}</small>;
  return <small>{ruling.ruling === 'count' ? t('ruledCount') : t('ruledDisregard')}</small>;
}

function Others({ others, onForm }: { readonly others: readonly FormToRule[]; readonly onForm: (form: string) => void }) {
  const { t } = useTranslation('rulings');
  const roving = useRoving(others.length);
  return (
    <ol className={`${css.findings} ${css.others}`}>
      {others.map(({ form, station, unruled }, at) => {
        const codes = unruled.length === 0 ? t('unreadableShort') : unruled.join(', ');
        return (
          <li key={form}>
            <button
              type="button"
              {...roving(at)}
              aria-label={t('pressesToForm', { station: station.name, codes })}
              onClick={() => onForm(form)}
            >
              <Shape shape="needs" />
              <span>
                {station.name} <small>{codes}</small>
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
