/**
 * From the commission's file to a founded centre: the two groups of its digest, the contests held here, and the returning officer's
 * key. Beside it stands what the file says, to be read against the gazette.
 */
import { useState } from 'react';
import type { Frame } from '../../core/contract/frame.ts';
import type { ChosenDefinition, TypedGroup } from '../../core/contract/setup.ts';
import { ContestsStep } from './ContestsStep.tsx';
import { GroupsStep } from './GroupsStep.tsx';
import { OfficerStep } from './OfficerStep.tsx';

export interface DefinitionStepsProps {
  readonly chosen: ChosenDefinition;
  readonly frame: Frame;
  readonly onLeave: () => void;
  readonly onFounded: () => void;
}

export function DefinitionSteps({ chosen, frame, onLeave, onFounded }: DefinitionStepsProps) {
  const [groups, setGroups] = useState<readonly TypedGroup[]>();
  const [contests, setContests] = useState<readonly string[]>();
  const common = { chosen, language: frame.language };
  if (groups === undefined) return <GroupsStep {...common} onCompared={setGroups} onLeave={onLeave} />;
  if (contests === undefined) return <ContestsStep {...common} onChosen={setContests} onLeave={onLeave} />;
  return <OfficerStep {...common} groups={groups} contests={contests} onFounded={onFounded} onBack={() => setContests(undefined)} />;
}
