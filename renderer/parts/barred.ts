/**
 * Why a button is barred, in the few words that fit on it: each room has its own for the refusals that are met there. Where it has
 * none, the whole sentence of the refusal stands.
 */
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../core/result.ts';
import { showTime } from './figures.ts';

type RoomWithWords = 'accept' | 'declare' | 'differences' | 'people' | 'rulings';
type BarredWords = (refusal: Refusal | Refusal['code'] | undefined, from?: string) => string | undefined;

export interface BarredOptions {
  /** What the refusal names (a finding, an agent, a version) follows the words. */
  readonly isDetailed?: boolean;
}

/** `from`: the time from which it may be done, where waiting helps. */
export function useBarred(room: RoomWithWords, { isDetailed = false }: BarredOptions = {}): BarredWords {
  const { t, i18n } = useTranslation(['frame', 'refusals', room]);
  return (barred, from) => {
    if (barred === undefined) return undefined;
    const { code, detail }: Refusal = typeof barred === 'string' ? { code: barred } : barred;
    if (code === 'R-TOO-EARLY' && from !== undefined) return t('frame:notBefore', { time: showTime(from) });
    const short = [`${room}:short.${code}`, `${room}:short.other`].find((key) => i18n.exists(key));
    if (short === undefined) return t(`refusals:${code}`);
    const words = t(short as `refusals:${typeof code}`);
    return isDetailed && detail !== undefined ? `${words} ${detail}` : words;
  };
}
