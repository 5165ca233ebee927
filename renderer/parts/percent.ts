/** Basis points as the reader's language writes a percentage: 350 is 3.5 %. */
import { useTranslation } from 'react-i18next';

const BASIS_POINTS = 100;

export function usePercent(): (basisPoints: number) => string {
  const { i18n } = useTranslation();
  const numbers = new Intl.NumberFormat(i18n.language === 'sw' ? 'sw-KE' : 'en-KE', { maximumFractionDigits: 2 });
  return (basisPoints) => `${numbers.format(basisPoints / BASIS_POINTS)} %`;
}
