/** An act as one sentence in the reader's language; what may not be seen yet is said to be so, never left as a gap. */
import { useTranslation } from 'react-i18next';
import type { BrokenLine } from '../../core/contract/journal.ts';
import type { JournalLine } from '../../core/views/journal.ts';

export function isBroken(line: JournalLine | BrokenLine): line is BrokenLine {
  return 'broken' in line;
}

export function useSentence(): (line: JournalLine | BrokenLine) => string {
  const { t } = useTranslation(['journal', 'acts']);
  return (line) => {
    if (isBroken(line)) return `${t('journal:broken')} (${line.broken})`;
    const { kind, said, hidden } = line;
    const who = line.by.role === 'device' ? t('journal:device') : said.who;
    const notShown = hidden === undefined ? '' : t(`journal:hidden.${hidden}`);
    return t(`acts:${kind}.said` as 'acts:centre-created.said', { reason: notShown, ...said, who: who ?? '' });
  };
}

/** Who signed, in a few letters: the short role and the number; this machine by its name. */
export function useSpeaker(): (by: JournalLine['by']) => string {
  const { t } = useTranslation(['journal', 'terms']);
  return ({ role, person }) => (role === 'device' ? t('journal:device') : `${t(`terms:rolesShort.${role}`)} ${person}`);
}
