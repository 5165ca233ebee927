/** What a choice does to the totals, in one sentence with its denominators, and what the law says it does. */
import { useTranslation } from 'react-i18next';
import type { Choice, FindingSeen, RuledForm } from '../../core/views/rulings.ts';
import { showCount } from '../parts/figures.ts';

export function useEffectWords({ effect, findings }: RuledForm, { code }: FindingSeen): (choice: Choice) => string {
  const { t } = useTranslation(['rulings', 'findings']);
  const isDisregarded = findings.some((other) => other.code !== code && other.ruling?.ruling === 'disregard');
  return (choice) => {
    const words = choice === 'count' ? t(`findings:${code as 'W02'}.count`) : t(`findings:${code as 'F04'}.disregard`);
    if (effect === undefined) return words;
    const numbers = {
      before: showCount(effect.without.totals.valid),
      after: showCount(effect.with.totals.valid),
      votes: showCount(effect.with.totals.valid - effect.without.totals.valid),
      formsBefore: effect.without.forms,
      formsAfter: effect.with.forms,
      stations: effect.stations,
    };
    const said = () => {
      if (effect.standsInstead !== undefined) return t('effectInstead', { form: effect.standsInstead });
      if (choice === 'disregard') return t('effectDisregards', numbers);
      if (isDisregarded) return t('effectElsewhere');
      return effect.isCounted ? t('effectCounted', numbers) : t('effectCounts', numbers);
    };
    return `${said()}. ${words}`;
  };
}
