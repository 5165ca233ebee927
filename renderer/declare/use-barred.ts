/** Why something cannot be done now, in a few words for a button; the whole sentence of the refusal where there are no fewer. */
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../core/result.ts';
import words from '../i18n/en/declare.ts';

type Short = keyof typeof words.barred;

function isShort(code: string): code is Short {
  return Object.hasOwn(words.barred, code);
}

export function useBarred(): (refusal: Refusal | undefined) => string | undefined {
  const { t } = useTranslation(['declare', 'refusals']);
  return (refusal) => {
    if (refusal === undefined) return undefined;
    const { code } = refusal;
    return isShort(code) ? t(`declare:barred.${code}`) : t(`refusals:${code}`);
  };
}
