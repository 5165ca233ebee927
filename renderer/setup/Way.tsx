/** One of the three ways in: a large button with its key, its name and what it does. */
import { Key, useKey } from '../parts/keys.tsx';
import css from './Setup.module.css';

export interface WayProps {
  readonly keys: string;
  readonly title: string;
  readonly about: string;
  readonly onPress: () => void;
  readonly isBusy: boolean;
}

export function Way({ keys, title, about, onPress, isBusy }: WayProps) {
  const press = () => {
    if (!isBusy) onPress();
  };
  useKey(keys, press);
  return (
    <button type="button" className={css.way} onClick={press} aria-keyshortcuts={keys} aria-busy={isBusy}>
      <span className={css.wayTitle}>
        <Key name={keys} /> <b>{title}</b>
      </span>
      <span className={css.wayAbout}>{about}</span>
    </button>
  );
}
