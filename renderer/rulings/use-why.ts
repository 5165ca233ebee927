/** Why something cannot be done, in the few words that fit on a button and end a sentence. */
import { useTranslation } from 'react-i18next';

const SHORT = {
  'R-ROLE': 'role',
  'R-RULE-SAME-PERSON': 'samePerson',
  'R-CENTRE-NOT-OPEN': 'notOpen',
  'R-SUMMARY-READY': 'ready',
  'R-DECLARED': 'declared',
  'R-FIGURE-UNREADABLE': 'unreadable',
} as const;

export function useWhy(): (code: string | undefined) => string | undefined {
  const { t } = useTranslation('rulings');
  return (code) => (code === undefined ? undefined : t(`why.${SHORT[code as keyof typeof SHORT] ?? 'other'}`));
}
