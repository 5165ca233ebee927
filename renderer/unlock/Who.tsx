/**
 * Whose turn it is: one box that finds a person by number or part of the name, and everybody in three columns below it. Arrows choose
 * while the box keeps the focus; Enter goes on to that person's words.
 */
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyboardPerson, KeyboardView } from '../../core/views/unlock.ts';
import { Button } from '../parts/Button.tsx';
import { focusOn } from '../parts/focus-on.ts';
import { Room } from '../parts/Room.tsx';
import { State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import css from './Unlock.module.css';

const GROUPS = ['officials', 'clerks', 'agents'] as const;

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\p{M}\s._/-]/gu, '')
    .toLowerCase();
}

/** Those whom the typed letters may mean: first the number itself, then beginnings, then any part. */
function findPeople(people: readonly KeyboardPerson[], typed: string): readonly KeyboardPerson[] {
  const wanted = plain(typed);
  if (wanted === '') return people;
  return people.filter(
    ({ id, name, party }) => plain(id).includes(wanted) || plain(name).includes(wanted) || plain(party ?? '').includes(wanted),
  );
}

function bestOf(people: readonly KeyboardPerson[], typed: string): KeyboardPerson | undefined {
  const wanted = plain(typed);
  return people.find(({ id }) => plain(id) === wanted) ?? people.find(({ id }) => plain(id).startsWith(wanted)) ?? people[0];
}

export interface WhoProps {
  readonly view: KeyboardView;
  readonly onChoose: (person: string) => void;
  readonly onLeave: () => void;
}

export function Who({ view, onChoose, onLeave }: WhoProps) {
  const { t } = useTranslation('unlock');
  const list = useId();
  const [typed, setTyped] = useState('');
  const [moved, setMoved] = useState<string>();
  const groups = GROUPS.map((group) => ({ group, people: findPeople(view[group], typed) }));
  const people = groups.flatMap((group) => group.people);
  const fallback = typed === '' ? people.find(({ id }) => id === view.last) : bestOf(people, typed);
  const active = people.find(({ id }) => id === moved) ?? fallback ?? people[0];
  const at = active === undefined ? -1 : people.indexOf(active);
  const choose = () => {
    if (active !== undefined) onChoose(active.id);
  };
  const press = (event: KeyboardEvent) => {
    const next = nextAt(event.key, at, groups, typed === '');
    if (next === undefined) return;
    event.preventDefault();
    setMoved(people[Math.max(0, Math.min(next, people.length - 1))]?.id);
  };
  return (
    <Room
      title={t('title')}
      about={t('about')}
      finish={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('leave')}
          </Button>
          <Button keys="Enter" look="main" onPress={choose} barred={active === undefined ? t('nobodyFound') : undefined}>
            {active === undefined ? t('next') : t('handTo', { name: active.name })}
          </Button>
        </>
      }
    >
      <div className={css.who}>
        <div className={css.filter}>
          <label htmlFor={`${list}-filter`}>{t('filter')}</label>
          <input
            id={`${list}-filter`}
            role="combobox"
            aria-expanded="true"
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={active === undefined ? undefined : `${list}-${active.id}`}
            value={typed}
            ref={focusOn}
            autoComplete="off"
            spellCheck={false}
            maxLength={80}
            onChange={(event) => {
              setTyped(event.target.value);
              setMoved(undefined);
            }}
            onKeyDown={press}
          />
          <span className={voices.missing}>{t('filterHint')}</span>
        </div>
        <div id={list} role="listbox" aria-label={t('everybody')} className={css.columns}>
          {groups.map(({ group, people: members }) => (
            <fieldset key={group} aria-label={t(group)} className={css.column}>
              <p className={css.columnHead} aria-hidden="true">
                {t(group)}
              </p>
              {members.map((person) => (
                <PersonRow
                  key={person.id}
                  id={`${list}-${person.id}`}
                  person={person}
                  isActive={person === active}
                  onPoint={() => setMoved(person.id)}
                  onChoose={() => onChoose(person.id)}
                />
              ))}
            </fieldset>
          ))}
        </div>
        <p role="status" className={voices.unseen}>
          {t('found', { number: people.length })}
        </p>
      </div>
    </Room>
  );
}

/** Up and down through everybody; sideways, while nothing is typed, to the same place of the neighbouring column. */
function nextAt(
  key: string,
  at: number,
  groups: readonly { readonly people: readonly KeyboardPerson[] }[],
  mayGoSideways: boolean,
): number | undefined {
  if (key === 'ArrowDown') return at + 1;
  if (key === 'ArrowUp') return at - 1;
  if (!mayGoSideways || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return undefined;
  const starts = groups.map((_, column) => groups.slice(0, column).reduce((sum, { people }) => sum + people.length, 0));
  const here = starts.findLastIndex((start, column) => at >= start && (groups[column]?.people.length ?? 0) > 0);
  const there = here + (key === 'ArrowRight' ? 1 : -1);
  const length = groups[there]?.people.length ?? 0;
  return length === 0 ? at : (starts[there] ?? 0) + Math.min(at - (starts[here] ?? 0), length - 1);
}

interface PersonRowProps {
  readonly id: string;
  readonly person: KeyboardPerson;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

function PersonRow({ id, person, isActive, onPoint, onChoose }: PersonRowProps) {
  const { t } = useTranslation('terms');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the box above, which keeps the focus
    <div
      id={id}
      ref={isActive ? (row) => row?.scrollIntoView({ block: 'nearest' }) : undefined}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={isActive ? `${css.person} ${css.active}` : css.person}
      onMouseMove={isActive ? undefined : onPoint}
      onClick={onChoose}
    >
      <span className={voices.code}>{person.role === 'ro' || person.role === 'dro' ? t(`rolesShort.${person.role}`) : person.id}</span>
      <span className={css.personName}>
        {person.name === person.id ? t(`roles.${person.role}`) : person.name} <span className={voices.missing}>{person.party}</span>
      </span>
      <Obstacle person={person} />
    </div>
  );
}

/** What stands in the way, or that the person is in the hall; nothing where there is nothing to say. */
function Obstacle({ person }: { readonly person: KeyboardPerson }) {
  const { t } = useTranslation('unlock');
  if (person.lockedUntil !== undefined) {
    return (
      <State shape="needs" tone="danger">
        {t('lockedOut')}
      </State>
    );
  }
  if (!person.isKeyHere) {
    return (
      <State shape="unknown" tone="attention">
        {t('keyElsewhere')}
      </State>
    );
  }
  if (person.isSuspended) return <State shape="aside">{t('suspended')}</State>;
  if (person.role !== 'agent') return null;
  return person.inSince === undefined ? <State shape="awaited">{t('notIn')}</State> : <State shape="full">{t('in')}</State>;
}
