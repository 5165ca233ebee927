/** Who typed this form so far, in order, without what they typed; and that the reader is somebody else. */
import { useTranslation } from 'react-i18next';
import type { PaperToRead } from '../../core/views/differences.ts';
import css from './Differences.module.css';

export interface TypedByProps {
  readonly typedBy: PaperToRead['typedBy'];
  readonly reader: string | undefined;
}

export function TypedBy({ typedBy, reader }: TypedByProps) {
  const { t } = useTranslation('differences');
  const numberOf = (at: number) => typedBy.slice(0, at + 1).filter(({ kind }) => kind === typedBy[at]?.kind).length;
  const isReader = typedBy.some(({ person }) => person === reader);
  return (
    <dl className={css.typed} aria-label={t('whoTyped')}>
      {typedBy.map(({ kind, person }, at) => (
        <div key={person}>
          <dt>{t(kind === 'entry' ? 'entryBy' : 'readingBy', { number: numberOf(at) })}</dt>
          <dd>{person}</dd>
        </div>
      ))}
      {isReader || reader === undefined ? null : (
        <div>
          <dt>{t('you')}</dt>
          <dd>
            {t('youWords', { person: reader })} {t('blind')}
          </dd>
        </div>
      )}
    </dl>
  );
}
