/** The rule of a finding in the paper's own words, with the percentage of the signed definition that it holds a share against. */
import { useTranslation } from 'react-i18next';
import type { FindingSeen } from '../../core/views/rulings.ts';
import { usePercent } from '../parts/percent.ts';

export function useFormulaWords(): (finding: Pick<FindingSeen, 'code' | 'threshold'>) => string {
  const { t } = useTranslation('findings');
  const percent = usePercent();
  return ({ code, threshold }) => t(`${code}.formula` as 'W01.formula', { threshold: threshold === undefined ? '' : percent(threshold) });
}
