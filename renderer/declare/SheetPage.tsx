/**
 * Form 34B, or its kin, before it is printed: a line for every station in the paper's columns, the total under a double rule, and
 * below it what travels with the form. Only the lines in sight are drawn, so that a thousand stations cost no more than twenty.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetLine, SummarySheet } from '../../core/views/declare-sheet.ts';
import { FigureRead } from '../paper/FigureRead.tsx';
import { showCount, showStation } from '../parts/figures.ts';
import { Gap } from '../parts/Gap.tsx';
import { Shape } from '../parts/State.tsx';
import { STANDING_SHAPES } from '../parts/shapes.ts';
import voices from '../parts/voices.module.css';
import css from './Sheet34.module.css';
import { SheetFoot } from './SheetFoot.tsx';

const ROW = 28;
const NAMED_COLUMNS = 2;

export function SheetPage({ sheet }: { readonly sheet: SummarySheet }) {
  const { t } = useTranslation(['declare', 'paper']);
  const region = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count: sheet.lines.length,
    getScrollElement: () => region.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const shown = rows.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const below = rows.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <div className={css.page}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard */}
      <section ref={region} className={css.region} aria-label={t('declare:sheetOf', { form: sheet.formB })} tabIndex={0}>
        <table className={css.sheet} aria-rowcount={sheet.lines.length + 2} aria-colcount={sheet.columns.length + NAMED_COLUMNS}>
          <SheetHead sheet={sheet} />
          <tbody>
            <Gap height={above} />
            {shown.map(({ index }) => {
              const line = sheet.lines[index];
              return line === undefined ? null : <Line key={line.code} line={line} sheet={sheet} place={index} />;
            })}
            <Gap height={below} />
          </tbody>
          <tfoot>
            <tr aria-rowindex={sheet.lines.length + 2}>
              <td className={css.code} />
              <th scope="row" className={css.name}>
                {t('declare:sheetTotal', { number: sheet.counted, total: sheet.lines.length })}
              </th>
              {sheet.totals.map((total, at) => (
                <td key={sheet.columns[at]?.code}>{showCount(total)}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
      <SheetFoot sheet={sheet} />
    </div>
  );
}

function SheetHead({ sheet }: { readonly sheet: SummarySheet }) {
  const { t } = useTranslation(['declare', 'paper']);
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className={css.code}>
          {t('declare:code')}
        </th>
        <th scope="col" className={css.name}>
          {t('declare:station')}
        </th>
        {sheet.columns.map(({ code, candidate }) => (
          <th key={code} scope="col" title={candidate === undefined ? undefined : `${candidate.name}, ${candidate.party}`}>
            {candidate === undefined ? (
              t(`paper:rows.${code as 'valid'}`)
            ) : (
              <>
                {candidate.number}
                <span className={css.candidate}>{candidate.name}</span>
              </>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Line({ line, sheet, place }: { readonly line: SheetLine; readonly sheet: SummarySheet; readonly place: number }) {
  const { t } = useTranslation(['declare', 'terms']);
  const { disposition, figures } = line;
  const look = (place + 1) % 5 === 0 ? css.fifth : undefined;
  const words = line.isHidden ? t('declare:typedAgain') : t(`terms:results.${disposition}`);
  return (
    <tr className={look} aria-rowindex={place + 2}>
      <td className={css.code}>{showStation(line.code)}</td>
      <th scope="row" className={css.name} title={line.name}>
        {disposition === 'counted' ? null : (
          <>
            <Shape shape={STANDING_SHAPES[disposition]} /> <span className={voices.unseen}>{words}: </span>
          </>
        )}
        {line.name}
      </th>
      {figures === undefined ? (
        <td colSpan={sheet.columns.length} className={css.none}>
          {words}
        </td>
      ) : (
        figures.map((figure, at) => (
          <td key={sheet.columns[at]?.code} className={disposition === 'disregarded' ? css.outside : undefined}>
            <FigureRead figure={figure} />
          </td>
        ))
      )}
    </tr>
  );
}
