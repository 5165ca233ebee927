/** What an agent objects to in the summary, or why the agent refuses; a refusal may also keep its reason to itself. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tidy } from '../../core/text.ts';
import type { DeclareContest } from '../../core/views/declare.ts';
import { CommandDialog } from '../parts/CommandDialog.tsx';
import { Choice } from '../parts/Field.tsx';
import { ReasonField } from '../parts/ReasonField.tsx';
import { answering, type Word } from './answering.ts';

const CODES = ['paper-differs', 'own-copy-differs', 'other'] as const;

export interface SayDialogProps {
  readonly contest: DeclareContest;
  readonly choice: 'object' | 'refuse';
  readonly onLeave: () => void;
}

export function SayDialog({ contest, choice, onLeave }: SayDialogProps) {
  const { t } = useTranslation(['declare', 'terms']);
  const [code, setCode] = useState<(typeof CODES)[number]>();
  const [refused, setRefused] = useState<'given' | 'refused'>('given');
  const [reason, setReason] = useState('');
  const needsReason = choice === 'object' || refused === 'given';
  const word: Word =
    choice === 'object'
      ? { choice, reason: tidy(reason), ...(code === undefined ? {} : { code }) }
      : refused === 'given'
        ? { choice, reason: tidy(reason) }
        : { choice, reasonRefused: true };
  const missing = choice === 'object' && code === undefined ? t('declare:codeMissing') : t('declare:reasonMissing');
  const isWhole = (!needsReason || tidy(reason) !== '') && (choice === 'refuse' || code !== undefined);
  return (
    <CommandDialog
      title={t(`terms:answers.${choice}`)}
      says={t(`terms:answersExplained.${choice}`)}
      verb={t('declare:signAnswer')}
      commands={() => [answering(contest, word)]}
      barred={isWhole ? undefined : missing}
      onLeave={onLeave}
    >
      {choice === 'object' ? (
        <Choice
          label={t('declare:objectsTo')}
          value={code}
          options={CODES.map((value) => ({ value, words: t(`terms:objections.${value}`) }))}
          onChange={setCode}
        />
      ) : (
        <>
          {needsReason ? <ReasonField value={reason} onChange={setReason} /> : null}
          <Choice
            label={t('declare:giveReason')}
            value={refused}
            options={[
              { value: 'given', words: t('declare:reasonGiven') },
              { value: 'refused', words: t('declare:reasonRefused') },
            ]}
            onChange={setRefused}
          />
        </>
      )}
      {choice === 'object' ? <ReasonField value={reason} onChange={setReason} /> : null}
    </CommandDialog>
  );
}
