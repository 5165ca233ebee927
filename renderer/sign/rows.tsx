/**
 * A ruled list of forms that is walked with the arrow keys: one stop for the Tab key, Enter opens the form in the row that is lit.
 * Several lists on one page are walked as one.
 */
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedForm } from '../../core/views/paper.ts';
import { showStation } from '../parts/figures.ts';
import ledger from '../parts/ledger.module.css';
import { placeAfter } from '../parts/place-after.ts';
import voices from '../parts/voices.module.css';
import css from './Rows.module.css';

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
  readonly width?: string;
}

export interface FormRowsProps<Row extends ListedForm> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly onChoose: (form: string) => void;
}

/** Walks all rows inside it; the first is lit when the page opens. */
export function Walk({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const buttons = () => [...(place.current?.querySelectorAll<HTMLButtonElement>('button[data-row]') ?? [])];
  useLayoutEffect(() => {
    const all = [...(place.current?.querySelectorAll<HTMLButtonElement>('button[data-row]') ?? [])];
    const stop = all.find((button) => button.tabIndex === 0) ?? all[0];
    if (stop === undefined) return;
    stop.tabIndex = 0;
    // The row that was lit may have gone to another list, with the focus on it.
    if (document.activeElement === document.body || document.activeElement === null) stop.focus();
  });
  const walk = (event: KeyboardEvent) => {
    const all = buttons();
    const lit = document.activeElement;
    const at = lit instanceof HTMLButtonElement ? all.indexOf(lit) : -1;
    const to = at < 0 ? undefined : placeAfter(event, at, all.length);
    if (to === undefined) return;
    event.preventDefault();
    all[to]?.focus();
  };
  const follow = (event: React.FocusEvent) => {
    if (!(event.target instanceof HTMLButtonElement) || event.target.dataset.row === undefined) return;
    for (const button of buttons()) button.tabIndex = button === event.target ? 0 : -1;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows inside are buttons; this only moves between them
    <div ref={place} onKeyDown={walk} onFocus={follow}>
      {children}
    </div>
  );
}

export function FormRows<Row extends ListedForm>({ label, rows, columns, onChoose }: FormRowsProps<Row>) {
  const { t } = useTranslation('sign');
  return (
    <table className={`${ledger.ledger} ${ledger.typed} ${css.rows}`} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('station')}</th>
          <th scope="col" className={css.contest}>
            {t('contest')}
          </th>
          {columns.map(({ head, isNumber, width }) => (
            <th key={head} scope="col" className={isNumber ? ledger.number : undefined} style={{ width }}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.form} data-form={row.form}>
            <th scope="row" className={ledger.cut}>
              <button type="button" className={css.row} data-row tabIndex={-1} onClick={() => onChoose(row.form)}>
                {row.station.name} <span className={voices.code}>{showStation(row.station.code)}</span>
              </button>
            </th>
            <td className={ledger.cut}>
              {row.formName} {row.contestTitle}
            </td>
            {columns.map(({ head, cell, isNumber }) => (
              <td key={head} className={isNumber ? ledger.number : ledger.cut}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
