/** A key that belongs to what has the keyboard and to no button, drawn so that it is known. */
import css from './KeyHint.module.css';
import { Key } from './keys.tsx';

export interface KeyHintProps {
  readonly keys: string;
  readonly words: string;
  /** Left out where the screen is narrow. */
  readonly isSpare?: boolean;
}

export function KeyHint({ keys, words, isSpare = false }: KeyHintProps) {
  return (
    <span className={isSpare ? `${css.hint} ${css.narrow}` : css.hint}>
      <Key name={keys} /> {words}
    </span>
  );
}
