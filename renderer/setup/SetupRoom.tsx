/**
 * Setup: the way to a centre that is open. With none, a practice election or the commission's definition; with one, what is left to
 * do until two officials have opened it. Everything after the founding can be done in the room of the people as well.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ChosenDefinition } from '../../core/contract/setup.ts';
import type { RoomProps } from '../frame/routes.tsx';
import { MediumRoom } from '../medium/MediumRoom.tsx';
import { useView } from '../office/use-view.ts';
import { Room } from '../parts/Room.tsx';
import { AwaitedRoom } from '../restore/AwaitedRoom.tsx';
import { RestoreRoom } from '../restore/RestoreRoom.tsx';
import { Centres } from './Centres.tsx';
import { DefinitionSteps } from './DefinitionSteps.tsx';
import { Making } from './Making.tsx';
import { OpeningSteps } from './OpeningSteps.tsx';

export function SetupRoom({ frame, parameters }: RoomProps) {
  const { t } = useTranslation('setup');
  const [, go] = useLocation();
  const { value: view, refusal } = useView('setup', {});
  const [chosen, setChosen] = useState<ChosenDefinition>();
  if (view === undefined) {
    return (
      <Room title={t('title')} refusal={refusal}>
        {null}
      </Room>
    );
  }
  if (view.making !== undefined) return <Making making={view.making} />;
  if (parameters.page === 'restore') return <RestoreRoom frame={frame} />;
  if (parameters.page === 'medium' && frame.centre !== undefined) return <MediumRoom frame={frame} />;
  const leave = () => setChosen(undefined);
  if (chosen !== undefined) {
    return (
      <DefinitionSteps
        key={chosen.definition}
        chosen={chosen}
        frame={frame}
        onLeave={leave}
        onFounded={() => {
          leave();
          go('/setup');
        }}
      />
    );
  }
  if (frame.restore !== undefined && parameters.page === undefined) return <AwaitedRoom frame={frame} />;
  if (frame.centre !== undefined && view.steps !== undefined && parameters.page === undefined) {
    return <OpeningSteps frame={frame} steps={view.steps} onResume={setChosen} />;
  }
  return <Centres view={view} frame={frame} onChosen={setChosen} />;
}
