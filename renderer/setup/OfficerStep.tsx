/**
 * The returning officer's key, and with it the founding: the first acts of the journal are signed with the words that are typed here.
 * Afterwards the returning officer is at the keyboard.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TypedGroup } from '../../core/contract/setup.ts';
import { useDeed } from '../office/use-deed.ts';
import { Button } from '../parts/Button.tsx';
import { Choice } from '../parts/Field.tsx';
import { NewKeyDialog } from '../people/NewKeyDialog.tsx';
import css from './Setup.module.css';
import { StepPage, type StepPageProps } from './StepPage.tsx';

export interface OfficerStepProps extends Pick<StepPageProps, 'chosen' | 'language'> {
  readonly groups: readonly TypedGroup[];
  readonly contests: readonly string[];
  readonly onFounded: () => void;
  readonly onBack: () => void;
}

export function OfficerStep({ chosen, language, groups, contests, onFounded, onBack }: OfficerStepProps) {
  const { t } = useTranslation(['setup', 'terms']);
  const officers = chosen.officials.filter(({ role }) => role === 'ro');
  const [person, setPerson] = useState(officers[0]?.id);
  const [isKeying, setKeying] = useState(false);
  const words = useDeed('founderWords');
  const card = useDeed('founderCard');
  const bring = useDeed('founderKey');
  const create = useDeed('createCentre');
  const officer = officers.find(({ id }) => id === person);
  const { definition } = chosen;
  return (
    <StepPage
      chosen={chosen}
      language={language}
      step="officer"
      lead={t('setup:officerLead')}
      finish={
        <>
          <Button keys="Escape" look="plain" onPress={onBack}>
            {t('setup:back')}
          </Button>
          <Button
            keys="Enter"
            look="main"
            onPress={() => setKeying(true)}
            barred={officer === undefined ? t('setup:noOfficer') : undefined}
          >
            {t('setup:keyOfOfficer', { name: officer?.name ?? '' })}
          </Button>
        </>
      }
    >
      <div className={css.officer}>
        <Choice
          label={t('terms:roles.ro')}
          value={person}
          options={officers.map(({ id, name }) => ({ value: id, words: `${name}, ${id}` }))}
          onChange={setPerson}
          hint={officer?.isKeyNamed ? t('setup:keyIsNamed') : t('setup:keyIsMade')}
        />
      </div>
      <p className={css.note}>{t('setup:officerNote')}</p>
      {isKeying && officer !== undefined ? (
        <NewKeyDialog
          holder={officer}
          ways={officer.isKeyNamed ? ['bring'] : ['make', 'bring']}
          words={() => words.do({ definition, person: officer.id })}
          saveCard={(words) => card.do({ definition, person: officer.id, language: words })}
          bring={() => bring.do({ definition, person: officer.id })}
          finish={(secret) => create.do({ definition, groups: [...groups], contests: [...contests], person: officer.id, secret })}
          onDone={onFounded}
          onLeave={() => setKeying(false)}
        />
      ) : null}
    </StepPage>
  );
}
