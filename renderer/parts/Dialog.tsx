/**
 * A question above the room: the room behind it keeps still and hears no keys. Escape leaves it without doing anything. Focus goes in
 * when it opens and back where it was when it closes.
 */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import css from './Dialog.module.css';
import { KeyBoundary, useKey } from './keys.tsx';

export interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
  readonly onLeave: () => void;
}

export function Dialog(props: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    const shown = dialog.current;
    if (shown !== null && !shown.open) shown.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={css.dialog}
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault();
        props.onLeave();
      }}
    >
      <KeyBoundary>
        <Leave onLeave={props.onLeave} />
        <h2 id={title}>{props.title}</h2>
        <div className={css.body}>{props.children}</div>
        <div className={css.actions}>{props.actions}</div>
      </KeyBoundary>
    </dialog>
  );
}

function Leave({ onLeave }: { readonly onLeave: () => void }) {
  useKey('Escape', onLeave);
  return null;
}
