/**
 * The digest of the file in sixteen groups, two of them empty: they are typed from the commission's paper notice, so that somebody
 * has really held the file against the paper. Both are compared at once, in the main process.
 */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TypedGroup } from '../../core/contract/setup.ts';
import { useDeed } from '../office/use-deed.ts';
import { Button } from '../parts/Button.tsx';
import { State } from '../parts/State.tsx';
import css from './Setup.module.css';
import { StepPage, type StepPageProps } from './StepPage.tsx';

const WHOLE = /^[0-9a-f]{4}$/i;
const BEGUN = /^[0-9a-f]{0,4}$/i;

export interface GroupsStepProps extends Pick<StepPageProps, 'chosen' | 'language'> {
  readonly onCompared: (groups: readonly TypedGroup[]) => void;
  readonly onLeave: () => void;
}

export function GroupsStep({ chosen, language, onCompared, onLeave }: GroupsStepProps) {
  const { t } = useTranslation('setup');
  const blank = chosen.groups.flatMap((group, at) => (group === undefined ? [at + 1] : []));
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [said, setSaid] = useState<{ readonly wrong: readonly number[]; readonly triesLeft: number }>();
  const boxes = useRef(new Map<number, HTMLInputElement>());
  const comparing = useDeed('compareGroups');
  const groups = blank.map((place) => ({ place, typed: typed[place] ?? '' }));
  const left = groups.filter((group) => !WHOLE.test(group.typed)).length;
  const isSpent = said?.triesLeft === 0;
  const type = (place: number, text: string) => {
    setTyped({ ...typed, [place]: text });
    const next = blank[blank.indexOf(place) + 1];
    if (WHOLE.test(text) && next !== undefined) boxes.current.get(next)?.focus();
  };
  const compare = async () => {
    const compared = await comparing.do({ definition: chosen.definition, groups });
    if (!compared?.ok) return;
    if (compared.value.wrong.length === 0) return onCompared(groups);
    setSaid(compared.value);
    boxes.current.get(compared.value.wrong[0] ?? 0)?.select();
    boxes.current.get(compared.value.wrong[0] ?? 0)?.focus();
  };
  const barred = isSpent ? t('chooseAgain') : left > 0 ? t('groupsLeft', { left, total: blank.length }) : undefined;
  return (
    <StepPage
      chosen={chosen}
      language={language}
      step="compared"
      lead={t('typeGroups')}
      refusal={comparing.refusal}
      finish={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('refuseFile')}
          </Button>
          <Button keys="Enter" look="main" onPress={() => void compare()} isBusy={comparing.isBusy} barred={barred}>
            {t('compare')}
          </Button>
        </>
      }
    >
      <ol className={css.groups} aria-label={t('groupsLabel')}>
        {chosen.groups.map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group is named by its place
          <li key={at} className={said?.wrong.includes(at + 1) ? css.wrongGroup : undefined}>
            <span>{at + 1}</span>
            {group ?? (
              <input
                ref={(box) => {
                  if (box === null) return;
                  if (boxes.current.size === 0) box.focus();
                  boxes.current.set(at + 1, box);
                }}
                aria-label={t('groupAt', { place: at + 1 })}
                aria-invalid={said?.wrong.includes(at + 1) === true || !BEGUN.test(typed[at + 1] ?? '')}
                value={typed[at + 1] ?? ''}
                maxLength={4}
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => type(at + 1, event.target.value)}
              />
            )}
          </li>
        ))}
      </ol>
      <p role="alert" className={css.said}>
        {said === undefined ? null : (
          <State shape="needs" tone="danger">
            {isSpent ? t('fileRefused') : t('groupsWrong', { places: said.wrong.join(', '), left: said.triesLeft })}
          </State>
        )}
      </p>
      <p className={css.note}>{t('groupsNote')}</p>
    </StepPage>
  );
}
