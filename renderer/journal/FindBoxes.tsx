/** What is looked for: the kind of act, who signed, a form or station, words of the sentence. Enter looks; Escape goes to the list. */
import { type ReactNode, type RefObject, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KINDS, type Kind } from '../../core/acts.ts';
import type { JournalPage } from '../../core/contract/journal.ts';
import { tidy } from '../../core/text.ts';
import css from './Journal.module.css';
import type { Find } from './use-journal.ts';

export interface FindBoxesProps {
  readonly find: Find;
  readonly people: JournalPage['people'];
  readonly onLook: (find: Find) => void;
  readonly onLeave: () => void;
  readonly first: RefObject<HTMLSelectElement | null>;
}

export function FindBoxes({ find, people, onLook, onLeave, first }: FindBoxesProps) {
  const { t } = useTranslation(['journal', 'acts']);
  const change = (changed: { readonly [Name in keyof Find]: Find[Name] | undefined }) => onLook(without({ ...find, ...changed }));
  const kinds = KINDS.map((kind) => ({ kind, name: t(`acts:${kind}.name` as 'acts:centre-created.name') }));
  return (
    <search
      className={css.find}
      aria-label={t('journal:find')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onLeave();
      }}
    >
      <Labelled label={t('journal:findAct')}>
        {(id) => (
          <select
            id={id}
            ref={first}
            value={find.kind ?? ''}
            onChange={({ target }) => change({ kind: (target.value || undefined) as Kind | undefined })}
          >
            <option value="">{t('journal:anyAct')}</option>
            {kinds.map(({ kind, name }) => (
              <option key={kind} value={kind}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label={t('journal:findPerson')}>
        {(id) => (
          <select id={id} value={find.person ?? ''} onChange={({ target }) => change({ person: target.value || undefined })}>
            <option value="">{t('journal:anybody')}</option>
            {people.map((person) => (
              <option key={person.id} value={person.id}>
                {person.id === 'device' ? t('journal:device') : person.name}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <TextBox label={t('journal:findPlace')} sought={find.form} onLook={(form) => change({ form })} />
      <TextBox label={t('journal:findText')} sought={find.text} onLook={(text) => change({ text })} />
    </search>
  );
}

function without(find: { readonly [Name in keyof Find]: Find[Name] | undefined }): Find {
  return Object.fromEntries(Object.entries(find).filter(([, value]) => value !== undefined)) as Find;
}

function Labelled({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

interface TextBoxProps {
  readonly label: string;
  readonly sought: string | undefined;
  readonly onLook: (text: string | undefined) => void;
}

/** What is typed is looked for with Enter, or when the box is left. */
function TextBox({ label, sought, onLook }: TextBoxProps) {
  const [typed, setTyped] = useState(sought ?? '');
  const [known, setKnown] = useState(sought);
  if (known !== sought) {
    setKnown(sought);
    setTyped(sought ?? '');
  }
  const look = () => {
    const text = tidy(typed) || undefined;
    if (text !== sought) onLook(text);
  };
  return (
    <Labelled label={label}>
      {(id) => (
        <input
          id={id}
          value={typed}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={look}
          onKeyDown={(event) => {
            if (event.key === 'Enter') look();
          }}
        />
      )}
    </Labelled>
  );
}
