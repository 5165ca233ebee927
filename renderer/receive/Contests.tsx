/** Which of the station's contests the paper is of, each with its key; and, for a paper that came before, which one it is. */
import { useTranslation } from 'react-i18next';
import type { KnownPaper, ReceivePlace } from '../../core/views/receive.ts';
import { Button } from '../parts/Button.tsx';
import css from './Receive.module.css';

export interface ContestsProps {
  readonly contests: ReceivePlace['contests'];
  readonly chosen: string;
  readonly known: KnownPaper | undefined;
  readonly onContest: (contest: string) => void;
}

export function Contests({ contests, chosen, known, onContest }: ContestsProps) {
  const { t } = useTranslation(['receive', 'terms']);
  if (known !== undefined) {
    return <p className={css.contests}>{t('receive:knownPaper', { form: known.form, stage: t(`terms:stages.${known.stage}`) })}</p>;
  }
  if (contests.length < 2) return null;
  return (
    <fieldset className={css.contests} aria-label={t('receive:whichContest')}>
      {contests.map(({ id, title, formA, papers }, at) => (
        <Button key={id} keys={`Shift+F${at + 1}`} isPressed={id === chosen} onPress={() => onContest(id)}>
          {t('receive:contest', { form: formA, title })} {papers.length === 0 ? '' : t('receive:papersHere', { number: papers.length })}
        </Button>
      ))}
    </fieldset>
  );
}
