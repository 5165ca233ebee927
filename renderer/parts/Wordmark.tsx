/** The name of the product with its mark: a C that signs along a line. */
import css from './Wordmark.module.css';

export function Wordmark() {
  return (
    <span className={css.wordmark}>
      <svg viewBox="0 0 64 64" aria-hidden="true" fill="none" stroke="currentColor" strokeLinecap="round" strokeLinejoin="round">
        <path d="M5 45h54" strokeWidth="3" />
        <path d="M46.5 17.5 C41 7.5 15 9 14.5 31.5 C14.2 49.5 28 55 37.5 50.5 C46 46.4 49 36.5 58 31" strokeWidth="6" />
      </svg>
      Countersign
    </span>
  );
}
