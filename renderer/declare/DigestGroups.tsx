/** A digest as people compare it with paper: sixteen groups of four, eight to a line. */
import { groupsOf } from '../../core/groups.ts';
import voices from '../parts/voices.module.css';
import css from './Declare.module.css';

export function DigestGroups({ digest, label }: { readonly digest: string; readonly label: string }) {
  const groups = groupsOf(digest);
  const half = groups.length / 2;
  return (
    <figure className={css.digest}>
      <figcaption className={voices.label}>{label}</figcaption>
      <span className={voices.digest}>{groups.slice(0, half).join(' ')}</span>
      <span className={voices.digest}>{groups.slice(half).join(' ')}</span>
    </figure>
  );
}
