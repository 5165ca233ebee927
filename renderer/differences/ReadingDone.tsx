/**
 * After a reading is sealed: whether the form is agreed now. If it is, what everybody typed stands beside what was established; if
 * not, only one's own reading, because somebody else has to read without knowing.
 */
import { useTranslation } from 'react-i18next';
import { DECISIONS } from '../../core/form.ts';
import type { ReadingSealed, RowRead, Written } from '../../core/views/reading-sealed.ts';
import { FigureRead } from '../paper/FigureRead.tsx';
import { useRowWords } from '../paper/Sheet.tsx';
import { Button } from '../parts/Button.tsx';
import { showStation } from '../parts/figures.ts';
import { focusOn } from '../parts/focus-on.ts';
import ledger from '../parts/ledger.module.css';
import { OnToNext } from '../parts/OnToNext.tsx';
import { Room } from '../parts/Room.tsx';
import { State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import { ScanPanel } from '../scan/ScanPanel.tsx';
import css from './Differences.module.css';
import { TypedBy } from './TypedBy.tsx';

export interface ReadingDoneProps {
  readonly sealed: ReadingSealed;
  readonly person: string | undefined;
  readonly next: string | undefined;
  readonly onForm: (form: string) => void;
  readonly onLeave: () => void;
}

export function ReadingDone({ sealed, person, next, onForm, onLeave }: ReadingDoneProps) {
  const { t } = useTranslation('differences');
  const { paper, rows, isAgreed, typedBy, work } = sealed;
  const differs = rows.filter(({ isEstablished }) => !isEstablished).length;
  return (
    <Room
      title={t('doneTitle')}
      about={
        <>
          {paper.station.name} <span className={voices.code}>{showStation(paper.station.code)}</span> · {paper.contestTitle}
        </>
      }
      layout={css.reading}
      finish={
        <>
          <Button keys="Escape" look="plain" ref={focusOn} onPress={onLeave}>
            {t('goAway')}
          </Button>
          <OnToNext next={next} onGo={onForm}>
            {t('nextForm')}
          </OnToNext>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is long scrolls, and is scrolled by keys */}
      <section className={css.form} aria-label={t('theForm')} tabIndex={0}>
        <div role="status" className={css.look}>
          <p>{isAgreed ? t('agreedNow') : t('stillDiffers', { differs, total: rows.length })}</p>
          <p className={voices.label}>
            {isAgreed ? (work === 'rulings' ? t('goesRulings') : work === 'opening' ? t('goesSigning') : null) : t('coveredStill')}
          </p>
        </div>
        <div className={css.edge}>
          <Rows sealed={sealed} />
        </div>
        <TypedBy typedBy={typedBy} reader={person} />
      </section>
      <ScanPanel scans={paper.scans} form={paper.form} absent={paper.scanAbsent} />
    </Room>
  );
}

function Rows({ sealed: { paper, rows, isAgreed, typedBy } }: { readonly sealed: ReadingSealed }) {
  const { t } = useTranslation(['differences', 'paper']);
  const wordsOf = useRowWords();
  const columns = isAgreed ? typedBy.map(({ kind }, at) => ({ at, head: headOf(typedBy, at, kind) })) : [];
  const nameOf = (code: string) => {
    const row = paper.rows.find((one) => one.row === code);
    return row === undefined ? t('paper:rows.decisions') : wordsOf(row);
  };
  return (
    <table className={`${ledger.ledger} ${css.rows}`}>
      <thead>
        <tr>
          <th scope="col">{t('rowHead')}</th>
          {columns.map(({ at, head }) => (
            <th key={at} scope="col" className={ledger.number}>
              {t(head.word, { number: head.number })}
            </th>
          ))}
          {isAgreed ? null : (
            <th scope="col" className={ledger.number}>
              {t('youRead')}
            </th>
          )}
          {isAgreed ? (
            <th scope="col" className={ledger.number}>
              {t('stands')}
            </th>
          ) : null}
          <th scope="col">{t('state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.row}>
            <th scope="row" className={ledger.cut}>
              {nameOf(row.row)}
            </th>
            {columns.map(({ at }) => (
              <td key={at} className={ledger.number}>
                {row.typed?.[at] === undefined ? <span className={voices.missing}>{t('notAsked')}</span> : <Said said={row.typed[at]} />}
              </td>
            ))}
            <td className={ledger.number}>
              {isAgreed && row.stands !== undefined ? <Said said={row.stands} /> : <Said said={row.read} />}
            </td>
            <td>
              <Mark row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Entries and readings are numbered apart. */
function headOf(typedBy: ReadingSealed['typedBy'], at: number, kind: 'entry' | 'reading') {
  const number = typedBy.slice(0, at + 1).filter((one) => one.kind === kind).length;
  return { word: kind === 'entry' ? ('entryBy' as const) : ('readingBy' as const), number };
}

function Said({ said }: { readonly said: Written }) {
  const { t } = useTranslation(['differences', 'entry']);
  if (typeof said !== 'object') return <FigureRead figure={said} />;
  if (said.length === 0) return <>{t('none')}</>;
  return <>{said.map(({ ballot, candidate }) => t('entry:decided', { ballot, candidate })).join('; ')}</>;
}

function Mark({ row: { isEstablished, read, stands, row } }: { readonly row: RowRead }) {
  const { t } = useTranslation('differences');
  if (!isEstablished)
    return (
      <State shape="differs" tone="attention">
        {t('differsStill')}
      </State>
    );
  if (stands === undefined) return null;
  const isMine = row === DECISIONS ? JSON.stringify(stands) === JSON.stringify(read) : stands === read;
  return <State shape={isMine ? 'passes' : 'waits'}>{isMine ? t('asYours') : t('asOthers')}</State>;
}
