/**
 * A button with its key drawn on it. One that cannot act stays reachable and says why: a greyed button that keeps silent helps
 * nobody at three in the morning.
 */
import { type ReactNode, type Ref, useId } from 'react';
import css from './Button.module.css';
import { Key, useKey } from './keys.tsx';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** As in `Shift+Enter`; pressed anywhere in the room. */
  readonly keys?: string;
  /** A key that is held down presses once: for whatever binds. */
  readonly once?: boolean;
  readonly look?: 'main' | 'plain';
  /** Why it cannot act now; a button without a reason can. */
  readonly barred?: string | undefined;
  readonly isBusy?: boolean;
  readonly isPressed?: boolean;
  readonly label?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ children, onPress, keys, once = false, look, barred, isBusy = false, isPressed, label, ref }: ButtonProps) {
  const why = useId();
  const press = () => {
    if (barred === undefined && !isBusy) onPress();
  };
  useKey(keys, (event) => {
    if (!(once && event.repeat)) press();
  });
  return (
    <button
      ref={ref}
      type="button"
      className={[css.button, look === undefined ? '' : css[look]].join(' ')}
      onClick={press}
      aria-disabled={barred !== undefined || isBusy}
      aria-busy={isBusy}
      aria-pressed={isPressed}
      aria-label={label}
      aria-describedby={barred === undefined ? undefined : why}
      aria-keyshortcuts={keys}
    >
      {keys === undefined ? null : <Key name={keys} />}
      <span>{children}</span>
      {barred === undefined ? null : (
        <span id={why} className={css.barred}>
          {barred}
        </span>
      )}
    </button>
  );
}
