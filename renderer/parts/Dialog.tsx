/**
 * A question above the room: the room behind it keeps still and hears no keys. Escape leaves it without doing anything. Focus goes in
 * when it opens and back where it was when it closes.
 */
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import css from './Dialog.module.css';
import { KeyBoundary, useKey } from './keys.tsx';

/** Where focus goes first; to the text where there is nothing to fill in, never to a button at the foot. */
const FIELDS = 'input, textarea, select, button, [tabindex]';

/** Of several choices the one that is chosen, if any is. */
function firstIn(body: HTMLElement): HTMLElement {
  const first = body.querySelector<HTMLElement>(FIELDS) ?? body;
  const isChoice = first instanceof HTMLInputElement && first.type === 'radio';
  return isChoice ? (first.closest('fieldset')?.querySelector<HTMLElement>(':checked') ?? first) : first;
}

export interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
  readonly onLeave: () => void;
}

export function Dialog(props: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const title = useId();
  // Closed while it is still on the page: only then does focus find its way back.
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (shown !== null && !shown.open) {
      shown.showModal();
      if (body.current !== null) firstIn(body.current).focus();
    }
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
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keys, and no button is pressed by chance */}
        <div ref={body} tabIndex={0} className={css.body}>
          {props.children}
        </div>
        <div className={css.actions}>{props.actions}</div>
      </KeyBoundary>
    </dialog>
  );
}

function Leave({ onLeave }: { readonly onLeave: () => void }) {
  useKey('Escape', onLeave);
  return null;
}
